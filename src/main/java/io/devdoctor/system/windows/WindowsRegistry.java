package io.devdoctor.system.windows;

import com.sun.jna.Memory;
import com.sun.jna.platform.win32.Advapi32;
import com.sun.jna.platform.win32.Advapi32Util;
import com.sun.jna.platform.win32.Advapi32Util.InfoKey;
import com.sun.jna.platform.win32.Win32Exception;
import com.sun.jna.platform.win32.WinError;
import com.sun.jna.platform.win32.WinNT;
import com.sun.jna.platform.win32.WinReg;
import com.sun.jna.platform.win32.WinReg.HKEY;
import com.sun.jna.platform.win32.WinReg.HKEYByReference;
import com.sun.jna.ptr.IntByReference;
import io.devdoctor.machine.Reading;
import io.devdoctor.machine.RegistryKey;
import io.devdoctor.machine.RegistryValue;
import io.devdoctor.machine.Source;
import io.devdoctor.system.Budget;
import io.devdoctor.system.Registry;
import io.devdoctor.system.live.Bounded;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// The registry through Advapi32, 64-bit view. Values are read with their type: jna-platform's own readers lose the
/// difference between REG_SZ and REG_EXPAND_SZ.
final class WindowsRegistry implements Registry {
    private static final int ACCESS = WinNT.KEY_READ | WinNT.KEY_WOW64_64KEY;

    @Override
    public Reading<RegistryKey> key(String path) {
        Source source = new Source(Source.Kind.REGISTRY, path, Instant.now());
        return Bounded.read(source, Budget.REGISTRY, () -> read(path, source));
    }

    // unverified on Windows: RegOpenKeyEx, RegQueryInfoKey, RegEnumValue, RegEnumKeyEx, RegQueryValueEx
    private static Reading<RegistryKey> read(String path, Source source) {
        HKEYByReference opened = new HKEYByReference();
        int error = Advapi32.INSTANCE.RegOpenKeyEx(hive(path), below(path), 0, ACCESS, opened);
        if (error == WinError.ERROR_FILE_NOT_FOUND || error == WinError.ERROR_PATH_NOT_FOUND) {
            return new Reading.Absent<>(source);
        }
        if (error == WinError.ERROR_ACCESS_DENIED) {
            return new Reading.Unknown<>(Reading.Cause.DENIED, "error 5", source);
        }
        if (error != WinError.ERROR_SUCCESS) throw new Win32Exception(error);
        HKEY key = opened.getValue();
        try {
            return new Reading.Known<>(
                    new RegistryKey(path, values(key), List.of(Advapi32Util.registryGetKeys(key))), source);
        } finally {
            Advapi32.INSTANCE.RegCloseKey(key);
        }
    }

    private static Map<String, RegistryValue> values(HKEY key) {
        Map<String, RegistryValue> values = new HashMap<>();
        for (String name : names(key)) values.put(name, value(key, name));
        return values;
    }

    private static List<String> names(HKEY key) {
        InfoKey info = Advapi32Util.registryQueryInfoKey(key, ACCESS);
        List<String> names = new ArrayList<>();
        for (int i = 0; i < info.lpcValues.getValue(); i++) {
            char[] name = new char[info.lpcMaxValueNameLen.getValue() + 1];
            IntByReference length = new IntByReference(name.length);
            int error = Advapi32.INSTANCE.RegEnumValue(
                    key, i, name, length, null, new IntByReference(), (byte[]) null, null);
            if (error == WinError.ERROR_NO_MORE_ITEMS) break;
            if (error != WinError.ERROR_SUCCESS) throw new Win32Exception(error);
            names.add(new String(name, 0, length.getValue()));
        }
        return names;
    }

    /// A value may grow between two calls; then it is asked again.
    private static RegistryValue value(HKEY key, String name) {
        IntByReference type = new IntByReference();
        IntByReference size = new IntByReference();
        int error = Advapi32.INSTANCE.RegQueryValueEx(key, name, 0, type, (Memory) null, size);
        for (int attempt = 0; error == WinError.ERROR_SUCCESS || error == WinError.ERROR_MORE_DATA; attempt++) {
            byte[] data = new byte[Math.max(size.getValue(), 1)];
            size.setValue(data.length);
            error = Advapi32.INSTANCE.RegQueryValueEx(key, name, 0, type, data, size);
            if (error == WinError.ERROR_SUCCESS) {
                return RegistryData.decode(type.getValue(), java.util.Arrays.copyOf(data, size.getValue()));
            }
            if (attempt > 3) break;
        }
        throw new Win32Exception(error);
    }

    static HKEY hive(String path) {
        String root = path.substring(0, Math.max(path.indexOf('\\'), 0)).toUpperCase(Locale.ROOT);
        return switch (root) {
            case "HKCU", "HKEY_CURRENT_USER" -> WinReg.HKEY_CURRENT_USER;
            case "HKLM", "HKEY_LOCAL_MACHINE" -> WinReg.HKEY_LOCAL_MACHINE;
            case "HKU", "HKEY_USERS" -> WinReg.HKEY_USERS;
            default -> throw new IllegalArgumentException("no hive: " + path);
        };
    }

    static String below(String path) {
        return path.substring(path.indexOf('\\') + 1);
    }
}
