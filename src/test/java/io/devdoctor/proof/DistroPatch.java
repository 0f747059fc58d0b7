package io.devdoctor.proof;

import io.devdoctor.system.Queries;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// Changes single files of a recorded distribution in the answers of `head` and `stat`, which hold all of them.
///
/// A member's name is a path; its value is the text of the file, `null` where it does not exist, or
/// `{ "mode": "c1b0", "size": 0 }` for a place that is not read.
final class DistroPatch {
    private final ObjectNode recording;
    private final String distro;
    private final Map<String, String> files = new LinkedHashMap<>();
    private final Map<String, String> entries = new TreeMap<>();

    private DistroPatch(ObjectNode recording, String distro) {
        this.recording = recording;
        this.distro = distro;
    }

    static void apply(ObjectNode recording, JsonNode distros) {
        distros.properties().forEach(distro -> {
            DistroPatch patch = new DistroPatch(recording, distro.getKey());
            patch.read();
            distro.getValue().properties().forEach(file -> patch.change(file.getKey(), file.getValue()));
            patch.write();
        });
    }

    private void read() {
        String all =
                answer("head").map(entry -> entry.path("stdout").asString()).orElse("");
        String rest = "\n" + all;
        for (String path : Queries.DISTRO_PATHS) {
            String header = "\n==> " + path + " <==\n";
            int start = rest.indexOf(header);
            if (start < 0) continue;
            int body = start + header.length();
            int end = rest.indexOf("\n==> /", body);
            files.put(path, rest.substring(body, end < 0 ? rest.length() : end));
        }
        answer("stat")
                .map(entry -> entry.path("stdout").asString())
                .orElse("")
                .lines()
                .forEach(line -> {
                    String[] fields = line.split(":", 3);
                    entries.put(fields[2], fields[0] + ":" + fields[1]);
                });
    }

    private void change(String path, JsonNode to) {
        if (!Queries.DISTRO_PATHS.contains(path) && !Queries.DISTRO_PLACES.contains(path)) {
            throw new AssertionError("no probe looks at " + path);
        }
        if (to.isNull()) {
            files.remove(path);
            entries.remove(path);
        } else if (to.isString()) {
            files.put(path, to.asString());
            int size = path.startsWith("/proc") ? 0 : to.asString().getBytes(StandardCharsets.UTF_8).length;
            entries.put(path, "81a4:" + size);
        } else {
            files.remove(path);
            entries.put(path, to.path("mode").asString() + ":" + to.path("size").asLong(0));
        }
    }

    private void write() {
        List<String> blocks = new ArrayList<>();
        for (String path : Queries.DISTRO_PATHS) {
            if (files.containsKey(path)) blocks.add("==> " + path + " <==\n" + files.get(path));
        }
        put("head", Queries.DISTRO_FILES.fill(distro).run(), String.join("\n", blocks));
        StringBuilder lines = new StringBuilder();
        Stream.concat(Queries.DISTRO_PATHS.stream(), Queries.DISTRO_PLACES.stream())
                .filter(entries::containsKey)
                .forEach(path ->
                        lines.append(entries.get(path)).append(':').append(path).append('\n'));
        put("stat", Queries.DISTRO_ENTRIES.fill(distro).run(), lines.toString());
    }

    private java.util.Optional<ObjectNode> answer(String program) {
        for (JsonNode entry : recording.path("commands")) {
            JsonNode run = entry.path("run");
            boolean ours = run.path(2).asString("").equals(distro)
                    && run.path(4).asString("").equals(program);
            if (ours) return java.util.Optional.of((ObjectNode) entry);
        }
        return java.util.Optional.empty();
    }

    private void put(String program, List<String> run, String stdout) {
        ObjectNode entry =
                answer(program).orElseGet(() -> recording.withArray("commands").addObject());
        ArrayNode words = entry.putArray("run");
        run.forEach(words::add);
        entry.put("exit", 1).put("stdout", stdout).put("millis", 90);
    }
}
