package io.devdoctor.cli;

import io.devdoctor.check.Finding;
import io.devdoctor.examination.Cancellation;
import io.devdoctor.examination.Examination;
import io.devdoctor.examination.ExaminationResult;
import io.devdoctor.repair.Asker;
import io.devdoctor.repair.Consent;
import io.devdoctor.repair.Plan;
import io.devdoctor.repair.PlanEvent;
import io.devdoctor.repair.PlanOutcome;
import io.devdoctor.repair.PlanOutcome.How;
import io.devdoctor.repair.Planner;
import io.devdoctor.repair.Repairer;
import io.devdoctor.repair.Treatment;
import io.devdoctor.report.FixTarget;
import io.devdoctor.text.Messages;
import io.devdoctor.text.Text;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;

/// `devdoctor fix --all-safe`: one plan over all findings, shown as a whole, asked for once, carried out with what
/// happens told line by line.
record AllSafe(Session session, Messages messages) {

    int run(Examination machine, boolean dryRun, Permission permission, Supplier<Repairer> repairer)
            throws IOException {
        ExaminationResult result = machine.run(new Progress(session.terminal(), messages), new Cancellation());
        Plan plan = new Planner(result, machine).allSafe();
        tell(plan);
        tellSkipped(plan, new FixTarget(result));
        if (dryRun) return ExitCode.GOOD;
        if (plan.isEmpty()) return isIll(plan) ? ExitCode.PROBLEMS : ExitCode.GOOD;
        if (!permission.isGiven(session, messages)) {
            session.say(messages.say("outcome.not-started"));
            return ExitCode.WARNINGS;
        }
        PlanOutcome outcome =
                repairer.get().apply(plan, new Consent(Asker.COMMAND_LINE, Set.of()), new Cancellation(), this::tell);
        tell(outcome);
        return exit(outcome);
    }

    private static boolean isIll(Plan plan) {
        return plan.skipped().stream().anyMatch(each -> each.reason() != Plan.Reason.INFORMATION);
    }

    private void tell(Plan plan) {
        if (plan.isEmpty()) {
            session.say(messages.say("cli.plan.nothing"));
            return;
        }
        session.say(messages.say(
                "cli.plan", plan.treatments().size(), plan.findings().size()));
        int number = 0;
        for (Treatment treatment : plan.treatments()) {
            session.say("");
            List<String> preview = new ArrayList<>(PreviewText.of(treatment.fix(), messages, session.columns()));
            preview.set(0, ++number + ". " + preview.getFirst());
            for (int i = 0; i < treatment.findings().size(); i++) {
                preview.add(
                        i + 1,
                        "   "
                                + messages.say(
                                        "cli.plan.cures",
                                        title(treatment.findings().get(i))));
            }
            session.say(preview);
        }
    }

    private void tellSkipped(Plan plan, FixTarget target) {
        if (plan.skipped().isEmpty()) return;
        List<String> lines = new ArrayList<>(List.of("", messages.say("cli.plan.skipped")));
        for (Plan.Skipped each : plan.skipped()) {
            lines.add("  " + messages.say(title(each.finding())));
            lines.add("    " + messages.say(each.words()));
            boolean offered = switch (each.reason()) {
                case HAS_EFFECT, CONFLICT, INFORMATION -> true;
                case BY_HAND, NO_FIX -> false;
            };
            if (offered) {
                lines.add("    " + target.command(each.finding(), Sheet::line));
            }
        }
        session.say(lines);
    }

    private static Text title(Finding finding) {
        return finding.title();
    }

    private void tell(PlanEvent event) {
        switch (event) {
            case PlanEvent.Started(int number, int of, Treatment treatment) ->
                session.say(messages.say(
                        "cli.plan.step", number, of, treatment.fix().title()));
            case PlanEvent.Within _, PlanEvent.Ended _ -> {
                // What came of it is told finding by finding at the end.
            }
        }
    }

    private void tell(PlanOutcome outcome) {
        List<String> lines = new ArrayList<>(List.of(""));
        outcome.results().stream()
                .filter(result -> result.entry().isPresent() || isTold(result))
                .forEach(result -> {
                    lines.add(messages.say("plan.how." + result.how()) + "  " + messages.say(title(result.finding())));
                    lines.add("    " + messages.say(result.words()));
                    result.evidence().stream()
                            .flatMap(Ending::lines)
                            .map(line -> "    " + line)
                            .forEach(lines::add);
                });
        outcome.results().stream()
                .filter(result -> result.how() != How.FAILED && result.how() != How.SKIPPED)
                .flatMap(result -> result.entry().stream())
                .distinct()
                .forEach(entry -> lines.add(messages.say("cli.undo.hint", entry)));
        if (outcome.count(How.PENDING) > 0) lines.add(messages.say("cli.plan.pending"));
        session.say(lines);
    }

    /// What was never part of the plan stands in the preview already.
    private static boolean isTold(PlanOutcome.Result result) {
        return result.how() != How.SKIPPED
                || !result.words().key().startsWith("plan.skipped.")
                || result.words().key().equals("plan.skipped.STOPPED");
    }

    private static int exit(PlanOutcome outcome) {
        boolean begun = outcome.results().stream().anyMatch(AllSafe::isTold);
        if (outcome.count(How.FAILED) > 0) return ExitCode.FAILED;
        if (outcome.count(How.NOT_CURED) > 0) return ExitCode.PROBLEMS;
        boolean skipped = outcome.results().stream().anyMatch(each -> each.how() == How.SKIPPED && isTold(each));
        return begun && outcome.count(How.PENDING) == 0 && !skipped ? ExitCode.GOOD : ExitCode.WARNINGS;
    }
}
