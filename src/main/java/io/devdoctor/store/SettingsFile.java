package io.devdoctor.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// `settings.json`, read tolerantly and written atomically.
public final class SettingsFile {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmssSSS'Z'").withZone(ZoneOffset.UTC);

    /// Settings to start with, and what was wrong with the file: `setAside` is where an unreadable one was moved to,
    /// `problem` why it could not be used. Both empty if all is well or there is no file yet.
    public record Loaded(Settings settings, Optional<Path> setAside, Optional<String> problem) {}

    private final Path path;
    private final OwnFiles files;
    private final JsonMapper mapper =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    public SettingsFile(DataFolder data, AtomicFile files) {
        this.path = data.settings();
        this.files = new OwnFiles(data.root(), files);
    }

    /// Never fails: a file that is no JSON object is moved to `settings.json.broken-<now>` and the defaults hold;
    /// a member of the wrong type gets its default.
    public Loaded load(Instant now) {
        try {
            JsonNode node = mapper.readTree(files.read(path));
            return node instanceof ObjectNode object
                    ? new Loaded(SettingsJson.read(object), Optional.empty(), Optional.empty())
                    : setAside(now, "not a JSON object");
        } catch (NoSuchFileException _) {
            return new Loaded(Settings.defaults(), Optional.empty(), Optional.empty());
        } catch (JacksonException e) {
            return setAside(now, e.getOriginalMessage());
        } catch (IOException e) {
            return new Loaded(Settings.defaults(), Optional.empty(), Optional.of(e.toString()));
        }
    }

    public void save(Settings settings) throws IOException {
        files.write(path, mapper.writeValueAsBytes(SettingsJson.write(settings, mapper)));
    }

    private Loaded setAside(Instant now, String problem) {
        Path aside = path.resolveSibling(path.getFileName() + ".broken-" + TIME.format(now));
        try {
            Files.move(path, aside);
            return new Loaded(Settings.defaults(), Optional.of(aside), Optional.of(problem));
        } catch (IOException e) {
            return new Loaded(Settings.defaults(), Optional.empty(), Optional.of(problem + "; " + e));
        }
    }
}
