package io.devdoctor.cli;

import io.devdoctor.fix.Fix;
import io.devdoctor.repair.Entry;
import io.devdoctor.repair.Refusal;
import io.devdoctor.repair.Remaining;
import io.devdoctor.repair.Repairer;
import io.devdoctor.repair.UndoPlan;
import io.devdoctor.text.Messages;
import io.devdoctor.text.Text;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `devdoctor undo [ENTRY]`: shows what taking back will run, asks, does it; without an entry it lists what was
/// changed.
@Command(name = "undo", mixinStandardHelpOptions = true)
final class UndoCommand implements Callable<Integer> {
    private final Session session;

    @Parameters(paramLabel = "ENTRY", arity = "0..1", descriptionKey = "option.entry")
    private @Nullable String entry;

    @Option(names = "--dry-run", descriptionKey = "option.dry-run")
    private boolean dryRun;

    @Mixin
    private Permission permission = new Permission();

    @Mixin
    private LanguageChoice language = new LanguageChoice();

    UndoCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() throws IOException {
        Messages messages = language.messages(session);
        Repairer repairer = session.services().repairer().get();
        List<Entry> entries = repairer.entries();
        if (entry == null) {
            if (entries.isEmpty()) session.say(messages.say("cli.undo.none"));
            for (Entry one : entries) session.say(EntryLines.of(one, messages));
            return ExitCode.GOOD;
        }
        EntryChoice choice = new EntryChoice(entries);
        Optional<Entry> meant = choice.find(entry);
        // An unknown name is refused by whoever undoes.
        String id = meant.map(Entry::id).orElse(entry);
        Optional<UndoPlan> plan = repairer.undoPlan(id);
        Optional<Text> instead = choice.instead(entry, one -> one.canUndo() || one.isUnfinished(), "cli.undo.instead");
        if (dryRun) return show(plan, instead, messages);
        Optional<Fix> inverse = plan.filter(it -> it.conflicts().isEmpty()).flatMap(Remaining::toTakeBack);
        if (inverse.isPresent()) {
            session.say(PreviewText.ofUndo(inverse.get(), messages, session.columns()));
            if (!permission.isGiven(session, messages)) {
                session.say(messages.say("outcome.not-started"));
                return ExitCode.WARNINGS;
            }
        }
        Ending ending = Ending.of(repairer.undo(id), messages);
        session.say(ending.lines());
        instead.ifPresent(other -> session.say(messages.say(other)));
        return ending.exit();
    }

    private int show(Optional<UndoPlan> plan, Optional<Text> instead, Messages messages) {
        UndoPlan shown = plan.orElseThrow(() -> new CliProblem(Refusal.NO_SUCH_ENTRY.text()));
        session.say(UndoText.of(shown, messages, session.columns()));
        instead.ifPresent(other -> session.say(messages.say(other)));
        return ExitCode.GOOD;
    }
}
