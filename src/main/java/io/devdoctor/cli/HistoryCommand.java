package io.devdoctor.cli;

import io.devdoctor.repair.Entry;
import io.devdoctor.repair.HoldingsText;
import io.devdoctor.repair.Letting;
import io.devdoctor.repair.Refusal;
import io.devdoctor.repair.Repairer;
import io.devdoctor.repair.UndoPlan;
import io.devdoctor.text.Messages;
import io.devdoctor.text.Text;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `devdoctor history [ENTRY]`: every change ever made, or everything about one; `--forget` lets one go.
@Command(name = "history", mixinStandardHelpOptions = true)
final class HistoryCommand implements Callable<Integer> {
    private final Session session;

    @Parameters(paramLabel = "ENTRY", arity = "0..1", descriptionKey = "option.entry")
    private @Nullable String entry;

    @Option(names = "--format", paramLabel = "text|json", descriptionKey = "option.list-format")
    private Format format = Format.text;

    @Option(names = "--forget", paramLabel = "ENTRY", descriptionKey = "option.forget")
    private @Nullable String forgotten;

    @Option(names = "--yes", descriptionKey = "option.yes")
    private boolean yes;

    @Mixin
    private LanguageChoice language = new LanguageChoice();

    HistoryCommand(Session session) {
        this.session = session;
    }

    /// Names as they are typed.
    enum Format {
        text,
        json
    }

    @Override
    public Integer call() throws IOException {
        Messages messages = language.messages(session);
        Repairer repairer = session.services().repairer().get();
        List<Entry> entries = repairer.entries();
        if (forgotten != null) {
            if (entry != null) throw CliProblem.usage(Text.of("cli.error.forget-alone"));
            return forget(one(entries, forgotten), repairer, messages);
        }
        if (entry != null) return tell(one(entries, entry), repairer, messages);
        switch (format) {
            case json -> session.terminal().out().println(new HistoryJson(messages).of(entries, repairer.holdings()));
            case text -> list(entries, repairer, messages);
        }
        return ExitCode.GOOD;
    }

    private static Entry one(List<Entry> entries, String word) {
        return new EntryChoice(entries).find(word).orElseThrow(() -> new CliProblem(Refusal.NO_SUCH_ENTRY.text()));
    }

    private void list(List<Entry> entries, Repairer repairer, Messages messages) throws IOException {
        if (entries.isEmpty()) session.say(messages.say("cli.undo.none"));
        for (Entry one : entries) session.say(EntryLines.of(one, messages));
        session.say("");
        HoldingsText.of(repairer.holdings()).forEach(text -> session.say(messages.say(text)));
    }

    private int tell(Entry one, Repairer repairer, Messages messages) throws IOException {
        UndoPlan plan = repairer.undoPlan(one.id()).orElseThrow(() -> new CliProblem(Refusal.NO_SUCH_ENTRY.text()));
        switch (format) {
            case json -> session.terminal().out().println(new HistoryJson(messages).of(plan));
            case text -> session.say(new EntryReport(messages).of(plan));
        }
        return ExitCode.GOOD;
    }

    private int forget(Entry one, Repairer repairer, Messages messages) throws IOException {
        session.say(EntryLines.of(one, messages));
        session.say(messages.say(one.canUndo() ? "history.forget.undoable" : "history.forget"));
        session.say(EntryReport.undoable(one));
        boolean agreed = yes || Permission.isYes(session.ask(messages.say("cli.ask")));
        if (!agreed) {
            session.say(messages.say("outcome.not-started"));
            return ExitCode.WARNINGS;
        }
        return switch (repairer.forget(one.id())) {
            case Letting.Gone _ -> {
                session.say(messages.say("history.forgotten"));
                yield ExitCode.GOOD;
            }
            case Letting.Failed(Text reason, var _) -> throw new CliProblem(reason);
            case Letting.Refused(var _, Text words) -> throw new CliProblem(words);
        };
    }
}
