package io.devdoctor.cli;

import io.devdoctor.examination.Cancellation;
import io.devdoctor.examination.Examination;
import io.devdoctor.examination.ExaminationResult;
import io.devdoctor.examination.UnusableRecording;
import io.devdoctor.report.Diagnosis;
import io.devdoctor.report.OpenedReport;
import io.devdoctor.report.ReportOptions;
import io.devdoctor.report.ReportReader;
import io.devdoctor.report.Reports;
import io.devdoctor.report.UnreadableReport;
import io.devdoctor.text.Messages;
import java.io.IOException;
import java.nio.file.Path;
import java.time.ZoneId;

/// One side of a comparison: a report, a recording, or this machine now.
///
/// @param name by which people know it
record Compared(String name, Diagnosis diagnosis) {

    static Compared open(Path file, boolean redacted, Session session, Messages messages)
            throws IOException, UnusableRecording {
        try {
            OpenedReport report = ReportReader.open(file);
            report.remarks().forEach(remark -> session.remark(messages, remark));
            return new Compared(report.name(), report.diagnosis());
        } catch (UnreadableReport e) {
            if (!e.isRecording()) throw new CliProblem(e.reason());
            Examination recorded = session.services().machines().recorded(file);
            return new Compared(String.valueOf(file.getFileName()), diagnosis(recorded, redacted, session, messages));
        }
    }

    static Compared here(boolean redacted, Session session, Messages messages) {
        Examination live = session.services().machines().live();
        return new Compared(messages.say("cli.compare.here"), diagnosis(live, redacted, session, messages));
    }

    private static Diagnosis diagnosis(Examination examination, boolean redacted, Session session, Messages messages) {
        ExaminationResult result = examination.run(new Progress(session.terminal(), messages), new Cancellation());
        ReportOptions options = new ReportOptions(
                messages.language(),
                redacted,
                ZoneId.systemDefault(),
                session.services().version());
        return Reports.diagnose(result, options);
    }
}
