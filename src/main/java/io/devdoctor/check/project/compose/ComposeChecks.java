package io.devdoctor.check.project.compose;

import io.devdoctor.check.Check;
import java.util.List;

/// Every check of Compose files, in the order in which they are shown.
public final class ComposeChecks {
    public static final List<Check> ALL = List.of(
            new SyntaxCheck(),
            new PathsCheck(),
            new PortsCheck(),
            new NetworksCheck(),
            new EnvironmentCheck(),
            new SecretsCheck(),
            new MemoryCheck(),
            new PrivilegesCheck(),
            new ReadinessCheck(),
            new HotReloadCheck(),
            new StorageCheck(),
            new ImagesCheck());

    private ComposeChecks() {}
}
