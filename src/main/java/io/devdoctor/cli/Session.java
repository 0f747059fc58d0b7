package io.devdoctor.cli;

import io.devdoctor.examination.UnusableRecording;
import io.devdoctor.privacy.Secrets;
import io.devdoctor.store.Settings;
import io.devdoctor.store.SettingsFile;
import io.devdoctor.store.SettingsSetAsideException;
import io.devdoctor.text.Language;
import io.devdoctor.text.Messages;
import io.devdoctor.text.Text;
import io.devdoctor.text.Visible;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// What every command of one invocation shares: services, terminal, and how failures are told.
final class Session {
    private static final Logger LOG = LoggerFactory.getLogger(Session.class);
    private static final String LANG = "--lang";
    private static final Pattern TAG = Pattern.compile("(?i)(en|zh)([-_].*)?");
    private final CliServices services;
    private final Terminal terminal;
    private Language language;
    private List<String> typed = List.of();

    Session(CliServices services, Terminal terminal) {
        this.services = services;
        this.terminal = terminal;
        this.language = canShow(services.language()) ? services.language() : Language.ENGLISH;
    }

    /// Whether the terminal has the characters; a file always has.
    private boolean canShow(Language wanted) {
        return canShow(wanted, terminal.out());
    }

    private static boolean canShow(Language wanted, PrintStream stream) {
        Charset charset = stream.charset();
        return wanted == Language.ENGLISH || charset.newEncoder().canEncode("中文");
    }

    CliServices services() {
        return services;
    }

    Terminal terminal() {
        return terminal;
    }

    /// Help and complaints about the command line itself speak the language that it asks for, too.
    void speak(String... arguments) {
        typed = List.of(arguments);
        for (int i = 0; i < arguments.length; i++) {
            String word = arguments[i];
            String tag = word.startsWith(LANG + "=") ? word.substring(LANG.length() + 1) : "";
            if (word.equals(LANG) && i + 1 < arguments.length) tag = arguments[i + 1];
            if (TAG.matcher(tag).matches()) language = Language.of(tag);
        }
    }

    /// The words of the command line.
    List<String> typed() {
        return typed;
    }

    /// The language of this command from now on.
    ///
    /// @param tag `en…`, `zh…`, or null for the system's language
    Messages messages(@Nullable String tag) {
        if (tag != null) {
            if (!TAG.matcher(tag).matches()) throw CliProblem.usage(Text.of("cli.error.no-language", tag));
            language = Language.of(tag);
            if (!canShow(language)) {
                String charset = terminal.out().charset().displayName(Locale.ROOT);
                complain(Messages.of(Language.ENGLISH), Text.of("cli.error.no-chinese", charset));
            }
        }
        return Messages.of(language);
    }

    /// The same words where the terminal has their characters, else English ones: a page of question marks helps
    /// nobody.
    Messages readable(Messages messages) {
        return canShow(messages.language()) ? messages : Messages.of(Language.ENGLISH);
    }

    /// What the person chose; a file that cannot be used is told and stands for the defaults.
    Settings settings(Messages messages) {
        SettingsFile.Loaded loaded = services.settings().load(Instant.now());
        loaded.problem().ifPresent(problem -> complain(messages, Text.of("cli.settings-unread", problem)));
        loaded.setAside().ifPresent(kept -> complain(messages, Text.of("settings.kept", kept.toString())));
        return loaded.settings();
    }

    /// A text as it may be shown on a terminal: secrets masked, and nothing in it that moves the cursor, colours or
    /// hides.
    static String shown(String text) {
        return Visible.text(Secrets.mask(text).text());
    }

    /// The same for what must stay on its line.
    static String shownInLine(String text) {
        return Visible.line(Secrets.mask(text).text());
    }

    /// In which sentences are wrapped.
    int columns() {
        return Math.min(terminal.width(), Sheet.WIDEST);
    }

    void say(String text) {
        terminal.out().println(shown(text));
    }

    /// Lines that belong together, masked as one text.
    void say(List<String> lines) {
        Secrets.maskLines(lines).forEach(line -> terminal.out().println(Visible.line(line)));
    }

    void complain(Messages messages, Text text) {
        complain(complaint(messages, text));
    }

    /// What holds words of a file that anybody may have written.
    void remark(Messages messages, Text text) {
        complain(shownInLine(complaint(messages, text)));
    }

    private String complaint(Messages messages, Text text) {
        boolean shows = canShow(messages.language(), terminal.err());
        return (shows ? messages : Messages.of(Language.ENGLISH)).say(text);
    }

    void complain(String words) {
        terminal.err().println(shown(words));
    }

    /// Asks a person; the end of input is an empty answer.
    String ask(String question) throws IOException {
        terminal.err().print(shown(question) + " ");
        terminal.err().flush();
        String answer = terminal.in().readLine();
        return answer == null ? "" : answer.strip().toLowerCase(Locale.ROOT);
    }

    /// Turns a failure into one sentence that names the file or tool, and exit code 3; the trace goes to the log.
    int failed(Throwable error) {
        if (!(error instanceof CliProblem)) LOG.error("command failed", error);
        complain(Messages.of(language), reason(error));
        return error instanceof CliProblem problem ? problem.exit() : ExitCode.FAILED;
    }

    private Text reason(Throwable error) {
        return switch (error) {
            case UnusableRecording unusable -> unusable.reason();
            case CliProblem problem -> problem.text();
            case SettingsSetAsideException aside ->
                Text.of("settings.set-aside", aside.kept().toString());
            case IOException file -> FileProblems.ofOwn(file, home());
            case LinkageError _ -> Text.of("cli.error.native", firstLine(error.toString()));
            default -> Text.of("cli.error.bug", firstLine(error.toString()));
        };
    }

    private Path home() {
        Path settings = services.settings().path();
        return Objects.requireNonNullElse(settings.getParent(), settings);
    }

    private static String firstLine(String text) {
        return text.lines().findFirst().orElse("");
    }
}
