package io.devdoctor.cli;

import io.devdoctor.check.Finding;
import io.devdoctor.examination.Cancellation;
import io.devdoctor.examination.Examination;
import io.devdoctor.fix.Choice;
import io.devdoctor.fix.Fix;
import io.devdoctor.fix.Step;
import io.devdoctor.repair.Asker;
import io.devdoctor.repair.Consent;
import io.devdoctor.repair.Entry;
import io.devdoctor.repair.Interrupted;
import io.devdoctor.repair.Repairer;
import io.devdoctor.report.FixTarget;
import io.devdoctor.text.Messages;
import io.devdoctor.text.Text;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `devdoctor fix CHECK-ID`: shows what will be done, asks, does it, proves it.
@Command(name = "fix", mixinStandardHelpOptions = true)
final class FixCommand implements Callable<Integer> {
    private final Session session;

    @Parameters(
            paramLabel = "CHECK-ID",
            arity = "0..1",
            completionCandidates = Completions.Ids.class,
            descriptionKey = "option.check-id")
    private String check = "";

    @Option(names = "--all-safe", descriptionKey = "option.all-safe")
    private boolean allSafe;

    @Option(names = "--subject", paramLabel = "S", descriptionKey = "option.subject")
    private @Nullable String subject;

    @Option(names = "--fix", paramLabel = "FIX-ID", descriptionKey = "option.fix")
    private @Nullable String fixId;

    @Option(names = "--value", paramLabel = "V", descriptionKey = "option.value")
    private @Nullable String value;

    @Option(names = "--dry-run", descriptionKey = "option.dry-run")
    private boolean dryRun;

    @Mixin
    private Permission permission = new Permission();

    @ArgGroup(exclusive = false, validate = false)
    private Extent extent = new Extent();

    @ArgGroup
    private MachineChoice machine = new MachineChoice();

    @Mixin
    private Projects projects = new Projects();

    @Mixin
    private LanguageChoice language = new LanguageChoice();

    FixCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() throws Exception {
        Messages messages = language.messages(session);
        if (!machine.isLive() && !dryRun) throw CliProblem.usage(Text.of("repair.refused.RECORDING"));
        boolean named = !check.isEmpty() || subject != null || fixId != null || value != null;
        if (allSafe == named) throw CliProblem.usage(Text.of("cli.error.fix-which"));
        // What is typed wrong is said before anything is looked at.
        if (!allSafe) Selection.requireCheck(check);
        if (!allSafe && extent.isPartial()) throw CliProblem.usage(Text.of("cli.error.extent-all-safe"));
        Examination whole = machine.examination(session.services().machines(), projects.wish(false));
        Examination examination = extent.of(whole, !machine.isLive() || !projects.isEmpty());
        if (!dryRun && wasInterrupted(messages)) return ExitCode.FAILED;
        if (allSafe) {
            Supplier<Repairer> repairer =
                    () -> session.services().repairer().get().about(projects.paths());
            return new AllSafe(session, messages).run(examination, dryRun, permission, repairer);
        }
        return one(examination, messages);
    }

    private int one(Examination examination, Messages messages) throws IOException {
        List<Finding> findings = examination
                .only(one -> one.id().equals(check))
                .run(new Progress(session.terminal(), messages), new Cancellation())
                .findings();
        Finding finding = finding(findings);
        Fix fix = valued(fix(finding));
        session.say(PreviewText.of(fix, messages, session.columns()));
        if (dryRun) return ExitCode.GOOD;
        if (!permission.isGiven(fix, session, messages)) {
            session.say(messages.say("outcome.not-started"));
            return ExitCode.WARNINGS;
        }
        Ending ending = Ending.of(
                session.services()
                        .repairer()
                        .get()
                        .about(projects.paths())
                        .apply(finding, fix, Consent.to(fix, Asker.COMMAND_LINE), _ -> {}),
                fix.steps().stream().anyMatch(Step::isReversible),
                messages);
        session.say("");
        session.say(ending.lines());
        return ending.exit();
    }

    /// An interrupted change must be settled first, and whoever wants to fix something should hear of it at once.
    private boolean wasInterrupted(Messages messages) throws IOException {
        Interrupted found = session.services().repairer().get().interrupted();
        found.running().ifPresent(words -> session.complain(messages, words));
        List<Entry> unfinished = found.entries();
        unfinished.forEach(entry -> session.complain(messages, Text.of("cli.unfinished", entry.title(), entry.id())));
        return found.running().isPresent() || !unfinished.isEmpty();
    }

    private Finding finding(List<Finding> findings) {
        List<Finding> fixable = findings.stream()
                .filter(finding -> finding.check().id().equals(check))
                .filter(finding -> !finding.fixes().isEmpty())
                .toList();
        if (fixable.isEmpty()) throw new CliProblem(Text.of("cli.error.nothing-to-fix", check));
        List<Finding> meant = fixable.stream()
                .filter(finding -> subject == null || FixTarget.names(subject, finding))
                .filter(finding -> fixId == null
                        || finding.fixes().stream().anyMatch(fix -> fix.id().equals(fixId)))
                .toList();
        if (meant.size() == 1) return meant.getFirst();
        Text.Arg subjects = Text.several(
                fixable.stream().map(one -> FixTarget.name(one, fixable)).toList());
        throw CliProblem.usage(
                meant.isEmpty()
                        ? Text.of("cli.error.no-subject", check, String.valueOf(subject), subjects)
                        : Text.of("cli.error.which-subject", check, subjects));
    }

    private Fix fix(Finding finding) {
        List<Fix> fixes = finding.fixes().stream()
                .filter(fix -> fixId == null || fix.id().equals(fixId))
                .toList();
        // Who names a value means the fix that takes one.
        Optional<Fix> taking =
                fixes.stream().filter(fix -> fix.choice().isPresent()).findFirst();
        if (value != null && taking.isPresent()) return taking.get();
        if (fixes.isEmpty()) {
            String offered = finding.fixes().stream().map(Fix::id).collect(Collectors.joining(", "));
            throw CliProblem.usage(Text.of("cli.error.no-fix", String.valueOf(fixId), offered));
        }
        // The first is the one the check recommends.
        return fixes.getFirst();
    }

    /// The same fix for the value that was asked for.
    private Fix valued(Fix fix) {
        if (value == null) return fix;
        Choice choice = fix.choice().orElseThrow(() -> CliProblem.usage(Text.of("cli.error.no-value", fix.id())));
        return switch (choice.plan(value)) {
            case Choice.Planned.As(Fix planned, var _) -> planned;
            case Choice.Planned.Refused(Text why) ->
                throw CliProblem.usage(
                        Text.of("cli.error.value", value, choice.parameter().name(), why));
        };
    }
}
