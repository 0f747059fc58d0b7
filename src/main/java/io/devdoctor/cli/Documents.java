package io.devdoctor.cli;

import io.devdoctor.examination.ExaminationResult;
import io.devdoctor.report.ReportFormat;
import io.devdoctor.report.ReportOptions;
import io.devdoctor.text.Messages;
import io.devdoctor.text.Text;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The documents of one command: one on stdout or in a file, and reports beside it.
///
/// @param output   null = stdout
/// @param host     by which a fleet knows the machine
/// @param redacted names, paths and addresses become pseudonyms; not in the text, which is for one's own eyes
/// @param bilingual whether HTML and Markdown say everything in the other language too
record Documents(
        Session session,
        Messages messages,
        DocumentChoice.Format format,
        @Nullable OutputFile output,
        List<Saved> reports,
        boolean redacted,
        @Nullable String host,
        boolean bilingual) {

    /// A report in a file.
    record Saved(ReportFormat format, OutputFile file) {}

    /// Whether stdout gets a document and no words for a person.
    boolean isDocument() {
        return format != DocumentChoice.Format.text && output == null;
    }

    /// Every file that will be written.
    List<OutputFile> files() {
        Stream<OutputFile> main = Stream.ofNullable(output);
        return Stream.concat(main, reports.stream().map(Saved::file)).toList();
    }

    /// What the documents are.
    Stream<ReportFormat> formats() {
        return Stream.concat(format.report().stream(), reports.stream().map(Saved::format));
    }

    /// Everything that is wanted.
    ///
    /// @param quiet whether only the documents themselves are wanted, and of the text only what is wrong
    void write(ExaminationResult result, boolean quiet) {
        talk(result, quiet);
        if (isDocument()) {
            byte[] document = document(result);
            session.terminal().out().write(document, 0, document.length);
            session.terminal().out().flush();
        }
        save(result, quiet);
    }

    /// What a person reads, where stdout has no other use.
    void talk(ExaminationResult result, boolean quiet) {
        if (format != DocumentChoice.Format.text || output != null) return;
        Messages readable = session.readable(messages);
        if (quiet) new ShortReport(session, readable).print(result);
        else new TextReport(new Sheet(session.terminal(), readable), readable).print(result);
    }

    /// What goes into files.
    void save(ExaminationResult result, boolean quiet) {
        if (output != null) save(output, document(result), quiet);
        reports.forEach(report -> save(report.file(), write(result, report.format()), quiet));
        boolean text = format == DocumentChoice.Format.text;
        boolean named = text && output != null || !redacted && (!text || !reports.isEmpty());
        if (named && !quiet) session.complain(messages, Text.of("cli.names-shown"));
    }

    private byte[] document(ExaminationResult result) {
        return format.report().map(kind -> write(result, kind)).orElseGet(() -> TextReport.document(result, messages));
    }

    private byte[] write(ExaminationResult result, ReportFormat kind) {
        ReportOptions options = new ReportOptions(
                messages.language(),
                redacted,
                ZoneId.systemDefault(),
                session.services().version(),
                Set.of(),
                host);
        return session.services().reports().write(result, kind, bilingual ? options.bilingually() : options);
    }

    private void save(OutputFile file, byte[] document, boolean quiet) {
        file.write(document);
        if (!quiet) session.complain(messages, Text.of("cli.saved", file.path().toString()));
    }
}
