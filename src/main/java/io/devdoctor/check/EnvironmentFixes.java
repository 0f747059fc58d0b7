package io.devdoctor.check;

import io.devdoctor.fix.Fix;
import io.devdoctor.fix.Step;
import io.devdoctor.machine.RegistryValue;
import io.devdoctor.machine.UserEnvironment.Scope;
import io.devdoctor.machine.UserEnvironment.Variable;
import io.devdoctor.text.Text;

/// Fixes of variables of the environment. The user's own are changed in the registry, with the type they have there;
/// those of the whole computer a person changes.
public final class EnvironmentFixes {
    private EnvironmentFixes() {}

    public static Fix remove(String id, Variable variable) {
        Text title = Text.of("fix.environment/remove.title", variable.name());
        return variable.scope() == Scope.MACHINE
                ? Fix.safe(id, title, manual("fix.environment/remove.machine", variable))
                : Fix.safe(id, title, step(variable, null)).warning(Text.of("warning.environment.open-programs"));
    }

    /// Sets another text under the same name and type.
    public static Fix set(String id, Variable variable, String text) {
        Text title = Text.of("fix.environment/set.title", variable.name(), text);
        RegistryValue after = variable.stored() instanceof RegistryValue.ExpandText
                ? new RegistryValue.ExpandText(text)
                : new RegistryValue.Text(text);
        return variable.scope() == Scope.MACHINE
                ? Fix.safe(
                        id, title, new Step.Manual(Text.of("fix.environment/set.machine", variable.name(), text), null))
                : Fix.safe(id, title, step(variable, after)).warning(Text.of("warning.environment.open-programs"));
    }

    /// Makes Windows replace `%…%` in the value.
    public static Fix expand(String id, Variable variable) {
        Text title = Text.of("fix.environment/expand.title", variable.name());
        return variable.scope() == Scope.MACHINE
                ? Fix.safe(id, title, manual("fix.environment/expand.machine", variable))
                : Fix.safe(id, title, step(variable, new RegistryValue.ExpandText(variable.value())))
                        .warning(Text.of("warning.environment.open-programs"));
    }

    private static Step step(Variable variable, @org.jspecify.annotations.Nullable RegistryValue after) {
        return new Step.SetRegistryValue(variable.scope().key(), variable.name(), variable.stored(), after);
    }

    private static Step manual(String key, Variable variable) {
        return new Step.Manual(Text.of(key, variable.name()), null);
    }
}
