package io.devdoctor.repair;

import io.devdoctor.examination.Reexamination;
import io.devdoctor.fix.TakesEffect;
import io.devdoctor.machine.CommandOutput;
import io.devdoctor.machine.Part;
import io.devdoctor.machine.Reading;
import io.devdoctor.machine.Source;
import io.devdoctor.machine.WslAnswer;
import io.devdoctor.system.Ports;
import io.devdoctor.system.Queries;
import io.devdoctor.system.Query;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Whether the restart that a fix waits for can be proved.
record Restart(Ports ports, Reexamination again) {
    /// Instead of a boot id where no virtual machine runs.
    private static final String NONE = "none";

    private static final String DESKTOP = "com.docker.backend.exe";

    /// What the awaited restart changes, as [Moment] keeps it.
    String live(TakesEffect restart) {
        return switch (restart) {
            case WSL_RESTART, DISTRO_RESTART -> machine();
            case DESKTOP_RESTART -> engine();
            case NOW, SIGN_OUT, REBOOT -> "";
        };
    }

    /// The mirrors that the engine took from `daemon.json` when it started, the only setting of that file it tells.
    private String engine() {
        return again.machine(Set.of(Part.REGISTRY_MIRRORS))
                .registryMirrors()
                .flatMap((mirrors, _) -> mirrors.inEngine())
                .map(List::toString)
                .known()
                .orElse("");
    }

    private String machine() {
        Optional<List<WslAnswer.Row>> running = running();
        if (running.isPresent() && running.get().isEmpty()) return NONE;
        // Docker's own distribution is asked only where no other one runs.
        return running.stream()
                .flatMap(List::stream)
                .min(Comparator.comparing(row -> row.name().startsWith("docker-desktop")))
                .filter(row -> Query.Grammar.DISTRO.admits(row.name()))
                .map(row -> bootIn(row.name()))
                .orElse("");
    }

    boolean isProved(Entry entry, Moment then) {
        return switch (entry.takesEffect()) {
            case NOW -> true;
            // unverified on Windows: nothing that can be read without rights tells when a person signed in.
            case SIGN_OUT, REBOOT -> hasBooted(then);
            // That one distribution alone was restarted shows nowhere; the virtual machine restarts all of them.
            case WSL_RESTART, DISTRO_RESTART -> hasBooted(then) || isAnother(then, machine());
            case DESKTOP_RESTART -> hasBooted(then) || isDesktopDown() || isAnother(then, engine());
        };
    }

    /// Whether a restart can be told from none.
    boolean tells(Entry entry, Moment then) {
        return entry.takesEffect() == TakesEffect.WSL_RESTART && isOne(then.live()) && isOne(machine());
    }

    /// Which start of Windows this is.
    Boot boot() {
        return Boot.of(ports);
    }

    boolean hasBooted(Moment then) {
        return boot().isAfter(then.boot());
    }

    /// That nothing runs says nothing: the virtual machine outlives its last distribution for a while, and whoever
    /// opens
    /// one then runs in the old one.
    private static boolean isAnother(Moment then, String now) {
        return isOne(then.live()) && isOne(now) && !now.equals(then.live());
    }

    private static boolean isOne(String live) {
        return !live.isEmpty() && !live.equals(NONE);
    }

    private boolean isDesktopDown() {
        return desktopRuns().filter(runs -> !runs).isPresent();
    }

    /// Empty where the programs that run could not be listed.
    Optional<Boolean> desktopRuns() {
        return ports.hardware().programs().known().map(names -> names.stream().anyMatch(DESKTOP::equalsIgnoreCase));
    }

    /// Empty where WSL could not be asked.
    private Optional<List<WslAnswer.Row>> running() {
        return again.machine(Set.of(Part.WSL_ANSWER))
                .wslAnswer()
                .flatMap((answer, _) -> answer.list())
                .known()
                .map(rows -> rows.stream()
                        .filter(row -> row.isRunning() && row.version() == 2)
                        .toList());
    }

    private String bootIn(String distro) {
        Reading<CommandOutput> answer = ports.commands().run(Queries.WSL_BOOT_ID.fill(distro));
        return answer instanceof Reading.Known<CommandOutput>(CommandOutput output, Source _) && output.exit() == 0
                ? new String(output.stdout().toArray(), StandardCharsets.UTF_8).strip()
                : "";
    }
}
