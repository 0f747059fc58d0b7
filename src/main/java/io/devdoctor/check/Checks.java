package io.devdoctor.check;

import io.devdoctor.check.clock.ClockChecks;
import io.devdoctor.check.container.ContainerChecks;
import io.devdoctor.check.docker.DockerChecks;
import io.devdoctor.check.drives.DrivesChecks;
import io.devdoctor.check.host.HostChecks;
import io.devdoctor.check.network.NetworkChecks;
import io.devdoctor.check.project.ProjectChecks;
import io.devdoctor.check.wsl.WslChecks;
import io.devdoctor.format.Similar;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/// Every check there is, area by area.
public final class Checks {
    public static final List<Check> ALL = Stream.of(
                    HostChecks.ALL,
                    WslChecks.ALL,
                    ClockChecks.ALL,
                    DrivesChecks.ALL,
                    NetworkChecks.ALL,
                    DockerChecks.ALL,
                    ContainerChecks.ALL,
                    ProjectChecks.ALL)
            .flatMap(List::stream)
            .toList();

    private Checks() {}

    /// Whether a check has this id.
    public static boolean has(String id) {
        return ALL.stream().anyMatch(check -> check.info().id().equals(id));
    }

    /// The id or area that was probably meant; empty where none is near.
    public static String meant(String word) {
        Stream<String> areas = Arrays.stream(Area.values()).map(Area::id);
        Stream<String> ids = ALL.stream().map(check -> check.info().id());
        return Similar.of(Stream.concat(areas, ids).toList(), word);
    }
}
