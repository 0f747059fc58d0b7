package io.devdoctor.check.project;

import io.devdoctor.format.go.GoSource;
import io.devdoctor.format.text.TextSniff;
import io.devdoctor.machine.Bytes;
import io.devdoctor.machine.Reading;
import io.devdoctor.machine.Source;
import io.devdoctor.machine.project.GoFile;
import io.devdoctor.machine.project.Project;
import io.devdoctor.machine.project.Project.Entry;
import io.devdoctor.machine.project.TextFile;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// A project folder for tests, from the texts of its files.
public final class ProjectFolder {
    public static final String ROOT = "C:\\src\\shop";
    private static final int WESTERN = 1252;

    private final Map<String, String> files = new TreeMap<>();

    /// @param dockerfile lines of `Dockerfile`
    public static ProjectFolder with(String... dockerfile) {
        return new ProjectFolder().and("Dockerfile", String.join("\n", dockerfile) + "\n");
    }

    /// A server in Go, which imports `net/http`.
    public static ProjectFolder goServer(String... dockerfile) {
        return with(dockerfile)
                .and("go.mod", "module example.com/shop\n\ngo 1.26\n")
                .and("go.sum", "")
                .and(
                        "main.go",
                        "package main\n\nimport \"net/http\"\n\nfunc main() { http.ListenAndServe(\":8080\", nil) }\n")
                .and(
                        "cmd/main.go",
                        "package main\n\nimport \"net/http\"\n\nfunc main() { http.ListenAndServe(\":8080\", nil) }\n")
                .and(
                        "cmd/api/main.go",
                        "package main\n\nimport \"net/http\"\n\nfunc main() { http.ListenAndServe(\":8080\", nil) }\n");
    }

    public ProjectFolder and(String path, String text) {
        files.put(path, text);
        return this;
    }

    public ProjectFolder without(String path) {
        files.remove(path);
        return this;
    }

    public Workspace workspace() {
        return new Workspace(facts());
    }

    public Project facts() {
        Source taken = new Source(Source.Kind.FILE, ROOT, Instant.parse("2026-11-20T08:00:00Z"));
        TreeMap<String, Entry> entries = new TreeMap<>();
        Map<String, TextFile> texts = new HashMap<>();
        Map<String, GoFile> go = new HashMap<>();
        files.forEach((path, text) -> {
            byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
            for (String folder = Project.parent(path); !folder.isEmpty(); folder = Project.parent(folder)) {
                entries.put(folder, new Entry(folder, Entry.Kind.FOLDER, 0, false));
            }
            entries.put(path, new Entry(path, Entry.Kind.FILE, bytes.length, false));
            texts.put(path, text(path, bytes, taken));
            if (path.endsWith(".go")) go.put(path, go(path, bytes, taken));
        });
        return new Project(ROOT, entries, texts, go, new Reading.Absent<>(taken), List.of(), List.of(), taken);
    }

    private static TextFile text(String path, byte[] bytes, Source source) {
        TextSniff sniff = TextSniff.of(bytes, WESTERN);
        return new TextFile(
                path,
                bytes.length,
                TextFile.Encoding.valueOf(sniff.kind().name()),
                sniff.marked(),
                sniff.lf(),
                sniff.crlf(),
                sniff.cr(),
                sniff.firstLine(),
                Optional.of(Bytes.of(bytes)),
                source);
    }

    private static GoFile go(String path, byte[] bytes, Source source) {
        GoSource read = GoSource.read(bytes);
        return new GoFile(
                path,
                read.packageName(),
                read.constraint(),
                read.cgo(),
                read.imports().stream()
                        .map(one -> new GoFile.Import(one.path(), one.name(), one.line()))
                        .toList(),
                read.embeds().stream()
                        .map(one -> new GoFile.Embed(one.pattern(), one.line()))
                        .toList(),
                read.literals().stream()
                        .map(one -> new GoFile.Literal(
                                GoFile.Literal.Kind.valueOf(one.kind().name()), one.value(), one.line()))
                        .toList(),
                source);
    }
}
