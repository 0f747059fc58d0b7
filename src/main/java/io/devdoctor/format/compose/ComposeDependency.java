package io.devdoctor.format.compose;

import io.devdoctor.format.compose.ComposeNode.Field;
import io.devdoctor.format.compose.ComposeNode.Mapping;
import java.util.List;
import java.util.Optional;

/// A service for which another one waits.
///
/// @param condition `service_started`, `service_healthy` or `service_completed_successfully`
/// @param required  false = nothing is said when it is missing
/// @param listed    in the short form, where only the order counts
public record ComposeDependency(
        String service, String condition, boolean required, boolean listed, ComposePlace place) {

    static List<ComposeDependency> of(ComposeNode asked) {
        boolean listed = !(asked instanceof Mapping);
        return KeyValues.names(asked).fields().values().stream()
                .map(one -> of(one, listed))
                .toList();
    }

    private static ComposeDependency of(Field one, boolean listed) {
        Optional<Mapping> said =
                Optional.of(one.value()).filter(Mapping.class::isInstance).map(Mapping.class::cast);
        String condition = said.flatMap(form -> form.text("condition")).orElse("service_started");
        boolean required = said.flatMap(form -> form.text("required"))
                .filter("false"::equals)
                .isEmpty();
        return new ComposeDependency(one.name(), condition, required, listed, one.place());
    }
}
