package io.devdoctor.desktop.model;

import io.devdoctor.check.Verdict;
import io.devdoctor.examination.ExaminationResult;
import io.devdoctor.report.Diagnosis;
import io.devdoctor.report.OpenedReport;
import io.devdoctor.report.ReportFormat;
import io.devdoctor.report.ReportOptions;
import io.devdoctor.report.ReportReader;
import io.devdoctor.report.Reports;
import io.devdoctor.report.UnreadableReport;
import io.devdoctor.store.HistoryStore;
import io.devdoctor.text.Language;
import io.devdoctor.text.Messages;
import java.io.IOException;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// Examinations of this machine as they are kept: as reports in every language, so that they can be read whatever is
/// spoken later. Names stay, secrets are masked. Calls block.
final class Archive {
    private static final String HEADLINE = "headline.";

    private final HistoryStore store;
    private final String version;

    /// @param version of DevDoctor
    Archive(HistoryStore store, String version) {
        this.store = store;
        this.version = version;
    }

    HistoryStore store() {
        return store;
    }

    void keep(ExaminationResult result, int most) throws IOException {
        Map<String, byte[]> reports = new HashMap<>();
        Map<String, String> summary = new HashMap<>();
        for (Language language : Language.values()) {
            reports.put(language.tag(), Reports.write(result, ReportFormat.JSON, options(language)));
            String headline = Messages.of(language).say(result.headline().title());
            summary.put(HEADLINE + language.tag(), headline);
        }
        result.summary().forEach((verdict, count) -> summary.put(key(verdict), count.toString()));
        store.add(result.startedAt(), reports, summary, most);
    }

    /// In the language that is spoken, where it was kept in it.
    Diagnosis diagnosis(Side side, Language language) throws IOException, UnreadableReport {
        return switch (side) {
            case Side.Kept(HistoryStore.Entry entry) ->
                ReportReader.read(store.report(entry.id(), language.tag()), entry.id())
                        .diagnosis();
            case Side.Recorded(String _, ExaminationResult result) -> Reports.diagnose(result, options(language));
            case Side.Given(OpenedReport report) -> report.diagnosis();
        };
    }

    /// How many findings of a verdict were counted then.
    static int count(HistoryStore.Entry entry, Verdict verdict) {
        String count = entry.summary().getOrDefault(key(verdict), "0");
        return count.matches("\\d{1,6}") ? Integer.parseInt(count) : 0;
    }

    /// What was said of it then; "" if it was not kept.
    static String headline(HistoryStore.Entry entry, Language language) {
        return entry.summary().getOrDefault(HEADLINE + language.tag(), "");
    }

    static List<Verdict> counted() {
        return List.of(Verdict.PROBLEM, Verdict.WARNING, Verdict.UNKNOWN, Verdict.INFO, Verdict.OK);
    }

    private static String key(Verdict verdict) {
        return verdict.name().toLowerCase(Locale.ROOT);
    }

    private ReportOptions options(Language language) {
        return new ReportOptions(language, false, ZoneId.systemDefault(), version);
    }
}
