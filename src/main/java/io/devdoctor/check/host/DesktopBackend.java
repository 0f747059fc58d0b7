package io.devdoctor.check.host;

import io.devdoctor.check.Evidence;
import io.devdoctor.format.JsonDocument;
import io.devdoctor.format.JsonValue;
import io.devdoctor.machine.FileContent;
import io.devdoctor.machine.Machine;
import io.devdoctor.machine.Reading;
import io.devdoctor.machine.Source;

/// In which kind of virtual machine Docker Desktop was told to run its engine.
final class DesktopBackend {
    private static final String KEY = "WslEngineEnabled";

    private DesktopBackend() {}

    /// The setting that chooses Hyper-V; Absent where WSL is chosen, and where nothing is set, since WSL is the
    /// default.
    static Reading<Evidence> hyperV(Machine machine) {
        return machine.dockerDesktop()
                .flatMap((desktop, _) -> desktop.settings().isAbsent() ? desktop.legacySettings() : desktop.settings())
                .flatMap(DesktopBackend::chosen);
    }

    private static Reading<Evidence> chosen(FileContent content, Source source) {
        JsonDocument settings = JsonDocument.parse(content.bytes().toArray());
        if (settings.object().isEmpty()) {
            return new Reading.Unknown<>(Reading.Cause.UNREADABLE, "no JSON document", source);
        }
        return settings.memberIgnoreCase(KEY)
                .flatMap(JsonValue::bool)
                .filter(wsl -> !wsl)
                .<Reading<Evidence>>map(wsl -> new Reading.Known<>(
                        Evidence.of("evidence.host.desktop-backend", KEY + ": " + wsl, source), source))
                .orElseGet(() -> new Reading.Absent<>(source));
    }
}
