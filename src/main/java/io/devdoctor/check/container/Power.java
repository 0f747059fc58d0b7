package io.devdoctor.check.container;

import io.devdoctor.check.Evidence;
import io.devdoctor.machine.Containers.Container;
import io.devdoctor.machine.Containers.Details;
import io.devdoctor.machine.Containers.Mount;
import io.devdoctor.machine.Containers.Privileges;
import io.devdoctor.machine.Source;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/// Something that takes the walls between a container and its engine down.
///
/// @param outcome names the texts `check.container.privileges.<outcome>`
record Power(String outcome, String detail, Evidence evidence) {
    static final String HOST_NETWORK = "host-network";
    /// Each of them suffices to leave the container.
    private static final Set<String> GRAVE =
            Set.of("ALL", "SYS_ADMIN", "SYS_MODULE", "SYS_PTRACE", "SYS_RAWIO", "DAC_READ_SEARCH", "BPF");
    private static final Pattern SOCKET =
            Pattern.compile("(.*/)?(docker|podman|containerd)(\\.raw)?\\.sock|.*[/\\\\]pipe[/\\\\]docker.*");

    /// The gravest first.
    static List<Power> of(Container container, Details details, Source source) {
        List<Power> powers = new ArrayList<>();
        Privileges had = details.setup().privileges();
        if (had.privileged()) powers.add(power("privileged", "true", source.at(" : HostConfig.Privileged")));
        container.mounts().stream()
                .filter(mount -> !mount.type().equals("volume") && isSocket(mount))
                .map(mount -> power(
                        "engine-socket", mount.source(), container.source().at(" : Mounts")))
                .forEach(powers::add);
        had.capabilities().stream()
                .filter(capability -> GRAVE.contains(bare(capability)))
                .map(capability -> power("capability", bare(capability), source.at(" : HostConfig.CapAdd")))
                .forEach(powers::add);
        if (had.pidMode().equals("host"))
            powers.add(power("host-namespace", "pid", source.at(" : HostConfig.PidMode")));
        if (had.ipcMode().equals("host"))
            powers.add(power("host-namespace", "ipc", source.at(" : HostConfig.IpcMode")));
        // A privileged container has neither; the engine lists it as an option of its own.
        had.securityOptions().stream()
                .filter(option ->
                        !had.privileged() && option.matches("(seccomp|apparmor|label)[=:](unconfined|disable)"))
                .map(option -> power("unconfined", option, source.at(" : HostConfig.SecurityOpt")))
                .forEach(powers::add);
        if (details.setup().wiring().networkMode().equals("host")) {
            powers.add(power(HOST_NETWORK, "host", source.at(" : HostConfig.NetworkMode")));
        }
        return powers;
    }

    private static boolean isSocket(Mount mount) {
        return SOCKET.matcher(mount.source()).matches();
    }

    private static String bare(String capability) {
        String name = capability.toUpperCase(Locale.ROOT);
        return name.startsWith("CAP_") ? name.substring(4) : name;
    }

    private static Power power(String outcome, String detail, Source source) {
        Object value = detail.equals("true") ? Boolean.TRUE : detail;
        return new Power(outcome, detail, Evidence.of("evidence.container." + outcome, value, source));
    }
}
