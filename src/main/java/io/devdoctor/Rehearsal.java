package io.devdoctor;

import io.devdoctor.cli.ExitCode;
import io.devdoctor.cli.Terminal;
import io.devdoctor.desktop.Walk;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.util.List;

/// Does once what people do most. The build of the installer runs it, and the JVM keeps what was loaded for it in the
/// AOT
/// cache that later starts begin with.
public final class Rehearsal {
    private static final List<List<String>> COMMANDS = List.of(
            List.of("--help"),
            List.of("list"),
            List.of("check", "--sample", "starved-zh-cn", "--lang", "zh-CN"),
            List.of("check", "--sample", "no-virtualization-en", "--format", "html"),
            List.of("check", "--sample", "healthy-en", "--format", "md"),
            List.of("check", "--sample", "healthy-en", "--format", "sarif"),
            List.of("check", "--sample", "healthy-en", "--format", "junit"),
            List.of("check", "--sample", "healthy-en", "--format", "json"),
            List.of("check", "--timeout", "30s"),
            List.of("fix", "--all-safe", "--dry-run", "--timeout", "30s"),
            List.of("history"));

    private Rehearsal() {}

    /// Ends with one of [io.devdoctor.cli.ExitCode].
    public static void main(String[] none) {
        Output out = new Output(new FileOutputStream(FileDescriptor.out));
        Terminal terminal = Terminals.system(out);
        int exit = LastWords.guard(terminal, () -> {
            for (List<String> command : COMMANDS) {
                int ended = Main.run(terminal, command.toArray(String[]::new));
                if (ended >= ExitCode.FAILED) throw new IllegalStateException(command + " ended in " + ended);
            }
            AppWindow window = AppWindow.of(LocalSystem.here(), Home.open(terminal));
            new Walk(window.services()).run();
            return 0;
        });
        terminal.out().flush();
        System.exit(exit);
    }
}
