package io.devdoctor.cli;

import io.devdoctor.report.ReportFormat;
import io.devdoctor.text.Messages;
import io.devdoctor.text.Text;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// Which documents a person wants of an examination, where they go, and what is in them.
final class DocumentChoice {
    /// Who leaves names in a document must know what it does.
    private static final String SHOW_NAMES = "show-names";

    private static final Set<ReportFormat> BILINGUAL = EnumSet.of(ReportFormat.HTML, ReportFormat.MARKDOWN);

    @Option(
            names = "--format",
            order = 1,
            paramLabel = "text|json|html|md|sarif|junit",
            descriptionKey = "option.format")
    private @Nullable Format format;

    @Option(
            names = {"-o", "--output"},
            order = 2,
            paramLabel = "FILE",
            descriptionKey = "option.output")
    private @Nullable Path output;

    @Option(names = "--report", order = 3, paramLabel = "FILE", descriptionKey = "option.report")
    private List<Path> reports = List.of();

    @Option(names = "--force", order = 4, descriptionKey = "option.force")
    private boolean force;

    @Option(names = "--no-redact", order = 5, paramLabel = SHOW_NAMES, descriptionKey = "option.no-redact")
    private @Nullable String shown;

    @Option(names = "--bilingual", order = 6, descriptionKey = "option.bilingual")
    private boolean bilingual;

    /// Names as they are typed.
    enum Format {
        text(null),
        json(ReportFormat.JSON),
        html(ReportFormat.HTML),
        md(ReportFormat.MARKDOWN),
        sarif(ReportFormat.SARIF),
        junit(ReportFormat.JUNIT);

        private final @Nullable ReportFormat report;

        Format(@Nullable ReportFormat report) {
            this.report = report;
        }

        /// Empty: the text of the terminal.
        Optional<ReportFormat> report() {
            return Optional.ofNullable(report);
        }

        /// What a file's name promises.
        private static Format of(@Nullable Path file) {
            Optional<ReportFormat> kind = file == null ? Optional.empty() : ending(file);
            return Arrays.stream(values())
                    .filter(format -> format.report().equals(kind))
                    .findFirst()
                    .orElse(text);
        }
    }

    /// What is wrong with it is said, and what is there already asked about, before anybody waits.
    ///
    /// @param host by which a fleet knows the machine
    Documents prepare(Session session, Messages messages, @Nullable String host) throws IOException {
        if (shown != null && !shown.equals(SHOW_NAMES)) {
            throw CliProblem.usage(Text.of("cli.error.no-redact", SHOW_NAMES));
        }
        Format wanted = format == null ? Format.of(output) : format;
        List<Documents.Saved> saved = new ArrayList<>();
        for (Path file : reports) {
            ReportFormat kind = ending(file)
                    .orElseThrow(() -> CliProblem.usage(Text.of("cli.error.report-ending", file.toString())));
            saved.add(new Documents.Saved(kind, OutputFile.prepare(file, force, session, messages)));
        }
        OutputFile main = output == null ? null : OutputFile.prepare(output, force, session, messages);
        Documents documents = new Documents(session, messages, wanted, main, saved, shown == null, host, bilingual);
        refuseOneFileTwice(documents.files());
        if (bilingual && documents.formats().noneMatch(BILINGUAL::contains)) {
            throw CliProblem.usage(Text.of("cli.error.bilingual"));
        }
        return documents;
    }

    private static void refuseOneFileTwice(List<OutputFile> files) {
        Set<Path> seen = new HashSet<>();
        for (OutputFile file : files) {
            if (!seen.add(file.path())) {
                throw CliProblem.usage(
                        Text.of("cli.error.twice-written", file.path().toString()));
            }
        }
    }

    /// The format by the file's ending.
    private static Optional<ReportFormat> ending(Path file) {
        String name = file.toString().toLowerCase(Locale.ROOT);
        return Arrays.stream(ReportFormat.values())
                .filter(kind -> name.endsWith("." + kind.extension()))
                .findFirst();
    }
}
