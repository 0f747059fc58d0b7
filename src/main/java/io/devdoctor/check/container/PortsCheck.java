package io.devdoctor.check.container;

import io.devdoctor.check.Area;
import io.devdoctor.check.Certainty;
import io.devdoctor.check.CheckInfo;
import io.devdoctor.check.Evidence;
import io.devdoctor.check.Finding;
import io.devdoctor.check.Subject;
import io.devdoctor.check.Verdict;
import io.devdoctor.machine.Containers.Container;
import io.devdoctor.machine.Containers.Details;
import io.devdoctor.machine.Containers.Image;
import io.devdoctor.machine.Containers.Wiring;
import io.devdoctor.machine.Part;
import io.devdoctor.machine.Reading;
import io.devdoctor.machine.Source;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/// Ports of running containers that nobody outside can reach although somebody meant it.
final class PortsCheck extends ContainerCheck {
    private static final CheckInfo INFO = new CheckInfo(
            "container.ports", Area.CONTAINER, Set.of(Part.CONTAINERS, Part.DOCKER_ENGINE), EngineContainers.UNREAD);
    /// Drivers that have no place at which a port could be forwarded.
    private static final Set<String> IGNORES_PUBLISHING = Set.of("host", "none", "null", "macvlan", "ipvlan");
    /// The network that every container without one of its own is in.
    private static final Set<String> DEFAULT_NETWORK = Set.of("default", "bridge", "nat");

    @Override
    public CheckInfo info() {
        return INFO;
    }

    @Override
    Finding well(Ward ward) {
        return ok(ward.engine(), "fine");
    }

    @Override
    Stream<Finding> judge(Ward ward, Container container, Details details, Source source) {
        Wiring wiring = details.setup().wiring();
        Subject subject = EngineContainers.of(ward.machine(), container);
        String driver = driver(ward, wiring);
        List<String> asked = wiring.published();
        boolean none = container.ports().stream().allMatch(port -> port.published() == 0);
        if (!asked.isEmpty() && IGNORES_PUBLISHING.contains(driver) && none) {
            return Stream.of(warning(
                            subject,
                            "ignored",
                            evidence(wiring, driver, source),
                            EngineContainers.named(container),
                            list(asked),
                            driver)
                    .fixedBy(Advice.about("port-ignored", container)));
        }
        if (!asked.isEmpty() && none && ward.containers().networks() instanceof Reading.Unknown<?> unread) {
            return Stream.of(unknown(subject, unread));
        }
        // Where the program listens, only the image says.
        if (!asked.isEmpty() && ward.image(details) instanceof Reading.Unknown<Image> unread) {
            return Stream.of(unknown(subject, unread));
        }
        List<String> meant = ward.image(details).known().map(Image::exposed).orElse(List.of());
        if (!asked.isEmpty() && !meant.isEmpty() && asked.stream().noneMatch(meant::contains)) {
            return Stream.of(other(subject, container, asked, meant, wiring, driver, source));
        }
        boolean alone = container.compose().isEmpty() && DEFAULT_NETWORK.contains(wiring.networkMode());
        return asked.isEmpty() && !wiring.all() && alone && !wiring.exposed().isEmpty() && none
                ? Stream.of(info(
                                subject,
                                "only-exposed",
                                evidence(wiring, driver, source),
                                EngineContainers.named(container),
                                list(wiring.exposed()))
                        .fixedBy(Advice.about("port-exposed", container)))
                : Stream.empty();
    }

    /// The image says where its program listens, unless it was told otherwise.
    private Finding other(
            Subject subject,
            Container container,
            List<String> asked,
            List<String> meant,
            Wiring wiring,
            String driver,
            Source source) {
        return finding(
                        subject,
                        Verdict.WARNING,
                        Certainty.LIKELY,
                        "other-port",
                        evidence(wiring, driver, source),
                        EngineContainers.named(container),
                        list(asked),
                        list(meant))
                .fixedBy(Advice.about("port-other", container));
    }

    private static List<Evidence> evidence(Wiring wiring, String driver, Source source) {
        return List.of(
                Evidence.of(
                        "evidence.container.published",
                        list(wiring.published()),
                        source.at(" : HostConfig.PortBindings")),
                Evidence.of("evidence.container.exposed", list(wiring.exposed()), source.at(" : Config.ExposedPorts")),
                Evidence.of("evidence.container.network", driver, source.at(" : HostConfig.NetworkMode")));
    }

    /// Of the first network; the mode itself where that says it all or the networks were not read.
    private static String driver(Ward ward, Wiring wiring) {
        Map<String, String> drivers = ward.containers().networks().known().orElse(Map.of());
        return drivers.getOrDefault(wiring.networkMode(), wiring.networkMode());
    }

    private static String list(List<String> ports) {
        return String.join(", ", ports);
    }
}
