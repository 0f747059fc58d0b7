package io.devdoctor.check.docker;

import io.devdoctor.check.DatedTable;
import io.devdoctor.check.Thresholds;
import io.devdoctor.check.Version;
import io.devdoctor.format.WslConfig;
import io.devdoctor.machine.Host;
import io.devdoctor.machine.Machine;
import io.devdoctor.machine.Reading;
import io.devdoctor.machine.Source;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// What dated tables know of a release of Docker Desktop.
///
/// @param from  first release with the trouble
/// @param cured first one without
/// @param about the name of a hole or an engine, or the key of the words
record KnownDesktop(String kind, Version from, Version cured, String condition, String about, String source) {
    private static final List<KnownDesktop> ROWS = DatedTable.rows("desktop-releases.csv", 6).stream()
            .map(row -> new KnownDesktop(
                    row.get(0), Version.of(row.get(1)), Version.of(row.get(2)), row.get(3), row.get(4), row.get(5)))
            .toList();
    private static final List<Need> OF_WINDOWS = DatedTable.rows("windows-requirements.csv", 3).stream()
            .map(row -> new Need(Version.of(row.get(0)), row.get(1), Version.of(row.get(2))))
            .toList();
    private static final List<Need> OF_WSL = DatedTable.rows("wsl-releases.csv", 5).stream()
            .filter(row -> row.getFirst().equals("least"))
            .map(row -> new Need(Version.of(row.get(2)), "", Version.of(row.get(1))))
            .toList();
    private static final Set<String> HOME = Set.of("Core", "CoreN", "CoreSingleLanguage", "CoreCountrySpecific");
    /// From this release of WSL on, a paused engine freezes every distribution; before, where memory is given back
    /// gradually.
    private static final Version FREEZING = Version.of("2.5.1");
    /// The first after 2.5.7, to which people were told to go back.
    private static final Version HOST_NETWORK_FAILS = Version.of("2.5.8");

    /// What a release of Docker Desktop, and every later one, needs.
    ///
    /// @param windows 10 or 11; empty = any
    record Need(Version desktop, String windows, Version least) {}

    /// Whether the tables were made before this release.
    static boolean isLater(Version version) {
        return ROWS.stream().filter(row -> row.kind.equals("newest")).noneMatch(row -> version.isBefore(row.cured));
    }

    /// Troubles of this release that concern this machine, worst first.
    static List<KnownDesktop> troubles(Version version, Machine machine) {
        return ROWS.stream()
                .filter(row -> !row.kind.equals("newest"))
                .filter(row -> !version.isBefore(row.from) && version.isBefore(row.cured))
                .filter(row -> row.concerns(machine))
                .toList();
    }

    /// What this release needs of a Windows of that kind, if that is more than what is there.
    static Optional<Need> unmet(Version desktop, Host.WindowsVersion windows) {
        String generation = windows.build() >= Thresholds.number("windows.eleven-build") ? "11" : "10";
        return OF_WINDOWS.stream()
                .filter(need -> need.windows().equals(generation) && !desktop.isBefore(need.desktop()))
                .filter(need -> windows.build() < need.least().numbers().getFirst())
                .findFirst();
    }

    /// What this release needs of WSL, if that is more than what is there.
    static Optional<Need> unmet(Version desktop, Version wsl) {
        return ofWsl(desktop).filter(need -> wsl.isBefore(need.least()));
    }

    static Optional<Need> ofWsl(Version desktop) {
        return OF_WSL.stream().filter(need -> !desktop.isBefore(need.desktop())).findFirst();
    }

    static boolean asksForWindows(Version desktop) {
        return OF_WINDOWS.stream().anyMatch(need -> !desktop.isBefore(need.desktop()));
    }

    private boolean concerns(Machine machine) {
        return switch (condition) {
            case "" -> true;
            case "home" -> edition(machine).filter(HOME::contains).isPresent();
            case "not-english" -> !machine.platform().locale().startsWith("en");
            case "resource-saver" -> savesResources(machine) && isFreezing(machine);
            case "host-networking" -> isOnHostNetwork(machine) && isWslFrom(HOST_NETWORK_FAILS, machine);
            default -> throw new IllegalStateException("no such condition: " + condition);
        };
    }

    private static Optional<String> edition(Machine machine) {
        return machine.host().flatMap((host, _) -> host.windows()).known().map(Host.WindowsVersion::edition);
    }

    private static boolean savesResources(Machine machine) {
        return switch (DesktopSettings.of(machine)) {
            case Reading.Known<DesktopSettings>(DesktopSettings settings, Source _) ->
                settings.isOn("UseResourceSaver", true) && settings.isOn("WslEngineEnabled", true);
            case Reading.Absent<DesktopSettings> _ -> true;
            case Reading.Unknown<DesktopSettings> _, Reading.NotApplicable<DesktopSettings> _ -> false;
        };
    }

    private static boolean isFreezing(Machine machine) {
        return isWslFrom(FREEZING, machine) || isReclaimingGradually(machine);
    }

    private static boolean isReclaimingGradually(Machine machine) {
        return machine.wslConfig()
                .flatMap((file, _) -> file.content())
                .known()
                .flatMap(content ->
                        WslConfig.parse(content.bytes().toArray()).value("experimental", "autoMemoryReclaim"))
                .filter("gradual"::equalsIgnoreCase)
                .isPresent();
    }

    private static boolean isOnHostNetwork(Machine machine) {
        return DesktopSettings.of(machine)
                .known()
                .filter(settings -> settings.isOn("HostNetworkingEnabled", false))
                .isPresent();
    }

    private static boolean isWslFrom(Version first, Machine machine) {
        return machine.wsl()
                .flatMap((wsl, _) -> wsl.packageVersion())
                .known()
                .flatMap(Version::parse)
                .filter(wsl -> !wsl.isBefore(first))
                .isPresent();
    }
}
