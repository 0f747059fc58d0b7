package io.devdoctor.store;

import java.io.IOException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// How many transactions the journal has let go, in `journal/let-go.json`:
/// `{"entries":12,"last":"2026-…","letting":["<id>",…],"at":"2026-…"}`.
///
/// Names stand there before anything goes, and only those that are gone count: the number is right after a kill at any
/// instant. Only whoever holds the [JournalLock] writes it.
public final class LetGoFile {
    private final Path folder;
    private final Path path;
    private final OwnFiles files;
    private final JsonMapper mapper = JsonMapper.builder().build();

    /// @param last when the latest of them went; empty if none ever did
    public record Total(long entries, Optional<Instant> last) {}

    LetGoFile(Path folder, OwnFiles files) {
        this.folder = folder;
        this.path = folder.resolve("let-go.json");
        this.files = files;
    }

    /// What is known; a damaged file counts as none.
    public Total total() throws IOException {
        JsonNode node = read();
        long gone = node.path("letting")
                .valueStream()
                .map(id -> id.asString(""))
                .filter(id -> Journal.ID.matcher(id).matches())
                .filter(id -> !OwnFiles.exists(folder.resolve(id + Journal.ENDING)))
                .count();
        Optional<Instant> last = time(node.path(gone > 0 ? "at" : "last"));
        return new Total(node.path("entries").asLong(0) + gone, last);
    }

    /// Says that these are about to go.
    public void announce(List<String> ids, Instant at) throws IOException {
        ObjectNode node = settled();
        node.put("at", at.toString());
        ArrayNode letting = node.putArray("letting");
        ids.forEach(letting::add);
        write(node);
    }

    /// Says that they are gone.
    public void settle() throws IOException {
        write(settled());
    }

    private ObjectNode settled() throws IOException {
        Total total = total();
        ObjectNode node = mapper.createObjectNode().put("entries", total.entries());
        total.last().ifPresent(last -> node.put("last", last.toString()));
        return node;
    }

    private void write(ObjectNode node) throws IOException {
        files.sweep(path);
        files.write(path, mapper.writeValueAsBytes(node));
    }

    private JsonNode read() throws IOException {
        if (!OwnFiles.exists(path)) return mapper.createObjectNode();
        try {
            return mapper.readTree(files.read(path));
        } catch (JacksonException _) {
            return mapper.createObjectNode();
        }
    }

    private static Optional<Instant> time(JsonNode node) {
        try {
            return !node.isString() ? Optional.empty() : Optional.of(Instant.parse(node.asString()));
        } catch (DateTimeException _) {
            return Optional.empty();
        }
    }
}
