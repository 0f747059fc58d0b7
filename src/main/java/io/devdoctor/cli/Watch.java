package io.devdoctor.cli;

import io.devdoctor.check.Verdict;
import io.devdoctor.examination.ExaminationResult;
import io.devdoctor.report.Comparison;
import io.devdoctor.report.Comparison.Kind;
import io.devdoctor.report.Diagnosis;
import io.devdoctor.report.ReportOptions;
import io.devdoctor.report.Reports;
import io.devdoctor.text.Messages;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;

/// Examines again and again: first everything is told, then what came and what went.
final class Watch {
    /// Measured values change all the time and are no news.
    private static final Kind[] NEWS = {Kind.NEW, Kind.WORSE, Kind.UNREAD, Kind.BETTER, Kind.GONE};

    private final Terminal terminal;
    private final Messages messages;
    private final String version;
    private final Round round;
    private final Pause pause;
    private final boolean quiet;

    /// One examination, with all that belongs to it but the words on stdout.
    @FunctionalInterface
    interface Round {
        ExaminationResult examine() throws Exception;
    }

    /// Waits between two rounds.
    @FunctionalInterface
    interface Pause {
        /// @return whether to go on
        boolean pause(Duration interval);
    }

    /// @param quiet whether only what is wrong is told, or was
    Watch(Terminal terminal, Messages messages, String version, Round round, Pause pause, boolean quiet) {
        this.terminal = terminal;
        this.version = version;
        this.messages = messages;
        this.round = round;
        this.pause = pause;
        this.quiet = quiet;
    }

    /// Until somebody ends it or nobody reads any more.
    ///
    /// @param first tells the first result
    /// @return the last result
    ExaminationResult run(Duration interval, Consumer<ExaminationResult> first) throws Exception {
        ExaminationResult result = round.examine();
        first.accept(result);
        Diagnosis before = diagnosis(result);
        while (pause.pause(interval) && !terminal.out().checkError()) {
            result = round.examine();
            Diagnosis now = diagnosis(result);
            tell(Comparison.of(before, now, Comparison.Relation.SAME_MACHINE), result);
            before = now;
        }
        return result;
    }

    private Diagnosis diagnosis(ExaminationResult result) {
        return Reports.diagnose(result, new ReportOptions(messages.language(), false, ZoneId.systemDefault(), version));
    }

    private void tell(Comparison comparison, ExaminationResult result) {
        List<Comparison.Change> news = comparison.of(NEWS).stream()
                .filter(change -> !quiet || isIll(change))
                .toList();
        if (news.isEmpty()) return;
        Sheet sheet = new Sheet(terminal, messages);
        sheet.gap();
        sheet.headline(messages.format().moment(result.startedAt()));
        ComparisonText text = new ComparisonText(sheet, messages);
        news.forEach(change -> text.change("  ", change, true));
        terminal.out().flush();
    }

    /// Whether it is, or was, something wrong.
    private static boolean isIll(Comparison.Change change) {
        return Stream.of(change.before(), change.after())
                .flatMap(Optional::stream)
                .anyMatch(item -> item.found().rank() >= Verdict.UNKNOWN.rank());
    }

    /// Ends early where the thread is interrupted.
    static boolean sleep(Duration interval) {
        try {
            Thread.sleep(interval);
            return true;
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
