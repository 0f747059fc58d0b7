package io.devdoctor.probe;

import static io.devdoctor.probe.AtOnce.together;

import io.devdoctor.format.WslConfig;
import io.devdoctor.machine.FileContent;
import io.devdoctor.machine.FileState;
import io.devdoctor.machine.Machine;
import io.devdoctor.machine.Part;
import io.devdoctor.machine.Reading;
import io.devdoctor.machine.Source;
import io.devdoctor.machine.WslConfigFile;
import io.devdoctor.system.Ports;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/// Reads `.wslconfig` as bytes; what WSL makes of them is for its own grammar to say.
public final class WslConfigProbe implements Probe<WslConfigFile> {
    @Override
    public Part<WslConfigFile> part() {
        return Part.WSL_CONFIG;
    }

    @Override
    public Reading<WslConfigFile> read(Ports system, Machine known) {
        if (!system.platform().isWindows()) return new Reading.NotApplicable<>(NotWindows.WHY);
        // WSL takes the profile folder from the user's token, as the platform does, never from the environment.
        String path = system.platform().inHome(".wslconfig");
        Source source = new Source(Source.Kind.FILE, path, known.taken());
        var misnamed = together(() -> system.files().read(path + ".txt"));
        Reading<FileContent> content = system.files().read(path);
        Map<String, Reading<FileState>> named = named(system, content);
        return new Reading.Known<>(new WslConfigFile(path, content, misnamed.join(), named), source);
    }

    private static Map<String, Reading<FileState>> named(Ports system, Reading<FileContent> content) {
        Map<String, Reading<FileState>> named = new LinkedHashMap<>();
        Map<String, CompletableFuture<Reading<FileState>>> asked = new LinkedHashMap<>();
        content.known().map(file -> WslConfig.parse(file.bytes().toArray())).ifPresent(config -> {
            for (String key : List.of("kernel", "kernelModules")) {
                config.value("wsl2", key)
                        .filter(path -> !path.isEmpty())
                        .ifPresent(path -> asked.put(
                                "wsl2." + key, together(() -> system.files().state(path))));
            }
        });
        asked.forEach((key, state) -> named.put(key, state.join()));
        return named;
    }
}
