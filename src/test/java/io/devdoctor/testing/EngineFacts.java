package io.devdoctor.testing;

import static io.devdoctor.testing.Facts.absent;
import static io.devdoctor.testing.Facts.known;

import io.devdoctor.machine.Containers;
import io.devdoctor.machine.Containers.Container;
import io.devdoctor.machine.DockerEngine;
import io.devdoctor.machine.Reading;
import java.util.List;
import java.util.Map;

/// Engines and containers for tests of checks.
public final class EngineFacts {
    public static final String ENDPOINT = "npipe:////./pipe/docker_engine";

    private EngineFacts() {}

    /// An engine of which only the endpoint is known.
    public static Reading<DockerEngine> silent() {
        return known(new DockerEngine(ENDPOINT, absent(), absent(), absent(), absent()));
    }

    public static Reading<Containers> containers(Container... all) {
        return known(new Containers(List.of(all), false));
    }

    /// A container that was not inspected.
    public static Container container(String name, String state) {
        return new Container(
                name, name, "image", state, List.of(), Map.of(), List.of(), Facts.notApplicable(), Facts.SOURCE);
    }

    public static Container publishing(Container container, int port) {
        return new Container(
                container.id(),
                container.name(),
                container.image(),
                container.state(),
                List.of(new Containers.Port("0.0.0.0", port, 80, "tcp")),
                container.labels(),
                container.mounts(),
                container.details(),
                container.source());
    }

    public static Container bound(Container container, String source, String target, boolean writable) {
        return new Container(
                container.id(),
                container.name(),
                container.image(),
                container.state(),
                container.ports(),
                container.labels(),
                List.of(new Containers.Mount("bind", source, target, writable)),
                container.details(),
                container.source());
    }

    /// What the engine says of a container that could not be started.
    public static Container failed(Container container, String error) {
        return new Container(
                container.id(),
                container.name(),
                container.image(),
                container.state(),
                container.ports(),
                container.labels(),
                container.mounts(),
                known(new Containers.Details(128, false, error, absent(), 0, 0, "no", "", plainSetup())),
                container.source());
    }

    /// Nothing special: a program in the default network, without rights, health check or ports.
    public static Containers.Setup plainSetup() {
        return new Containers.Setup(
                absent(),
                absent(),
                "",
                "",
                "/app",
                new Containers.Privileges(false, List.of(), List.of(), "", "private"),
                new Containers.Wiring("bridge", List.of("bridge"), List.of(), List.of(), false),
                new Containers.LogTarget("json-file", Map.of("max-size", "10m"), Facts.notApplicable()),
                absent(),
                0);
    }
}
