package io.devdoctor.probe;

import static io.devdoctor.probe.AtOnce.each;
import static io.devdoctor.probe.AtOnce.together;

import io.devdoctor.machine.DockerClient;
import io.devdoctor.machine.DockerClient.Variable;
import io.devdoctor.machine.FileContent;
import io.devdoctor.machine.Machine;
import io.devdoctor.machine.Part;
import io.devdoctor.machine.Reading;
import io.devdoctor.machine.Source;
import io.devdoctor.system.Environment.Scope;
import io.devdoctor.system.Ports;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// Reads everything by which the docker command line chooses its endpoint, and chooses as it would.
public final class DockerClientProbe implements Probe<DockerClient> {
    private static final List<String> VARIABLES = List.of(
            "DOCKER_HOST",
            "DOCKER_CONTEXT",
            "DOCKER_CONFIG",
            "DOCKER_API_VERSION",
            "DOCKER_TLS",
            "DOCKER_TLS_VERIFY",
            "DOCKER_CERT_PATH",
            "DOCKER_MACHINE_NAME",
            "DOCKER_DEFAULT_PLATFORM",
            "DOCKER_BUILDKIT",
            "BUILDX_BUILDER",
            "BUILDX_CONFIG");

    private final Optional<String> engine;

    /// @param engine an endpoint that wins over everything the user configured
    DockerClientProbe(Optional<String> engine) {
        this.engine = engine;
    }

    @Override
    public Part<DockerClient> part() {
        return Part.DOCKER_CLIENT;
    }

    @Override
    public Reading<DockerClient> read(Ports system, Machine known) {
        List<Scope> scopes = List.of(Scope.values());
        List<Reading<Map<String, String>>> read =
                each(scopes, scopes.size(), scope -> system.environment().variables(scope));
        Map<Scope, Reading<Map<String, String>>> places = new EnumMap<>(Scope.class);
        scopes.forEach(scope -> places.put(scope, read.get(scope.ordinal())));
        List<Variable> variables = scopes.stream()
                .flatMap(scope -> variables(read.get(scope.ordinal()), scope).stream())
                .toList();
        ContextStore store = new ContextStore(system, configFolder(system, variables));
        var contexts = together(store::contexts);
        Reading<FileContent> config = store.config();
        Reading<String> current = store.currentContext(config);
        EndpointChoice choice = new EndpointChoice(system, places, variables, store);
        DockerClient client = new DockerClient(
                variables,
                config,
                current,
                contexts.join(),
                engine.<Reading<DockerClient.Choice>>map(endpoint -> override(endpoint, known))
                        .orElseGet(() -> choice.choose(current)));
        return new Reading.Known<>(client, new Source(Source.Kind.DERIVED, "docker-client", known.taken()));
    }

    private static List<Variable> variables(Reading<Map<String, String>> place, Scope scope) {
        return switch (place) {
            case Reading.Known<Map<String, String>>(var values, Source source) ->
                VARIABLES.stream()
                        .map(name -> new Variable(
                                name,
                                values.getOrDefault(name, ""),
                                scope.name().toLowerCase(Locale.ROOT),
                                source.at(" : " + name)))
                        .filter(variable -> !variable.value().isEmpty())
                        .toList();
            case Reading.Absent<Map<String, String>> _,
                    Reading.Unknown<Map<String, String>> _,
                    Reading.NotApplicable<Map<String, String>> _ -> List.of();
        };
    }

    private static String configFolder(Ports system, List<Variable> variables) {
        return EndpointChoice.effective(variables, "DOCKER_CONFIG")
                .map(Variable::value)
                .orElseGet(() -> system.platform().inHome(".docker"));
    }

    private static Reading<DockerClient.Choice> override(String endpoint, Machine known) {
        return new Reading.Known<>(
                new DockerClient.Choice(DockerClient.By.OVERRIDE, endpoint, "default"),
                new Source(Source.Kind.DERIVED, "DevDoctor: engine", known.taken()));
    }
}
