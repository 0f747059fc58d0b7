package io.devdoctor;

import io.devdoctor.cli.Terminal;
import io.devdoctor.system.Screen;
import io.devdoctor.system.posix.PosixConsole;
import io.devdoctor.system.windows.WindowsConsole;
import java.io.BufferedReader;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.slf4j.LoggerFactory;

/// The terminal of this process: its own encoding where a stream leads to one, UTF-8 where it is redirected.
final class Terminals {
    private static final int WIDTH = 100;
    private static final int NARROWEST = 40;

    private Terminals() {}

    static Terminal system(Output out) {
        Screen screen = screen(1);
        Screen complaints = screen(2);
        return of(
                screen,
                complaints,
                screen(0).isTerminal(),
                new BufferedReader(new InputStreamReader(System.in, encoding("stdin.encoding"))),
                stream(out, screen, "stdout.encoding"),
                stream(new FileOutputStream(FileDescriptor.err), complaints, "stderr.encoding"));
    }

    private static Terminal of(
            Screen out, Screen err, boolean person, BufferedReader typed, PrintStream print, PrintStream complain) {
        String unwanted = System.getenv("NO_COLOR");
        boolean colours = out.obeys() && (unwanted == null || unwanted.isEmpty());
        int columns = out.columns() > 0 ? out.columns() : err.columns();
        return new Terminal(
                typed,
                print,
                complain,
                colours,
                err.obeys(),
                person && err.isTerminal(),
                columns > 0 ? Math.max(NARROWEST, columns) : WIDTH);
    }

    private static PrintStream stream(OutputStream bytes, Screen screen, String property) {
        return screen.isTerminal()
                ? new FittingStream(bytes, encoding(property))
                : new PrintStream(bytes, true, StandardCharsets.UTF_8);
    }

    /// Whether a write failed because whoever read the pipe has gone, which is an ordinary end.
    static boolean saysReaderHasGone(IOException error) {
        return isWindows() ? WindowsConsole.saysReaderHasGone(error) : PosixConsole.saysReaderHasGone(error);
    }

    private static Screen screen(int number) {
        try {
            return isWindows() ? WindowsConsole.screen(number) : PosixConsole.screen(number);
        } catch (LinkageError e) {
            // Whatever else fails then must be said somewhere.
            LoggerFactory.getLogger(Terminals.class).warn("The terminal was not asked", e);
            return Screen.NONE;
        }
    }

    private static boolean isWindows() {
        return System.getProperty("os.name", "").toLowerCase(Locale.ROOT).startsWith("windows");
    }

    /// What Java found out about the terminal; on Windows its code page.
    private static Charset encoding(String property) {
        String name = System.getProperty(property, "");
        return name.isEmpty() || !Charset.isSupported(name) ? StandardCharsets.UTF_8 : Charset.forName(name);
    }
}
