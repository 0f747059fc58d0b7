package io.devdoctor.system.windows;

import com.sun.jna.Native;
import com.sun.jna.Pointer;
import com.sun.jna.WString;
import com.sun.jna.platform.win32.Shell32;
import com.sun.jna.platform.win32.User32;
import com.sun.jna.platform.win32.WinDef.HICON;
import com.sun.jna.platform.win32.WinDef.HWND;
import com.sun.jna.platform.win32.WinDef.LPARAM;
import com.sun.jna.platform.win32.WinDef.WPARAM;
import com.sun.jna.platform.win32.WinUser;
import com.sun.jna.ptr.IntByReference;
import io.devdoctor.system.Taskbar;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The windows of this process in the taskbar. Whatever fails here leaves a window that works.
public final class WindowsTaskbar implements Taskbar {
    /// The Application User Model ID; the installer gives the same to its shortcut and to `.devdoctor` files.
    public static final String ID = "io.devdoctor.DevDoctor";

    private static final Logger LOG = LoggerFactory.getLogger(WindowsTaskbar.class);
    /// How JavaFX names the class of a window (so in glass.dll of 26.0.2); a number follows.
    private static final String OURS = "GlassWndClass-GlassWindowClass";

    private static final int LONGEST_CLASS = 256;
    private static final int WM_SETICON = 0x80;
    private static final int ICON_VERSION = 0x00030000;
    private static final int ANY_PROCESS = -1;

    /// Never destroyed: a window may show them until the process ends.
    private final Map<Integer, HICON> icons = new ConcurrentHashMap<>();

    @Override
    public void identify() {
        try {
            // unverified on Windows: SetCurrentProcessExplicitAppUserModelID, and that a pinned button starts DevDoctor
            // again
            int result = Shell32.INSTANCE
                    .SetCurrentProcessExplicitAppUserModelID(new WString(ID))
                    .intValue();
            if (result != 0) LOG.warn("The taskbar was not told whose windows these are: {}", result);
        } catch (LinkageError e) {
            LOG.warn("The taskbar was not told whose windows these are", e);
        }
    }

    /// JavaFX gives title bar and button the same picture of 32 pixels, which Windows then scales.
    @Override
    public void mark(IntFunction<byte[]> pictures) {
        try {
            // unverified on Windows: EnumWindows, and the name that JavaFX gives the class of its windows
            List<HWND> ours = new ArrayList<>();
            User32.INSTANCE.EnumWindows(
                    (window, _) -> {
                        if (isOurs(window)) ours.add(window);
                        return true;
                    },
                    null);
            // Not in the callback, where a failure would reach nobody.
            ours.forEach(window -> dress(window, pictures));
        } catch (LinkageError | IllegalStateException e) {
            LOG.warn("The window keeps the icon of the toolkit", e);
        }
    }

    private static boolean isOurs(HWND window) {
        IntByReference process = new IntByReference();
        User32.INSTANCE.GetWindowThreadProcessId(window, process);
        if (process.getValue() != ProcessHandle.current().pid()) return false;
        char[] name = new char[LONGEST_CLASS];
        User32.INSTANCE.GetClassName(window, name, name.length);
        return Native.toString(name).startsWith(OURS);
    }

    private void dress(HWND window, IntFunction<byte[]> pictures) {
        int dpi = MoreUser32.INSTANCE.GetDpiForWindow(window);
        give(window, WinUser.ICON_SMALL, icon(metric(WinUser.SM_CXSMICON, dpi), pictures));
        give(window, WinUser.ICON_BIG, icon(metric(WinUser.SM_CXICON, dpi), pictures));
    }

    private static int metric(int which, int dpi) {
        return MoreUser32.INSTANCE.GetSystemMetricsForDpi(which, dpi);
    }

    private @Nullable HICON icon(int size, IntFunction<byte[]> pictures) {
        return icons.computeIfAbsent(size, _ -> {
            byte[] png = pictures.apply(size);
            return MoreUser32.INSTANCE.CreateIconFromResourceEx(png, png.length, true, ICON_VERSION, size, size, 0);
        });
    }

    private static void give(HWND window, int kind, @Nullable HICON icon) {
        if (icon == null) LOG.warn("No icon could be made: {}", Native.getLastError());
        // unverified on Windows: WM_SETICON sent from a thread that is not the window's
        else
            User32.INSTANCE.SendMessage(
                    window, WM_SETICON, new WPARAM(kind), new LPARAM(Pointer.nativeValue(icon.getPointer())));
    }

    @Override
    public void giveWay() {
        try {
            // Refused where we may not do so ourselves; then the other window blinks in the taskbar.
            if (!MoreUser32.INSTANCE.AllowSetForegroundWindow(ANY_PROCESS)) LOG.info("The other window may only blink");
        } catch (LinkageError e) {
            LOG.warn("The other window may only blink", e);
        }
    }
}
