package io.devdoctor.system.windows;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.jna.platform.win32.Kernel32;
import com.sun.jna.platform.win32.Ole32;
import com.sun.jna.platform.win32.Shell32;
import com.sun.jna.platform.win32.User32;
import com.sun.jna.platform.win32.WinDef.HINSTANCE;
import com.sun.jna.platform.win32.WinDef.HMODULE;
import com.sun.jna.platform.win32.WinDef.HWND;
import com.sun.jna.platform.win32.WinDef.LPARAM;
import com.sun.jna.platform.win32.WinDef.WPARAM;
import com.sun.jna.platform.win32.WinUser;
import com.sun.jna.ptr.PointerByReference;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.ref.Reference;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

/// A window of this process that calls itself one of JavaFX's.
@EnabledOnOs(OS.WINDOWS)
class WindowsTaskbarSmokeTest {
    private static final String CLASS = "GlassWndClass-GlassWindowClass-smoke";
    private static final int WM_GETICON = 0x7F;

    private final WindowsTaskbar taskbar = new WindowsTaskbar();

    @Test
    void theProcessHasItsId() {
        taskbar.identify();

        PointerByReference id = new PointerByReference();
        assertThat(Shell32.INSTANCE.GetCurrentProcessExplicitAppUserModelID(id).intValue())
                .isZero();
        assertThat(id.getValue().getWideString(0)).isEqualTo(WindowsTaskbar.ID);
        Ole32.INSTANCE.CoTaskMemFree(id.getValue());
    }

    @Test
    void theWindowHasAnIconForItsTitleAndAnotherForItsButton() {
        User32 user = User32.INSTANCE;
        HMODULE module = Kernel32.INSTANCE.GetModuleHandle(null);
        WinUser.WNDCLASSEX type = new WinUser.WNDCLASSEX();
        type.cbSize = type.size();
        type.hInstance = module;
        type.lpszClassName = CLASS;
        type.lpfnWndProc = (WinUser.WindowProc) user::DefWindowProc;
        assertThat(user.RegisterClassEx(type).intValue()).isNotZero();
        HWND window = window(module);
        try {
            taskbar.mark(WindowsTaskbarSmokeTest::png);

            long title = icon(window, WinUser.ICON_SMALL);
            long button = icon(window, WinUser.ICON_BIG);
            assertThat(title).isNotZero().isNotEqualTo(button);
            assertThat(button).isNotZero();
        } finally {
            user.DestroyWindow(window);
            user.UnregisterClass(CLASS, module);
            // Windows calls its procedure until here.
            Reference.reachabilityFence(type);
        }
    }

    private static HWND window(HINSTANCE module) {
        return Objects.requireNonNull(User32.INSTANCE.CreateWindowEx(
                0, CLASS, "DevDoctor", WinUser.WS_OVERLAPPEDWINDOW, 0, 0, 100, 100, null, null, module, null));
    }

    private static long icon(HWND window, int kind) {
        return User32.INSTANCE
                .SendMessage(window, WM_GETICON, new WPARAM(kind), new LPARAM(0))
                .longValue();
    }

    private static byte[] png(int pixels) {
        int drawn = pixels <= 16 ? 16 : 128;
        try (InputStream file =
                WindowsTaskbar.class.getResourceAsStream("/io/devdoctor/desktop/icons/window-" + drawn + ".png")) {
            return Objects.requireNonNull(file).readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
