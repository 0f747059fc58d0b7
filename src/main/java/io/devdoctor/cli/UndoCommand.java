package io.devdoctor.cli;

import io.devdoctor.repair.Entry;
import io.devdoctor.repair.Repairer;
import io.devdoctor.text.Messages;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `devdoctor undo [ENTRY]`: without an entry it lists what was changed.
@Command(name = "undo", mixinStandardHelpOptions = true)
final class UndoCommand implements Callable<Integer> {
    private final Session session;

    @Parameters(paramLabel = "ENTRY", arity = "0..1", descriptionKey = "option.entry")
    private @Nullable String entry;

    @Option(names = "--lang", paramLabel = "en|zh-CN", descriptionKey = "option.lang")
    private @Nullable String language;

    UndoCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() throws IOException {
        Messages messages = session.messages(language);
        Repairer repairer = session.services().repairer().get();
        if (entry == null) {
            list(repairer.entries(), messages);
            return ExitCode.GOOD;
        }
        OutcomeText outcome = OutcomeText.of(repairer.undo(entry), messages);
        outcome.lines().forEach(this::say);
        return outcome.exit();
    }

    private void list(List<Entry> entries, Messages messages) {
        if (entries.isEmpty()) say(messages.say("cli.undo.none"));
        for (Entry one : entries) {
            say(one.id());
            say("  " + messages.format().moment(one.at()) + "  " + messages.say(one.title()) + "  ["
                    + messages.say("entry.state." + one.state())
                    + (one.canUndo() ? ", " + messages.say("preview.can-undo") : "") + "]");
        }
    }

    private void say(String line) {
        session.terminal().out().println(session.services().masked().apply(line));
    }
}
