package io.devdoctor.cli;

import io.devdoctor.check.Verdict;
import io.devdoctor.report.Diagnosis;
import io.devdoctor.text.Messages;
import java.util.List;

/// A report that was written before, as a person reads it in a terminal. It may come from anybody: nothing in it moves
/// the cursor, and no command of it is offered.
record DiagnosisText(Sheet sheet, Messages messages) {
    private static final List<Verdict> SHOWN = List.of(Verdict.PROBLEM, Verdict.WARNING, Verdict.UNKNOWN, Verdict.INFO);
    private static final String INDENT = "    ";
    private static final int DEEPEST = 3;

    void print(Diagnosis diagnosis) {
        diagnosis
                .machine()
                .forEach(fact -> sheet.body("", Sheet.line(messages.say("cli.evidence", fact.label(), fact.value()))));
        sheet.gap();
        if (!diagnosis.headline().isBlank()) sheet.headline(diagnosis.headline());
        for (Verdict verdict : SHOWN) {
            diagnosis.branches().stream()
                    .filter(branch -> branch.item().verdict() == verdict)
                    .forEach(branch -> print(branch, 0));
        }
        sheet.gap();
        List<Diagnosis.Item> muted =
                diagnosis.findings().stream().filter(Diagnosis.Item::isMuted).toList();
        sheet.summary(diagnosis.summary(), muted.size());
    }

    private void print(Diagnosis.Branch branch, int depth) {
        Diagnosis.Item item = branch.item();
        String margin = INDENT.repeat(Math.min(depth, DEEPEST));
        sheet.gap();
        sheet.head(margin, item.verdict(), item.title(), item.check());
        if (depth == 0 || item.verdict() != Verdict.UNKNOWN) body(margin + "  ", item, depth);
        List<Diagnosis.Item> unread = unread(branch);
        branch.consequences().stream()
                .filter(below -> SHOWN.contains(below.item().verdict()) && !unread.contains(below.item()))
                .forEach(below -> print(below, depth + 1));
        if (unread.isEmpty()) return;
        sheet.gap();
        String areas = Told.joined(unread.stream().map(below -> below.area().id()));
        sheet.unread(INDENT.repeat(Math.min(depth + 1, DEEPEST)), unread.size(), areas);
    }

    /// What is told in one line, since it could only not be checked, and explains nothing itself.
    private static List<Diagnosis.Item> unread(Diagnosis.Branch branch) {
        List<Diagnosis.Item> unread = branch.consequences().stream()
                .filter(below -> below.item().verdict() == Verdict.UNKNOWN
                        && below.consequences().isEmpty())
                .map(Diagnosis.Branch::item)
                .toList();
        return unread.size() > Told.FEW ? unread : List.of();
    }

    private void body(String margin, Diagnosis.Item item, int depth) {
        sheet.body(margin, Session.shown(item.message()));
        item.evidence().forEach(proof -> sheet.evidence(margin, proof.what(), proof.shown(), proof.place()));
        if (depth == 0) {
            item.fixes().forEach(fix -> {
                sheet.body(margin, Sheet.line(messages.say("cli.fix", fix.title())));
                fix.byHand().forEach(words -> sheet.body(margin + "  ", Session.shown(words)));
            });
        }
    }
}
