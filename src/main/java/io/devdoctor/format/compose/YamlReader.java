package io.devdoctor.format.compose;

import io.devdoctor.format.TextEncoding;
import io.devdoctor.format.compose.ComposeProblem.Kind;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;

/// Reads YAML of any bytes.
final class YamlReader {
    static final int MOST_BYTES = 4 << 20;
    private static final int MOST_PROBLEMS = 100;

    /// @param documents empty where the file cannot be read
    record Content(YamlText text, List<ComposeNode> documents, List<ComposeProblem> problems) {}

    private final YamlText text;
    private final List<ComposeProblem> problems = new ArrayList<>();

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
        YamlNodes nodes = new YamlNodes(text, this::note);
        List<ComposeNode> documents = new ArrayList<>();
        try {
            Iterator<Event> events =
                    new Parse(settings).parseString(text.text()).iterator();
            while (events.hasNext()) {
                if (events.next().getEventId() != Event.ID.DocumentStart) continue;
                ComposeNode node = nodes.document(events);
                if (!ComposeNode.isNull(node)) documents.add(node);
            }
        } catch (YamlNodes.Stop stop) {
            return refused(stop.problem());
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

    private void note(ComposeProblem problem) {
        if (problems.size() < MOST_PROBLEMS) problems.add(problem);
    }

    private ComposePlace place(Mark mark) {
        // What is missing at the end is missing in the last line.
        int lines = Math.max(1, Math.toIntExact(text.text().lines().count()));
        return text.place(mark.getIndex(), mark.getIndex(), Math.min(lines, mark.getLine() + 1));
    }
}
