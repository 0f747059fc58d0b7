package io.devdoctor.format.compose;

import io.devdoctor.format.compose.ComposeNode.Mapping;
import io.devdoctor.format.compose.ComposeProblem.Kind;
import io.devdoctor.format.compose.ComposeSource.Answer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Reads Compose files in the order of compose-go: variables, `extends`, `include`, then one file over the other. One
/// load reads no more than [#MOST_FILES] files.
final class ComposeLoader {
    private static final int MOST_FILES = 100;
    private static final int MOST_PROBLEMS = 300;
    /// Hundreds of services have fewer.
    private static final int MOST_NODES = 20_000;

    private final ComposeSource source;
    private final Set<ComposeProblem> problems = new LinkedHashSet<>();
    private final Map<String, List<ComposeNode>> read = new LinkedHashMap<>();
    private final Map<String, String> folders = new HashMap<>();
    private final ComposeMerge merge = new ComposeMerge(this::note);
    private final Replacing replacing = new Replacing(this::note);

    ComposeLoader(ComposeSource source) {
        this.source = source;
    }

    ComposeProject load(List<String> files, ComposeVariables shell) {
        String folder = ComposePaths.parent(files.getFirst());
        DotEnv env = ComposeFiles.env(folder, source, shell);
        Mapping merged = files(files, new Context(folder, shell.and(env), List.of()), null);
        Mapping model = (Mapping) ComposeMerge.withoutReset(merged, new IdentityHashMap<>());
        if (ComposeNode.count(model, MOST_NODES) == MOST_NODES) {
            note(new ComposeProblem(Kind.TOO_LARGE, model.place(), ""));
        }
        List<String> all = new ArrayList<>(new LinkedHashSet<>(files));
        read.keySet().stream().filter(file -> !all.contains(file)).forEach(all::add);
        return new ComposeProject(all, files.size(), folder, model, folders, List.copyOf(problems), env);
    }

    /// What a file is read with.
    ///
    /// @param including the files that led here, outermost first
    record Context(String folder, ComposeVariables variables, List<String> including) {
        Context below(String file) {
            List<String> deeper = new ArrayList<>(including);
            deeper.add(file);
            return new Context(folder, variables, List.copyOf(deeper));
        }
    }

    void note(ComposeProblem problem) {
        if (problems.size() < MOST_PROBLEMS) problems.add(problem);
    }

    ComposeMerge merge() {
        return merge;
    }

    ComposeSource source() {
        return source;
    }

    /// @param asked where the files are asked for; null = by the person
    Mapping files(List<String> files, Context context, @Nullable ComposePlace asked) {
        Mapping model = new Mapping(
                Map.of(), false, "", YamlText.of(files.getFirst(), new byte[0]).whole());
        for (String file : files) {
            folders.putIfAbsent(file, context.folder());
            for (Mapping document : documents(file, context.variables(), asked)) {
                Mapping extended = new Extending(this, context).file(file, document);
                Mapping whole = new Including(this, context.below(file)).file(extended);
                model = merge.files(model, whole);
            }
        }
        return model;
    }

    /// The documents of a file with their variables replaced.
    List<Mapping> documents(String file, ComposeVariables variables, @Nullable ComposePlace asked) {
        List<ComposeNode> nodes = nodes(file, asked);
        List<Mapping> documents = new ArrayList<>();
        for (ComposeNode node : nodes) {
            if (replacing.in(node, variables) instanceof Mapping mapping) documents.add(sound(mapping));
            else note(new ComposeProblem(Kind.TYPE, node.place(), ""));
        }
        return documents;
    }

    private Mapping sound(Mapping document) {
        for (String section : List.of("services", "networks", "volumes", "configs", "secrets")) {
            document.get(section)
                    .filter(found -> !(found instanceof Mapping))
                    .ifPresent(found -> note(new ComposeProblem(Kind.TYPE, found.place(), section)));
        }
        document.mapping("services")
                .ifPresent(services -> services.fields().values().stream()
                        .filter(field -> !(field.value() instanceof Mapping))
                        .forEach(field ->
                                note(new ComposeProblem(Kind.TYPE, field.place(), "services." + field.name()))));
        return document;
    }

    private List<ComposeNode> nodes(String file, @Nullable ComposePlace asked) {
        List<ComposeNode> known = read.get(file);
        if (known != null) return known;
        ComposePlace place = Optional.ofNullable(asked)
                .orElseGet(() -> YamlText.of(file, new byte[0]).whole());
        if (read.size() >= MOST_FILES) {
            note(new ComposeProblem(Kind.TOO_LARGE, place, file));
            return List.of();
        }
        return switch (ComposePaths.isRemote(file) ? new Answer.Unread() : source.file(file)) {
            case Answer.Found(byte[] bytes) -> {
                YamlReader.Content content = YamlReader.read(file, bytes);
                content.problems().forEach(this::note);
                read.put(file, content.documents());
                yield content.documents();
            }
            case Answer.Missing() -> {
                note(new ComposeProblem(Kind.MISSING_FILE, place, file));
                yield List.of();
            }
            case Answer.Unread() -> {
                note(new ComposeProblem(Kind.UNREAD_FILE, place, file));
                yield List.of();
            }
        };
    }

    void countFrom(String file, String folder) {
        folders.putIfAbsent(file, folder);
    }
}
