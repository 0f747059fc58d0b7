package io.devdoctor;

import io.devdoctor.cli.Terminal;
import java.io.BufferedReader;
import java.io.Console;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/// The terminal of this process: its own encoding where it is one, UTF-8 where the output is redirected.
final class Terminals {
    private static final int WIDTH = 100;

    private Terminals() {}

    static Terminal system(Output out) {
        Console console = System.console();
        boolean interactive = console != null && console.isTerminal();
        Charset charset = console != null && interactive ? console.charset() : StandardCharsets.UTF_8;
        boolean colours = interactive && System.getenv("NO_COLOR") == null && !"dumb".equals(System.getenv("TERM"));
        return new Terminal(
                new BufferedReader(new InputStreamReader(System.in, typed())),
                new PrintStream(out, true, charset),
                new PrintStream(new FileOutputStream(FileDescriptor.err), true, charset),
                colours,
                colours,
                width());
    }

    /// The encoding in which the terminal sends what is typed.
    private static Charset typed() {
        String name = System.getProperty("stdin.encoding", "");
        return name.isEmpty() || !Charset.isSupported(name) ? StandardCharsets.UTF_8 : Charset.forName(name);
    }

    /// What the shell says; Java does not know.
    private static int width() {
        String columns = System.getenv("COLUMNS");
        try {
            return columns == null ? WIDTH : Math.max(40, Integer.parseInt(columns));
        } catch (NumberFormatException _) {
            return WIDTH;
        }
    }
}
