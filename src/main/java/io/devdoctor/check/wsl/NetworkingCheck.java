package io.devdoctor.check.wsl;

import io.devdoctor.check.Area;
import io.devdoctor.check.CheckInfo;
import io.devdoctor.check.Evidence;
import io.devdoctor.check.Finding;
import io.devdoctor.check.Subject;
import io.devdoctor.check.Version;
import io.devdoctor.format.WslConfigEntry;
import io.devdoctor.format.WslValue;
import io.devdoctor.machine.FileContent;
import io.devdoctor.machine.Machine;
import io.devdoctor.machine.Part;
import io.devdoctor.machine.Reading;
import io.devdoctor.machine.Source;
import io.devdoctor.machine.Wsl;
import io.devdoctor.machine.WslNetworking;
import io.devdoctor.text.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/// Whether the networking that `.wslconfig` asks for is possible on this Windows, and in force. WSL does not fail where
/// it
/// is not: it falls back to another mode.
final class NetworkingCheck implements WslCheck {
    private static final Subject MODE = Subject.machine("wsl2.networkingmode");
    /// `DisabledComponents` that switches IPv6 off altogether.
    private static final long NO_IPV6 = 0xFF;

    private static final Version LEAST = Version.of("2.0.0");
    private static final CheckInfo INFO = new CheckInfo(
            "wsl.networking",
            Area.WSL,
            Set.of(Part.HOST, Part.WSL, Part.WSL_CONFIG, Part.POLICIES, Part.WSL_ANSWER, Part.WSL_NETWORKING),
            List.of(CheckInfo.sameWorld("wsl.config-syntax")));

    @Override
    public CheckInfo info() {
        return INFO;
    }

    @Override
    public List<Finding> examineWsl(Wsl wsl, Machine machine) {
        return judgeIfPresent(
                ConfigFile.of(machine),
                MODE,
                (file, _) -> judgeIfPresent(machine.wslNetworking(), MODE, (windows, _) -> {
                    List<Finding> found = new ArrayList<>(mode(file, windows, wsl, machine));
                    feature(file, "dnsTunneling", windows.rawDns()).ifPresent(found::add);
                    feature(file, "autoProxy", windows.proxyChanges()).ifPresent(found::add);
                    return found;
                }));
    }

    private List<Finding> mode(ConfigFile file, WslNetworking windows, Wsl wsl, Machine machine) {
        String wanted = NetworkingMode.wanted(file);
        if (wanted.equals("mirrored")) {
            List<Finding> obstacles = mirrored(file, windows, wsl);
            if (!obstacles.isEmpty()) return obstacles;
        }
        if (wanted.equals("bridged") && file.config().value("wsl2", "vmSwitch").isEmpty()) {
            return List.of(back(warning(MODE, "bridged-without-switch", List.of(line(file))), file));
        }
        return List.of(fellBack(file, wanted, machine).orElseGet(() -> possible(file, wanted)));
    }

    private Finding possible(ConfigFile file, String wanted) {
        return wanted.equals("none") || wanted.equals("bridged")
                ? placed(info(MODE, wanted, List.of(line(file))), file)
                : ok(MODE, wanted.equals("consomme") ? "virtioproxy" : wanted);
    }

    /// The first obstacle is enough, since WSL looks no further.
    private List<Finding> mirrored(ConfigFile file, WslNetworking windows, Wsl wsl) {
        Optional<Version> release = wsl.packageVersion().known().flatMap(Version::parse);
        if (wsl.packageVersion().isAbsent()
                || release.filter(version -> version.isBefore(LEAST)).isPresent()) {
            Evidence version = Evidence.of(
                    "evidence.wsl.version",
                    wsl.packageVersion().known().orElse("-"),
                    wsl.packageVersion().sourceOr(file.source()));
            return List.of(warning(MODE, "mirrored-release", List.of(line(file), version))
                    .at(file.path(), lineOf(file))
                    .fixedBy(WslTools.update("wsl.networking/update")));
        }
        if (windows.ipv6Components() instanceof Reading.Known<Long>(Long bits, Source source) && bits == NO_IPV6) {
            return List.of(obstacle(file, "mirrored-ipv6", "evidence.wsl.ipv6-components", bits, source));
        }
        if (windows.ipv6Components() instanceof Reading.Unknown<Long> unread) return List.of(unknown(MODE, unread));
        return switch (windows.portReservation()) {
            case Reading.Known<Boolean>(Boolean there, Source source) ->
                there
                        ? firewall(file, windows)
                        : List.of(obstacle(file, "mirrored-windows", "evidence.wsl.function", there, source));
            case Reading.Unknown<Boolean> unread -> List.of(unknown(MODE, unread));
            case Reading.Absent<Boolean> _, Reading.NotApplicable<Boolean> _ -> List.of();
        };
    }

    private List<Finding> firewall(ConfigFile file, WslNetworking windows) {
        if (windows.firewallDisabled() instanceof Reading.Known<Long>(Long off, Source source) && off == 1) {
            return List.of(obstacle(file, "mirrored-firewall", "evidence.wsl.firewall-disabled", off, source));
        }
        if (windows.firewallDisabled() instanceof Reading.Unknown<Long> unread) return List.of(unknown(MODE, unread));
        return switch (windows.firewallProfiles()) {
            case Reading.Known<Integer>(Integer rows, Source source) ->
                rows > 0
                        ? List.of()
                        : List.of(obstacle(file, "mirrored-firewall", "evidence.wsl.firewall-profiles", rows, source));
            case Reading.Absent<Integer>(Source source) ->
                List.of(obstacle(file, "mirrored-firewall", "evidence.wsl.firewall-profiles", 0, source));
            case Reading.Unknown<Integer> unread -> List.of(unknown(MODE, unread));
            case Reading.NotApplicable<Integer> _ -> List.of();
        };
    }

    private Finding obstacle(ConfigFile file, String outcome, String what, Object value, Source source) {
        return back(warning(MODE, outcome, List.of(line(file), Evidence.of(what, value, source))), file);
    }

    /// An edit that is not in force yet explains another mode.
    private Optional<Finding> fellBack(ConfigFile file, String wanted, Machine machine) {
        Optional<Guest> guest = Guest.of(machine).known();
        Optional<FileContent> content =
                machine.wslConfig().flatMap((all, _) -> all.content()).known();
        boolean edited = guest.isPresent()
                && content.isPresent()
                && InForce.isNewer(content.get().modified(), guest.get());
        if (guest.isEmpty() || edited) return Optional.empty();
        String live = guest.get().live().networkingMode().known().orElse("");
        return NetworkingMode.unlike(file, guest.get())
                .map(mode -> warning(MODE, "fell-back", List.of(line(file), mode), wanted, live))
                .map(found -> placed(restarted(found, file, machine), file));
    }

    /// Where a policy decides the mode, another start would not change it.
    private static Finding restarted(Finding found, ConfigFile file, Machine machine) {
        return file.isLocked(NetworkingMode.SETTING)
                ? found
                : found.fixedBy(WslTools.shutdown("wsl.networking/shutdown", machine));
    }

    /// Only where the file asks for it: the default is what WSL can.
    private Optional<Finding> feature(ConfigFile file, String key, Reading<Boolean> possible) {
        Subject subject = Subject.machine("wsl2." + key.toLowerCase(Locale.ROOT));
        Optional<WslConfigEntry> entry = file.config()
                .entry("wsl2", key)
                .filter(each -> WslValue.bool(each.value()).filter(on -> on).isPresent());
        if (entry.isPresent() && possible instanceof Reading.Unknown<Boolean> unread) {
            return Optional.of(unknown(subject, unread));
        }
        return entry.isPresent() && possible instanceof Reading.Known<Boolean>(Boolean can, Source source) && !can
                ? Optional.of(file.withEdit(
                        warning(
                                        subject,
                                        "feature",
                                        List.of(
                                                file.line(entry.get().line()),
                                                Evidence.of("evidence.wsl.function", can, source)),
                                        key)
                                .at(file.path(), entry.get().line()),
                        "wsl.networking/feature-off",
                        Text.of("fix.wsl.networking/feature-off.title", key),
                        edit -> edit.commentOut(entry.get().line())))
                : Optional.empty();
    }

    private Finding back(Finding found, ConfigFile file) {
        return file.withSetting(
                placed(found, file),
                "wsl.networking/nat",
                Text.of("fix.wsl.networking/nat.title"),
                "wsl2",
                "networkingMode",
                "nat");
    }

    private static Finding placed(Finding found, ConfigFile file) {
        return file.before() == null ? found : found.at(file.path(), lineOf(file));
    }

    private static int lineOf(ConfigFile file) {
        return file.config()
                .entry("wsl2", "networkingMode")
                .map(WslConfigEntry::line)
                .orElse(0);
    }

    private static Evidence line(ConfigFile file) {
        return file.setting("wsl2", "networkingMode");
    }
}
