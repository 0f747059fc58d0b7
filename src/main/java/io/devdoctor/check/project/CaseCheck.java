package io.devdoctor.check.project;

import io.devdoctor.check.Evidence;
import io.devdoctor.check.Finding;
import io.devdoctor.check.Finding.Place;
import io.devdoctor.check.project.stage.BuildModel;
import io.devdoctor.machine.Machine;
import io.devdoctor.machine.project.GitRepository;
import io.devdoctor.machine.project.GitRepository.IndexEntry;
import io.devdoctor.machine.project.GoFile;
import io.devdoctor.machine.project.Project;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/// Names that only Windows takes for the same: Linux finds no `Utils` where there is `utils`, and Windows keeps one of
/// two files whose names differ in nothing else.
final class CaseCheck extends ProjectCheck {
    CaseCheck() {
        super("project.case");
    }

    @Override
    protected List<Finding> examine(Workspace project, Machine machine) {
        Names names = new Names(project);
        List<Finding> found = new ArrayList<>();
        collisions(project).ifPresent(found::add);
        renamed(project, names).ifPresent(found::add);
        mistaken(project, "copy", copies(project, names), found);
        mistaken(project, "import", imports(project, names), found);
        mistaken(project, "embed", embeds(project, names), found);
        return found.isEmpty() ? List.of(ok(project.subject(), "ok")) : found;
    }

    /// How the disk spells a path.
    private static final class Names {
        private final Workspace project;
        private final Map<String, String> spelled = new TreeMap<>();

        Names(Workspace project) {
            this.project = project;
            project.facts().entries().keySet().forEach(path -> spelled.putIfAbsent(key(path), path));
        }

        static String key(String path) {
            return path.toLowerCase(Locale.ROOT);
        }

        /// The other spelling; empty = it is right, or there is no such thing.
        Optional<String> otherwise(String path) {
            if (project.facts().has(path)) return Optional.empty();
            return Optional.ofNullable(spelled.get(key(path)));
        }
    }

    private Optional<Finding> collisions(Workspace project) {
        Optional<Map<String, IndexEntry>> index =
                project.facts().git().known().map(GitRepository::index).flatMap(each -> each.known());
        Set<String> paths = new TreeSet<>(index.map(Map::keySet).orElse(Set.of()));
        if (paths.isEmpty()) paths.addAll(project.facts().entries().keySet());
        Map<String, List<String>> same = new TreeMap<>();
        for (String path : paths)
            same.computeIfAbsent(Names.key(path), _ -> new ArrayList<>()).add(path);
        List<List<String>> colliding =
                same.values().stream().filter(each -> each.size() > 1).toList();
        if (colliding.isEmpty()) return Optional.empty();
        List<Evidence> evidence = colliding.stream()
                .map(each -> Evidence.of("evidence.project.same-name", each, project.source(each.getFirst(), 0)))
                .toList();
        List<Place> places = colliding.stream()
                .flatMap(List::stream)
                .map(path -> project.place(path, 0))
                .toList();
        List<String> first = colliding.getFirst();
        return Optional.of(
                problem(project.subject(), "collision", evidence, colliding.size(), first.get(0), first.get(1))
                        .at(places));
    }

    /// What was renamed on Windows in nothing but case: Git goes on with the old name, and so does every other machine.
    private Optional<Finding> renamed(Workspace project, Names names) {
        Map<String, IndexEntry> index = project.facts()
                .git()
                .known()
                .map(GitRepository::index)
                .flatMap(each -> each.known())
                .orElse(Map.of());
        Map<String, String> other = new TreeMap<>();
        for (String path : index.keySet()) names.otherwise(path).ifPresent(disk -> other.put(path, disk));
        other.values().removeIf(index::containsKey);
        if (other.isEmpty()) return Optional.empty();
        List<Evidence> evidence = other.entrySet().stream()
                .limit(20)
                .map(each -> Evidence.of(
                        "evidence.project.spelled",
                        each.getKey() + " \u2192 " + each.getValue(),
                        project.source(each.getValue(), 0)))
                .toList();
        Map.Entry<String, String> first = other.entrySet().iterator().next();
        return Optional.of(warning(
                        project.subject(), "renamed", evidence, other.size(), first.getKey(), first.getValue())
                .at(other.values().stream().map(path -> project.place(path, 0)).toList()));
    }

    /// A line that spells a path as the disk does not.
    private record Mistake(String file, int line, String written, String disk) {}

    private void mistaken(Workspace project, String outcome, List<Mistake> mistakes, List<Finding> into) {
        if (mistakes.isEmpty()) return;
        List<Evidence> evidence = mistakes.stream()
                .map(each -> Evidence.of(
                        "evidence.project.spelled",
                        each.written + " \u2192 " + each.disk,
                        project.source(each.file, each.line)))
                .toList();
        Mistake first = mistakes.getFirst();
        into.add(problem(
                        project.subject(first.file, outcome),
                        outcome,
                        evidence,
                        mistakes.size(),
                        first.written,
                        first.disk)
                .at(mistakes.stream()
                        .map(each -> project.place(each.file, each.line))
                        .toList()));
    }

    private static List<Mistake> copies(Workspace project, Names names) {
        List<Mistake> found = new ArrayList<>();
        for (Build build : project.builds()) {
            if (build.context().startsWith("..")) continue;
            for (ContextSource source : ContextSource.of(BuildModel.of(project, build))) {
                if (source.path().isEmpty() || source.isPattern()) continue;
                names.otherwise(build.inProject(source.path()))
                        .ifPresent(disk -> found.add(new Mistake(build.path(), source.line(), source.written(), disk)));
            }
        }
        return found.stream().distinct().toList();
    }

    /// Imports of the project's own modules, by the folder that Go would look for.
    private static List<Mistake> imports(Workspace project, Names names) {
        List<Mistake> found = new ArrayList<>();
        for (GoModules.Module module : GoModules.of(project)) {
            for (GoFile file : module.files()) {
                for (GoFile.Import each : file.imports()) {
                    module.folder(each.path())
                            .flatMap(names::otherwise)
                            .ifPresent(disk -> found.add(new Mistake(file.path(), each.line(), each.path(), disk)));
                }
            }
        }
        return found;
    }

    private static List<Mistake> embeds(Workspace project, Names names) {
        List<Mistake> found = new ArrayList<>();
        for (GoFile file : project.facts().go().values()) {
            String folder = Project.parent(file.path());
            for (GoFile.Embed embed : file.embeds()) {
                String pattern = embed.pattern().replaceFirst("^all:", "");
                if (pattern.matches(".*[*?\\[\\\\].*")) continue;
                names.otherwise(folder.isEmpty() ? pattern : folder + "/" + pattern)
                        .ifPresent(disk -> found.add(new Mistake(file.path(), embed.line(), pattern, disk)));
            }
        }
        return found;
    }
}
