package io.devdoctor.report;

import io.devdoctor.check.Verdict;
import io.devdoctor.privacy.Pseudonym;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;

/// A report for an issue tracker: short enough to be posted, and harmless whatever the machine's names hold.
final class MarkdownReport {
    /// GitHub and Gitea refuse posts of more than 65 536 characters; people write around a report.
    static final int LIMIT = 60_000;
    private static final int RESERVED = 4_000;
    /// What folding a language away takes.
    private static final int FOLD = 100;
    private static final int LONGEST_VALUE = 4_000;
    private static final int LONGEST_LINE = 300;
    private static final int LONGEST_MESSAGE = 1_500;

    private final Page page;
    private final Diagnosis diagnosis;
    private final BoundedText text;

    /// @param limit in characters
    private MarkdownReport(Page page, int limit) {
        this.page = page;
        this.text = new BoundedText(limit - RESERVED);
        this.diagnosis = page.diagnosis();
    }

    /// @param languages the same diagnosis in each; the second is folded
    static byte[] write(List<Diagnosis> languages, ReportOptions options) {
        StringBuilder all = new StringBuilder();
        for (Diagnosis diagnosis : languages) {
            Page page = new Page(diagnosis, options.zone());
            String report = new MarkdownReport(page, LIMIT / languages.size() - FOLD).write();
            boolean isFirst = all.isEmpty();
            all.append(isFirst ? report : "\n" + details(page.say("report.other-language"), report.strip()));
        }
        return (all.toString().strip() + "\n").getBytes(StandardCharsets.UTF_8);
    }

    private String write() {
        text.add("# " + line(diagnosis.headline()) + "\n\n");
        if (!diagnosis.explanation().isEmpty()) text.add(message(diagnosis.explanation()) + "\n\n");
        counts();
        machine();
        causes();
        for (Verdict verdict : page.open()) group(verdict);
        folded(Verdict.INFO);
        muted();
        folded(Verdict.OK);
        folded(Verdict.NOT_APPLICABLE);
        String leftOut = text.leftOut() == 0 ? "" : "**" + page.say("report.left-out", text.leftOut()) + "**\n\n";
        return text + leftOut + closing();
    }

    private void counts() {
        StringBuilder table = new StringBuilder(row(page.say("report.summary"), page.say("report.summary.count")))
                .append("| --- | ---: |\n");
        page.verdicts()
                .forEach(verdict ->
                        table.append(row(page.say("report.group." + verdict), String.valueOf(page.count(verdict)))));
        if (!page.muted().isEmpty())
            table.append(row(
                    page.say("report.group.muted"), String.valueOf(page.muted().size())));
        text.add(table + "\n");
    }

    private void machine() {
        if (diagnosis.machine().isEmpty()) return;
        text.add("| " + page.say("report.machine") + " | |\n| --- | --- |\n");
        diagnosis.machine().forEach(fact -> text.add(row(line(fact.label()), line(fact.value()))));
        text.add("\n");
    }

    private void causes() {
        List<Diagnosis.Branch> causes = page.causes();
        if (causes.isEmpty()) return;
        text.add("## " + page.say("report.root-causes", causes.size()) + "\n\n");
        causes.forEach(cause -> tree(cause, 0));
        text.add("\n");
    }

    private void tree(Diagnosis.Branch branch, int depth) {
        Diagnosis.Item item = branch.item();
        String entry = "  ".repeat(Math.min(depth, 10)) + "- " + verdict(item) + " " + line(item.title()) + "\n";
        if (!text.add(entry)) return;
        branch.told().forEach(below -> tree(below, depth + 1));
        int unread = branch.unread().size();
        if (unread > 0)
            text.add("  ".repeat(Math.min(depth + 1, 10)) + "- " + page.say("report.unread-beneath", unread) + "\n");
    }

    private void group(Verdict verdict) {
        List<Diagnosis.Item> items = items(verdict);
        if (items.isEmpty()) return;
        text.add("## " + page.counted("report.group." + verdict, items.size()) + "\n\n");
        items.stream().filter(item -> !isSilent(item)).forEach(item -> text.add(finding(item)));
        String silent = items.stream()
                .filter(MarkdownReport::isSilent)
                .map(item -> "- " + line(item.title()) + " · " + Markdown.code(item.check()) + "\n")
                .collect(Collectors.joining());
        long count = items.stream().filter(MarkdownReport::isSilent).count();
        if (count > Diagnosis.Branch.MANY)
            text.add(details(page.say("report.unread-beneath", count), silent.stripTrailing()));
        else if (!silent.isEmpty()) text.add(silent + "\n");
    }

    /// What could not be read for a known cause needs one line: its cause has the words and the proof.
    private static boolean isSilent(Diagnosis.Item item) {
        return item.verdict() == Verdict.UNKNOWN && item.isConsequence();
    }

    private String finding(Diagnosis.Item item) {
        StringBuilder finding = new StringBuilder("### " + line(item.title()) + "\n\n");
        String address = page.documentation(item);
        String id = Markdown.code(item.check());
        finding.append(address.isEmpty() ? id : "[" + id + "](" + address + ")");
        if (!item.subject().isEmpty()) finding.append(" · ").append(line(item.subject()));
        if (!page.place(item).isEmpty()) finding.append(" · ").append(line(page.place(item)));
        if (item.muted() != null)
            finding.append("\n\n**")
                    .append(page.say("verdict." + item.muted().verdict()))
                    .append("** · ")
                    .append(line(item.muted().sentence()));
        finding.append("\n\n").append(message(item.message())).append("\n\n");
        for (String cause : diagnosis.causesOf(item))
            finding.append(Markdown.text(page.say("report.consequence-of", page.cut(cause, LONGEST_LINE))))
                    .append("\n\n");
        for (Diagnosis.Cure cure : item.fixes()) finding.append(cure(cure));
        if (!item.fixes().isEmpty()) finding.append("\n");
        return finding.append(evidence(item)).toString();
    }

    private String cure(Diagnosis.Cure cure) {
        String conditions = page.list(
                page.conditions(cure).stream().map(Page.Condition::words).toList());
        String title = "**" + line(cure.title()) + "**";
        StringBuilder entry = new StringBuilder(
                "- " + page.say("report.fix-title", title) + " · " + Markdown.text(conditions) + "\n");
        cure.byHand()
                .forEach(words -> entry.append("  - ").append(message(words)).append('\n'));
        if (!cure.command().isEmpty())
            entry.append("  - ")
                    .append(Markdown.code(page.cut(cure.command(), LONGEST_LINE)))
                    .append('\n');
        return entry.toString();
    }

    private String evidence(Diagnosis.Item item) {
        if (item.evidence().isEmpty()) return "";
        StringBuilder lines = new StringBuilder();
        for (Diagnosis.Proof proof : item.evidence()) {
            String value = page.cut(proof.shown(), LONGEST_VALUE);
            String gap = value.contains("\n") ? "\n" : "";
            lines.append(page.say("report.evidence.line", proof.what(), gap + value.stripTrailing()));
            String source = page.cut(proof.place(), LONGEST_LINE).replace('\n', ' ');
            lines.append("\n    ")
                    .append(source)
                    .append("  ")
                    .append(page.time(proof.at()))
                    .append("\n");
        }
        return details(page.counted("report.evidence", item.evidence().size()), Markdown.fence(lines.toString()));
    }

    /// Folded, but with everything that was found.
    private void muted() {
        if (page.muted().isEmpty()) return;
        String findings = page.muted().stream()
                .map(Diagnosis.Branch::item)
                .map(this::finding)
                .collect(Collectors.joining());
        text.add(details(page.counted("report.group.muted", page.muted().size()), findings.stripTrailing()));
    }

    private void folded(Verdict verdict) {
        List<Diagnosis.Item> items = items(verdict);
        if (items.isEmpty()) return;
        StringBuilder list = new StringBuilder();
        for (Diagnosis.Item item : items) {
            String title = verdict == Verdict.NOT_APPLICABLE ? item.name() : item.title();
            list.append("- ")
                    .append(line(title))
                    .append(" · ")
                    .append(Markdown.code(item.check()))
                    .append("\n");
        }
        text.add(details(
                page.counted("report.group." + verdict, items.size()),
                list.toString().stripTrailing()));
    }

    private String closing() {
        StringBuilder end = new StringBuilder("---\n\n");
        end.append(page.say(diagnosis.redacted() ? "report.privacy" : "report.not-redacted"))
                .append("\n");
        // The mask itself would read as bold.
        end.append(Markdown.text(page.say("report.secrets", diagnosis.secrets())))
                .append("\n\n");
        page.leftOut().ifPresent(words -> end.append(Markdown.text(words)).append("\n\n"));
        StringBuilder legend = new StringBuilder();
        for (Pseudonym pseudonym : diagnosis.legend()) {
            String entry = "- " + Markdown.code(pseudonym.name()) + " · " + page.say("report.kind." + pseudonym.kind())
                    + (page.shape(pseudonym).isEmpty() ? "" : " · " + page.shape(pseudonym)) + " · "
                    + pseudonym.count() + "\u00D7\n";
            if (legend.length() + entry.length() < RESERVED / 2) legend.append(entry);
        }
        if (!legend.isEmpty())
            end.append(details(page.say("report.masked"), legend.toString().stripTrailing()));
        String recording = diagnosis.recording();
        if (recording != null)
            end.append(page.say("report.recording-name", line(recording))).append(" · ");
        end.append(page.taken()).append(" · ").append(page.say("report.made-by", line(diagnosis.version())));
        return end.append("\n").toString();
    }

    private List<Diagnosis.Item> items(Verdict verdict) {
        return diagnosis.findings().stream()
                .filter(item -> item.verdict() == verdict && !item.isMuted())
                .toList();
    }

    private String verdict(Diagnosis.Item item) {
        return "**" + page.say("verdict." + item.verdict()) + "**";
    }

    private String line(String words) {
        return Markdown.text(page.cut(words, LONGEST_LINE));
    }

    private String message(String words) {
        return Markdown.text(page.cut(words, LONGEST_MESSAGE));
    }

    private static String row(String first, String second) {
        return "| " + first + " | " + second + " |\n";
    }

    private static String details(String summary, String content) {
        return "<details><summary>" + Markdown.html(summary) + "</summary>\n\n" + content + "\n\n</details>\n\n";
    }
}
