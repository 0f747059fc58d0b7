package io.devdoctor.check.project.dockerfile;

import io.devdoctor.check.Check;
import java.util.List;

/// Every check of Dockerfiles, in the order in which they are shown.
public final class DockerfileChecks {
    public static final List<Check> ALL = List.of(new SyntaxCheck(), new LayerOrderCheck(), new SecretsCheck());

    private DockerfileChecks() {}
}
