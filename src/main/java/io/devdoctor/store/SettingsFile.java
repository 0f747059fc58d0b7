package io.devdoctor.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// `settings.json`, read tolerantly and written atomically, by one process at a time.
public final class SettingsFile {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmssSSS'Z'").withZone(ZoneOffset.UTC);

    /// Settings to start with, and what was wrong with the file: `setAside` is where an unreadable one was moved to,
    /// `problem` why it could not be used. Both empty if all is well or there is no file yet.
    public record Loaded(Settings settings, Optional<Path> setAside, Optional<String> problem) {}

    /// Made when there is something to read or write: most commands have neither.
    private static final class Mapping {
        private static final JsonMapper MAPPER =
                JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();
    }

    private final Path path;
    private final OwnFiles files;
    private final WriteTurn turn;
    /// What a [#load] moved away, until a [#change] has told it: who only loads may not pass it on.
    private final AtomicReference<@Nullable Path> untold = new AtomicReference<>();

    public SettingsFile(DataFolder data, AtomicFile files) {
        this.path = data.settings();
        this.files = new OwnFiles(data.root(), files);
        this.turn = new WriteTurn(path, path.resolveSibling("settings.lock"), this.files);
    }

    public Path path() {
        return path;
    }

    /// Never fails: a file that is no JSON object is moved to `settings.json.broken-<now>` and the defaults hold;
    /// a member of the wrong type gets its default.
    public Loaded load(Instant now) {
        try {
            byte[] bytes = files.read(path);
            JsonNode node = Mapping.MAPPER.readTree(bytes);
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

    /// Changes what is kept, starting from what the file holds by now: the window and the command line may both write
    /// it, and neither may lose what the other wrote. Returns what is kept from now on.
    ///
    /// @throws SettingsSetAsideException once, if the file was moved away since: the next one starts anew
    /// @throws IOException if nothing was changed: the file cannot be read or written, or somebody else keeps
    /// writing it
    public Settings change(UnaryOperator<Settings> change, Instant now) throws IOException {
        try (WriteTurn.Held _ = turn.take()) {
            files.sweep(path);
            Loaded loaded = load(now);
            Path aside = untold.getAndSet(null);
            if (aside != null) throw new SettingsSetAsideException(aside);
            if (loaded.problem().isPresent() && loaded.setAside().isEmpty()) {
                throw new IOException(loaded.problem().get());
            }
            Settings next = change.apply(loaded.settings());
            byte[] bytes = Mapping.MAPPER.writeValueAsBytes(SettingsJson.write(next, Mapping.MAPPER));
            files.write(path, bytes);
            return next;
        }
    }

    private Loaded setAside(Instant now, String problem) {
        Path aside = path.resolveSibling(path.getFileName() + ".broken-" + TIME.format(now));
        try {
            Files.move(path, aside);
            untold.set(aside);
            return new Loaded(Settings.defaults(), Optional.of(aside), Optional.of(problem));
        } catch (IOException e) {
            return new Loaded(Settings.defaults(), Optional.empty(), Optional.of(problem + "; " + e));
        }
    }
}
