package io.devdoctor.cli;

import io.devdoctor.report.Diagnosis;
import io.devdoctor.report.OpenedReport;
import io.devdoctor.report.ReportReader;
import io.devdoctor.report.UnreadableReport;
import io.devdoctor.text.Messages;
import io.devdoctor.text.Text;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/// `devdoctor show FILE`: a JSON report, of this machine or another one, in words.
@Command(name = "show", mixinStandardHelpOptions = true)
final class ShowCommand implements Callable<Integer> {
    private final Session session;

    @Parameters(paramLabel = "FILE", descriptionKey = "option.report-file")
    private Path file = Path.of("");

    @Mixin
    private LanguageChoice language = new LanguageChoice();

    ShowCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        Messages messages = language.messages(session);
        OpenedReport report = open();
        report.remarks().forEach(remark -> session.remark(messages, remark));
        session.say(Session.shownInLine(messages.say(
                "cli.show.of",
                report.name(),
                messages.format().moment(report.diagnosis().taken()),
                report.diagnosis().version())));
        print(report.diagnosis(), messages);
        return ExitCode.GOOD;
    }

    /// A page half in one language and half in the other would be read by nobody.
    private void print(Diagnosis diagnosis, Messages asked) {
        Messages written = Messages.of(diagnosis.language());
        if (written.language() != asked.language()) {
            session.complain(asked, Text.of("cli.show.written-in", written.say("report.language")));
        }
        Messages readable = session.readable(written);
        new DiagnosisText(new Sheet(session.terminal(), readable), readable).print(diagnosis);
    }

    private OpenedReport open() {
        try {
            return ReportReader.open(file);
        } catch (UnreadableReport e) {
            throw new CliProblem(e.isRecording() ? Text.of("cli.error.show-recording", file.toString()) : e.reason());
        }
    }
}
