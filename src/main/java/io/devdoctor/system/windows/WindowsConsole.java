package io.devdoctor.system.windows;

import com.sun.jna.platform.win32.Kernel32;
import com.sun.jna.platform.win32.Kernel32Util;
import com.sun.jna.platform.win32.W32Errors;
import com.sun.jna.platform.win32.WinNT.HANDLE;
import com.sun.jna.platform.win32.Wincon;
import com.sun.jna.ptr.IntByReference;
import io.devdoctor.system.Screen;
import java.io.IOException;
import java.util.stream.IntStream;

/// The standard streams on Windows.
public final class WindowsConsole {
    /// `STD_INPUT_HANDLE`; out and err follow downwards.
    private static final int FIRST = -10;

    private WindowsConsole() {}

    /// @param number of the stream: 0 = in, 1 = out, 2 = err
    public static Screen screen(int number) {
        Kernel32 kernel = Kernel32.INSTANCE;
        HANDLE handle = kernel.GetStdHandle(FIRST - number);
        IntByReference mode = new IntByReference();
        // unverified on Windows: GetConsoleMode refuses files, pipes and the pipes of mintty.
        if (!kernel.GetConsoleMode(handle, mode)) return Screen.NONE;
        if (number == 0) return new Screen(true, false, 0);
        // unverified on Windows: a console before Windows 10 refuses this, and colours would be shown as characters.
        boolean obeys = kernel.SetConsoleMode(handle, mode.getValue() | Wincon.ENABLE_VIRTUAL_TERMINAL_PROCESSING);
        return new Screen(true, obeys, columns(kernel, handle));
    }

    /// The width of the window; the buffer behind it may be wider.
    private static int columns(Kernel32 kernel, HANDLE handle) {
        Wincon.CONSOLE_SCREEN_BUFFER_INFO info = new Wincon.CONSOLE_SCREEN_BUFFER_INFO();
        return kernel.GetConsoleScreenBufferInfo(handle, info) ? info.srWindow.Right - info.srWindow.Left + 1 : 0;
    }

    /// Whether a write failed because whoever read the pipe has gone. Java passes on the words of Windows alone, which
    /// are in the language of Windows; so are those that they are compared with.
    public static boolean saysReaderHasGone(IOException error) {
        String said = String.valueOf(error.getMessage());
        // unverified on Windows: Java takes the full stop away that formatMessage leaves at the end.
        return IntStream.of(W32Errors.ERROR_NO_DATA, W32Errors.ERROR_BROKEN_PIPE)
                .mapToObj(Kernel32Util::formatMessage)
                .anyMatch(words -> !said.isBlank() && words.startsWith(said.strip()));
    }
}
