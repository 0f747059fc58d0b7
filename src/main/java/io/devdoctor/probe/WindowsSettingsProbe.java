package io.devdoctor.probe;

import static io.devdoctor.probe.AtOnce.together;

import io.devdoctor.machine.Machine;
import io.devdoctor.machine.Part;
import io.devdoctor.machine.Reading;
import io.devdoctor.machine.RegistryKey;
import io.devdoctor.machine.Source;
import io.devdoctor.machine.WindowsSettings;
import io.devdoctor.system.Ports;

/// Reads settings of Windows from the registry.
public final class WindowsSettingsProbe implements Probe<WindowsSettings> {
    static final String SERVICING_PENDING =
            "HKLM\\SOFTWARE\\Microsoft\\Windows\\CurrentVersion\\Component Based Servicing\\RebootPending";
    static final String UPDATE_PENDING =
            "HKLM\\SOFTWARE\\Microsoft\\Windows\\CurrentVersion\\WindowsUpdate\\Auto Update\\RebootRequired";
    static final String POWER = "HKLM\\SYSTEM\\CurrentControlSet\\Control\\Session Manager\\Power";
    static final String FILE_SYSTEM = "HKLM\\SYSTEM\\CurrentControlSet\\Control\\FileSystem";
    static final String UNLOCK = "HKLM\\SOFTWARE\\Microsoft\\Windows\\CurrentVersion\\AppModelUnlock";
    static final String CODE_PAGE = "HKLM\\SYSTEM\\CurrentControlSet\\Control\\Nls\\CodePage";

    @Override
    public Part<WindowsSettings> part() {
        return Part.SETTINGS;
    }

    @Override
    public Reading<WindowsSettings> read(Ports system, Machine known) {
        if (!system.platform().isWindows()) return new Reading.NotApplicable<>(NotWindows.WHY);
        var servicing = together(() -> exists(system, SERVICING_PENDING));
        var update = together(() -> exists(system, UPDATE_PENDING));
        var power = together(() -> system.registry().key(POWER));
        var files = together(() -> system.registry().key(FILE_SYSTEM));
        var unlock = together(() -> system.registry().key(UNLOCK));
        Reading<RegistryKey> codePages = system.registry().key(CODE_PAGE);
        WindowsSettings settings = new WindowsSettings(
                servicing.join(),
                update.join(),
                KeyFacts.number(power.join(), "HiberbootEnabled"),
                KeyFacts.number(files.join(), "LongPathsEnabled"),
                KeyFacts.number(unlock.join(), "AllowDevelopmentWithoutDevLicense"),
                KeyFacts.text(codePages, "ACP"),
                KeyFacts.text(codePages, "OEMCP"));
        return new Reading.Known<>(settings, new Source(Source.Kind.REGISTRY, "windows-settings", known.taken()));
    }

    /// The key is the message: it may be empty.
    // unverified on Windows: whether a standard user may open both keys
    private static Reading<Boolean> exists(Ports system, String key) {
        return system.registry().key(key).map(_ -> true);
    }
}
