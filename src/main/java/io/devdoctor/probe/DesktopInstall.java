package io.devdoctor.probe;

import io.devdoctor.machine.DockerDesktop.Install;
import io.devdoctor.machine.Reading;
import io.devdoctor.machine.RegistryKey;
import io.devdoctor.system.Environment;
import io.devdoctor.system.Ports;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

/// Finds Docker Desktop in every form it was ever installed in. The key `Docker Inc.` went away with 4.48, per-user
/// installs register below HKCU, and InstallLocation is sometimes empty.
final class DesktopInstall {
    static final String UNINSTALL = "\\SOFTWARE\\Microsoft\\Windows\\CurrentVersion\\Uninstall\\Docker Desktop";
    static final String LEGACY = "HKLM\\SOFTWARE\\Docker Inc.\\Docker\\1.0";

    private static final String PROGRAM = "\\Docker Desktop.exe";
    private static final String BIN = "\\resources\\bin";

    private DesktopInstall() {}

    /// The first form that is there; Absent only if every one of them was looked for and is not. An entry whose program
    /// is gone is a leftover.
    static Reading<Install> find(Ports system, Folders folders) {
        String all = folders.programFiles() + "\\Docker\\Docker";
        String own = folders.localData() + "\\Programs\\DockerDesktop";
        List<Supplier<Reading<Install>>> forms = List.of(
                () -> uninstall(system, "HKLM", all, false),
                () -> uninstall(system, "HKCU", own, true),
                () -> legacy(system),
                () -> onPath(system, folders),
                () -> folder(system, all, false),
                () -> folder(system, own, true));
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

    private static Reading<Install> uninstall(Ports system, String hive, String usual, boolean perUser) {
        Reading<RegistryKey> key = system.registry().key(hive + UNINSTALL);
        return key.flatMap((_, source) -> {
            String location = KeyFacts.detail(KeyFacts.text(key, "InstallLocation"), "");
            boolean gone = system.files()
                    .state((location.isBlank() ? usual : location) + PROGRAM)
                    .isAbsent();
            if (gone) return new Reading.Absent<>(source.at(" : InstallLocation"));
            String version = KeyFacts.detail(KeyFacts.text(key, "DisplayVersion"), "");
            return new Reading.Known<>(new Install(version, location, perUser), source);
        });
    }

    private static Reading<Install> legacy(Ports system) {
        return KeyFacts.text(system.registry().key(LEGACY), "AppPath").map(path -> new Install("", path, false));
    }

    /// Packages for companies register under names of their own and may choose any folder; docker.exe stays on PATH.
    private static Reading<Install> onPath(Ports system, Folders folders) {
        return system.environment().variables(Environment.Scope.PROCESS).flatMap((variables, source) -> {
            String path = variables.getOrDefault("Path", variables.getOrDefault("PATH", ""));
            return Stream.of(path.split(";"))
                    .map(entry -> entry.strip().replaceFirst("\\\\$", ""))
                    .filter(entry -> entry.toLowerCase(Locale.ROOT).endsWith(BIN))
                    .map(entry -> entry.substring(0, entry.length() - BIN.length()))
                    .map(folder -> folder(system, folder, folder.startsWith(folders.localData())))
                    .filter(Reading::isKnown)
                    .findFirst()
                    .orElseGet(() -> new Reading.Absent<>(source.at(" : Path")));
        });
    }

    private static Reading<Install> folder(Ports system, String folder, boolean perUser) {
        return system.files()
                .state(folder + PROGRAM)
                .flatMap((_, source) -> new Reading.Known<>(new Install("", folder, perUser), source));
    }
}
