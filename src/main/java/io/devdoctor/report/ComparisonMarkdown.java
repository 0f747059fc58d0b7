package io.devdoctor.report;

import io.devdoctor.report.Comparison.Change;
import io.devdoctor.report.Comparison.Kind;
import io.devdoctor.text.Messages;
import io.devdoctor.text.Visible;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

/// A comparison for an issue tracker: each difference once, beneath what explains it; long lists are folded.
final class ComparisonMarkdown {
    /// What came is worth reading without a click.
    private static final Set<Kind> OPEN = Set.of(Kind.NEW, Kind.WORSE);

    private static final List<Kind> TOLD =
            List.of(Kind.NEW, Kind.WORSE, Kind.UNREAD, Kind.CHANGED, Kind.BETTER, Kind.GONE);
    private static final int FEW = 6;
    /// Headings and the last words come on top.
    private static final int LIMIT = MarkdownReport.LIMIT - 2_000;

    private static final int LONGEST = 300;

    private final Comparison comparison;
    private final Messages messages;
    private final StringBuilder text = new StringBuilder();
    private int leftOut;

    ComparisonMarkdown(Comparison comparison, Messages messages) {
        this.comparison = comparison;
        this.messages = messages;
    }

    /// @param before name of the older side; @param after name of the newer one
    String write(String before, String after) {
        text.append("# ").append(messages.say("comparison.title")).append("\n\n");
        text.append(side("cli.compare.before", before, comparison.before())).append("  \n");
        text.append(side("cli.compare.after", after, comparison.after())).append("\n\n");
        if (comparison.isEmpty()) text.append(messages.say("cli.compare.same")).append("\n\n");
        causes();
        TOLD.forEach(this::group);
        facts();
        closing();
        return text.toString().strip().replaceAll("\n{3,}", "\n\n") + "\n";
    }

    private String side(String key, String name, Diagnosis diagnosis) {
        return line(messages.say(key, cut(name), messages.format().moment(diagnosis.taken())));
    }

    private void causes() {
        if (comparison.causes().isEmpty()) return;
        heading(messages.say("cli.compare.causes"));
        for (Comparison.Cause cause : comparison.causes()) {
            add("- " + told(cause.change()) + "\n");
            List<String> beneath = cause.explains().stream()
                    .sorted(Comparator.comparing(Change::kind))
                    .map(this::told)
                    .toList();
            if (beneath.size() > FEW) folded(messages.say("comparison.explains", beneath.size()), beneath);
            else beneath.forEach(entry -> add("  - " + entry + "\n"));
        }
        text.append('\n');
    }

    /// What stands beneath a cause is told there.
    private void group(Kind kind) {
        List<String> entries =
                comparison.unexplained(kind).stream().map(this::entry).toList();
        if (entries.isEmpty()) return;
        String title = messages.say("cli.compare.group", messages.say("comparison.kind." + kind), entries.size());
        if (entries.size() > FEW && !OPEN.contains(kind)) {
            folded(title, entries);
            return;
        }
        heading(title);
        entries.forEach(entry -> add("- " + entry + "\n"));
        text.append('\n');
    }

    private void facts() {
        if (comparison.facts().isEmpty()) return;
        heading(messages.say("cli.compare.facts"));
        text.append("| | ")
                .append(messages.say("comparison.before"))
                .append(" | ")
                .append(messages.say("comparison.after"))
                .append(" |\n| --- | --- | --- |\n");
        comparison
                .facts()
                .forEach(fact -> add("| " + line(cut(fact.label())) + " | " + value(fact.before()) + " | "
                        + value(fact.after()) + " |\n"));
        text.append('\n');
    }

    private String value(String value) {
        return line(value.isEmpty() ? messages.say("cli.compare.unread") : cut(value));
    }

    private void closing() {
        int unexamined = comparison.of(Kind.UNEXAMINED).size();
        if (unexamined > 0)
            text.append(messages.say("cli.compare.unexamined", unexamined)).append("  \n");
        text.append(messages.say(
                        "cli.compare.unchanged", comparison.of(Kind.SAME).size()))
                .append('\n');
        if (leftOut > 0)
            text.append("\n**")
                    .append(messages.say("comparison.left-out", leftOut))
                    .append("**\n");
    }

    /// With what became of it.
    private String told(Change change) {
        return "**" + messages.say("comparison.kind." + change.kind()) + "** " + entry(change);
    }

    private String entry(Change change) {
        Diagnosis.Item telling = change.telling();
        boolean gone = change.kind() == Kind.GONE;
        String aside = (gone ? change.after() : change.before())
                .map(Diagnosis.Item::title)
                .filter(title -> !title.equals(telling.title()))
                .map(title -> messages.say(gone ? "cli.compare.is" : "cli.compare.was", cut(title)))
                .map(words -> line(messages.say("comparison.aside", words)))
                .orElse("");
        return line(cut(telling.title())) + (aside.startsWith("(") ? " " : "") + aside + " "
                + Markdown.code(Visible.line(cut(telling.check())));
    }

    private void heading(String title) {
        text.append("## ").append(title).append("\n\n");
    }

    private void folded(String summary, List<String> entries) {
        if (text.length() > LIMIT - LONGEST) {
            leftOut += entries.size();
            return;
        }
        text.append("\n<details><summary>").append(Markdown.html(summary)).append("</summary>\n\n");
        entries.forEach(entry -> add("- " + entry + "\n"));
        text.append("\n</details>\n\n");
    }

    /// A post has a limited length.
    private void add(String line) {
        if (text.length() + line.length() > LIMIT) leftOut++;
        else text.append(line);
    }

    private String cut(String words) {
        String masked = ComparisonReport.masked(words);
        if (masked.length() <= LONGEST) return masked;
        int end = Character.isHighSurrogate(masked.charAt(LONGEST - 1)) ? LONGEST - 1 : LONGEST;
        return masked.substring(0, end) + " " + messages.say("report.cut", masked.length() - end);
    }

    private String line(String words) {
        return Markdown.text(Visible.line(ComparisonReport.masked(words)));
    }
}
