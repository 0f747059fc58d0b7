package io.devdoctor.format.compose;

import io.devdoctor.format.compose.ComposeNode.Field;
import io.devdoctor.format.compose.ComposeNode.Mapping;
import io.devdoctor.format.compose.ComposeNode.Scalar;
import io.devdoctor.format.compose.ComposeNode.Sequence;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/// Replaces the variables in the values of a document. What several aliases share is done once.
final class Replacing {
    /// Characters that values of variables may become in one load.
    private static final long MOST = 16L << 20;

    private final Consumer<ComposeProblem> problems;
    private long written;

    Replacing(Consumer<ComposeProblem> problems) {
        this.problems = problems;
    }

    ComposeNode in(ComposeNode document, ComposeVariables variables) {
        return node(document, variables, new IdentityHashMap<>());
    }

    private ComposeNode node(ComposeNode node, ComposeVariables variables, Map<ComposeNode, ComposeNode> done) {
        ComposeNode before = done.get(node);
        if (before != null) return before;
        ComposeNode after = switch (node) {
            case Scalar scalar -> scalar(scalar, variables);
            case Sequence sequence -> {
                List<ComposeNode> items = new ArrayList<>();
                sequence.items().forEach(item -> items.add(node(item, variables, done)));
                yield new Sequence(items, sequence.flow(), sequence.tag(), sequence.place());
            }
            case Mapping mapping -> {
                Map<String, Field> fields = new LinkedHashMap<>();
                mapping.fields()
                        .forEach((name, field) ->
                                fields.put(name, new Field(field.key(), node(field.value(), variables, done))));
                yield new Mapping(fields, mapping.flow(), mapping.tag(), mapping.place());
            }
        };
        done.put(node, after);
        return after;
    }

    private Scalar scalar(Scalar scalar, ComposeVariables variables) {
        if (scalar.text().indexOf('$') < 0) return scalar;
        if (written > MOST) return scalar.with(scalar.text(), false);
        Interpolation.Outcome outcome = Interpolation.of(scalar.text(), variables);
        written += outcome.text().length();
        outcome.problems()
                .forEach(complaint ->
                        problems.accept(new ComposeProblem(complaint.kind(), scalar.place(), complaint.detail())));
        return scalar.with(outcome.text(), outcome.known());
    }
}
