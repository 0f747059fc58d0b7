package io.devdoctor.probe;

import static io.devdoctor.probe.AtOnce.together;

import io.devdoctor.machine.DockerAccess;
import io.devdoctor.machine.Machine;
import io.devdoctor.machine.Part;
import io.devdoctor.machine.Reading;
import io.devdoctor.machine.Source;
import io.devdoctor.system.Environment.Scope;
import io.devdoctor.system.Ports;
import java.util.Map;

/// Reads whether this user belongs to the group that Docker Desktop's installer makes.
public final class DockerAccessProbe implements Probe<DockerAccess> {
    private static final String GROUP = "docker-users";

    @Override
    public Part<DockerAccess> part() {
        return Part.DOCKER_ACCESS;
    }

    @Override
    public Reading<DockerAccess> read(Ports system, Machine known) {
        if (!system.platform().isWindows()) return new Reading.NotApplicable<>(NotWindows.WHY);
        Map<String, String> process =
                system.environment().variables(Scope.PROCESS).known().orElse(Map.of());
        String domain = process.getOrDefault("USERDOMAIN", "");
        String name = process.getOrDefault("USERNAME", "");
        var listed = together(() -> system.win32().listedIn(GROUP));
        DockerAccess access = new DockerAccess(
                domain.isEmpty() || name.isEmpty() ? name : domain + "\\" + name,
                system.win32().memberOf(GROUP),
                listed.join());
        return new Reading.Known<>(access, new Source(Source.Kind.DERIVED, "docker-access", known.taken()));
    }
}
