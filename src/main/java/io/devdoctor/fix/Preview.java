package io.devdoctor.fix;

import io.devdoctor.fix.Step.RunTool;
import io.devdoctor.machine.Bytes;
import io.devdoctor.text.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Exactly what applying a fix will do, step by step in order; neighbouring engine calls are one list.
public record Preview(Fix fix, List<Part> parts) {
    public Preview {
        parts = List.copyOf(parts);
    }

    /// One thing that will happen.
    public sealed interface Part {}

    /// A file is created, changed or removed.
    public record FileChange(String path, Kind kind, FileDiff diff) implements Part {
        public enum Kind {
            CREATED,
            CHANGED,
            REMOVED
        }
    }

    /// A folder gets another name.
    public record FolderMove(String path, String to) implements Part {}

    /// @param type   `REG_DWORD` …; @param before, after as regedit shows them; null = the value does not exist
    public record RegistryChange(
            String key,
            String name,
            String type,
            @Nullable String before,
            @Nullable String after) implements Part {}

    /// @param inverse what an undo will run; empty = nothing undoes it
    public record CommandLine(List<String> line, boolean admin, List<String> inverse) implements Part {
        public CommandLine {
            line = List.copyOf(line);
            inverse = List.copyOf(inverse);
        }

        /// As it can be typed at a prompt of Windows.
        public String typed() {
            return typed(line);
        }

        /// The same for what an undo will run; "" = nothing.
        public String inverseTyped() {
            return typed(inverse);
        }

        private static String typed(List<String> words) {
            return words.stream().map(CommandLine::quoted).collect(Collectors.joining(" "));
        }

        /// A word with blanks must not look like two; what ends in backslashes must not swallow the closing mark.
        private static String quoted(String word) {
            boolean plain = !word.isEmpty() && word.chars().noneMatch(c -> Character.isWhitespace(c) || c == '"');
            if (plain) return word;
            String escaped = word.replaceAll("(\\\\*)\"", "$1$1\\\\\"").replaceAll("(\\\\+)$", "$1$1");
            return '"' + escaped + '"';
        }
    }

    /// What the engine will remove, object by object.
    public record EngineObjects(String endpoint, List<EngineChange> objects) implements Part {
        public EngineObjects {
            objects = List.copyOf(objects);
        }

        public long bytes() {
            return objects.stream()
                    .mapToLong(EngineChange::bytes)
                    .filter(size -> size > 0)
                    .sum();
        }
    }

    /// What the person does, and the place that is opened for it.
    public record Words(Text words, @Nullable String opens) implements Part {}

    public static Preview of(Fix fix) {
        List<Part> parts = new ArrayList<>();
        for (Step step : fix.steps()) {
            Part part = of(step);
            if (part instanceof EngineObjects more
                    && !parts.isEmpty()
                    && parts.getLast() instanceof EngineObjects so
                    && so.endpoint().equals(more.endpoint())) {
                parts.set(parts.size() - 1, joined(so, more));
            } else {
                parts.add(part);
            }
        }
        return new Preview(fix, parts);
    }

    private static EngineObjects joined(EngineObjects first, EngineObjects second) {
        List<EngineChange> all = new ArrayList<>(first.objects());
        all.addAll(second.objects());
        return new EngineObjects(first.endpoint(), all);
    }

    /// What one step will do.
    public static Part of(Step step) {
        return switch (step) {
            case Step.EditFile(String path, var before, var after, var _) -> file(path, before, after);
            case Step.EditDistroFile edit -> file(edit.path(), edit.before(), edit.after());
            case Step.MoveAside(String path, String to) -> new FolderMove(path, to);
            case Step.SetRegistryValue set -> RegistryValues.change(set);
            case RunTool(Tool tool, List<String> args, var inverse) ->
                new CommandLine(
                        tool.commandLine(args), tool.needsAdmin(), inverse == null ? List.of() : inverse.commandLine());
            case Step.InDistro inDistro -> new CommandLine(inDistro.commandLine(), false, List.of());
            case Step.EngineCall(String _, EngineChange.RestartContainer restart) ->
                new Words(Text.of("preview.restarts", restart.label(), restart.id()), null);
            case Step.EngineCall(String endpoint, EngineChange change) -> new EngineObjects(endpoint, List.of(change));
            case Step.Manual(Text words, var opens) -> new Words(words, opens);
        };
    }

    private static FileChange file(String path, @Nullable Bytes before, @Nullable Bytes after) {
        FileChange.Kind kind = before == null
                ? FileChange.Kind.CREATED
                : after == null ? FileChange.Kind.REMOVED : FileChange.Kind.CHANGED;
        return new FileChange(path, kind, FileDiff.between(before, after));
    }
}
