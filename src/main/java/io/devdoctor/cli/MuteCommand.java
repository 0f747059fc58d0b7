package io.devdoctor.cli;

import io.devdoctor.check.Finding;
import io.devdoctor.check.Muted;
import io.devdoctor.examination.Cancellation;
import io.devdoctor.examination.ExaminationResult;
import io.devdoctor.examination.MuteState;
import io.devdoctor.examination.Muting;
import io.devdoctor.report.FixTarget;
import io.devdoctor.store.Mute;
import io.devdoctor.text.Messages;
import io.devdoctor.text.Text;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `devdoctor mute CHECK-ID`: a finding that the person at this machine does not want to hear of; without an id the
/// list of them.
@Command(name = "mute", mixinStandardHelpOptions = true)
final class MuteCommand implements Callable<Integer> {
    private final Session session;

    @Parameters(
            paramLabel = "CHECK-ID",
            arity = "0..1",
            completionCandidates = Completions.Ids.class,
            descriptionKey = "option.check-id")
    private @Nullable String check;

    @Option(names = "--subject", paramLabel = "S", descriptionKey = "option.subject")
    private @Nullable String subject;

    @Option(names = "--reason", paramLabel = "TEXT", descriptionKey = "option.reason")
    private @Nullable String reason;

    @Option(names = "--until", paramLabel = "YYYY-MM-DD", descriptionKey = "option.until")
    private @Nullable LocalDate until;

    @Option(names = "--until-changed", descriptionKey = "option.until-changed")
    private boolean untilChanged;

    @Option(names = "--list", descriptionKey = "option.list-mutes")
    private boolean list;

    @Option(names = "--format", paramLabel = "text|json", descriptionKey = "option.list-format")
    private ListCommand.Format format = ListCommand.Format.text;

    @Mixin
    private Projects projects = new Projects();

    @Mixin
    private LanguageChoice language = new LanguageChoice();

    MuteCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() throws Exception {
        Messages messages = language.messages(session);
        if (check == null || list) {
            new MuteList(session, messages).print(format, projects);
            return ExitCode.GOOD;
        }
        Muting wish = wish();
        Selection.requireCheck(check);
        ExaminationResult result = session.services()
                .machines()
                .live(projects.wish(false))
                .only(one -> one.id().equals(check))
                .run(new Progress(session.terminal(), messages), new Cancellation());
        Finding finding = finding(result.findings(), check);
        Mute mute = wish.of(finding, result.machine(), Instant.now());
        keep(mute);
        say(finding, mute, messages);
        return ExitCode.GOOD;
    }

    private Muting wish() {
        if (reason == null || reason.isBlank()) throw CliProblem.usage(Text.of("cli.error.no-reason"));
        if (until != null && until.isBefore(LocalDate.now(ZoneOffset.UTC))) {
            throw CliProblem.usage(Text.of("cli.error.past-day", until.toString()));
        }
        return new Muting(reason, Optional.ofNullable(until), untilChanged);
    }

    private Finding finding(List<Finding> findings, String id) {
        List<Finding> mutable = findings.stream()
                .filter(finding -> finding.check().id().equals(id) && MuteState.isMutable(finding))
                .toList();
        if (mutable.isEmpty()) throw new CliProblem(Text.of("cli.error.nothing-to-mute", id));
        List<Finding> meant = mutable.stream()
                .filter(finding -> subject == null || FixTarget.names(subject, finding))
                .toList();
        if (meant.size() == 1) return told(meant.getFirst());
        Text.Arg subjects = Text.several(mutable.stream()
                .map(one -> FixTarget.name(one, mutable))
                .distinct()
                .toList());
        throw CliProblem.usage(
                meant.isEmpty()
                        ? Text.of("cli.error.no-subject", id, String.valueOf(subject), subjects)
                        : Text.of("cli.error.which-subject", id, subjects));
    }

    /// What the project says already holds here, and for everybody else.
    private static Finding told(Finding finding) {
        finding.muted()
                .filter(muted -> !muted.isByPerson())
                .map(Muted::sentence)
                .ifPresent(sentence -> {
                    throw new CliProblem(Text.of("cli.error.muted-already", sentence));
                });
        return finding;
    }

    private void keep(Mute mute) throws IOException {
        session.services().settings().change(now -> now.withMutes(now.mutes().with(mute)), Instant.now());
    }

    private void say(Finding finding, Mute mute, Messages messages) {
        Muted.Word word = new Muted.Word(
                new Muted.By.Person(mute.at()),
                mute.reason(),
                mute.until(),
                mute.value().isPresent());
        session.say(messages.say(finding.title()));
        finding.unmuted()
                .muted(List.of(word))
                .muted()
                .map(Muted::sentence)
                .ifPresent(sentence -> session.say(messages.say(sentence)));
        session.say(messages.say("cli.mute.hint", finding.check().id()));
    }
}
