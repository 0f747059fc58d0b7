package io.devdoctor.check.project.compose;

import io.devdoctor.format.compose.ComposeNode.Field;
import io.devdoctor.format.compose.ComposeNode.Mapping;
import io.devdoctor.format.compose.ComposeNode.Scalar;
import io.devdoctor.format.compose.ComposeNode.Sequence;
import io.devdoctor.format.compose.ComposeService;
import java.util.Optional;

/// Changes of a service's environment, whether it is written as a list or as a mapping.
final class Variables {
    private Variables() {}

    /// Whether the value stands in the file itself, without a variable in it.
    static boolean isLiteral(ComposeService service, Field variable) {
        return item(service, variable)
                .map(Scalar::literal)
                .orElse(variable.value() instanceof Scalar value && value.literal());
    }

    static void rename(Mending mending, ComposeService service, Field variable, String name) {
        Optional<Scalar> item = item(service, variable);
        Scalar changed = item.orElse(variable.key());
        String after = item.map(
                        one -> name + one.text().substring(variable.name().length()))
                .orElse(name);
        mending.change(changed.place(), edit -> edit.replace(changed, after));
    }

    static void set(Mending mending, ComposeService service, Field variable, String value) {
        Optional<Scalar> item = item(service, variable);
        if (!(variable.value() instanceof Scalar own)) return;
        Scalar changed = item.orElse(own);
        String after = item.isPresent() ? variable.name() + "=" + value : value;
        mending.change(changed.place(), edit -> edit.replace(changed, after));
    }

    /// Adds a variable; where there is no environment yet, that too.
    static void add(Mending mending, ComposeService service, String name, String value) {
        switch (service.node().get("environment").orElse(null)) {
            case Sequence list -> mending.change(list.place(), edit -> edit.append(list, name + "=" + value));
            case Mapping mapping ->
                mending.change(mapping.place(), edit -> edit.append(mapping, name + ": \"" + value + "\""));
            case Scalar _ -> {}
            case null ->
                mending.change(
                        service.place(),
                        edit -> edit.append(service.node(), "environment:", "  " + name + ": \"" + value + "\""));
        }
    }

    private static Optional<Scalar> item(ComposeService service, Field variable) {
        return service.node()
                .get("environment")
                .filter(Sequence.class::isInstance)
                .flatMap(list -> ((Sequence) list)
                        .items().stream()
                                .filter(item -> item.place().equals(variable.place()))
                                .findFirst())
                .filter(Scalar.class::isInstance)
                .map(Scalar.class::cast);
    }
}
