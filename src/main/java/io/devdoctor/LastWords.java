package io.devdoctor;

import io.devdoctor.cli.ExitCode;
import io.devdoctor.cli.Terminal;
import io.devdoctor.privacy.Secrets;
import io.devdoctor.text.Language;
import io.devdoctor.text.Messages;
import io.devdoctor.text.Visible;
import java.util.Locale;
import java.util.function.IntSupplier;
import org.slf4j.LoggerFactory;

/// What is said where the command line cannot speak yet.
final class LastWords {
    private LastWords() {}

    /// Runs it; whatever it throws ends in one sentence and the exit code of a failure.
    static int guard(Terminal terminal, IntSupplier work) {
        try {
            return work.getAsInt();
        } catch (RuntimeException | Error e) {
            LoggerFactory.getLogger(LastWords.class).error("DevDoctor failed", e);
            String key = e instanceof LinkageError ? "cli.error.native" : "cli.error.bug";
            terminal.err().println(say(key, e));
            return ExitCode.FAILED;
        }
    }

    /// In the system's language, masked.
    static String say(String key, Throwable cause) {
        return say(key, cause.toString().lines().findFirst().orElse(""));
    }

    /// The same, about these things.
    static String say(String key, String... arguments) {
        Messages messages = Messages.of(Language.of(Locale.getDefault().toLanguageTag()));
        return Visible.text(
                Secrets.mask(messages.say(key, (Object[]) arguments)).text());
    }
}
