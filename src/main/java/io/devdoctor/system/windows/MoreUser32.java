package io.devdoctor.system.windows;

import com.sun.jna.Native;
import com.sun.jna.platform.win32.WinDef.HICON;
import com.sun.jna.platform.win32.WinDef.HWND;
import com.sun.jna.win32.StdCallLibrary;
import com.sun.jna.win32.W32APIOptions;
import org.jspecify.annotations.Nullable;

/// Functions of user32 that jna-platform does not map.
interface MoreUser32 extends StdCallLibrary {
    MoreUser32 INSTANCE = Native.load("user32", MoreUser32.class, W32APIOptions.DEFAULT_OPTIONS);

    /// 96 = 100 %.
    // unverified on Windows: GetDpiForWindow
    int GetDpiForWindow(HWND window);

    // unverified on Windows: GetSystemMetricsForDpi
    int GetSystemMetricsForDpi(int index, int dpi);

    /// @param bits since Vista also a PNG file
    // unverified on Windows: CreateIconFromResourceEx
    @Nullable
    HICON CreateIconFromResourceEx(
            byte[] bits, int length, boolean icon, int version, int width, int height, int flags);

    // unverified on Windows: AllowSetForegroundWindow
    boolean AllowSetForegroundWindow(int process);
}
