package io.devdoctor.check;

import java.util.Set;

/// Which fixes leave a choice, known before anything is examined.
public final class Choices {
    public static final Set<String> FIXES = Set.of(
            "wsl.config-memory/advised",
            "wsl.config-processors/advised",
            "wsl.config-swap/advised",
            "wsl.default-distro/set",
            "wsl.memory-in-use/reclaim",
            "docker.memory/set",
            "docker.cpus/set",
            "docker.log-rotation/limit",
            "docker.registry-mirrors/reorder",
            "dockerfile.module-proxy/proxy",
            "compose.ports/move");

    private Choices() {}

    /// Whether some fix of this check does.
    public static boolean has(String check) {
        return FIXES.stream().anyMatch(fix -> fix.startsWith(check + "/"));
    }
}
