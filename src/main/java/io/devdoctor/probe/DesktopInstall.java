package io.devdoctor.probe;

import io.devdoctor.machine.DockerDesktop.Install;
import io.devdoctor.machine.Reading;
import io.devdoctor.machine.RegistryKey;
import io.devdoctor.system.Ports;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/// Finds Docker Desktop in every form it was ever installed in. The key `Docker Inc.` went away with 4.48, per-user
/// installs register below HKCU, and InstallLocation is sometimes empty.
final class DesktopInstall {
    static final String UNINSTALL = "\\SOFTWARE\\Microsoft\\Windows\\CurrentVersion\\Uninstall\\Docker Desktop";
    static final String LEGACY = "HKLM\\SOFTWARE\\Docker Inc.\\Docker\\1.0";

    private DesktopInstall() {}

    /// The first form that is there; Absent only if every one of them was looked for and is not.
    static Reading<Install> find(Ports system, Folders folders) {
        List<Supplier<Reading<Install>>> forms = List.of(
                () -> uninstall(system, "HKLM", false),
                () -> uninstall(system, "HKCU", true),
                () -> legacy(system),
                () -> folder(system, folders.programFiles() + "\\Docker\\Docker", false),
                () -> folder(system, folders.localData() + "\\Programs\\DockerDesktop", true));
        Optional<Reading<Install>> unread = Optional.empty();
        Optional<Reading<Install>> absent = Optional.empty();
        for (Supplier<Reading<Install>> form : forms) {
            Reading<Install> found = form.get();
            if (found.isKnown()) return found;
            if (found.isAbsent()) absent = absent.or(() -> Optional.of(found));
            else unread = unread.or(() -> Optional.of(found));
        }
        Optional<Reading<Install>> gone = absent;
        return unread.or(() -> gone).orElseThrow();
    }

    private static Reading<Install> uninstall(Ports system, String hive, boolean perUser) {
        Reading<RegistryKey> key = system.registry().key(hive + UNINSTALL);
        return key.map(_ -> new Install(
                KeyFacts.detail(KeyFacts.text(key, "DisplayVersion"), ""),
                KeyFacts.detail(KeyFacts.text(key, "InstallLocation"), ""),
                perUser));
    }

    private static Reading<Install> legacy(Ports system) {
        return KeyFacts.text(system.registry().key(LEGACY), "AppPath").map(path -> new Install("", path, false));
    }

    private static Reading<Install> folder(Ports system, String folder, boolean perUser) {
        return system.files()
                .state(folder + "\\Docker Desktop.exe")
                .flatMap((_, source) -> new Reading.Known<>(new Install("", folder, perUser), source));
    }
}
