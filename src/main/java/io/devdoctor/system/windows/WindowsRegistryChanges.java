package io.devdoctor.system.windows;

import com.sun.jna.platform.win32.Advapi32;
import com.sun.jna.platform.win32.WinError;
import com.sun.jna.platform.win32.WinNT;
import com.sun.jna.platform.win32.WinReg;
import com.sun.jna.platform.win32.WinReg.HKEYByReference;
import com.sun.jna.ptr.IntByReference;
import io.devdoctor.machine.RegistryValue;
import io.devdoctor.system.change.ChangeResult;
import io.devdoctor.system.change.ChangeResult.Reason;
import io.devdoctor.system.change.RegistryChanges;

/// Values below HKCU, written with their type.
final class WindowsRegistryChanges implements RegistryChanges {
    private static final int ACCESS = WinNT.KEY_SET_VALUE | WinNT.KEY_WOW64_64KEY;

    // unverified on Windows: RegCreateKeyEx, RegSetValueEx, RegFlushKey
    @Override
    public ChangeResult set(String key, String name, RegistryValue value) {
        if (!isOwn(key)) return refused(key);
        HKEYByReference opened = new HKEYByReference();
        int error = Advapi32.INSTANCE.RegCreateKeyEx(
                WinReg.HKEY_CURRENT_USER,
                WindowsRegistry.below(key),
                0,
                null,
                WinNT.REG_OPTION_NON_VOLATILE,
                ACCESS,
                null,
                opened,
                new IntByReference());
        if (error != WinError.ERROR_SUCCESS) return failed(key, name, error);
        try {
            byte[] data = RegistryData.encode(value);
            error = Advapi32.INSTANCE.RegSetValueEx(
                    opened.getValue(), name, 0, RegistryData.type(value), data, data.length);
            if (error != WinError.ERROR_SUCCESS) return failed(key, name, error);
            Announcements.changed(key);
            return new ChangeResult.Done(value.typeName());
        } finally {
            Advapi32.INSTANCE.RegCloseKey(opened.getValue());
        }
    }

    // unverified on Windows: RegDeleteValue
    @Override
    public ChangeResult remove(String key, String name) {
        if (!isOwn(key)) return refused(key);
        HKEYByReference opened = new HKEYByReference();
        int error =
                Advapi32.INSTANCE.RegOpenKeyEx(WinReg.HKEY_CURRENT_USER, WindowsRegistry.below(key), 0, ACCESS, opened);
        if (error == WinError.ERROR_FILE_NOT_FOUND) return new ChangeResult.Done("absent");
        if (error != WinError.ERROR_SUCCESS) return failed(key, name, error);
        try {
            error = Advapi32.INSTANCE.RegDeleteValue(opened.getValue(), name);
            boolean gone = error == WinError.ERROR_SUCCESS || error == WinError.ERROR_FILE_NOT_FOUND;
            if (!gone) return failed(key, name, error);
            Announcements.changed(key);
            return new ChangeResult.Done("removed");
        } finally {
            Advapi32.INSTANCE.RegCloseKey(opened.getValue());
        }
    }

    private static boolean isOwn(String key) {
        return key.regionMatches(true, 0, "HKCU\\", 0, 5);
    }

    private static ChangeResult refused(String key) {
        return new ChangeResult.Failed(Reason.DENIED, key, "only HKCU is written without administrator rights");
    }

    private static ChangeResult failed(String key, String name, int error) {
        Reason reason = error == WinError.ERROR_ACCESS_DENIED ? Reason.DENIED : Reason.FAILED;
        return new ChangeResult.Failed(reason, key + " : " + name, "error " + error);
    }
}
