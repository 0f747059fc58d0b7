package io.devdoctor.cli;

import io.devdoctor.report.Comparison;
import io.devdoctor.report.Comparison.Change;
import io.devdoctor.report.Comparison.Kind;
import io.devdoctor.report.Diagnosis;
import io.devdoctor.text.Messages;
import java.util.List;

/// What differs between two examinations, as a person reads it in a terminal: causes with what they explain, then the
/// rest by what became of it, then facts of the machine.
record ComparisonText(Sheet sheet, Messages messages) {
    private static final List<Kind> TOLD =
            List.of(Kind.NEW, Kind.WORSE, Kind.UNREAD, Kind.CHANGED, Kind.BETTER, Kind.GONE);

    /// @param names of the older and the newer side
    void print(Comparison comparison, List<String> names) {
        side("cli.compare.before", names.get(0), comparison.before());
        side("cli.compare.after", names.get(1), comparison.after());
        if (comparison.isEmpty()) {
            sheet.gap();
            sheet.headline(messages.say("cli.compare.same"));
        }
        causes(comparison);
        for (Kind kind : TOLD) group(kind, comparison);
        facts(comparison);
        int unexamined = comparison.of(Kind.UNEXAMINED).size();
        sheet.gap();
        if (unexamined > 0) sheet.body("", messages.say("cli.compare.unexamined", unexamined));
        sheet.body(
                "",
                messages.say("cli.compare.unchanged", comparison.of(Kind.SAME).size()));
    }

    private void side(String key, String name, Diagnosis diagnosis) {
        sheet.body("", Sheet.line(messages.say(key, name, messages.format().moment(diagnosis.taken()))));
    }

    private void causes(Comparison comparison) {
        if (comparison.causes().isEmpty()) return;
        sheet.gap();
        sheet.headline(messages.say("cli.compare.causes"));
        for (Comparison.Cause cause : comparison.causes()) {
            change("  ", cause.change(), true);
            cause.explains().forEach(change -> change("      ", change, true));
        }
    }

    /// What stands beneath a cause is told there.
    private void group(Kind kind, Comparison comparison) {
        List<Change> changes = comparison.unexplained(kind);
        if (changes.isEmpty()) return;
        sheet.gap();
        sheet.headline(messages.say("cli.compare.group", messages.say("comparison.kind." + kind), changes.size()));
        changes.forEach(change -> change("  ", change, false));
    }

    /// @param kinds whether it says what became of it
    void change(String margin, Change change, boolean kinds) {
        Diagnosis.Item telling = change.telling();
        String kind = messages.say("comparison.kind." + change.kind());
        String title = kinds ? messages.say("cli.compare.titled", kind, telling.title()) : telling.title();
        sheet.head(margin, telling.found(), title, telling.check());
        change.before()
                .filter(before -> change.after().isPresent() && !before.title().equals(telling.title()))
                .ifPresent(before ->
                        sheet.body(margin + "  ", Sheet.line(messages.say("cli.compare.was", before.title()))));
        change.after()
                .filter(after -> change.kind() == Kind.GONE && !after.title().equals(telling.title()))
                .ifPresent(
                        after -> sheet.body(margin + "  ", Sheet.line(messages.say("cli.compare.is", after.title()))));
    }

    private void facts(Comparison comparison) {
        if (comparison.facts().isEmpty()) return;
        sheet.gap();
        sheet.headline(messages.say("cli.compare.facts"));
        String nothing = messages.say("cli.compare.unread");
        comparison
                .facts()
                .forEach(fact -> sheet.body(
                        "  ",
                        Sheet.line(messages.say(
                                "cli.compare.fact",
                                fact.label(),
                                fact.before().isEmpty() ? nothing : fact.before(),
                                fact.after().isEmpty() ? nothing : fact.after()))));
    }
}
