package io.devdoctor.cli;

import io.devdoctor.fix.Choice;
import io.devdoctor.fix.EngineChange;
import io.devdoctor.fix.Fix;
import io.devdoctor.fix.Parameter;
import io.devdoctor.fix.ParameterText;
import io.devdoctor.fix.Preview;
import io.devdoctor.fix.Step;
import io.devdoctor.text.Messages;
import io.devdoctor.text.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/// What a fix will do, as lines for a terminal: real diffs, exact commands, every object that goes.
final class PreviewText {
    private static final String LOUD = "! ";
    private final Messages messages;
    private final int columns;
    private final List<String> lines = new ArrayList<>();

    private PreviewText(Messages messages, int columns) {
        this.messages = messages;
        this.columns = columns;
    }

    /// @param columns in which sentences are wrapped; what is typed, compared or named keeps its lines
    static List<String> of(Fix fix, Messages messages, int columns) {
        PreviewText text = new PreviewText(messages, columns);
        text.lines.add(messages.say(fix.title()));
        Preview.of(fix).parts().forEach(text::part);
        text.consequences(fix);
        return List.copyOf(text.lines);
    }

    /// What one step does, each sentence on its line.
    static List<String> of(Step step, Messages messages) {
        PreviewText text = new PreviewText(messages, Integer.MAX_VALUE);
        text.part(Preview.of(step));
        return List.copyOf(text.lines.subList(1, text.lines.size()));
    }

    /// What taking back will do.
    static List<String> ofUndo(Fix inverse, Messages messages, int columns) {
        PreviewText text = new PreviewText(messages, columns);
        text.lines.add(messages.say(inverse.title()));
        Preview.of(inverse).parts().forEach(text::part);
        text.lines.add("");
        text.effects(inverse);
        return List.copyOf(text.lines);
    }

    private void part(Preview.Part part) {
        lines.add("");
        switch (part) {
            case Preview.FileChange file -> lines.addAll(DiffText.of(file, messages));
            case Preview.FolderMove move -> {
                lines.add("- " + move.path());
                lines.add("+ " + move.to());
            }
            case Preview.RegistryChange change -> {
                lines.add(change.key() + " : " + change.name() + " (" + change.type() + ")");
                lines.add("- " + Objects.requireNonNullElse(change.before(), say("preview.no-value")));
                lines.add("+ " + Objects.requireNonNullElse(change.after(), say("preview.no-value")));
            }
            case Preview.CommandLine command -> lines.add("> " + command.typed());
            case Preview.EngineObjects objects -> {
                lines.add(messages.say(
                        "preview.objects", objects.objects().size(), Text.size(objects.bytes()), objects.endpoint()));
                objects.objects().forEach(this::object);
            }
            case Preview.Words words -> {
                sentence("", messages.say(words.words()));
                if (words.opens() != null) lines.add(words.opens());
            }
        }
    }

    private void object(EngineChange change) {
        String size = change.bytes() < 0 ? "?" : messages.format().size(change.bytes());
        lines.add("  - " + change.label() + "  " + size + "  " + change.id());
    }

    private void consequences(Fix fix) {
        lines.add("");
        effects(fix);
        fix.warnings().forEach(warning -> sentence(LOUD, messages.say(warning)));
        if (!fix.isManual()) {
            sentence("", say("takes-effect." + fix.takesEffect()));
            if (fix.isReversible()) sentence("", say("preview.can-undo"));
        }
        fix.choice().map(Choice::parameter).ifPresent(this::anotherValue);
    }

    private void anotherValue(Parameter parameter) {
        sentence(
                "",
                messages.say(
                        "preview.another-value",
                        parameter.name(),
                        ParameterText.bounds(parameter),
                        example(parameter)));
    }

    private static String example(Parameter parameter) {
        String less = parameter.stepped(parameter.advisedTyped(), -1);
        return less.equals(parameter.advisedTyped()) ? parameter.stepped(less, 1) : less;
    }

    private void effects(Fix fix) {
        fix.effects().stream().sorted().forEach(effect -> sentence(LOUD, say("effect." + effect)));
    }

    /// Masked as a whole, before a line ends in the middle of what is to be masked.
    private void sentence(String mark, String words) {
        String margin = " ".repeat(mark.length());
        List<String> wrapped = Columns.wrap(Session.shown(words), columns - mark.length());
        for (int i = 0; i < wrapped.size(); i++) lines.add((i == 0 ? mark : margin) + wrapped.get(i));
    }

    private String say(String key) {
        return messages.say(key);
    }
}
