package io.devdoctor.system.recorded;

import io.devdoctor.machine.Bytes;
import io.devdoctor.machine.Reading;
import io.devdoctor.machine.project.GitRepository;
import io.devdoctor.machine.project.GitRepository.IndexEntry;
import io.devdoctor.system.Repositories;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// Keeps what was read of repositories.
final class RecordingRepositories implements Repositories {
    private final Repositories source;
    private final Spool spool;

    RecordingRepositories(Repositories source, Spool spool) {
        this.source = source;
        this.spool = spool;
    }

    @Override
    public Reading<GitRepository> repository(String folder, Set<String> blobs) {
        Reading<GitRepository> reading = source.repository(folder, blobs);
        spool.outcome(reading, this::repository).ifPresent(json -> spool.put("git", folder, json));
        return reading;
    }

    private JsonNode repository(GitRepository git) {
        ObjectNode json = Spool.JSON.objectNode();
        json.put("workTree", git.workTree())
                .put("gitDir", git.gitDir())
                .put("kind", git.kind().name().toLowerCase(Locale.ROOT));
        ObjectNode config = json.putObject("config");
        git.config().forEach((name, value) -> config.put(name, spool.masking().value(name, value)));
        spool.outcome(git.index(), this::index).ifPresent(index -> json.set("index", index));
        return json;
    }

    private JsonNode index(Map<String, IndexEntry> entries) {
        ObjectNode json = Spool.JSON.objectNode();
        entries.forEach((path, entry) -> {
            ArrayNode parts =
                    json.putArray(path).add(Integer.toOctalString(entry.mode())).add(entry.id());
            entry.blob().flatMap(blob -> spool.outcome(blob, this::content)).ifPresent(parts::add);
        });
        return json;
    }

    private JsonNode content(Bytes bytes) {
        ObjectNode json = Spool.JSON.objectNode();
        spool.masking().content(json, bytes, "text", "base64", "charset");
        return json;
    }
}
