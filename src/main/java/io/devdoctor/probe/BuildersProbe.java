package io.devdoctor.probe;

import static io.devdoctor.probe.AtOnce.each;
import static io.devdoctor.probe.AtOnce.together;

import io.devdoctor.machine.Builders;
import io.devdoctor.machine.Builders.Builder;
import io.devdoctor.machine.Builders.By;
import io.devdoctor.machine.Bytes;
import io.devdoctor.machine.DockerClient;
import io.devdoctor.machine.DockerClient.Choice;
import io.devdoctor.machine.DockerClient.Variable;
import io.devdoctor.machine.FileContent;
import io.devdoctor.machine.FileState;
import io.devdoctor.machine.Machine;
import io.devdoctor.machine.Part;
import io.devdoctor.machine.Reading;
import io.devdoctor.machine.Source;
import io.devdoctor.system.Ports;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Reads the store of buildx and chooses as buildx does: `BUILDX_BUILDER`, `current` if it was chosen for this context
/// or for all, `defaults/<hash of the context>`. One that went since is passed over, unless the variable names it.
public final class BuildersProbe implements Probe<Builders> {
    /// Hexadecimal digits of a SHA-256 that name a file below `defaults`.
    private static final int HASH = 20;

    @Override
    public Part<Builders> part() {
        return Part.BUILDERS;
    }

    @Override
    public Set<Part<?>> needs() {
        return Set.of(Part.DOCKER_CLIENT);
    }

    @Override
    public Reading<Builders> read(Ports system, Machine known) {
        return known.dockerClient().flatMap((client, _) -> {
            BuilderStore store = new BuilderStore(system, folder(system, client));
            var plugin = together(() -> plugin(system, client));
            Reading<FileContent> current = store.file("current");
            Reading<Builder> chosen = client.chosen().flatMap((choice, _) -> choose(client, choice, store, current));
            return new Reading.Known<>(
                    new Builders(chosen, current, plugin.join()),
                    new Source(Source.Kind.DERIVED, "builders", known.taken()));
        });
    }

    private static Reading<Builder> choose(
            DockerClient client, Choice choice, BuilderStore store, Reading<FileContent> current) {
        Optional<Variable> variable = variable(client, "BUILDX_BUILDER");
        if (variable.isPresent()) return byVariable(client, variable.get(), store);
        String key = choice.context().equals("default") ? choice.endpoint() : choice.context();
        Reading<Builder> named = current.flatMap((file, source) -> store.current(file, key, source));
        if (!named.isAbsent()) return named;
        String hash = Bytes.of(key.getBytes(StandardCharsets.UTF_8)).sha256().substring(0, HASH);
        return store.file("defaults" + store.separator() + hash)
                .flatMap((file, _) -> store.builder(BuilderStore.text(file).strip(), By.CONTEXT));
    }

    private static Reading<Builder> byVariable(DockerClient client, Variable variable, BuilderStore store) {
        String name = variable.value();
        // A context is the name of a builder too: that of the engine to which it leads.
        boolean context = name.equals("default")
                || client.contexts().stream().anyMatch(known -> known.name().equals(name));
        if (context) return new Reading.Absent<>(variable.source());
        return switch (store.builder(name, By.VARIABLE)) {
            case Reading.Absent<Builder>(Source source) ->
                new Reading.Known<>(new Builder(name, "", java.util.Map.of(), By.VARIABLE), source);
            case Reading<Builder> other -> other;
        };
    }

    private static String folder(Ports system, DockerClient client) {
        String separator = system.platform().isWindows() ? "\\" : "/";
        return variable(client, "BUILDX_CONFIG")
                .map(Variable::value)
                .orElseGet(() -> config(system, client) + separator + "buildx");
    }

    private static String config(Ports system, DockerClient client) {
        return variable(client, "DOCKER_CONFIG")
                .map(Variable::value)
                .orElseGet(() -> system.platform().inHome(".docker"));
    }

    private static Optional<Variable> variable(DockerClient client, String name) {
        return EndpointChoice.effective(client.variables(), name);
    }

    /// Where the command line of Docker Desktop looks; elsewhere every distribution has its own folders.
    private static Reading<Boolean> plugin(Ports system, DockerClient client) {
        if (!system.platform().isWindows()) return new Reading.NotApplicable<>(NotWindows.WHY);
        Folders folders = Folders.of(system);
        List<String> places = List.of(
                config(system, client) + "\\cli-plugins",
                folders.programFiles() + "\\Docker\\cli-plugins",
                folders.programData() + "\\Docker\\cli-plugins");
        var ofDesktop = together(() -> DesktopInstall.find(system, folders)
                .known()
                .map(install -> plugin(system, install.folder() + "\\resources\\cli-plugins")));
        List<Reading<FileState>> states = new ArrayList<>(each(places, places.size(), place -> plugin(system, place)));
        ofDesktop.join().ifPresent(states::add);
        Reading<Boolean> missing = new Reading.NotApplicable<>("no place");
        for (Reading<FileState> state : states) {
            if (state.isKnown()) return state.map(_ -> true);
            if (!(missing instanceof Reading.Unknown<Boolean>)) missing = state.map(_ -> true);
        }
        return missing;
    }

    private static Reading<FileState> plugin(Ports system, String folder) {
        return system.files().state(folder + "\\docker-buildx.exe");
    }
}
