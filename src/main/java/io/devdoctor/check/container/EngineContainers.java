package io.devdoctor.check.container;

import static io.devdoctor.check.CheckInfo.any;
import static io.devdoctor.check.CheckInfo.sameWorld;

import io.devdoctor.check.CheckInfo.Cause;
import io.devdoctor.check.Evidence;
import io.devdoctor.check.Finding;
import io.devdoctor.check.Subject;
import io.devdoctor.machine.Containers;
import io.devdoctor.machine.Containers.Compose;
import io.devdoctor.machine.Containers.Container;
import io.devdoctor.machine.Containers.Details;
import io.devdoctor.machine.Machine;
import io.devdoctor.machine.Reading;
import io.devdoctor.text.Text;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/// The containers of the engine that was asked, as subjects.
final class EngineContainers {
    /// What explains that nothing could be read.
    static final List<Cause> UNREAD = List.of(
            any("docker.endpoint").ofUnread(), sameWorld("docker.engine").ofUnread());
    private static final Set<String> ENDED = Set.of("exited", "dead");

    private EngineContainers() {}

    /// The engine as a whole.
    static Subject all(Machine machine) {
        String endpoint = endpoint(machine);
        return endpoint.isEmpty() ? Subject.MACHINE : Subject.endpoint(endpoint);
    }

    static Subject of(Machine machine, Container container) {
        return Subject.container(container.name(), endpoint(machine));
    }

    /// It does not run and will not start again by itself.
    static boolean hasEnded(Container container) {
        return ENDED.contains(container.state());
    }

    static boolean isRunning(Container container) {
        return container.state().equals("running");
    }

    /// Whether it ended within that time before now; one that does not say when counts.
    static boolean isRecent(Machine machine, Details details, Duration window) {
        return isRecent(machine, details.finishedAt(), window);
    }

    /// Whether it was made within that time before now; one that does not say when counts.
    static boolean isNew(Machine machine, Details details, Duration window) {
        return isRecent(machine, details.setup().createdAt(), window);
    }

    private static boolean isRecent(Machine machine, Reading<Instant> time, Duration window) {
        return !(time instanceof Reading.Known<Instant>(Instant at, var _))
                || at.isAfter(machine.taken().minus(window));
    }

    /// As people know it: with its Compose project and service, where the name does not say them.
    static Object named(Container container) {
        return container
                .compose()
                .filter(compose -> !compose.service().isEmpty() && !saysSo(container.name(), compose))
                .<Object>map(compose ->
                        Text.of("container.of-compose", container.name(), compose.project(), compose.service()))
                .orElse(container.name());
    }

    /// Compose makes `shop-api-1`, and once made `shop_api_1`.
    private static boolean saysSo(String name, Compose compose) {
        return name.startsWith(compose.project() + "-" + compose.service())
                || name.startsWith(compose.project() + "_" + compose.service());
    }

    /// The finding with the Compose service that its container belongs to.
    static Finding withCompose(Finding finding, Container container) {
        return container
                .compose()
                .map(compose -> finding.with(Evidence.of(
                        "evidence.container.compose",
                        compose.project() + " / " + compose.service()
                                + (compose.folder().isEmpty() ? "" : " (" + compose.folder() + ")"),
                        container.source().at(" : Labels"))))
                .orElse(finding);
    }

    /// The evidence that some were not looked into.
    static Evidence unseen(Containers containers, long count) {
        return new Evidence(
                Text.of("evidence.container.not-inspected"),
                count + " / " + containers.all().size(),
                containers.all().getFirst().source());
    }

    private static String endpoint(Machine machine) {
        return machine.dockerEngine().known().map(engine -> engine.endpoint()).orElse("");
    }
}
