package io.devdoctor.check.docker;

import static io.devdoctor.check.CheckInfo.any;
import static io.devdoctor.check.Subject.MACHINE;

import io.devdoctor.check.Area;
import io.devdoctor.check.CheckInfo;
import io.devdoctor.check.Evidence;
import io.devdoctor.check.Finding;
import io.devdoctor.check.Version;
import io.devdoctor.check.WindowsCheck;
import io.devdoctor.fix.Fix;
import io.devdoctor.fix.Step;
import io.devdoctor.machine.Host;
import io.devdoctor.machine.Machine;
import io.devdoctor.machine.Part;
import io.devdoctor.machine.Reading;
import io.devdoctor.machine.Source;
import io.devdoctor.text.Text;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Whether this release of Docker Desktop is known to be unsafe or faulty, and whether this Windows and this WSL are
/// enough for it. Rests on tables, hence never a problem.
final class DesktopReleaseCheck implements WindowsCheck {
    private static final CheckInfo INFO = new CheckInfo(
            "docker.desktop-release",
            Area.DOCKER,
            Set.of(Part.DOCKER_DESKTOP, Part.DOCKER_CLIENT, Part.DOCKER_ENGINE, Part.HOST, Part.WSL, Part.WSL_CONFIG),
            List.of(any("host.windows-build").whenBroken(), any("wsl.release")));
    private static final String RELEASE_NOTES = "https://docs.docker.com/desktop/release-notes/";

    @Override
    public CheckInfo info() {
        return INFO;
    }

    @Override
    public List<Finding> examineWindows(Machine machine) {
        if (!Presence.isDesktopHere(machine)) return List.of(notApplicable(MACHINE));
        Optional<Version> version = Presence.desktopVersion(machine);
        if (version.isPresent()) return List.of(judge(machine, version.get()));
        return judgeIfPresent(
                machine.dockerDesktop().flatMap((desktop, _) -> desktop.install()),
                MACHINE,
                (install, source) -> List.of(unknown(
                        MACHINE,
                        new Reading.Unknown<>(Reading.Cause.UNREADABLE, "no version: " + install.version(), source))));
    }

    private Finding judge(Machine machine, Version version) {
        List<KnownDesktop> troubles = KnownDesktop.troubles(version, machine);
        if (!troubles.isEmpty()) return trouble(machine, version, troubles);
        return windows(machine, version)
                .or(() -> wsl(machine, version))
                .orElseGet(() -> ok(MACHINE, KnownDesktop.isLater(version) ? "newer" : "ok", text(version)));
    }

    private Finding trouble(Machine machine, Version version, List<KnownDesktop> troubles) {
        String number = text(version);
        Source source = machine.dockerDesktop()
                .flatMap((desktop, _) -> desktop.install())
                .sourceOr(new Source(Source.Kind.DERIVED, "GET /version", machine.taken()));
        List<Evidence> evidence = troubles.stream()
                .map(row -> new Evidence(
                        Text.of("evidence.docker.desktop-release", about(row), row.source()), number, source))
                .toList();
        KnownDesktop worst = troubles.getFirst();
        return likely(MACHINE, worst.kind(), evidence, number, about(worst), text(worst.cured()))
                .explainedBy(List.of())
                .fixedBy(update());
    }

    private static Object about(KnownDesktop row) {
        return row.kind().equals("known-bad") ? Text.of("docker.desktop-trouble." + row.about()) : row.about();
    }

    /// As told with Windows itself, whose consequence it is.
    private Optional<Finding> windows(Machine machine, Version version) {
        if (!KnownDesktop.asksForWindows(version)) return Optional.empty();
        Reading<Host.WindowsVersion> windows = machine.host().flatMap((host, _) -> host.windows());
        return switch (windows) {
            case Reading.Known<Host.WindowsVersion>(Host.WindowsVersion found, Source source) ->
                KnownDesktop.unmet(version, found)
                        .map(need -> likely(
                                        MACHINE,
                                        "windows-too-old",
                                        List.of(Evidence.of("evidence.host.windows-build", found.build(), source)),
                                        text(version),
                                        need.windows(),
                                        text(need.least()),
                                        String.valueOf(found.build()))
                                .explainedBy(List.of(any("host.windows-build"))));
            case Reading.Unknown<Host.WindowsVersion> unread -> Optional.of(unknown(MACHINE, unread));
            case Reading.Absent<Host.WindowsVersion> _, Reading.NotApplicable<Host.WindowsVersion> _ ->
                Optional.empty();
        };
    }

    /// The component of Windows has no release of its own; that it is old is said by wsl.installed.
    private Optional<Finding> wsl(Machine machine, Version version) {
        boolean other = DesktopSettings.of(machine)
                .known()
                .filter(settings -> !settings.isOn("WslEngineEnabled", true))
                .isPresent();
        if (other || KnownDesktop.ofWsl(version).isEmpty()) return Optional.empty();
        return switch (machine.wsl().flatMap((wsl, _) -> wsl.packageVersion())) {
            case Reading.Known<String>(String release, Source source) ->
                Version.parse(release)
                        .flatMap(found -> KnownDesktop.unmet(version, found))
                        .map(need -> likely(
                                        MACHINE,
                                        "wsl-too-old",
                                        List.of(Evidence.of("evidence.wsl.version", release, source)),
                                        text(version),
                                        text(need.least()),
                                        release)
                                .explainedBy(List.of(any("wsl.release"))));
            case Reading.Unknown<String> unread -> Optional.of(unknown(MACHINE, unread));
            case Reading.Absent<String> _, Reading.NotApplicable<String> _ -> Optional.empty();
        };
    }

    private static Fix update() {
        return Fix.safe(
                "docker.desktop-release/update",
                Text.of("fix.docker.desktop-release/update.title"),
                new Step.Manual(Text.of("fix.docker.desktop-release/update.words"), RELEASE_NOTES));
    }

    private static String text(Version version) {
        return String.join(".", version.numbers().stream().map(String::valueOf).toList());
    }
}
