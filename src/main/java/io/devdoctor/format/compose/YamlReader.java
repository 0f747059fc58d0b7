package io.devdoctor.format.compose;

import io.devdoctor.format.Span;
import io.devdoctor.format.TextEncoding;
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
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.common.Anchor;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.NodeEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;

/// Makes nodes of the events of a YAML stream. Aliases share the node of their anchor; how much they would make if
/// written out is counted while reading, so that no walk over the nodes is ever longer than [#MOST_NODES].
final class YamlReader {
    static final int MOST_BYTES = 4 << 20;
    static final int MOST_NODES = 200_000;
    static final int DEEPEST = 100;
    private static final int MOST_PROBLEMS = 100;
    private static final String MERGE = "<<";

    /// @param documents empty where the file cannot be read
    record Content(YamlText text, List<ComposeNode> documents, List<ComposeProblem> problems) {}

    /// An anchor's node with the number of nodes in it; none while it is being read.
    private record Anchored(@Nullable ComposeNode node, int size) {}

    /// The file cannot be read any further.
    private static final class Stop extends RuntimeException {
        private static final long serialVersionUID = 1;
        private final transient ComposeProblem problem;

        Stop(ComposeProblem problem) {
            super(problem.detail(), null, false, false);
            this.problem = problem;
        }
    }

    private final YamlText text;
    private final List<ComposeProblem> problems = new ArrayList<>();
    private final Map<Anchor, Anchored> anchors = new HashMap<>();
    private int nodes;
    private int depth;

    private YamlReader(YamlText text) {
        this.text = text;
    }

    static Content read(String file, byte[] bytes) {
        if (bytes.length > MOST_BYTES) {
            YamlText none = YamlText.of(file, new byte[0]);
            return new Content(
                    none, List.of(), List.of(new ComposeProblem(Kind.TOO_LARGE, none.whole(), bytes.length + " B")));
        }
        YamlText text = YamlText.of(file, bytes);
        YamlReader reader = new YamlReader(text);
        List<ComposeNode> documents = text.encoding() == TextEncoding.NOT_UTF_8
                ? reader.refused(new ComposeProblem(Kind.ENCODING, text.whole(), ""))
                : reader.documents();
        return new Content(text, documents, List.copyOf(reader.problems));
    }

    private List<ComposeNode> refused(ComposeProblem problem) {
        problems.add(problem);
        return List.of();
    }

    private List<ComposeNode> documents() {
        LoadSettings settings = LoadSettings.builder()
                .setCodePointLimit(Integer.MAX_VALUE)
                .setUseMarks(true)
                .build();
        List<ComposeNode> documents = new ArrayList<>();
        try {
            Iterator<Event> events =
                    new Parse(settings).parseString(text.text()).iterator();
            while (events.hasNext()) {
                if (events.next().getEventId() != Event.ID.DocumentStart) continue;
                anchors.clear();
                ComposeNode node = node(events.next(), events);
                if (!ComposeNode.isNull(node)) documents.add(node);
            }
        } catch (Stop stop) {
            return refused(stop.problem);
        } catch (MarkedYamlEngineException e) {
            return refused(syntax(e));
        } catch (RuntimeException e) {
            // The reader gives up on some bytes without saying where; nobody else could read them either.
            return refused(new ComposeProblem(Kind.SYNTAX, text.whole(), said(e.getMessage())));
        }
        return documents.isEmpty() ? refused(new ComposeProblem(Kind.EMPTY, text.whole(), "")) : documents;
    }

    private ComposeProblem syntax(MarkedYamlEngineException e) {
        Optional<Mark> mark = e.getProblemMark().or(e::getContextMark);
        ComposePlace place = mark.map(this::place).orElse(text.whole());
        return new ComposeProblem(Kind.SYNTAX, place, said(e.getProblem()));
    }

    private static String said(@Nullable String message) {
        if (message == null) return "";
        String first = message.lines().findFirst().orElse("");
        return first.length() > 200 ? first.substring(0, 200) : first;
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
                note(new ComposeProblem(Kind.DUPLICATE_KEY, key.place(), key.text()));
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

    private void note(ComposeProblem problem) {
        if (problems.size() < MOST_PROBLEMS) problems.add(problem);
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

    private ComposePlace place(Mark mark) {
        // What is missing at the end is missing in the last line.
        int lines = Math.max(1, Math.toIntExact(text.text().lines().count()));
        return text.place(mark.getIndex(), mark.getIndex(), Math.min(lines, mark.getLine() + 1));
    }

    private ComposePlace place(Event event) {
        Mark start = event.getStartMark().orElseThrow();
        Mark end = event.getEndMark().orElse(start);
        return text.place(start.getIndex(), end.getIndex(), start.getLine() + 1);
    }
}
