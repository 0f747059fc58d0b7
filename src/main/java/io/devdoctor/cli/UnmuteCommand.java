package io.devdoctor.cli;

import io.devdoctor.store.Mute;
import io.devdoctor.text.Messages;
import io.devdoctor.text.Text;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `devdoctor unmute CHECK-ID`: hears of a finding again. Nothing is examined: a mute may be taken back whatever is
/// found now.
@Command(name = "unmute", mixinStandardHelpOptions = true)
final class UnmuteCommand implements Callable<Integer> {
    private final Session session;

    @Parameters(
            paramLabel = "CHECK-ID",
            completionCandidates = Completions.Ids.class,
            descriptionKey = "option.check-id")
    private String check = "";

    @Option(names = "--subject", paramLabel = "S", descriptionKey = "option.subject")
    private @Nullable String subject;

    @Mixin
    private LanguageChoice language = new LanguageChoice();

    UnmuteCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() throws IOException {
        Messages messages = language.messages(session);
        List<Mute> ofCheck = session.settings(messages).mutes().all().stream()
                .filter(mute -> mute.check().equals(check))
                .toList();
        if (ofCheck.isEmpty()) throw new CliProblem(Text.of("cli.error.not-muted", check));
        List<Mute> meant = ofCheck.stream().filter(this::isMeant).toList();
        boolean one = meant.stream().map(Mute::about).distinct().count() == 1;
        if (!one) {
            Text.Arg subjects = Text.several(
                    ofCheck.stream().map(UnmuteCommand::name).distinct().toList());
            throw CliProblem.usage(
                    meant.isEmpty()
                            ? Text.of("cli.error.not-muted-subject", check, String.valueOf(subject), subjects)
                            : Text.of("cli.error.which-subject", check, subjects));
        }
        Mute mute = meant.getFirst();
        session.services().settings().change(now -> now.withMutes(now.mutes().without(mute)), Instant.now());
        session.say(messages.say("cli.unmuted", check, mute.reason()));
        return ExitCode.GOOD;
    }

    private boolean isMeant(Mute mute) {
        return subject == null || isNamed(mute, subject);
    }

    private static boolean isNamed(Mute mute, String subject) {
        return subject.equals(name(mute))
                || mute.about()
                        .filter(it -> subject.equals(it.name()) || subject.equals(it.name() + detail(it)))
                        .isPresent();
    }

    /// As the list names it.
    static String name(Mute mute) {
        return mute.about()
                .map(about -> isFamiliar(about) ? about.name() : about.name() + detail(about))
                .orElse("*");
    }

    private static boolean isFamiliar(Mute.About about) {
        return about.world().isEmpty() || about.world().equals(about.name());
    }

    private static String detail(Mute.About about) {
        return about.world().isEmpty()
                ? ""
                : about.world().substring(Math.max(0, about.world().indexOf('#')));
    }
}
