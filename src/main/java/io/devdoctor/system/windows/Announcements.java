package io.devdoctor.system.windows;

import com.sun.jna.Native;
import com.sun.jna.Pointer;
import com.sun.jna.WString;
import com.sun.jna.ptr.IntByReference;
import com.sun.jna.win32.StdCallLibrary;
import com.sun.jna.win32.W32APIOptions;
import java.util.Locale;

/// Tells running programs what changed in the registry, as Windows' own dialogs do. That nobody listens, or somebody
/// hangs, changes nothing of what was written.
final class Announcements {
    private static final String ENVIRONMENT = "HKCU\\ENVIRONMENT";
    private static final String INTERNET = "HKCU\\SOFTWARE\\MICROSOFT\\WINDOWS\\CURRENTVERSION\\INTERNET SETTINGS";

    private Announcements() {}

    /// Called after every change below `key`.
    static void changed(String key) {
        String upper = key.toUpperCase(Locale.ROOT);
        if (upper.equals(ENVIRONMENT)) environment();
        if (upper.equals(INTERNET)) proxy();
    }

    // unverified on Windows: SendMessageTimeout(HWND_BROADCAST, WM_SETTINGCHANGE, 0, "Environment")
    private static void environment() {
        int broadcast = 0xFFFF;
        int settingChange = 0x1A;
        int abortIfHung = 2;
        Messages.INSTANCE.SendMessageTimeoutW(
                Pointer.createConstant(broadcast),
                settingChange,
                null,
                new WString("Environment"),
                abortIfHung,
                5000,
                new IntByReference());
    }

    // unverified on Windows: InternetSetOption(INTERNET_OPTION_SETTINGS_CHANGED, INTERNET_OPTION_REFRESH)
    private static void proxy() {
        int settingsChanged = 39;
        int refresh = 37;
        Internet.INSTANCE.InternetSetOptionW(null, settingsChanged, null, 0);
        Internet.INSTANCE.InternetSetOptionW(null, refresh, null, 0);
    }

    private interface Messages extends StdCallLibrary {
        Messages INSTANCE = Native.load("user32", Messages.class, W32APIOptions.DEFAULT_OPTIONS);

        Pointer SendMessageTimeoutW(
                Pointer window,
                int message,
                @org.jspecify.annotations.Nullable Pointer wParam,
                WString lParam,
                int flags,
                int millis,
                IntByReference result);
    }

    private interface Internet extends StdCallLibrary {
        Internet INSTANCE = Native.load("wininet", Internet.class, W32APIOptions.DEFAULT_OPTIONS);

        boolean InternetSetOptionW(
                @org.jspecify.annotations.Nullable Pointer internet,
                int option,
                @org.jspecify.annotations.Nullable Pointer buffer,
                int length);
    }
}
