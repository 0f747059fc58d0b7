package io.devdoctor.check.wsl;

import io.devdoctor.check.Evidence;
import io.devdoctor.check.Finding;
import io.devdoctor.machine.Machine;
import io.devdoctor.machine.Reading;
import io.devdoctor.machine.Source;
import io.devdoctor.text.Text;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/// How the virtual machine of WSL is joined to the network: as it says itself, else as `.wslconfig` asks for.
///
/// @param name   nat, mirrored, virtioproxy, consomme, bridged, none
/// @param isLive the machine said so; else WSL may fall back to another mode
public record NetworkingMode(String name, boolean isLive, List<Evidence> evidence) {
    private static final String SECTION = "wsl2";
    private static final String KEY = "networkingMode";
    static final String SETTING = SECTION + "." + KEY;

    /// What else stands there counts as NAT.
    private static final Set<String> MODES = Set.of("nat", "mirrored", "none", "bridged", "virtioproxy", "consomme");

    public NetworkingMode {
        evidence = List.copyOf(evidence);
    }

    /// Unknown where `.wslconfig` cannot be read and nothing runs that could say it.
    public static Reading<NetworkingMode> of(Machine machine) {
        if (live(machine) instanceof Reading.Known<String>(String mode, Source source)) {
            Evidence said = Evidence.of("evidence.wsl.live-mode", mode, source);
            return new Reading.Known<>(new NetworkingMode(mode, true, List.of(said)), source);
        }
        return ConfigFile.of(machine)
                .map(file -> new NetworkingMode(
                        file.config().value(SECTION, KEY).orElse("nat").toLowerCase(Locale.ROOT),
                        false,
                        List.of(file.setting(SECTION, KEY))));
    }

    /// What the running virtual machine says of itself; Absent = it is down.
    public static Reading<String> live(Machine machine) {
        return Guest.of(machine)
                .flatMap((guest, _) -> guest.live().networkingMode())
                .map(mode -> mode.strip().toLowerCase(Locale.ROOT));
    }

    /// What `.wslconfig` asks for.
    static String wanted(ConfigFile file) {
        return file.config()
                .value(SECTION, KEY)
                .map(value -> value.toLowerCase(Locale.ROOT))
                .filter(MODES::contains)
                .orElse("nat");
    }

    /// The mode in force, where it is not the one that the file asks for.
    static Optional<Evidence> unlike(ConfigFile file, Guest guest) {
        return guest.live().networkingMode() instanceof Reading.Known<String>(String mode, Source source)
                        && !same(wanted(file), mode)
                ? Optional.of(Evidence.of("evidence.wsl.live-mode", mode, source))
                : Optional.empty();
    }

    /// One of them has two names.
    private static boolean same(String wanted, String live) {
        return wanted.replace("consomme", "virtioproxy").equals(live.replace("consomme", "virtioproxy"));
    }

    public boolean isMirrored() {
        return name.equals("mirrored");
    }

    /// The finding with the fix that makes WSL use NAT from its next start on; where the file says so already, only
    /// the restart is missing.
    public static Finding toNat(Finding finding, String id, Machine machine) {
        return ConfigFile.of(machine)
                .known()
                .map(file -> {
                    int line = file.config()
                            .entry(SECTION, KEY)
                            .map(entry -> entry.line())
                            .orElse(0);
                    Finding placed = line == 0 ? finding : finding.at(file.path(), line);
                    boolean saysNat =
                            file.config().value(SECTION, KEY).orElse("nat").equalsIgnoreCase("nat");
                    return saysNat
                            ? placed.fixedBy(WslTools.shutdown(id + "-restart", machine))
                            : file.withSetting(
                                    placed, id, Text.of("fix.wsl.networking/nat.title"), SECTION, KEY, "nat");
                })
                .orElse(finding);
    }
}
