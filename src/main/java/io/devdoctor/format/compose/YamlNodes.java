package io.devdoctor.format.compose;

import io.devdoctor.format.Span;
import io.devdoctor.format.compose.ComposeNode.Field;
import io.devdoctor.format.compose.ComposeNode.Mapping;
import io.devdoctor.format.compose.ComposeNode.Scalar;
import io.devdoctor.format.compose.ComposeNode.Sequence;
import io.devdoctor.format.compose.ComposeNode.Style;
import io.devdoctor.format.compose.ComposeProblem.Kind;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.common.Anchor;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.NodeEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.exceptions.Mark;

/// Makes nodes of the events of a YAML stream. Aliases share the node of their anchor; how much they would make if
/// written out is counted while reading, so that no walk over the nodes is ever longer than [#MOST_NODES].
final class YamlNodes {
    private static final int MOST_NODES = 200_000;
    private static final int DEEPEST = 100;
    private static final String MERGE = "<<";

    /// An anchor's node with the number of nodes in it; none while it is being read.
    private record Anchored(@Nullable ComposeNode node, int size) {}

    /// The file cannot be read any further.
    static final class Stop extends RuntimeException {
        private static final long serialVersionUID = 1;
        private final transient ComposeProblem problem;

        Stop(ComposeProblem problem) {
            super(problem.detail(), null, false, false);
            this.problem = problem;
        }

        ComposeProblem problem() {
            return problem;
        }
    }

    private final YamlText text;
    private final Consumer<ComposeProblem> note;
    private final Map<Anchor, Anchored> anchors = new HashMap<>();
    private int nodes;
    private int depth;

    YamlNodes(YamlText text, Consumer<ComposeProblem> note) {
        this.text = text;
        this.note = note;
    }

    /// The node that begins with the next event; anchors hold in one document only.
    ///
    /// @throws Stop where the rest cannot be read
    ComposeNode document(Iterator<Event> events) {
        anchors.clear();
        return node(events.next(), events);
    }

    private ComposeNode node(Event event, Iterator<Event> events) {
        if (++nodes > MOST_NODES || depth > DEEPEST) throw new Stop(problem(Kind.TOO_LARGE, event, ""));
        if (event instanceof AliasEvent alias) return alias(alias);
        int before = nodes;
        Optional<Anchor> anchor = ((NodeEvent) event).getAnchor();
        anchor.ifPresent(name -> anchors.put(name, new Anchored(null, 0)));
        depth++;
        ComposeNode node = event instanceof ScalarEvent scalar
                ? scalar(scalar)
                : event.getEventId() == Event.ID.SequenceStart
                        ? sequence((CollectionStartEvent) event, events)
                        : mapping((CollectionStartEvent) event, events);
        depth--;
        anchor.ifPresent(name -> anchors.put(name, new Anchored(node, nodes - before + 1)));
        return node;
    }

    private ComposeNode alias(AliasEvent alias) {
        String name = alias.getAlias().getValue();
        Anchored anchored = anchors.get(alias.getAlias());
        if (anchored == null || anchored.node() == null) throw new Stop(problem(Kind.ALIAS, alias, name));
        nodes += anchored.size();
        if (nodes > MOST_NODES) throw new Stop(problem(Kind.ALIASES, alias, name));
        return anchored.node();
    }

    private Scalar scalar(ScalarEvent event) {
        Style style = switch (event.getScalarStyle()) {
            case SINGLE_QUOTED -> Style.SINGLE_QUOTED;
            case DOUBLE_QUOTED, JSON_SCALAR_STYLE -> Style.DOUBLE_QUOTED;
            case LITERAL, FOLDED -> Style.BLOCK;
            case PLAIN -> Style.PLAIN;
        };
        return new Scalar(event.getValue(), style, event.getTag().orElse(""), place(event));
    }

    private Sequence sequence(CollectionStartEvent start, Iterator<Event> events) {
        List<ComposeNode> items = new ArrayList<>();
        ComposePlace place = place(start);
        int end = place.span().end();
        Event next = events.next();
        for (; next.getEventId() != Event.ID.SequenceEnd; next = events.next()) {
            ComposeNode item = node(next, events);
            items.add(item);
            end = Math.max(end, end(next, item));
        }
        if (start.isFlow()) end = place(next).span().end();
        return new Sequence(items, start.isFlow(), start.getTag().orElse(""), until(place, end));
    }

    private Mapping mapping(CollectionStartEvent start, Iterator<Event> events) {
        Map<String, Field> fields = new LinkedHashMap<>();
        List<ComposeNode> merged = new ArrayList<>();
        ComposePlace place = place(start);
        int end = place.span().end();
        boolean merges = false;
        Event next = events.next();
        for (; next.getEventId() != Event.ID.MappingEnd; next = events.next()) {
            Scalar key = key(next, events);
            Event valueEvent = events.next();
            ComposeNode value = node(valueEvent, events);
            end = Math.max(end, end(valueEvent, value));
            boolean merge = key.style() == Style.PLAIN && key.text().equals(MERGE);
            if (merge ? merges : fields.containsKey(key.text())) {
                note.accept(new ComposeProblem(Kind.DUPLICATE_KEY, key.place(), key.text()));
            }
            merges |= merge;
            if (merge) merged.addAll(value instanceof Sequence all ? all.items() : List.of(value));
            else fields.put(key.text(), new Field(key, value));
        }
        if (start.isFlow()) end = place(next).span().end();
        merged.forEach(one -> {
            if (one instanceof Mapping other) other.fields().forEach(fields::putIfAbsent);
        });
        return new Mapping(fields, start.isFlow(), start.getTag().orElse(""), until(place, end));
    }

    /// A key that is a list or a mapping is nothing that Compose knows.
    private Scalar key(Event event, Iterator<Event> events) {
        ComposeNode key = node(event, events);
        if (key instanceof Scalar scalar) return scalar;
        throw new Stop(new ComposeProblem(Kind.TYPE, key.place(), ""));
    }

    /// What an alias stands for ends somewhere else.
    private int end(Event event, ComposeNode node) {
        return (event instanceof AliasEvent ? place(event) : node.place())
                .span()
                .end();
    }

    private static ComposePlace until(ComposePlace place, int end) {
        return new ComposePlace(place.file(), new Span(place.span().start(), end), place.line());
    }

    private ComposeProblem problem(Kind kind, Event event, String detail) {
        return new ComposeProblem(kind, place(event), detail);
    }

    private ComposePlace place(Event event) {
        Mark start = event.getStartMark().orElseThrow();
        Mark end = event.getEndMark().orElse(start);
        return text.place(start.getIndex(), end.getIndex(), start.getLine() + 1);
    }
}
