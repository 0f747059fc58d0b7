package io.devdoctor.repair;

import io.devdoctor.fix.Step;
import io.devdoctor.machine.Reading;
import io.devdoctor.machine.RegistryKey;
import io.devdoctor.machine.RegistryValue;
import io.devdoctor.machine.ServiceState;
import io.devdoctor.machine.Source;
import io.devdoctor.system.Ports;
import io.devdoctor.system.change.ChangeResult.Reason;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Looks at what a tool sets: its own argument against that of its inverse. A tool may overwrite anything, so what
/// stands there now must be one of the two.
record ToolTarget(Ports ports) {
    private static final String LXSS = "HKCU\\Software\\Microsoft\\Windows\\CurrentVersion\\Lxss";
    private static final String SERVICES = "HKLM\\SYSTEM\\CurrentControlSet\\Services\\";
    /// The bit of a distribution's `Flags` that says WSL 2.
    private static final long VM_MODE = 8;
    /// `Win32_OptionalFeature.InstallState`; it changes as soon as the feature is requested, before the restart.
    private static final long ON = 1;

    private static final long OFF = 2;

    Present.Look at(Step.RunTool tool) {
        return switch (tool.tool()) {
            case NETWORK_PROVIDERS -> providers(tool);
            case WINDOWS_SWITCH -> windowsSwitch(tool);
            case SERVICE_START_TYPE -> startType(tool);
            case TIME_SYNC_FROM, TIME_SYNC_FROM_NOW -> syncFrom(tool);
            case WSL_SET_DEFAULT_VERSION -> defaultVersion(tool);
            case WSL_SET_VERSION -> version(tool);
            case WSL_SET_DEFAULT -> defaultDistro(tool);
            case WSL_COMPACT, WSL_NOT_SPARSE, NTFS_UNCOMPRESS, NTFS_COMPRESS -> new Present.Stateless();
            case DISM_ENABLE_FEATURE -> feature(tool, ON, OFF);
            case DISM_DISABLE_FEATURE -> feature(tool, OFF, ON);
            case NETSH_PROXY_DELETE -> netsh(tool, false);
            case NETSH_PROXY_ADD -> netsh(tool, true);
            case NETSH_DYNAMIC_PORTS -> new NetshTarget(ports).dynamicPorts(tool);
            case GIT_MODE -> new GitTarget(ports).mode(tool);
            case GIT_FILE_MODE -> new GitTarget(ports).fileMode(tool);
            case WINDOWS_SWITCH_REMOVE,
                    WINSOCK_RESET,
                    NETSH_RESERVE_PORT,
                    NETSH_RELEASE_PORT,
                    WINNAT_STOP,
                    WINNAT_START,
                    DOCKER_USERS_JOIN,
                    DOCKER_USERS_LEAVE,
                    WSL_TERMINATE,
                    WSL_SHUTDOWN,
                    WSL_UPDATE,
                    WSL_INSTALL,
                    TIME_RESYNC,
                    TIME_SERVICE_START,
                    BCDEDIT_HYPERVISOR_AUTO,
                    DESKTOP_START,
                    DESKTOP_STOP,
                    DESKTOP_RESTART,
                    DESKTOP_USE_LINUX,
                    DOCKER_CONTEXT_USE -> new Present.Stateless();
        };
    }

    private Present.Look netsh(Step.RunTool tool, boolean adds) {
        return new NetshTarget(ports).proxyRule(tool, adds).orElseGet(Present.Stateless::new);
    }

    private Present.Look providers(Step.RunTool tool) {
        String name = "ProviderOrder";
        RegistryValue before = before(tool, 1).map(RegistryValue.Text::new).orElse(null);
        RegistryValue after = new RegistryValue.Text(tool.args().get(1));
        String place = tool.args().getFirst();
        return inKey(place, key -> compare(place, name, before, after, plain(key.get(name))));
    }

    /// Undone by setting the value of before, or by removing a value that was not there.
    private Present.Look windowsSwitch(Step.RunTool tool) {
        String place = tool.args().getFirst();
        String name = tool.args().get(1);
        RegistryValue before = Optional.ofNullable(tool.inverse())
                .filter(inverse -> inverse.tool() == tool.tool())
                .map(inverse -> number(inverse.args().get(2)))
                .orElse(null);
        return inKey(
                place, key -> compare(place, name, before, number(tool.args().get(2)), key.get(name)));
    }

    private Present.Look syncFrom(Step.RunTool tool) {
        String place = SERVICES + "W32Time\\Parameters";
        RegistryValue before = before(tool, 0).map(ToolTarget::timeType).orElse(null);
        RegistryValue after = timeType(tool.args().getFirst());
        return inKey(place, key -> compare(place, "Type", before, after, plain(key.get("Type"))));
    }

    /// What `w32tm /config` writes for a word.
    private static RegistryValue timeType(String word) {
        return new RegistryValue.Text(word.endsWith("manual") ? "NTP" : "NoSync");
    }

    /// What holds no variable means the same under either type.
    private static @Nullable RegistryValue plain(@Nullable RegistryValue value) {
        return value instanceof RegistryValue.ExpandText(String text) ? new RegistryValue.Text(text) : value;
    }

    private Present.Look startType(Step.RunTool tool) {
        String place = SERVICES + tool.args().getFirst();
        return switch (ports.services().service(tool.args().getFirst())) {
            case Reading.Known<ServiceState>(ServiceState state, Source _)
            when state.start() == ServiceState.Start.UNREAD -> unreadable(Reason.FAILED, place, "start type unread");
            case Reading.Known<ServiceState>(ServiceState state, Source _) ->
                compare(
                        place,
                        "Start",
                        before(tool, 1).map(ToolTarget::startType).orElse(null),
                        startType(tool.args().get(1)),
                        new RegistryValue.Dword(state.start().ordinal()));
            case Reading.Absent<ServiceState> _ -> unreadable(Reason.GONE, place, "no such service");
            case Reading.Unknown<ServiceState> unknown -> unreadable(unknown, place);
            case Reading.NotApplicable<ServiceState>(String why) -> unreadable(Reason.NOT_HERE, place, why);
        };
    }

    /// The number that the registry holds; the constants of [ServiceState.Start] stand in its order.
    private static RegistryValue startType(String word) {
        return new RegistryValue.Dword(
                switch (word) {
                    case "auto" -> ServiceState.Start.AUTO.ordinal();
                    case "demand" -> ServiceState.Start.MANUAL.ordinal();
                    case "disabled" -> ServiceState.Start.DISABLED.ordinal();
                    default -> throw new IllegalArgumentException(word);
                });
    }

    private Present.Look defaultVersion(Step.RunTool tool) {
        String name = "DefaultVersion";
        RegistryValue before = before(tool, 0).map(ToolTarget::number).orElse(null);
        RegistryValue after = number(tool.args().getFirst());
        return inKey(LXSS, key -> {
            RegistryValue now = key.get(name);
            // Never set: the old component takes it for 1, which is what the inverse sets.
            return now == null ? new Present.AsBefore() : compare(LXSS, name, before, after, now);
        });
    }

    private Present.Look version(Step.RunTool tool) {
        return ofDistro(tool.args().getFirst(), (place, values) -> {
            if (!(values.get("Flags") instanceof RegistryValue.Dword(long flags))) return new Present.Stateless();
            boolean two = (flags & VM_MODE) != 0;
            return two == tool.args().get(1).equals("2") ? new Present.AsAfter() : new Present.AsBefore();
        });
    }

    private Present.Look defaultDistro(Step.RunTool tool) {
        String name = "DefaultDistribution";
        return inKey(
                LXSS,
                key -> ofDistro(tool.args().getFirst(), (place, _) -> {
                    RegistryValue after = guid(place);
                    RegistryValue now = key.get(name);
                    if (same(after, now)) return new Present.AsAfter();
                    Optional<String> old = before(tool, 0);
                    // A name that led nowhere may lead nowhere in any way.
                    if (old.isEmpty()) return new Present.Stateless();
                    return ofDistro(old.get(), (other, _) -> {
                        RegistryValue before = guid(other);
                        return same(before, now)
                                ? new Present.AsBefore()
                                : new Present.Other(new Conflict.InRegistry(LXSS, name, before, after, now));
                    });
                }));
    }

    private static RegistryValue guid(String place) {
        return new RegistryValue.Text(place.substring(place.lastIndexOf('\\') + 1));
    }

    private static boolean same(RegistryValue guid, @Nullable RegistryValue now) {
        return now instanceof RegistryValue.Text(String text)
                && guid instanceof RegistryValue.Text(String wanted)
                && text.equalsIgnoreCase(wanted);
    }

    private Present.Look feature(Step.RunTool tool, long after, long before) {
        String name = tool.args().getFirst().replace("/FeatureName:", "");
        var rows = ports.wmi()
                .rows(
                        "root\\CIMV2",
                        "Win32_OptionalFeature",
                        List.of("Name", "InstallState"),
                        "Name='VirtualMachinePlatform' OR Name='Microsoft-Windows-Subsystem-Linux'");
        // A WMI that hangs or refuses is no reason not to turn a feature on.
        return rows.known().orElse(List.of()).stream()
                .filter(row -> name.equals(row.get("Name")))
                .map(row -> row.get("InstallState"))
                .filter(Number.class::isInstance)
                .map(state -> ((Number) state).longValue())
                .<Present.Look>map(state -> state == after
                        ? new Present.AsAfter()
                        : state == before ? new Present.AsBefore() : new Present.Stateless())
                .findFirst()
                .orElse(new Present.Stateless());
    }

    private interface InDistro {
        Present.Look look(String place, Map<String, RegistryValue> values);
    }

    private Present.Look ofDistro(String distro, InDistro work) {
        if (!(ports.registry().key(LXSS) instanceof Reading.Known<RegistryKey>(RegistryKey lxss, Source _))) {
            return inKey(LXSS, _ -> new Present.Stateless());
        }
        for (String guid : lxss.subkeys()) {
            String place = LXSS + "\\" + guid;
            if (ports.registry().key(place) instanceof Reading.Known<RegistryKey>(RegistryKey key, Source _)
                    && new RegistryValue.Text(distro).equals(key.values().get("DistributionName"))) {
                return work.look(place, key.values());
            }
        }
        return unreadable(Reason.GONE, distro, "no such distribution");
    }

    private interface InKey {
        Present.Look look(Map<String, RegistryValue> values);
    }

    private Present.Look inKey(String place, InKey work) {
        return switch (ports.registry().key(place)) {
            case Reading.Known<RegistryKey>(RegistryKey key, Source _) -> work.look(key.values());
            case Reading.Absent<RegistryKey> _ -> work.look(Map.of());
            case Reading.Unknown<RegistryKey> unknown -> unreadable(unknown, place);
            case Reading.NotApplicable<RegistryKey>(String why) -> unreadable(Reason.NOT_HERE, place, why);
        };
    }

    private static Present.Look compare(
            String key, String name, @Nullable RegistryValue before, RegistryValue after, @Nullable RegistryValue now) {
        if (after.equals(now)) return new Present.AsAfter();
        return Objects.equals(before, now)
                ? new Present.AsBefore()
                : new Present.Other(new Conflict.InRegistry(key, name, before, after, now));
    }

    private static Optional<String> before(Step.RunTool tool, int argument) {
        return Optional.ofNullable(tool.inverse()).map(inverse -> inverse.args().get(argument));
    }

    private static RegistryValue number(String digits) {
        return new RegistryValue.Dword(Long.parseLong(digits));
    }

    private Present.Look unreadable(Reading.Unknown<?> unknown, String place) {
        Reason reason = unknown.cause() == Reading.Cause.DENIED ? Reason.DENIED : Reason.FAILED;
        return unreadable(reason, place, unknown.cause() + ": " + unknown.detail());
    }

    private Present.Look unreadable(Reason reason, String place, String detail) {
        return new Present.Unreadable(StepResult.failed(
                reason, Source.Kind.REGISTRY, place, detail, ports.clock().now()));
    }
}
