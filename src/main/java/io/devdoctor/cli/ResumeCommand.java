package io.devdoctor.cli;

import io.devdoctor.fix.Fix;
import io.devdoctor.repair.Entry;
import io.devdoctor.repair.Outcome;
import io.devdoctor.repair.Refusal;
import io.devdoctor.repair.Repairer;
import io.devdoctor.text.Messages;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `devdoctor resume [ENTRY]`: lists what was interrupted or waits for a restart; completes the one, looks again at the
/// other.
@Command(name = "resume", mixinStandardHelpOptions = true)
final class ResumeCommand implements Callable<Integer> {
    private final Session session;

    @Parameters(paramLabel = "ENTRY", arity = "0..1", descriptionKey = "option.entry")
    private @Nullable String entry;

    @Option(names = "--roll-back", descriptionKey = "option.roll-back")
    private boolean rollBack;

    @Mixin
    private Permission permission = new Permission();

    @Option(names = "--lang", paramLabel = "en|zh-CN", descriptionKey = "option.lang")
    private @Nullable String language;

    ResumeCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() throws IOException {
        Messages messages = session.messages(language);
        Repairer repairer = session.services().repairer().get();
        List<Entry> open = open(repairer);
        if (open.isEmpty()) {
            if (entry == null) session.say(messages.say("cli.resume.none"));
            else return tell(Ending.of(new Outcome.Refused(refusal(repairer)), false, messages));
        }
        int worst = ExitCode.GOOD;
        for (Entry one : open) {
            session.say(EntryLines.of(one, messages));
            worst = Math.max(worst, settle(one, repairer, messages));
        }
        return worst;
    }

    private List<Entry> open(Repairer repairer) throws IOException {
        List<Entry> open = new ArrayList<>(repairer.unfinished());
        open.addAll(repairer.pending());
        if (entry != null) open.removeIf(one -> !one.id().equals(entry));
        return open;
    }

    private Refusal refusal(Repairer repairer) throws IOException {
        boolean known = repairer.entries().stream().anyMatch(one -> one.id().equals(entry));
        return known ? Refusal.WRONG_STATE : Refusal.NO_SUCH_ENTRY;
    }

    private int settle(Entry one, Repairer repairer, Messages messages) throws IOException {
        if (!EntryLines.isUnfinished(one))
            return tell(Ending.of(repairer.proveAgain(one.id()), isReversible(one), messages));
        // An undo that was interrupted can only be finished.
        boolean back = rollBack || one.state() == Entry.State.UNDO_UNFINISHED;
        Optional<Fix> rest = back ? Remaining.toTakeBack(one) : Remaining.toComplete(one);
        if (rest.isPresent() && !isAllowed(rest.get(), back, messages)) {
            session.say(messages.say("outcome.not-started"));
            return ExitCode.WARNINGS;
        }
        return tell(
                back
                        ? Ending.of(repairer.rollBack(one.id()), messages)
                        : Ending.of(repairer.complete(one.id(), _ -> {}), isReversible(one), messages));
    }

    private boolean isAllowed(Fix rest, boolean back, Messages messages) throws IOException {
        session.say(back ? PreviewText.ofUndo(rest, messages) : PreviewText.of(rest, messages));
        return back ? permission.isGiven(session, messages) : permission.isGiven(rest, session, messages);
    }

    private int tell(Ending ending) {
        session.say(ending.lines());
        return ending.exit();
    }

    private static boolean isReversible(Entry entry) {
        return entry.steps().stream().anyMatch(done -> done.step().isReversible());
    }
}
