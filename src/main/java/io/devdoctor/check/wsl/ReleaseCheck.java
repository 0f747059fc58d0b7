package io.devdoctor.check.wsl;

import static io.devdoctor.check.Subject.MACHINE;

import io.devdoctor.check.Area;
import io.devdoctor.check.CheckInfo;
import io.devdoctor.check.Evidence;
import io.devdoctor.check.Finding;
import io.devdoctor.check.Version;
import io.devdoctor.machine.Host;
import io.devdoctor.machine.Machine;
import io.devdoctor.machine.Part;
import io.devdoctor.machine.Reading;
import io.devdoctor.machine.Source;
import io.devdoctor.machine.Wsl;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// The release of WSL against the dated table of bad and too old ones.
final class ReleaseCheck implements WslCheck {
    private static final CheckInfo INFO =
            new CheckInfo("wsl.release", Area.WSL, Set.of(Part.WSL, Part.HOST, Part.DOCKER_DESKTOP), List.of());

    private static final Reading<?> NOTHING = new Reading.NotApplicable<>("no row about it");

    @Override
    public CheckInfo info() {
        return INFO;
    }

    /// The component of Windows has no release of its own; that it is old is said by wsl.installed.
    @Override
    public List<Finding> examineWsl(Wsl wsl, Machine machine) {
        return judgeIfPresent(
                wsl.packageVersion(),
                MACHINE,
                (text, source) -> List.of(Version.parse(text)
                        .map(version -> judge(text, version, source, machine))
                        .orElseGet(() -> unknown(
                                MACHINE,
                                new Reading.Unknown<>(Reading.Cause.UNREADABLE, "no version: " + text, source)))));
    }

    private Finding judge(String text, Version version, Source source, Machine machine) {
        Evidence release = Evidence.of("evidence.wsl.version", text, source);
        for (KnownRelease known : KnownRelease.ALL) {
            Optional<Finding> finding = switch (known) {
                case KnownRelease.Bad bad -> bad(text, version, bad, release, machine);
                case KnownRelease.Least least -> tooOld(text, version, least, release, machine);
            };
            if (finding.isPresent()) return finding.get();
        }
        return otherHalf(version, machine)
                .map(unread -> unknown(MACHINE, unread))
                .orElseGet(() -> ok(MACHINE, "ok", text));
    }

    /// The unread fact on which a row about this release depends.
    private static Optional<Reading.Unknown<?>> otherHalf(Version version, Machine machine) {
        for (KnownRelease known : KnownRelease.ALL) {
            Reading<?> needed = switch (known) {
                case KnownRelease.Bad bad -> version.isOfRelease(bad.release()) ? windows(machine) : NOTHING;
                case KnownRelease.Least least -> version.isBefore(least.release()) ? desktop(machine) : NOTHING;
            };
            if (needed instanceof Reading.Unknown<?> unread) return Optional.of(unread);
        }
        return Optional.empty();
    }

    private static Reading<Host.WindowsVersion> windows(Machine machine) {
        return machine.host()
                .flatMap((host, _) -> host.windows())
                .flatMap((version, source) -> version.revision() < 0
                        ? new Reading.Unknown<>(Reading.Cause.UNREADABLE, "no revision", source)
                        : new Reading.Known<>(version, source));
    }

    private static Reading<Version> desktop(Machine machine) {
        return machine.dockerDesktop()
                .flatMap((desktop, _) -> desktop.install())
                .map(install -> Version.of(install.version()));
    }

    private Optional<Finding> bad(
            String text, Version version, KnownRelease.Bad bad, Evidence release, Machine machine) {
        return machine.host()
                .flatMap((host, _) -> host.windows())
                .known()
                .filter(windows ->
                        version.isOfRelease(bad.release()) && isConcerned(windows, Version.of(bad.windows())))
                .map(windows -> likely(
                                MACHINE,
                                "known-bad",
                                List.of(release),
                                text,
                                number(windows),
                                bad.curedBy(),
                                bad.reference())
                        .fixedBy(WslTools.update("wsl.release/update")));
    }

    private Optional<Finding> tooOld(
            String text, Version version, KnownRelease.Least least, Evidence release, Machine machine) {
        return machine.dockerDesktop()
                .flatMap((desktop, _) -> desktop.install())
                .known()
                .filter(install -> version.isBefore(least.release())
                        && Version.parse(install.version())
                                .filter(desktop -> !desktop.isBefore(least.desktop()))
                                .isPresent())
                .map(install -> likely(MACHINE, "too-old", List.of(release), text, install.version(), least.curedBy())
                        .fixedBy(WslTools.update("wsl.release/update")));
    }

    /// The revision that brought the trouble and every later one of that build.
    private static boolean isConcerned(Host.WindowsVersion windows, Version bad) {
        return windows.build() == bad.numbers().getFirst()
                && windows.revision() >= bad.numbers().get(1);
    }

    private static String number(Host.WindowsVersion windows) {
        return windows.build() + "." + windows.revision();
    }
}
