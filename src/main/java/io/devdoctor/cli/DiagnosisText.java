package io.devdoctor.cli;

import io.devdoctor.check.Area;
import io.devdoctor.check.Checks;
import io.devdoctor.check.Verdict;
import io.devdoctor.report.Diagnosis;
import io.devdoctor.text.Messages;
import java.util.List;

/// A report that was written before, as a person reads it in a terminal: like the examination it tells of. It may come
/// from anybody: nothing in it moves the cursor, and no command of it is printed. What can be typed is put together
/// here, from the name of a check that we know, and asks before it changes anything.
record DiagnosisText(Sheet sheet, Messages messages) {
    private static final String INDENT = "    ";

    void print(Diagnosis diagnosis) {
        if (!diagnosis.headline().isBlank()) sheet.headline(diagnosis.headline());
        Retold retold = new Retold(diagnosis);
        for (Retold.Case one : retold.inReadingOrder()) {
            sheet.gap();
            cause(one.cause());
            boolean lineOnly = false;
            for (Diagnosis.Item item : one.told()) {
                boolean wasLineOnly = lineOnly;
                lineOnly = item.verdict() == Verdict.UNKNOWN;
                if (!lineOnly || !wasLineOnly) sheet.gap();
                consequence(item, retold);
            }
            if (!one.unread().isEmpty()) unread(one.unread());
        }
        sheet.gap();
        machine(diagnosis);
        List<Diagnosis.Item> muted =
                diagnosis.findings().stream().filter(Diagnosis.Item::isMuted).toList();
        sheet.summary(diagnosis.summary(), muted.size());
    }

    private void machine(Diagnosis diagnosis) {
        if (diagnosis.machine().isEmpty()) return;
        diagnosis
                .machine()
                .forEach(fact -> sheet.body("", Sheet.line(messages.say("cli.evidence", fact.label(), fact.value()))));
        sheet.gap();
    }

    private void cause(Diagnosis.Item item) {
        sheet.head("", item.verdict(), item.title(), item.check());
        String margin = "  ";
        sheet.body(margin, Session.shown(item.message()));
        evidence(margin, item);
        item.fixes().forEach(fix -> fix(margin, item, fix));
    }

    /// What could not be read for a known cause needs no more words here.
    private void consequence(Diagnosis.Item item, Retold retold) {
        sheet.head(INDENT, item.verdict(), item.title(), item.check());
        if (item.verdict() == Verdict.UNKNOWN) return;
        String margin = INDENT + "  ";
        sheet.body(margin, Session.shown(item.message()));
        if (item.isConsequence()) sheet.body(margin, Sheet.line(messages.say("cli.caused-by", retold.causeOf(item))));
        evidence(margin, item);
    }

    private void evidence(String margin, Diagnosis.Item item) {
        item.evidence().forEach(proof -> sheet.evidence(margin, proof.what(), proof.shown(), proof.place()));
    }

    private void unread(List<Diagnosis.Item> unread) {
        sheet.gap();
        String areas = Told.joined(unread.stream().map(item -> item.area().id()));
        sheet.unread(INDENT, unread.size(), areas);
    }

    private void fix(String margin, Diagnosis.Item item, Diagnosis.Cure fix) {
        sheet.body(margin, Sheet.line(messages.say("cli.fix", fix.title())));
        if (fix.manual()) fix.byHand().forEach(words -> sheet.body(margin + "  ", Session.shown(words)));
        else if (isKnown(item.check())) sheet.body(margin + "  ", messages.say("cli.show.fix", command(item, fix)));
    }

    private static boolean isKnown(String check) {
        return Checks.ALL.stream().anyMatch(each -> each.info().id().equals(check));
    }

    private static String command(Diagnosis.Item item, Diagnosis.Cure fix) {
        boolean named = item.fixes().size() > 1 && fix.id().matches("[a-z0-9]+([./-][a-z0-9]+)*");
        // Whoever does not know the folder stands in it.
        String project = item.area() == Area.PROJECT ? " --project ." : "";
        return "devdoctor fix " + item.check() + (named ? " --fix " + fix.id() : "") + project;
    }
}
