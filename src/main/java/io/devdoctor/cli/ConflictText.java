package io.devdoctor.cli;

import io.devdoctor.fix.Preview;
import io.devdoctor.fix.Step;
import io.devdoctor.machine.Bytes;
import io.devdoctor.machine.RegistryValue;
import io.devdoctor.repair.Conflict;
import io.devdoctor.text.Messages;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Three versions of something that is no longer as DevDoctor left it: before, after, now; and what to do by hand.
record ConflictText(Messages messages) {

    List<String> of(Conflict conflict) {
        List<String> lines = new ArrayList<>(List.of(""));
        switch (conflict) {
            case Conflict.InFile file -> file(file, lines);
            case Conflict.InRegistry value -> {
                lines.add(value.what());
                lines.add("  " + say("conflict.before") + ": " + value(value, value.before()));
                lines.add("  " + say("conflict.after") + ": " + value(value, value.after()));
                lines.add("  " + say("conflict.now") + ": " + value(value, value.now()));
                lines.add(say("conflict.by-hand.value"));
            }
            case Conflict.InFolder(String path, String aside) ->
                lines.add(messages.say("conflict.by-hand.folder", path, aside));
            case Conflict.InEngine engine -> lines.add(engine.what() + ": " + engine.now());
        }
        return lines;
    }

    private void file(Conflict.InFile file, List<String> lines) {
        String path = file.path();
        lines.add(say("conflict.done"));
        difference(path, file.before(), file.after(), "conflict.before", "conflict.after", lines);
        lines.add("");
        lines.add(say("conflict.since"));
        difference(path, file.after(), file.now(), "conflict.after", "conflict.now", lines);
        lines.add("");
        lines.add(say(file.now() == null ? "conflict.by-hand.gone" : "conflict.by-hand.file"));
    }

    private void difference(
            String path, @Nullable Bytes from, @Nullable Bytes to, String fromName, String toName, List<String> lines) {
        if (Objects.equals(from, to)) {
            lines.add(say("conflict.same"));
        } else if (Preview.of(new Step.EditFile(path, from, to)) instanceof Preview.FileChange change) {
            lines.addAll(DiffText.of(change, named(path, fromName), named(path, toName), messages));
        }
    }

    private String named(String path, String name) {
        return path + " (" + say(name) + ")";
    }

    private String value(Conflict.InRegistry place, @Nullable RegistryValue value) {
        if (value == null) return say("preview.no-value");
        Step set = new Step.SetRegistryValue(place.key(), place.name(), null, value);
        return Preview.of(set) instanceof Preview.RegistryChange change
                ? Objects.requireNonNullElse(change.after(), "") + " (" + change.type() + ")"
                : value.toString();
    }

    private String say(String key) {
        return messages.say(key);
    }
}
