package io.devdoctor.format.dockerfile;

import io.devdoctor.format.dockerfile.DockerfileError.Kind;
import java.util.Set;

/// The fields of a mount, which BuildKit looks at when it comes to build the stage.
final class MountRules {
    private static final Set<String> TYPES = Set.of("bind", "cache", "tmpfs", "secret", "ssh");
    private static final Set<String> SWITCHES = Set.of("readonly", "ro", "readwrite", "rw", "required");
    private static final Set<String> KEYS = Set.of(
            "type",
            "from",
            "source",
            "src",
            "target",
            "dst",
            "destination",
            "size",
            "id",
            "sharing",
            "mode",
            "uid",
            "gid",
            "env");

    private MountRules() {}

    static void judge(Instruction.Run run, ErrorList errors) {
        for (Mount mount : run.mounts()) {
            String message = message(mount);
            if (!message.isEmpty()) {
                errors.building(Kind.FLAG, mount.flag().line(), "--mount", message);
                return;
            }
        }
    }

    /// "" = all is well. Quoted fields may hold commas and are passed over.
    private static String message(Mount mount) {
        if (mount.flag().value().contains("\"")) return "";
        boolean known = mount.type().contains("$") || TYPES.contains(mount.type());
        if (!known) return "unsupported mount type \"" + mount.type() + "\"";
        for (Mount.Field field : mount.fields()) {
            boolean right = SWITCHES.contains(field.key()) || KEYS.contains(field.key());
            if (!right && !field.value().isEmpty()) {
                return "unexpected key '" + field.key() + "' in '" + field.key() + "=" + field.value() + "'";
            }
        }
        return "";
    }
}
