package io.devdoctor.check.wsl;

import io.devdoctor.check.Evidence;
import io.devdoctor.check.Finding;
import io.devdoctor.check.Subject;
import io.devdoctor.format.WslValue;
import io.devdoctor.machine.Bytes;
import io.devdoctor.machine.Reading;
import io.devdoctor.machine.Source;
import io.devdoctor.machine.WslAnswer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// What settings of `/etc/wsl.conf` cost the distribution now.
record DistroSettingsJudge(DistroConfigCheck check, DistroConfig file, WslAnswer.Live live) {
    private static final Pattern NAMESERVER = Pattern.compile("(?m)^\\s*nameserver\\s+(\\S+)");
    private static final String TUNNEL = "10.255.255.254";

    List<Finding> judge(Optional<ConfigFile> windows) {
        List<Finding> found = new ArrayList<>();
        systemd().ifPresent(found::add);
        resolver(windows).ifPresent(found::add);
        off("automount", "enabled", "automount-off").ifPresent(found::add);
        off("interop", "enabled", "interop-off").ifPresent(found::add);
        off("time", "useWindowsTimezone", "own-zone").ifPresent(found::add);
        return found;
    }

    private Optional<Finding> off(String section, String key, String outcome) {
        return file.isOff(section, key)
                ? Optional.of(placed(
                        check.info(subject(section, key), outcome, List.of(file.setting(section, key)), file.distro()),
                        section,
                        key))
                : Optional.empty();
    }

    private Optional<Finding> systemd() {
        if (!(live.text("/proc/1/comm") instanceof Reading.Known<String>(String first, Source source))) {
            return Optional.empty();
        }
        boolean runs = first.strip().equals("systemd");
        List<Evidence> evidence = List.of(
                file.setting("boot", "systemd"), Evidence.of("evidence.wsl.first-process", first.strip(), source));
        if (file.isOn("boot", "systemd") && !runs) {
            return Optional.of(placed(
                    check.warning(subject("boot", "systemd"), "systemd-ineffective", evidence, file.distro())
                            .fixedBy(WslTools.restart("wsl.distro-config/restart", file.distro())),
                    "boot",
                    "systemd"));
        }
        boolean engine = live.entry("/usr/bin/dockerd").isKnown();
        return engine && !runs
                ? Optional.of(check.info(subject("boot", "systemd"), "systemd-missing", evidence, file.distro()))
                : Optional.empty();
    }

    /// Who writes the resolver's file by hand must see to it that it names one that lives.
    private Optional<Finding> resolver(Optional<ConfigFile> windows) {
        if (!file.isOff("network", "generateResolvConf")) return Optional.empty();
        List<String> servers = live.text("/etc/resolv.conf")
                .known()
                .map(text -> NAMESERVER
                        .matcher(text)
                        .results()
                        .map(hit -> hit.group(1))
                        .toList())
                .orElse(List.of());
        boolean unread = live.file("/etc/resolv.conf") instanceof Reading.Unknown<Bytes>;
        List<Evidence> evidence = new ArrayList<>(List.of(file.setting("network", "generateResolvConf")));
        if (live.file("/etc/resolv.conf") instanceof Reading.Known<Bytes>(Bytes _, Source source)) {
            evidence.add(Evidence.of("evidence.wsl.nameservers", String.join(", ", servers), source));
        }
        if (servers.isEmpty() && !unread) {
            return Optional.of(resolver("no-nameserver", evidence, ""));
        }
        boolean tunnelOff = windows.flatMap(config -> config.config().value("wsl2", "dnsTunneling"))
                .flatMap(WslValue::bool)
                .filter(on -> !on)
                .isPresent();
        return tunnelOff && servers.contains(TUNNEL) && servers.size() == 1
                ? Optional.of(resolver("dead-nameserver", evidence, TUNNEL))
                : Optional.empty();
    }

    private Finding resolver(String outcome, List<Evidence> evidence, String server) {
        return placed(
                check.warning(subject("network", "generateResolvConf"), outcome, evidence, file.distro(), server)
                        .fixedBy(WslTools.manual("wsl.distro-config/resolver", file.distro())),
                "network",
                "generateResolvConf");
    }

    private Subject subject(String section, String key) {
        return new Subject(Subject.Kind.DISTRO, file.distro() + " " + section + "." + key, file.distro());
    }

    private Finding placed(Finding found, String section, String key) {
        return file.config()
                .entry(section, key)
                .map(entry -> found.at(file.path(), entry.line()))
                .orElse(found);
    }
}
