package io.devdoctor.cli;

import io.devdoctor.fix.Preview;
import io.devdoctor.repair.Entry;
import io.devdoctor.repair.EntryStory;
import io.devdoctor.repair.Sighting;
import io.devdoctor.repair.UndoPlan;
import io.devdoctor.text.Messages;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// Everything the journal tells of one entry, and whether it can be taken back now.
record EntryReport(Messages messages) {

    List<String> of(UndoPlan plan) {
        Entry entry = plan.entry();
        List<String> lines = new ArrayList<>(List.of(entry.id(), EntryLines.summary(entry, messages)));
        entry.effects().stream().sorted().forEach(effect -> lines.add("! " + say("effect." + effect)));
        if (!entry.cures().isEmpty()) heading("history.cures", lines);
        for (Entry.Cure cure : entry.cures()) {
            lines.add("  " + say("verdict." + cure.verdict()) + ": " + messages.say(cure.title()) + "  ("
                    + named(cure.finding().check(), cure.finding().subject().name()) + ")");
        }
        if (!entry.steps().isEmpty()) heading("history.steps", lines);
        for (int i = 0; i < entry.steps().size(); i++) step(i + 1, entry.steps().get(i), lines);
        List<EntryStory.Line> story = EntryStory.of(entry);
        if (!story.isEmpty()) heading("history.story", lines);
        story.forEach(line -> line(line, lines));
        undo(plan, lines);
        return lines;
    }

    /// What an undo would put back, thing by thing.
    static List<String> undoable(Entry entry) {
        if (!entry.canUndo()) return List.of();
        return entry.steps().stream()
                .filter(done -> done.progress() == Entry.Progress.DONE)
                .flatMap(done -> named(Preview.of(done.step())))
                .distinct()
                .map(name -> "  " + name)
                .toList();
    }

    static Stream<String> named(Preview.Part part) {
        return switch (part) {
            case Preview.FileChange file -> Stream.of(file.path());
            case Preview.FolderMove move -> Stream.of(move.path());
            case Preview.RegistryChange value -> Stream.of(value.key() + " : " + value.name());
            case Preview.CommandLine command -> Stream.of("> " + command.typed());
            case Preview.EngineObjects _, Preview.Words _ -> Stream.empty();
        };
    }

    private void step(int number, Entry.Done done, List<String> lines) {
        if (number > 1) lines.add("");
        lines.add("  " + number + ". " + say("desktop.step." + done.progress()));
        PreviewText.of(done.step(), messages).forEach(line -> lines.add("    " + line));
    }

    private void line(EntryStory.Line line, List<String> lines) {
        lines.add("  " + messages.format().moment(line.at()) + "  " + messages.say(line.text()));
        line.detail().lines().forEach(detail -> lines.add("      " + detail));
        for (Sighting seen : line.seen()) {
            lines.add("      " + say("verdict." + seen.verdict()) + ": " + messages.say(seen.title()) + "  ("
                    + named(seen.check(), seen.subject()) + ")");
        }
    }

    private void undo(UndoPlan plan, List<String> lines) {
        heading("history.undo", lines);
        if (plan.refusal().isEmpty()) {
            lines.add("  " + messages.say("history.undo.possible", plan.entry().id()));
            plan.staying()
                    .forEach(step -> lines.add(
                            "  " + say("history.undo.stays") + " " + String.join(" ", PreviewText.of(step, messages))));
        }
        plan.refusal().ifPresent(why -> lines.add("  " + messages.say(why)));
        ConflictText text = new ConflictText(messages);
        plan.conflicts().forEach(conflict -> text.of(conflict).forEach(line -> lines.add("  " + line)));
    }

    private static String named(String check, String subject) {
        return subject.isEmpty() ? check : check + ", " + subject;
    }

    private void heading(String key, List<String> lines) {
        lines.add("");
        lines.add(say(key));
    }

    private String say(String key) {
        return messages.say(key);
    }
}
