package io.devdoctor.cli;

import io.devdoctor.report.Comparison;
import io.devdoctor.report.ComparisonReport;
import io.devdoctor.text.Messages;
import io.devdoctor.text.Text;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `devdoctor compare A [B]`: what differs between two reports or recordings, or between one and this machine now, and
/// which causes explain it.
@Command(name = "compare", mixinStandardHelpOptions = true)
final class CompareCommand implements Callable<Integer> {
    /// Something differs, as with `diff`.
    private static final int DIFFERS = 1;

    private final Session session;

    @Parameters(index = "0", paramLabel = "A", descriptionKey = "option.compare-a")
    private Path first = Path.of("");

    @Parameters(index = "1", arity = "0..1", paramLabel = "B", descriptionKey = "option.compare-b")
    private @Nullable Path second;

    @Option(names = "--other-machine", descriptionKey = "option.other-machine")
    private boolean otherMachine;

    @Option(names = "--format", paramLabel = "text|json|md", descriptionKey = "option.compare-format")
    private Format format = Format.text;

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FILE",
            descriptionKey = "option.output")
    private @Nullable Path output;

    @Option(names = "--force", descriptionKey = "option.force")
    private boolean force;

    @Mixin
    private LanguageChoice language = new LanguageChoice();

    CompareCommand(Session session) {
        this.session = session;
    }

    /// Names as they are typed.
    enum Format {
        text,
        json,
        md
    }

    @Override
    public Integer call() throws Exception {
        Messages messages = language.messages(session);
        OutputFile file = output == null ? null : OutputFile.prepare(output, force, session, messages);
        // A document may be posted; on one's own terminal names are what one looks for.
        boolean redacted = format != Format.text || file != null;
        Compared before = Compared.open(first, redacted, session, messages);
        Compared after = second == null
                ? Compared.here(redacted, session, messages)
                : Compared.open(second, redacted, session, messages);
        Comparison.Relation relation =
                otherMachine ? Comparison.Relation.OTHER_MACHINE : Comparison.Relation.SAME_MACHINE;
        Comparison comparison = Comparison.of(before.diagnosis(), after.diagnosis(), relation);
        List<String> names = List.of(before.name(), after.name());
        boolean named = !before.diagnosis().redacted() || !after.diagnosis().redacted();
        if (redacted && named) session.complain(messages, Text.of("cli.names-shown"));
        if (file != null) {
            file.write(document(comparison, names, messages));
            session.complain(messages, Text.of("cli.saved", file.path().toString()));
        } else if (format == Format.text) {
            new ComparisonText(new Sheet(session.terminal(), messages), messages).print(comparison, names);
        } else {
            byte[] document = document(comparison, names, messages);
            session.terminal().out().write(document, 0, document.length);
            session.terminal().out().flush();
        }
        return comparison.isEmpty() ? ExitCode.GOOD : DIFFERS;
    }

    private byte[] document(Comparison comparison, List<String> names, Messages messages) {
        return switch (format) {
            case json -> ComparisonReport.json(comparison, names.get(0), names.get(1));
            case md -> ComparisonReport.markdown(comparison, names.get(0), names.get(1), messages);
            case text ->
                Sheet.document(messages, sheet -> new ComparisonText(sheet, messages).print(comparison, names));
        };
    }
}
