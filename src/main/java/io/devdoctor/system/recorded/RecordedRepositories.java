package io.devdoctor.system.recorded;

import io.devdoctor.machine.Bytes;
import io.devdoctor.machine.Reading;
import io.devdoctor.machine.Source;
import io.devdoctor.machine.project.GitRepository;
import io.devdoctor.machine.project.GitRepository.IndexEntry;
import io.devdoctor.machine.project.GitRepository.Kind;
import io.devdoctor.system.Repositories;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/// Repositories of a recording, by the folder around which they were looked for.
final class RecordedRepositories implements Repositories {
    private final Tape tape;
    private final Paths paths;
    private final Map<String, Json> recorded = new HashMap<>();

    RecordedRepositories(Json root, Tape tape) {
        this.tape = tape;
        this.paths = new Paths(tape.platform().isWindows());
        if (!root.has("git")) return;
        root.member("git").members().forEach((folder, json) -> {
            recorded.put(paths.key(folder), json);
            // A recording with a wrong member is refused when it is opened.
            repository(folder, Set.of());
        });
    }

    @Override
    public Reading<GitRepository> repository(String folder, Set<String> blobs) {
        Source source = tape.source(Source.Kind.FILE, folder);
        Json json = recorded.get(paths.key(folder));
        return json == null
                ? tape.notRecorded(source)
                : tape.reading(json, source, git -> repository(git, folder, blobs));
    }

    private GitRepository repository(Json json, String folder, Set<String> blobs) {
        String gitDir = json.text("gitDir", paths.child(folder, ".git"));
        Source source = tape.source(Source.Kind.FILE, gitDir + " : index");
        Map<String, String> config = json.has("config") ? json.member("config").textsByName() : Map.of();
        Reading<Map<String, IndexEntry>> index =
                tape.reading(json.member("index"), source, all -> entries(all, blobs, source));
        return new GitRepository(json.text("workTree", folder), gitDir, kind(json), config, index);
    }

    private static Kind kind(Json json) {
        return switch (json.text("kind", "main")) {
            case "main" -> Kind.MAIN;
            case "worktree" -> Kind.WORKTREE;
            case "submodule" -> Kind.SUBMODULE;
            default -> throw new Malformed(json.path() + "/kind", "repository-kind");
        };
    }

    private Map<String, IndexEntry> entries(Json index, Set<String> blobs, Source source) {
        Map<String, IndexEntry> entries = new TreeMap<>();
        index.members().forEach((path, json) -> entries.put(path, entry(path, json, blobs.contains(path), source)));
        return entries;
    }

    /// `["100644", "<id>", <content>]`; the content where it was asked for.
    private IndexEntry entry(String path, Json json, boolean asked, Source source) {
        var parts = json.elements();
        if (parts.size() < 2) throw new Malformed(json.path(), "list");
        Source place = source.at(" " + path);
        Json content = parts.size() > 2 ? parts.get(2) : json.member("content");
        Reading<Bytes> blob = tape.reading(
                content,
                place,
                each -> each.content("text", "base64", each.charset("charset", StandardCharsets.UTF_8)));
        return new IndexEntry(
                path, mode(parts.getFirst()), parts.get(1).text(), asked ? Optional.of(blob) : Optional.empty());
    }

    private static int mode(Json json) {
        try {
            return Integer.parseInt(json.text(), 8);
        } catch (NumberFormatException _) {
            throw new Malformed(json.path(), "number");
        }
    }
}
