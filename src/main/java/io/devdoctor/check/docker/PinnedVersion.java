package io.devdoctor.check.docker;

import io.devdoctor.check.Evidence;
import io.devdoctor.check.Version;
import io.devdoctor.machine.DockerClient;
import io.devdoctor.machine.DockerClient.By;
import io.devdoctor.machine.DockerClient.Variable;
import io.devdoctor.machine.DockerEngine;
import io.devdoctor.machine.Machine;
import io.devdoctor.machine.Reading;
import io.devdoctor.machine.Source;
import java.util.List;
import java.util.Optional;

/// A variable that makes every docker command speak one version of the API, which the engine refuses. Without it the
/// command line and the engine agree by themselves.
///
/// @param lowest, highest versions that the engine speaks
record PinnedVersion(Variable variable, String lowest, String highest, Source engine) {
    private static final String NAME = "DOCKER_API_VERSION";

    static Optional<PinnedVersion> refused(Machine machine, DockerClient client) {
        boolean told = client.chosen()
                .known()
                .filter(choice -> choice.by() == By.OVERRIDE)
                .isPresent();
        Reading<DockerEngine.Version> answer = machine.dockerEngine().flatMap((engine, _) -> engine.version());
        if (told || !(answer instanceof Reading.Known<DockerEngine.Version>(var version, Source source))) {
            return Optional.empty();
        }
        return client.variables().stream()
                .filter(variable -> variable.name().equals(NAME))
                .findFirst()
                .map(variable -> new PinnedVersion(variable, version.minApi(), version.api(), source))
                .filter(PinnedVersion::isRefused);
    }

    List<Evidence> evidence() {
        return List.of(
                EndpointCheck.seen(variable),
                Evidence.of("evidence.docker.api-versions", lowest + " – " + highest, engine));
    }

    private boolean isRefused() {
        Optional<Version> pinned = Version.parse(variable.value().replaceFirst("^v", ""));
        return isBefore(pinned, Version.parse(lowest)) || isBefore(Version.parse(highest), pinned);
    }

    private static boolean isBefore(Optional<Version> left, Optional<Version> right) {
        return left.isPresent() && right.isPresent() && left.get().isBefore(right.get());
    }
}
