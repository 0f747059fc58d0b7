package io.devdoctor.check.host;

import static io.devdoctor.check.Subject.MACHINE;

import io.devdoctor.check.Area;
import io.devdoctor.check.CheckInfo;
import io.devdoctor.check.DatedTable;
import io.devdoctor.check.Evidence;
import io.devdoctor.check.Finding;
import io.devdoctor.check.Thresholds;
import io.devdoctor.check.Version;
import io.devdoctor.check.WindowsCheck;
import io.devdoctor.fix.Fix;
import io.devdoctor.fix.Step;
import io.devdoctor.fix.TakesEffect;
import io.devdoctor.machine.Host.WindowsVersion;
import io.devdoctor.machine.Machine;
import io.devdoctor.machine.Part;
import io.devdoctor.machine.Reading;
import io.devdoctor.machine.Source;
import io.devdoctor.text.Text;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Whether Windows is new enough for WSL 2 and for the Docker Desktop that is installed.
final class WindowsBuildCheck implements WindowsCheck {
    private static final CheckInfo INFO =
            new CheckInfo("host.windows-build", Area.HOST, Set.of(Part.HOST, Part.DOCKER_DESKTOP), List.of());
    private static final List<Requirement> REQUIREMENTS = DatedTable.rows("windows-requirements.csv", 3).stream()
            .map(row -> new Requirement(Version.of(row.get(0)), row.get(1), Integer.parseInt(row.get(2))))
            .toList();

    private static final Set<String> HOME = Set.of("Core", "CoreN", "CoreSingleLanguage", "CoreCountrySpecific");

    private record Requirement(Version desktop, String windows, int leastBuild) {
        boolean isBroken(Version installed, WindowsVersion version) {
            return !installed.isBefore(desktop) && windows.equals(generation(version)) && version.build() < leastBuild;
        }
    }

    @Override
    public CheckInfo info() {
        return INFO;
    }

    @Override
    public List<Finding> examineWindows(Machine machine) {
        return judgeIfPresent(
                machine.host().flatMap((host, _) -> host.windows()),
                MACHINE,
                (version, source) -> List.of(judge(version, source, machine)));
    }

    private Finding judge(WindowsVersion version, Source source, Machine machine) {
        Reading<Version> desktop = desktop(machine);
        String number = number(version);
        Evidence build = Evidence.of("evidence.host.windows-build", number, source);
        int least = Math.toIntExact(Thresholds.number("windows.wsl2-least-build"));
        if (version.build() < least) {
            return problem(MACHINE, "too-old", List.of(build), name(version), number, String.valueOf(least))
                    .fixedBy(update());
        }
        // Where this Windows is enough for every Docker Desktop, it does not matter which one is there.
        boolean undecided = REQUIREMENTS.stream().anyMatch(row -> row.isBroken(row.desktop(), version));
        if (undecided && desktop instanceof Reading.Unknown<Version> unread) return unknown(MACHINE, unread);
        return desktop.known()
                .flatMap(installed -> tooOldFor(version, installed, build))
                .or(() -> edition(version, source, machine))
                .orElseGet(() -> ok(MACHINE, "ok", name(version), number));
    }

    /// Home has the Virtual Machine Platform and no Hyper-V role; Docker supports its Desktop on no Server.
    private Optional<Finding> edition(WindowsVersion version, Source source, Machine machine) {
        Evidence edition = Evidence.of("evidence.host.edition", version.edition(), source.at(" : EditionID"));
        boolean installed = machine.dockerDesktop()
                .flatMap((desktop, _) -> desktop.install())
                .isKnown();
        if (installed && version.edition().startsWith("Server")) {
            return Optional.of(likely(MACHINE, "server", List.of(edition), version.edition()));
        }
        if (!installed || !HOME.contains(version.edition())) return Optional.empty();
        return switch (DesktopBackend.hyperV(machine)) {
            case Reading.Known<Evidence>(Evidence setting, Source _) ->
                Optional.of(likely(MACHINE, "home-hyper-v", List.of(edition, setting), version.edition()));
            case Reading.Unknown<Evidence> unread -> Optional.of(unknown(MACHINE, unread));
            case Reading.Absent<Evidence> _, Reading.NotApplicable<Evidence> _ -> Optional.empty();
        };
    }

    private Optional<Finding> tooOldFor(WindowsVersion version, Version installed, Evidence build) {
        return REQUIREMENTS.stream()
                .filter(requirement -> requirement.isBroken(installed, version))
                .findFirst()
                .map(requirement -> likely(
                                MACHINE,
                                "too-old-for-desktop",
                                List.of(build),
                                name(version),
                                number(version),
                                text(installed),
                                String.valueOf(requirement.leastBuild()))
                        .fixedBy(update()));
    }

    private static String text(Version version) {
        return String.join(".", version.numbers().stream().map(String::valueOf).toList());
    }

    private static Reading<Version> desktop(Machine machine) {
        return machine.dockerDesktop()
                .flatMap((desktop, _) -> desktop.install())
                .map(install -> Version.of(install.version()));
    }

    /// Windows 11 still calls itself 10 in its product name; the build decides.
    private static String generation(WindowsVersion version) {
        return version.build() >= Thresholds.number("windows.eleven-build") ? "11" : "10";
    }

    private static String name(WindowsVersion version) {
        return ("Windows " + generation(version) + " " + version.displayVersion()).strip();
    }

    private static String number(WindowsVersion version) {
        return version.revision() < 0 ? String.valueOf(version.build()) : version.build() + "." + version.revision();
    }

    private static Fix update() {
        return Fix.safe(
                        "host.windows-build/update",
                        Text.of("fix.host.windows-build/update.title"),
                        new Step.Manual(Text.of("fix.host.windows-build/update.words"), "ms-settings:windowsupdate"))
                .takingEffect(TakesEffect.REBOOT);
    }
}
