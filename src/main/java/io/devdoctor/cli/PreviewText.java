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
    private final Messages messages;
    private final List<String> lines = new ArrayList<>();

    private PreviewText(Messages messages) {
        this.messages = messages;
    }

    static List<String> of(Fix fix, Messages messages) {
        PreviewText text = new PreviewText(messages);
        text.lines.add(messages.say(fix.title()));
        Preview.of(fix).parts().forEach(text::part);
        text.consequences(fix);
        return List.copyOf(text.lines);
    }

    /// What one step does.
    static List<String> of(Step step, Messages messages) {
        PreviewText text = new PreviewText(messages);
        text.part(Preview.of(step));
        return List.copyOf(text.lines.subList(1, text.lines.size()));
    }

    /// What taking back will do.
    static List<String> ofUndo(Fix inverse, Messages messages) {
        PreviewText text = new PreviewText(messages);
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
                lines.add(messages.say(words.words()));
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
        fix.warnings().forEach(warning -> lines.add("! " + messages.say(warning)));
        if (!fix.isManual()) {
            lines.add(say("takes-effect." + fix.takesEffect()));
            if (fix.isReversible()) lines.add(say("preview.can-undo"));
        }
        fix.choice().map(Choice::parameter).ifPresent(this::anotherValue);
    }

    private void anotherValue(Parameter parameter) {
        lines.add(messages.say(
                "preview.another-value", parameter.name(), ParameterText.bounds(parameter), example(parameter)));
    }

    private static String example(Parameter parameter) {
        String less = parameter.stepped(parameter.advisedTyped(), -1);
        return less.equals(parameter.advisedTyped()) ? parameter.stepped(less, 1) : less;
    }

    private void effects(Fix fix) {
        fix.effects().stream().sorted().forEach(effect -> lines.add("! " + say("effect." + effect)));
    }

    private String say(String key) {
        return messages.say(key);
    }
}
