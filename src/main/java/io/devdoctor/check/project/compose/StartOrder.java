package io.devdoctor.check.project.compose;

import io.devdoctor.format.compose.ComposeDependency;
import io.devdoctor.format.compose.ComposeNode.Field;
import io.devdoctor.format.compose.ComposeNode.Mapping;
import io.devdoctor.format.compose.ComposeNode.Scalar;
import io.devdoctor.format.compose.ComposeNode.Sequence;
import io.devdoctor.format.compose.ComposeService;
import java.util.Optional;

/// Lets a service wait until another one is healthy, where that one says when it is.
final class StartOrder {
    private StartOrder() {}

    static void mend(Mending mending, ComposeService from, ComposeDependency dependency, ComposeService target) {
        if (target.health().isEmpty()) return;
        Optional<Field> asked = from.node().field("depends_on");
        if (asked.isEmpty()) return;
        switch (asked.get().value()) {
            // A list of one becomes a mapping in its own place; a longer one is the person's.
            case Sequence list
            when list.items().size() == 1 && list.items().getFirst() instanceof Scalar only ->
                mending.change(list.place(), edit -> edit.toMapping(asked.get(), only, "condition: service_healthy"));
            case Mapping mapping ->
                mapping.mapping(dependency.service())
                        .flatMap(one -> one.scalar("condition"))
                        .ifPresent(condition ->
                                mending.change(condition.place(), edit -> edit.replace(condition, "service_healthy")));
            case Sequence _, Scalar _ -> {}
        }
    }
}
