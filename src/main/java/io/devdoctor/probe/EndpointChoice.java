package io.devdoctor.probe;

import io.devdoctor.machine.DockerClient.By;
import io.devdoctor.machine.DockerClient.Choice;
import io.devdoctor.machine.DockerClient.Context;
import io.devdoctor.machine.DockerClient.Variable;
import io.devdoctor.machine.Reading;
import io.devdoctor.machine.Source;
import io.devdoctor.system.Environment.Scope;
import io.devdoctor.system.Ports;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// The precedence of docker/cli: DOCKER_HOST, DOCKER_CONTEXT, `currentContext`, `default`. Options of a single command
/// come before all of them and are nobody's configuration.
final class EndpointChoice {
    private static final String DEFAULT_CONTEXT = "default";

    private final Ports system;
    private final Map<Scope, Reading<Map<String, String>>> places;
    private final List<Variable> variables;
    private final ContextStore store;

    /// @param places    where variables are kept, as they were read
    /// @param variables what of them Docker looks at
    EndpointChoice(
            Ports system,
            Map<Scope, Reading<Map<String, String>>> places,
            List<Variable> variables,
            ContextStore store) {
        this.system = system;
        this.places = Map.copyOf(places);
        this.variables = variables;
        this.store = store;
    }

    /// The value that a program started here would see: this process has it, else a new terminal gets the user's.
    static Optional<Variable> effective(List<Variable> variables, String name) {
        return variables.stream()
                .filter(variable -> variable.name().equals(name))
                .findFirst();
    }

    Reading<Choice> choose(Reading<String> currentContext) {
        return switch (lookUp("DOCKER_HOST")) {
            case Reading.Known<Variable>(Variable host, Source source) ->
                new Reading.Known<>(new Choice(By.DOCKER_HOST, host.value(), DEFAULT_CONTEXT), source);
            case Reading.Absent<Variable> _, Reading.NotApplicable<Variable> _ -> byContext(currentContext);
            case Reading.Unknown<Variable> unread -> unread.withoutValue();
        };
    }

    private Reading<Choice> byContext(Reading<String> currentContext) {
        return switch (lookUp("DOCKER_CONTEXT")) {
            case Reading.Known<Variable>(Variable context, Source source) ->
                named(context.value(), By.DOCKER_CONTEXT, source);
            case Reading.Absent<Variable> _, Reading.NotApplicable<Variable> _ -> byFile(currentContext);
            case Reading.Unknown<Variable> unread -> unread.withoutValue();
        };
    }

    /// As [#effective], where a place that could not be read leaves it open unless one before it decided.
    private Reading<Variable> lookUp(String name) {
        for (Scope scope : Scope.values()) {
            if (places.get(scope) instanceof Reading.Unknown<Map<String, String>> unread) return unread.withoutValue();
            Optional<Variable> found = variables.stream()
                    .filter(variable -> variable.name().equals(name) && isOf(variable, scope))
                    .findFirst();
            if (found.isPresent())
                return new Reading.Known<>(found.get(), found.get().source());
        }
        return new Reading.NotApplicable<>("not set");
    }

    private static boolean isOf(Variable variable, Scope scope) {
        return variable.scope().equals(scope.name().toLowerCase(Locale.ROOT));
    }

    private Reading<Choice> byFile(Reading<String> currentContext) {
        return switch (currentContext) {
            case Reading.Known<String>(String name, Source source) -> named(name, By.CURRENT_CONTEXT, source);
            case Reading.Absent<String>(Source source) -> standard(By.DEFAULT, source);
            case Reading.Unknown<String>(Reading.Cause cause, String _, Source source)
            // The command line warns about such a file and goes on as if it were empty.
            when cause == Reading.Cause.UNREADABLE -> standard(By.DEFAULT, source);
            case Reading.Unknown<String> unknown -> unknown.withoutValue();
            case Reading.NotApplicable<String> none -> none.withoutValue();
        };
    }

    private Reading<Choice> named(String name, By by, Source source) {
        if (name.equals(DEFAULT_CONTEXT)) return standard(by, source);
        return switch (store.context(name)) {
            case Reading.Known<Context>(var context, Source from) ->
                new Reading.Known<>(
                        new Choice(by, context.host().isEmpty() ? standardEndpoint() : context.host(), name), from);
            case Reading.Absent<Context>(Source from) ->
                new Reading.Unknown<>(Reading.Cause.FAILED, "context not found: " + name, from);
            case Reading.Unknown<Context> unknown -> unknown.withoutValue();
            case Reading.NotApplicable<Context> none -> none.withoutValue();
        };
    }

    private Reading<Choice> standard(By by, Source source) {
        return new Reading.Known<>(new Choice(by, standardEndpoint(), DEFAULT_CONTEXT), source);
    }

    /// As docker/cli (opts.ParseHost): whoever asks for TLS and names no host gets another default.
    private String standardEndpoint() {
        if (effective(variables, "DOCKER_TLS_VERIFY").isPresent()
                || effective(variables, "DOCKER_TLS").isPresent()) {
            return system.platform().isWindows() ? "tcp://127.0.0.1:2376" : "tcp://localhost:2376";
        }
        return system.platform().isWindows() ? "npipe:////./pipe/docker_engine" : "unix:///var/run/docker.sock";
    }
}
