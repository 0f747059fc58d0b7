package io.devdoctor.check.project.dockerfile;

import io.devdoctor.check.Check;
import java.util.List;
import java.util.stream.Stream;

/// Every check of Dockerfiles, in the order in which they are shown.
public final class DockerfileChecks {
    private static final List<Check> TEXT = List.of(
            new SyntaxCheck(),
            new LayerOrderCheck(),
            new ForegroundCheck(),
            new SignalsCheck(),
            new PlatformCheck(),
            new SecretsCheck(),
            new ModuleProxyCheck(),
            new VersionStampCheck());

    /// Those for which the stages are played out.
    private static final List<Check> STAGES = List.of(
            new LibcCheck(),
            new UserCheck(),
            new BaseImageCheck(),
            new PortsCheck(),
            new BinaryPathCheck(),
            new PermissionsCheck(),
            new CertificatesCheck(),
            new TimeZoneCheck());

    public static final List<Check> ALL =
            Stream.of(TEXT, STAGES).flatMap(List::stream).toList();

    private DockerfileChecks() {}

    /// What BuildKit says itself.
    ///
    /// @param own what these say is not said twice
    public static Check buildKit(List<Check> own) {
        return new BuildKitCheck(own);
    }
}
