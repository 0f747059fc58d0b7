package io.devdoctor.cli;

import io.devdoctor.examination.Cancellation;
import io.devdoctor.examination.ExaminationResult;
import io.devdoctor.report.ReportFormat;
import io.devdoctor.report.ReportOptions;
import io.devdoctor.text.Messages;
import io.devdoctor.text.Text;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `devdoctor check`: examines, prints, writes documents. With `--format` nothing but the document goes to stdout.
@Command(name = "check", mixinStandardHelpOptions = true)
final class CheckCommand implements Callable<Integer> {
    private final Session session;

    @ArgGroup
    private MachineChoice machine = new MachineChoice();

    @Mixin
    private Projects projects = new Projects();

    @Option(names = "--build-check", descriptionKey = "option.build-check")
    private boolean buildCheck;

    @Option(names = "--format", paramLabel = "text|json|html|md|sarif|junit", descriptionKey = "option.format")
    private Format format = Format.text;

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FILE",
            descriptionKey = "option.output")
    private @Nullable Path output;

    @Option(names = "--report", paramLabel = "FILE", descriptionKey = "option.report")
    private @Nullable Path report;

    @Option(names = "--lang", paramLabel = "en|zh-CN", descriptionKey = "option.lang")
    private @Nullable String language;

    @Option(names = "--only", arity = "1..*", split = ",", paramLabel = "AREA|ID", descriptionKey = "option.only")
    private List<String> only = List.of();

    @Option(names = "--skip", arity = "1..*", split = ",", paramLabel = "AREA|ID", descriptionKey = "option.skip")
    private List<String> skip = List.of();

    @Option(names = "--fail-on", paramLabel = "warning|problem", descriptionKey = "option.fail-on")
    private FailOn failOn = FailOn.warning;

    @Option(names = "--exit-zero", descriptionKey = "option.exit-zero")
    private boolean exitZero;

    CheckCommand(Session session) {
        this.session = session;
    }

    /// Names as they are typed.
    enum Format {
        text,
        json,
        html,
        md,
        sarif,
        junit
    }

    /// Names as they are typed.
    enum FailOn {
        warning,
        problem
    }

    @Override
    public Integer call() throws Exception {
        Messages messages = session.messages(language);
        // A wrong ending is said before anybody waits for an examination.
        ReportFormat reportFormat = report == null ? ReportFormat.HTML : formatOf(report);
        ExaminationResult result = machine.examination(session.services().machines(), projects, buildCheck)
                .only(new Selection(only, skip)::admits)
                .run(new Progress(session.terminal(), messages), new Cancellation());
        if (format == Format.text && output == null) {
            new TextReport(session.terminal(), messages).print(result);
        } else {
            byte[] document = document(result, messages);
            if (output == null) {
                session.terminal().out().write(document);
                session.terminal().out().flush();
            } else {
                save(output, document, messages);
            }
        }
        if (report != null) save(report, write(result, reportFormat, messages), messages);
        int ending = ExitCode.of(result.findings());
        boolean passes = exitZero || failOn == FailOn.problem && ending == ExitCode.WARNINGS;
        return passes ? ExitCode.GOOD : ending;
    }

    private byte[] document(ExaminationResult result, Messages messages) {
        return switch (format) {
            case text -> TextReport.document(result, messages);
            case json -> write(result, ReportFormat.JSON, messages);
            case html -> write(result, ReportFormat.HTML, messages);
            case md -> write(result, ReportFormat.MARKDOWN, messages);
            case sarif -> write(result, ReportFormat.SARIF, messages);
            case junit -> write(result, ReportFormat.JUNIT, messages);
        };
    }

    private byte[] write(ExaminationResult result, ReportFormat kind, Messages messages) {
        ReportOptions options = new ReportOptions(
                messages.language(),
                true,
                ZoneId.systemDefault(),
                session.services().version());
        return session.services().reports().write(result, kind, options);
    }

    private void save(Path file, byte[] document, Messages messages) {
        session.save(file, document);
        session.complain(messages, Text.of("cli.saved", file.toAbsolutePath().toString()));
    }

    /// The format by the file's ending.
    private static ReportFormat formatOf(Path file) {
        String name = file.toString().toLowerCase(Locale.ROOT);
        return Arrays.stream(ReportFormat.values())
                .filter(kind -> name.endsWith("." + kind.extension()))
                .findFirst()
                .orElseThrow(() -> CliProblem.usage(Text.of("cli.error.report-ending", file.toString())));
    }
}
