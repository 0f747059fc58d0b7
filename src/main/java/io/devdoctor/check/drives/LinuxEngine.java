package io.devdoctor.check.drives;

import io.devdoctor.check.CheckInfo;
import io.devdoctor.check.Subject;
import io.devdoctor.machine.DockerEngine;
import io.devdoctor.machine.Machine;
import io.devdoctor.machine.Reading;
import java.util.List;

/// The engine whose containers use shared folders, as far as it told about itself.
final class LinuxEngine {
    /// What explains that such an engine, or the list of its containers, could not be read.
    static final List<CheckInfo.Cause> CAUSES = List.of(
            CheckInfo.any("wsl.responds").ofUnread(),
            CheckInfo.any("docker.running").ofUnread(),
            CheckInfo.any("docker.engine").ofUnread(),
            CheckInfo.any("docker.endpoint").ofUnread());

    private LinuxEngine() {}

    /// Not applicable where it runs Windows containers: those see the folders of Windows themselves.
    static Reading<DockerEngine.Info> info(Machine machine) {
        return machine.dockerEngine()
                .flatMap((engine, _) -> engine.info())
                .flatMap((info, source) -> info.osType().equals("linux")
                        ? new Reading.Known<>(info, source)
                        : new Reading.NotApplicable<>("containers of " + info.osType()));
    }

    static Subject subject(Machine machine) {
        return machine.dockerEngine()
                .known()
                .map(engine -> Subject.endpoint(engine.endpoint()))
                .orElse(Subject.MACHINE);
    }
}
