package io.devdoctor.probe;

import io.devdoctor.machine.Builders.Builder;
import io.devdoctor.machine.Builders.By;
import io.devdoctor.machine.FileContent;
import io.devdoctor.machine.Reading;
import io.devdoctor.machine.Source;
import io.devdoctor.system.Ports;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;

/// The folder `buildx`: `current`, `instances/<name>`, `defaults/<hash>`.
record BuilderStore(Ports system, String folder) {
    String separator() {
        return system.platform().isWindows() ? "\\" : "/";
    }

    Reading<FileContent> file(String name) {
        return system.files().read(folder + separator() + name);
    }

    static String text(FileContent file) {
        return new String(file.bytes().toArray(), StandardCharsets.UTF_8);
    }

    /// Absent = it names none, or none for this context.
    Reading<Builder> current(FileContent file, String key, Source source) {
        JsonNode tree = EngineJson.tree(file.bytes());
        if (!tree.isObject()) return new Reading.Unknown<>(Reading.Cause.UNREADABLE, "not JSON", source);
        String name = EngineJson.text(tree, "Name");
        boolean ours =
                EngineJson.truth(tree, "Global") || EngineJson.text(tree, "Key").equals(key);
        return name.isEmpty() || !ours ? new Reading.Absent<>(source) : builder(name, By.CURRENT);
    }

    /// Absent = buildx knows none of this name. A file that holds no name was damaged.
    Reading<Builder> builder(String name, By by) {
        if (!name.matches("[a-zA-Z][a-zA-Z0-9._+-]*")) {
            Source said =
                    new Source(Source.Kind.DERIVED, "builder", system.clock().now());
            return by == By.VARIABLE
                    ? new Reading.Absent<>(said)
                    : new Reading.Unknown<>(Reading.Cause.UNREADABLE, "not the name of a builder", said);
        }
        return file("instances" + separator() + name.toLowerCase(Locale.ROOT)).flatMap((file, source) -> {
            JsonNode tree = EngineJson.tree(file.bytes());
            String driver = EngineJson.text(tree, "Driver");
            if (driver.isEmpty()) return new Reading.Unknown<>(Reading.Cause.UNREADABLE, "no Driver", source);
            Map<String, String> options = new TreeMap<>();
            tree.path("Nodes")
                    .path(0)
                    .path("DriverOpts")
                    .properties()
                    .forEach(option ->
                            options.put(option.getKey(), option.getValue().stringValue("")));
            return new Reading.Known<>(new Builder(name, driver, options, by), source);
        });
    }
}
