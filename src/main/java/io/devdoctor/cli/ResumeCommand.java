package io.devdoctor.cli;

import io.devdoctor.fix.Fix;
import io.devdoctor.repair.Asker;
import io.devdoctor.repair.Consent;
import io.devdoctor.repair.Entry;
import io.devdoctor.repair.Interrupted;
import io.devdoctor.repair.Outcome;
import io.devdoctor.repair.PendingWork;
import io.devdoctor.repair.Refusal;
import io.devdoctor.repair.Remaining;
import io.devdoctor.repair.Repairer;
import io.devdoctor.text.Messages;
import io.devdoctor.text.Text;
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

    @Option(names = "--dry-run", descriptionKey = "option.dry-run")
    private boolean dryRun;

    @Option(names = "--restart", descriptionKey = "option.restart")
    private boolean restart;

    @Mixin
    private Permission permission = new Permission();

    @Mixin
    private LanguageChoice language = new LanguageChoice();

    ResumeCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() throws IOException {
        Messages messages = language.messages(session);
        Repairer repairer = session.services().repairer().get();
        Interrupted interrupted = repairer.interrupted();
        if (interrupted.running().isPresent()) {
            session.complain(messages, interrupted.running().get());
            return ExitCode.FAILED;
        }
        Optional<PendingWork> wanted = restart && entry != null ? workOf(entry, repairer) : Optional.empty();
        if (wanted.isPresent()) {
            session.say(new PendingText(messages, session.columns()).of(wanted.get()));
            return restart(wanted.get(), repairer, messages);
        }
        List<Entry> open = open(interrupted, repairer);
        if (open.isEmpty() && entry != null) {
            int exit = tell(Ending.of(new Outcome.Refused(refusal(repairer)), false, messages));
            instead(repairer).ifPresent(other -> session.say(messages.say(other)));
            return exit;
        }
        if (open.isEmpty() && repairer.pending().isEmpty()) session.say(messages.say("cli.resume.none"));
        int worst = ExitCode.GOOD;
        for (Entry one : open) {
            session.say(EntryLines.of(one, messages));
            if (dryRun) show(one, repairer, messages);
            else worst = Math.max(worst, settle(one, repairer, messages));
        }
        return entry == null ? Math.max(worst, restarts(repairer, messages)) : worst;
    }

    /// What still waits, and what its restart would end.
    private int restarts(Repairer repairer, Messages messages) throws IOException {
        int worst = ExitCode.GOOD;
        for (PendingWork work : repairer.pendingWork()) {
            session.say("");
            session.say(new PendingText(messages, session.columns()).of(work));
            worst = Math.max(worst, restart(work, repairer, messages));
        }
        return worst;
    }

    private int restart(PendingWork work, Repairer repairer, Messages messages) throws IOException {
        if (dryRun) return ExitCode.GOOD;
        if (work.how().isManual()) return ExitCode.WARNINGS;
        if (!restart) {
            session.say(messages.say("cli.pending.hint"));
            return ExitCode.WARNINGS;
        }
        if (!permission.isGiven(work.how(), session, messages)) {
            session.say(messages.say("outcome.not-started"));
            return ExitCode.WARNINGS;
        }
        Consent consent = Consent.to(work.how(), Asker.COMMAND_LINE);
        PendingWork.Restarted done = repairer.restart(work, consent, _ -> {});
        int worst = tell(Ending.of(done.restart(), false, messages));
        for (PendingWork.Settled settled : done.settled()) {
            session.say(messages.say(settled.entry().title()));
            worst = Math.max(worst, tell(Ending.of(settled.outcome(), isReversible(settled.entry()), messages)));
        }
        return worst;
    }

    /// The restart for which this entry waits; others may wait for the same.
    private static Optional<PendingWork> workOf(String entry, Repairer repairer) throws IOException {
        Optional<Entry> meant = new EntryChoice(repairer.entries()).find(entry);
        if (meant.filter(one -> one.state() == Entry.State.PENDING).isEmpty()) return Optional.empty();
        String id = meant.get().id();
        return repairer.pendingWork().stream()
                .filter(work -> work.entries().stream().anyMatch(one -> one.id().equals(id)))
                .findFirst();
    }

    private List<Entry> open(Interrupted interrupted, Repairer repairer) throws IOException {
        List<Entry> open = new ArrayList<>(interrupted.entries());
        // What is restarted is looked at afterwards.
        if (!restart) open.addAll(repairer.pending());
        if (entry == null) return open;
        return new EntryChoice(repairer.entries())
                .find(entry)
                .map(meant ->
                        open.stream().filter(one -> one.id().equals(meant.id())).toList())
                .orElse(List.of());
    }

    private Optional<Text> instead(Repairer repairer) throws IOException {
        return new EntryChoice(repairer.entries())
                .instead(
                        String.valueOf(entry),
                        one -> one.isUnfinished() || one.state() == Entry.State.PENDING,
                        "cli.resume.instead");
    }

    private Refusal refusal(Repairer repairer) throws IOException {
        boolean known =
                new EntryChoice(repairer.entries()).find(String.valueOf(entry)).isPresent();
        return known ? Refusal.WRONG_STATE : Refusal.NO_SUCH_ENTRY;
    }

    private int settle(Entry one, Repairer repairer, Messages messages) throws IOException {
        if (!EntryLines.isUnfinished(one))
            return tell(Ending.of(repairer.proveAgain(one.id()), isReversible(one), messages));
        boolean back = isTakenBack(one);
        Optional<Fix> rest = back
                ? repairer.undoPlan(one.id())
                        .filter(plan -> plan.conflicts().isEmpty())
                        .flatMap(Remaining::toTakeBack)
                : Remaining.toComplete(one);
        if (rest.isPresent() && !isAllowed(rest.get(), back, messages)) {
            session.say(messages.say("outcome.not-started"));
            if (!back) session.say(messages.say("cli.resume.back", one.id()));
            return ExitCode.WARNINGS;
        }
        return tell(
                back
                        ? Ending.of(repairer.rollBack(one.id()), messages)
                        : Ending.of(repairer.complete(one.id(), _ -> {}), isReversible(one), messages));
    }

    /// An undo that was interrupted can only be finished.
    private boolean isTakenBack(Entry one) {
        return rollBack || one.state() == Entry.State.UNDO_UNFINISHED;
    }

    private void show(Entry one, Repairer repairer, Messages messages) throws IOException {
        if (!EntryLines.isUnfinished(one)) {
            session.say(messages.say("cli.resume.looks"));
        } else if (isTakenBack(one)) {
            repairer.undoPlan(one.id()).ifPresent(plan -> session.say(UndoText.of(plan, messages, session.columns())));
        } else {
            Remaining.toComplete(one).ifPresent(rest -> session.say(PreviewText.of(rest, messages, session.columns())));
        }
    }

    private boolean isAllowed(Fix rest, boolean back, Messages messages) throws IOException {
        session.say(
                back
                        ? PreviewText.ofUndo(rest, messages, session.columns())
                        : PreviewText.of(rest, messages, session.columns()));
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
