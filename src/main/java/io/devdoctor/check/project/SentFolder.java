package io.devdoctor.check.project;

import io.devdoctor.check.project.stage.BuildModel;
import io.devdoctor.format.ignore.DockerIgnore;
import io.devdoctor.machine.Bytes;
import io.devdoctor.machine.project.Project.Entry;
import java.nio.file.FileSystems;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.List;
import java.util.Optional;
import java.util.regex.PatternSyntaxException;

/// The context of a build, after its ignore file. Paths are relative to the context.
///
/// @param ignoreFile the one that counts, relative to the project; empty = there is none
/// @param known      whether the context lies in the project, and the ignore file could be read
public record SentFolder(
        Workspace project, BuildModel model, Optional<String> ignoreFile, DockerIgnore rules, boolean known) {

    public Build build() {
        return model.build();
    }

    public List<ContextSource> sources() {
        return ContextSource.of(model);
    }

    public static SentFolder of(Workspace project, Build build) {
        boolean inside = !build.context().startsWith("..")
                && (build.context().isEmpty() || project.facts().has(build.context()))
                && !project.isOpen(build.context().isEmpty() ? "." : build.context());
        Optional<String> file = DockerIgnore.chosen(build.path(), build.context(), project.facts()::has);
        Optional<DockerIgnore> rules =
                file.flatMap(project::bytes).map(Bytes::toArray).map(DockerIgnore::parse);
        boolean readable =
                file.isEmpty() || rules.filter(DockerIgnore::readable).isPresent();
        return new SentFolder(
                project, BuildModel.of(project, build), file, rules.orElse(DockerIgnore.NONE), inside && readable);
    }

    /// One file or folder of the context.
    ///
    /// @param path relative to the context
    public record Item(String path, Entry entry) {}

    /// Everything in it, whether it is sent or not.
    public List<Item> items() {
        String start = build().context().isEmpty() ? "" : build().context() + "/";
        return project.facts().entries().values().stream()
                .filter(entry -> entry.path().startsWith(start))
                .map(entry -> new Item(entry.path().substring(start.length()), entry))
                .toList();
    }

    public boolean sends(String path) {
        return !rules.ignores(path);
    }

    /// Whether the item is what a source of COPY names, or lies in it.
    static boolean takes(String source, String path) {
        if (source.isEmpty()) return true;
        if (!source.matches(".*[*?\\[\\\\].*")) return path.equals(source) || path.startsWith(source + "/");
        try {
            // As in Go no wildcard goes over `/`, so the path has as many names as the pattern, or lies below.
            PathMatcher matcher = FileSystems.getDefault()
                    .getPathMatcher("glob:" + source.replace("{", "\\{").replace("[^", "[!"));
            String[] names = path.split("/");
            int depth = source.split("/").length;
            if (names.length < depth) return false;
            return matcher.matches(Path.of(String.join("/", List.of(names).subList(0, depth))));
        } catch (PatternSyntaxException | java.nio.file.InvalidPathException _) {
            return false;
        }
    }
}
