package io.devdoctor.check.host;

import io.devdoctor.check.Evidence;
import io.devdoctor.format.JsonDocument;
import io.devdoctor.format.JsonValue;
import io.devdoctor.machine.FileContent;
import io.devdoctor.machine.Machine;
import io.devdoctor.machine.Reading;
import io.devdoctor.machine.Source;
import java.util.Optional;

/// In which kind of virtual machine Docker Desktop was told to run its engine.
final class DesktopBackend {
    private static final String KEY = "WslEngineEnabled";

    private DesktopBackend() {}

    /// The setting that chooses Hyper-V; empty where WSL is chosen, and where nothing is known, since WSL is the
    /// default.
    static Optional<Evidence> hyperV(Machine machine) {
        return machine.dockerDesktop().known().stream()
                .map(desktop -> desktop.settings().isKnown() ? desktop.settings() : desktop.legacySettings())
                .<Evidence>mapMulti((settings, next) -> chosen(settings).ifPresent(next))
                .findFirst();
    }

    private static Optional<Evidence> chosen(Reading<FileContent> settings) {
        if (!(settings instanceof Reading.Known<FileContent>(FileContent content, Source source))) {
            return Optional.empty();
        }
        return JsonDocument.parse(content.bytes().toArray())
                .memberIgnoreCase(KEY)
                .flatMap(JsonValue::bool)
                .filter(wsl -> !wsl)
                .map(wsl -> Evidence.of("evidence.host.desktop-backend", KEY + ": " + wsl, source));
    }
}
