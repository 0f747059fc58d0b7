package io.devdoctor.system.windows;

import io.devdoctor.machine.Platform;
import io.devdoctor.machine.RegistryKey;
import io.devdoctor.machine.RegistryValue;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;

/// Which Windows this is. Language and zone are those of Windows, not of the Java runtime.
final class WindowsPlatform {
    private static final String VERSION = "HKLM\\SOFTWARE\\Microsoft\\Windows NT\\CurrentVersion";
    private static final String ZONE = "HKLM\\SYSTEM\\CurrentControlSet\\Control\\TimeZoneInformation";
    private static final String INTERNATIONAL = "HKCU\\Control Panel\\International";

    private WindowsPlatform() {}

    static Platform read(WindowsRegistry registry) {
        String build = text(registry, VERSION, "CurrentBuildNumber").orElse("0");
        String version =
                "10.0." + build + "." + number(registry, VERSION, "UBR").orElse(0L);
        return new Platform(
                Platform.Family.WINDOWS,
                version,
                text(registry, INTERNATIONAL, "LocaleName")
                        .orElse(Locale.getDefault().toLanguageTag()),
                MoreKernel32.INSTANCE.GetACP(),
                MoreKernel32.INSTANCE.GetOEMCP(),
                text(registry, ZONE, "TimeZoneKeyName").orElse(""),
                System.getProperty("user.name", ""),
                // The profile folder by the user's token, as WSL finds .wslconfig; user.home follows it on Windows.
                System.getProperty("user.home", ""),
                Objects.requireNonNullElse(System.getenv("COMPUTERNAME"), ""));
    }

    private static Optional<String> text(WindowsRegistry registry, String path, String name) {
        return value(registry, path, name)
                .filter(RegistryValue.Text.class::isInstance)
                .map(value -> ((RegistryValue.Text) value).value());
    }

    private static Optional<Long> number(WindowsRegistry registry, String path, String name) {
        return value(registry, path, name)
                .filter(RegistryValue.Dword.class::isInstance)
                .map(value -> ((RegistryValue.Dword) value).value());
    }

    private static Optional<RegistryValue> value(WindowsRegistry registry, String path, String name) {
        return registry.key(path).known().map(RegistryKey::values).map(values -> values.get(name));
    }
}
