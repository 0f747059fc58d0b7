package io.devdoctor.cli;

import io.devdoctor.check.Finding;
import io.devdoctor.examination.Cancellation;
import io.devdoctor.fix.Fix;
import io.devdoctor.repair.Asker;
import io.devdoctor.repair.Consent;
import io.devdoctor.text.Messages;
import io.devdoctor.text.Text;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `devdoctor fix CHECK-ID`: shows what will be done, asks, does it, proves it.
@Command(name = "fix", mixinStandardHelpOptions = true)
final class FixCommand implements Callable<Integer> {
    private final Session session;

    @Parameters(paramLabel = "CHECK-ID", descriptionKey = "option.check-id")
    private String check = "";

    @Option(names = "--subject", paramLabel = "S", descriptionKey = "option.subject")
    private @Nullable String subject;

    @Option(names = "--fix", paramLabel = "FIX-ID", descriptionKey = "option.fix")
    private @Nullable String fixId;

    @Option(names = "--dry-run", descriptionKey = "option.dry-run")
    private boolean dryRun;

    @Option(names = "--yes", descriptionKey = "option.yes")
    private boolean yes;

    @ArgGroup
    private MachineChoice machine = new MachineChoice();

    @Option(names = "--lang", paramLabel = "en|zh-CN", descriptionKey = "option.lang")
    private @Nullable String language;

    FixCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() throws Exception {
        Messages messages = session.messages(language);
        if (!machine.isLive() && !dryRun) throw new CliProblem(Text.of("repair.refused.RECORDING"));
        List<Finding> findings = machine.examination(session.services().machines())
                .run(new Progress(session.terminal(), messages), new Cancellation())
                .findings();
        Finding finding = finding(findings);
        Fix fix = fix(finding);
        PreviewText.of(fix, messages).forEach(this::say);
        if (dryRun) return ExitCode.GOOD;
        if (!yes && !agrees(messages)) {
            say(messages.say("outcome.not-started"));
            return ExitCode.WARNINGS;
        }
        OutcomeText outcome = OutcomeText.of(
                session.services().repairer().get().apply(finding, fix, Consent.to(fix, Asker.COMMAND_LINE), _ -> {}),
                messages);
        say("");
        outcome.lines().forEach(this::say);
        return outcome.exit();
    }

    private Finding finding(List<Finding> findings) {
        List<Finding> ofCheck = findings.stream()
                .filter(finding -> finding.check().id().equals(check))
                .toList();
        if (ofCheck.isEmpty()) throw CliProblem.usage(Text.of("cli.error.no-check", check));
        List<Finding> fixable = ofCheck.stream()
                .filter(finding -> !finding.fixes().isEmpty())
                .filter(finding -> subject == null || finding.subject().name().equals(subject))
                .toList();
        if (fixable.isEmpty()) throw new CliProblem(Text.of("cli.error.nothing-to-fix", check));
        if (fixable.size() > 1) {
            throw CliProblem.usage(Text.of(
                    "cli.error.which-subject",
                    check,
                    Text.several(
                            fixable.stream().map(one -> one.subject().name()).toList())));
        }
        return fixable.getFirst();
    }

    private Fix fix(Finding finding) {
        List<Fix> fixes = finding.fixes().stream()
                .filter(fix -> fixId == null || fix.id().equals(fixId))
                .toList();
        if (fixes.isEmpty()) {
            String offered = finding.fixes().stream().map(Fix::id).collect(Collectors.joining(", "));
            throw CliProblem.usage(Text.of("cli.error.no-fix", String.valueOf(fixId), offered));
        }
        // The first is the one the check recommends.
        return fixes.getFirst();
    }

    private boolean agrees(Messages messages) throws IOException {
        session.terminal().err().print(messages.say("cli.ask") + " ");
        session.terminal().err().flush();
        BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        String answer = in.readLine();
        return answer != null
                && List.of("y", "yes", "是").contains(answer.strip().toLowerCase(Locale.ROOT));
    }

    private void say(String line) {
        session.terminal().out().println(session.services().masked().apply(line));
    }
}
