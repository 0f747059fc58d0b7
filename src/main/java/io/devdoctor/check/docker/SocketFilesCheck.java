package io.devdoctor.check.docker;

import static io.devdoctor.check.Subject.MACHINE;

import io.devdoctor.check.Area;
import io.devdoctor.check.CheckInfo;
import io.devdoctor.check.Evidence;
import io.devdoctor.check.Finding;
import io.devdoctor.check.WindowsCheck;
import io.devdoctor.fix.Fix;
import io.devdoctor.fix.Step;
import io.devdoctor.machine.DesktopSockets;
import io.devdoctor.machine.DesktopSockets.Entry;
import io.devdoctor.machine.DesktopSockets.Folder;
import io.devdoctor.machine.FileState;
import io.devdoctor.machine.Machine;
import io.devdoctor.machine.Part;
import io.devdoctor.machine.Reading;
import io.devdoctor.machine.Source;
import io.devdoctor.text.Text;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/// Whether Docker Desktop can remove the socket files of its last run. Windows 11 sometimes lets nobody open them any
/// more (error 1920), and Docker Desktop then gives up its whole start. Socket files alone are normal.
final class SocketFilesCheck implements WindowsCheck {
    private static final CheckInfo INFO = new CheckInfo(
            "docker.socket-files",
            Area.DOCKER,
            Set.of(Part.DESKTOP_SOCKETS, Part.DOCKER_DESKTOP, Part.DOCKER_CLIENT, Part.DOCKER_ENGINE, Part.POLICIES),
            List.of());
    private static final String SET_ASIDE = "docker.socket-files/set-aside";
    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss", Locale.ROOT).withZone(ZoneOffset.UTC);

    @Override
    public CheckInfo info() {
        return INFO;
    }

    @Override
    public List<Finding> examineWindows(Machine machine) {
        if (!Presence.isDesktopHere(machine)) return List.of(notApplicable(MACHINE));
        return judgeIfPresent(
                machine.part(Part.DESKTOP_SOCKETS), MACHINE, (sockets, source) -> List.of(judge(machine, sockets)));
    }

    private Finding judge(Machine machine, DesktopSockets sockets) {
        List<Folder> blocked = sockets.folders().stream()
                .filter(folder -> entries(folder).stream().anyMatch(Entry::isDead))
                .toList();
        if (!blocked.isEmpty()) return dead(machine, blocked);
        Optional<Reading.Unknown<?>> unread =
                sockets.folders().stream().flatMap(SocketFilesCheck::unread).findFirst();
        if (unread.isPresent()) return unknown(MACHINE, unread.get());
        long count = sockets.folders().stream()
                .mapToLong(folder -> entries(folder).size())
                .sum();
        return ok(MACHINE, "ok", count);
    }

    private Finding dead(Machine machine, List<Folder> blocked) {
        List<Entry> dead = blocked.stream()
                .flatMap(folder -> entries(folder).stream())
                .filter(Entry::isDead)
                .toList();
        List<Evidence> evidence = dead.stream()
                .map(entry -> Evidence.of(
                        "evidence.docker.socket-file",
                        "1920",
                        entry.state().sourceOr(new Source(Source.Kind.FILE, entry.name(), machine.taken()))))
                .toList();
        Text.Arg names = Text.several(dead.stream().map(Entry::name).toList());
        boolean answers = machine.dockerEngine()
                .known()
                .filter(engine -> new Endpoint(engine.endpoint()).isDesktops())
                .filter(Presence::answersAsDesktop)
                .isPresent();
        // This start went well; the next one meets these files.
        Finding found =
                answers ? likely(MACHINE, "dead-later", evidence, names) : problem(MACHINE, "dead", evidence, names);
        return found.fixedBy(fix(machine, blocked));
    }

    private static Fix fix(Machine machine, List<Folder> blocked) {
        List<Step> steps = blocked.stream()
                .<Step>map(folder ->
                        new Step.MoveAside(folder.path(), folder.path() + ".old-" + STAMP.format(machine.taken())))
                .toList();
        return DesktopEdit.of(machine, SET_ASIDE, Text.of("fix." + SET_ASIDE + ".title"), steps)
                .map(fix -> fix.warningToo(Text.of("warning.docker.socket-files.again")))
                .orElseGet(() -> DesktopFixes.byHand(
                        SET_ASIDE,
                        "fix." + SET_ASIDE,
                        Text.several(blocked.stream().map(Folder::path).toList())));
    }

    private static List<Entry> entries(Folder folder) {
        return folder.entries().known().orElse(List.of());
    }

    private static java.util.stream.Stream<Reading.Unknown<?>> unread(Folder folder) {
        if (folder.entries() instanceof Reading.Unknown<List<Entry>> unread) return java.util.stream.Stream.of(unread);
        return entries(folder).stream()
                .map(Entry::state)
                .filter(state -> state instanceof Reading.Unknown<FileState>)
                .map(state -> (Reading.Unknown<FileState>) state);
    }
}
