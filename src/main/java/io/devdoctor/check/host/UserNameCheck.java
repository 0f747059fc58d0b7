package io.devdoctor.check.host;

import static io.devdoctor.check.Subject.MACHINE;

import io.devdoctor.check.Area;
import io.devdoctor.check.CheckInfo;
import io.devdoctor.check.Evidence;
import io.devdoctor.check.Finding;
import io.devdoctor.check.WindowsCheck;
import io.devdoctor.machine.DockerDesktop;
import io.devdoctor.machine.Machine;
import io.devdoctor.machine.Part;
import io.devdoctor.machine.Reading;
import io.devdoctor.machine.Source;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// Whether the path of the profile folder has characters on which tools in use are known to break.
final class UserNameCheck implements WindowsCheck {
    private static final CheckInfo INFO =
            new CheckInfo("host.user-name", Area.HOST, Set.of(Part.WSL, Part.DOCKER_DESKTOP), List.of());
    private static final int LAST_ASCII = 0x7E;

    @Override
    public CheckInfo info() {
        return INFO;
    }

    @Override
    public List<Finding> examineWindows(Machine machine) {
        String home = machine.platform().home();
        Optional<String> odd = odd(home);
        if (odd.isEmpty()) return List.of(ok(MACHINE, "plain", home));
        Reading<Boolean> wsl = machine.wsl().flatMap((part, _) -> part.installed());
        Reading<DockerDesktop.Install> desktop = machine.dockerDesktop().flatMap((part, _) -> part.install());
        if (wsl.known().orElse(false) || desktop.isKnown()) {
            Source source = new Source(Source.Kind.ENVIRONMENT, "%USERPROFILE%", machine.taken());
            return List.of(info(MACHINE, odd.get(), List.of(Evidence.of("evidence.host.profile", home, source)), home));
        }
        return Stream.of(wsl, desktop)
                .<Finding>flatMap(reading -> reading instanceof Reading.Unknown<?> unread
                        ? Stream.of(unknown(MACHINE, unread))
                        : Stream.of())
                .findFirst()
                .map(List::of)
                .orElseGet(() -> List.of(ok(MACHINE, "unused", home)));
    }

    /// The outcome for the character that troubles most tools.
    private static Optional<String> odd(String home) {
        if (home.chars().anyMatch(c -> c > LAST_ASCII)) return Optional.of("non-ascii");
        if (home.indexOf('\'') >= 0) return Optional.of("apostrophe");
        return home.indexOf(' ') >= 0 ? Optional.of("blank") : Optional.empty();
    }
}
