package io.devdoctor.probe;

import static io.devdoctor.probe.AtOnce.each;
import static io.devdoctor.probe.AtOnce.together;

import io.devdoctor.machine.FileState;
import io.devdoctor.machine.Machine;
import io.devdoctor.machine.Part;
import io.devdoctor.machine.Reading;
import io.devdoctor.machine.RegistryKey;
import io.devdoctor.machine.Source;
import io.devdoctor.machine.Wsl;
import io.devdoctor.system.Ports;
import java.util.List;
import java.util.regex.Pattern;

/// Reads WSL's own records in the registry and its services. Starts nothing, and asks nothing that is localized.
public final class WslProbe implements Probe<Wsl> {
    static final String USER_KEY = "HKCU\\Software\\Microsoft\\Windows\\CurrentVersion\\Lxss";
    static final String PACKAGE_KEY = "HKLM\\SOFTWARE\\Microsoft\\Windows\\CurrentVersion\\Lxss\\MSI";

    /// What WSL assumes where `Flags` is missing (DistributionRegistration.h): everything but the virtual machine.
    private static final long FLAGS_WHEN_ABSENT = 7;

    private static final Pattern GUID = Pattern.compile("\\{[0-9A-Fa-f]{8}(-[0-9A-Fa-f]{4}){3}-[0-9A-Fa-f]{12}}");
    private static final int AT_ONCE = 4;

    @Override
    public Part<Wsl> part() {
        return Part.WSL;
    }

    @Override
    public Reading<Wsl> read(Ports system, Machine known) {
        if (!system.platform().isWindows()) return new Reading.NotApplicable<>(NotWindows.WHY);
        var service = together(() -> system.services().service("WSLService"));
        var manager = together(() -> system.services().service("LxssManager"));
        var installed = together(() -> KeyFacts.text(system.registry().key(PACKAGE_KEY), "Version"));
        Reading<RegistryKey> user = system.registry().key(USER_KEY);
        var pending = together(() -> rebootPending(system, user));
        Reading<List<Wsl.Distro>> distros = distros(system, user);
        Wsl wsl = new Wsl(
                installed.join(),
                service.join(),
                manager.join(),
                KeyFacts.number(user, "DefaultVersion"),
                KeyFacts.text(user, "DefaultDistribution"),
                distros,
                pending.join());
        return new Reading.Known<>(wsl, new Source(Source.Kind.REGISTRY, USER_KEY, known.taken()));
    }

    private static Reading<List<Wsl.Distro>> distros(Ports system, Reading<RegistryKey> user) {
        if (user instanceof Reading.Absent<RegistryKey>(Source source)) {
            return new Reading.Known<>(List.of(), source);
        }
        return user.map(key -> each(
                key.subkeys().stream()
                        .filter(name -> GUID.matcher(name).matches())
                        .toList(),
                AT_ONCE,
                guid -> distro(system, guid)));
    }

    private static Wsl.Distro distro(Ports system, String guid) {
        String path = USER_KEY + "\\" + guid;
        Reading<RegistryKey> key = stillThere(system.registry().key(path));
        Reading<Long> flags = KeyFacts.orWhenAbsent(KeyFacts.number(key, "Flags"), FLAGS_WHEN_ABSENT);
        Reading<String> basePath = KeyFacts.text(key, "BasePath").map(WslProbe::withoutLongPathPrefix);
        Reading<String> registered = KeyFacts.text(key, "DistributionName");
        return new Wsl.Distro(
                guid,
                registered.known().filter(name -> !name.isBlank()).orElse(guid),
                registered,
                flags,
                KeyFacts.orWhenAbsent(KeyFacts.number(key, "State"), 0L),
                basePath,
                disk(system, key, flags, basePath),
                key.sourceOr(
                        new Source(Source.Kind.REGISTRY, path, system.clock().now())));
    }

    /// A key that its parent lists and that cannot be found was removed meanwhile: its values have no defaults then.
    private static Reading<RegistryKey> stillThere(Reading<RegistryKey> key) {
        return key instanceof Reading.Absent<RegistryKey>(Source source)
                ? new Reading.Unknown<>(Reading.Cause.FAILED, "the key vanished while it was read", source)
                : key;
    }

    private static Reading<FileState> disk(
            Ports system, Reading<RegistryKey> key, Reading<Long> flags, Reading<String> basePath) {
        return flags.flatMap((bits, _) -> {
            if ((bits & Wsl.Distro.VM_MODE) == 0)
                return new Reading.NotApplicable<>("WSL 1 keeps its files in a folder");
            if (basePath instanceof Reading.Absent<String>(Source source)) {
                return new Reading.Unknown<>(Reading.Cause.UNREADABLE, "BasePath is missing", source);
            }
            Reading<String> file = KeyFacts.orWhenAbsent(KeyFacts.text(key, "VhdFileName"), "ext4.vhdx");
            return basePath.flatMap(
                    (folder, _) -> file.flatMap((name, _) -> system.files().state(folder + "\\" + name)));
        });
    }

    /// The key is volatile and gone after a restart, so its mere existence says "restart pending".
    private static Reading<String> rebootPending(Ports system, Reading<RegistryKey> user) {
        return user.flatMap((key, source) -> {
            boolean there = key.subkeys().stream().anyMatch("InstallStatus"::equalsIgnoreCase);
            if (!there) return new Reading.Absent<>(source.at("\\InstallStatus"));
            Reading<RegistryKey> status = system.registry().key(USER_KEY + "\\InstallStatus");
            return status.isAbsent()
                    ? new Reading.Absent<>(source.at("\\InstallStatus"))
                    : KeyFacts.orWhenAbsent(KeyFacts.text(status, ""), "");
        });
    }

    private static String withoutLongPathPrefix(String path) {
        if (path.startsWith("\\\\?\\UNC\\")) return "\\" + path.substring("\\\\?\\UNC".length());
        return path.startsWith("\\\\?\\") ? path.substring("\\\\?\\".length()) : path;
    }
}
