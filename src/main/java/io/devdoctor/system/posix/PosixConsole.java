package io.devdoctor.system.posix;

import io.devdoctor.system.Screen;
import java.io.Console;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// The standard streams on Linux and its relatives.
public final class PosixConsole {
    private PosixConsole() {}

    /// @param number of the stream: 0 = in, 1 = out, 2 = err
    public static Screen screen(int number) {
        if (!isTerminal(number)) return Screen.NONE;
        String kind = System.getenv("TERM");
        return new Screen(true, kind != null && !kind.isEmpty() && !kind.equals("dumb"), columns());
    }

    private static boolean isTerminal(int number) {
        try {
            String target =
                    Files.readSymbolicLink(Path.of("/proc/self/fd/" + number)).toString();
            return target.startsWith("/dev/pts/") || target.startsWith("/dev/tty") || target.equals("/dev/console");
        } catch (IOException _) {
            // There is no such folder on macOS; Java knows about in and out together.
            Console console = System.console();
            return console != null && console.isTerminal();
        }
    }

    /// What the launcher asked of `stty`; Java does not know.
    private static int columns() {
        String columns = System.getenv("COLUMNS");
        try {
            return columns == null ? 0 : Math.max(0, Integer.parseInt(columns));
        } catch (NumberFormatException _) {
            return 0;
        }
    }

    /// Whether a write failed because whoever read the pipe has gone.
    public static boolean saysReaderHasGone(IOException error) {
        return String.valueOf(error.getMessage()).contains("Broken pipe");
    }
}
