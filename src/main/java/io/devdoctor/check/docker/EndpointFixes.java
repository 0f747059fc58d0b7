package io.devdoctor.check.docker;

import io.devdoctor.fix.Fix;
import io.devdoctor.fix.Step;
import io.devdoctor.fix.TakesEffect;
import io.devdoctor.format.EditResult;
import io.devdoctor.format.JsonDocument;
import io.devdoctor.format.JsonEdit;
import io.devdoctor.format.JsonValue;
import io.devdoctor.format.TextEncoding;
import io.devdoctor.machine.Bytes;
import io.devdoctor.machine.DockerClient;
import io.devdoctor.machine.DockerClient.Context;
import io.devdoctor.machine.DockerClient.Variable;
import io.devdoctor.machine.FileContent;
import io.devdoctor.machine.Machine;
import io.devdoctor.machine.UserEnvironment;
import io.devdoctor.machine.UserEnvironment.Scope;
import io.devdoctor.text.Text;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/// Fixes of what chooses the endpoint: an environment variable, or `currentContext` of config.json.
final class EndpointFixes {
    private static final String CURRENT = "currentContext";

    private EndpointFixes() {}

    /// Removes the variable where it is set for the user; elsewhere only a person can.
    static Fix remove(Machine machine, DockerClient client, Variable variable) {
        return remove(machine, client, variable, List.of());
    }

    /// The same, and with it those that serve nothing without it, as far as they are set for the user.
    static Fix remove(Machine machine, DockerClient client, Variable variable, List<String> others) {
        Fix fix = remove("docker.endpoint/remove-variable", machine, client, variable);
        if (!(fix.steps().getFirst() instanceof Step.SetRegistryValue)) return fix;
        List<String> names = Stream.concat(Stream.of(variable.name()), others.stream())
                .distinct()
                .filter(name -> stored(machine, name).isPresent())
                .toList();
        Step[] steps = names.stream()
                .flatMap(name -> stored(machine, name).stream())
                .map(EndpointFixes::removal)
                .toArray(Step[]::new);
        return Fix.safe(fix.id(), Text.of("fix." + fix.id() + ".title", Text.several(names)), steps)
                .takingEffect(TakesEffect.SIGN_OUT);
    }

    private static Optional<UserEnvironment.Variable> stored(Machine machine, String name) {
        return machine.environment().known().flatMap(all -> all.variable(Scope.USER, name));
    }

    private static Step removal(UserEnvironment.Variable stored) {
        return new Step.SetRegistryValue(Scope.USER.key(), stored.name(), stored.stored(), null);
    }

    /// The same for another check.
    static Fix remove(String id, Machine machine, DockerClient client, Variable variable) {
        Text title = Text.of("fix." + id + ".title", variable.name());
        Predicate<Variable> same =
                other -> other.name().equals(variable.name()) && other.value().equals(variable.value());
        Optional<UserEnvironment.Variable> stored =
                isSet(client, same, Scope.USER.word()) ? stored(machine, variable.name()) : Optional.empty();
        if (stored.isPresent()) {
            // Programs that run keep their environment, and so do terminals started by them.
            return Fix.safe(id, title, removal(stored.get())).takingEffect(TakesEffect.SIGN_OUT);
        }
        String place = isSet(client, same, Scope.MACHINE.word()) ? "machine" : "process";
        Text words = Text.of("fix.docker.endpoint/remove-variable." + place, variable.name());
        return Fix.safe(id, title, new Step.Manual(words, null));
    }

    /// Makes config.json name another context; empty where the file cannot be edited.
    ///
    /// @param context `default` = none is named
    static Optional<Fix> useContext(DockerClient client, String context) {
        return client.configJson().known().flatMap(file -> {
            EditResult result = edit(file, context);
            if (!(result instanceof EditResult.Edited(byte[] edited))) return Optional.empty();
            Bytes after = Bytes.of(edited);
            if (after.equals(file.bytes())) return Optional.empty();
            return Optional.of(Fix.safe(
                    "docker.endpoint/use-context",
                    Text.of("fix.docker.endpoint/use-context.title", context),
                    new Step.EditFile(file.path(), file.bytes(), after)));
        });
    }

    /// Docker Desktop's own context if there is one, else `default`.
    static String desktopContext(DockerClient client) {
        return client.contexts().stream()
                .map(Context::name)
                .filter("desktop-linux"::equals)
                .findFirst()
                .orElse("default");
    }

    private static EditResult edit(FileContent file, String context) {
        byte[] bytes = file.bytes().toArray();
        JsonDocument document = JsonDocument.parse(bytes);
        if (document.encoding() != TextEncoding.UTF_8 || !document.readable()) {
            return new EditResult.Refused(EditResult.Reason.SYNTAX, file.path());
        }
        String name = document.object().stream()
                .flatMap(object -> object.members().stream())
                .map(JsonValue.Member::name)
                .filter(CURRENT::equalsIgnoreCase)
                .findFirst()
                .orElse(CURRENT);
        JsonEdit edit = JsonDocument.edit(bytes);
        return (context.equals("default") ? edit.remove("/" + name) : edit.setText("/" + name, context)).result();
    }

    private static boolean isSet(DockerClient client, Predicate<Variable> same, String scope) {
        return client.variables().stream()
                .filter(same)
                .anyMatch(variable -> variable.scope().equals(scope));
    }
}
