package io.devdoctor.check.project;

import io.devdoctor.check.project.image.Answer;
import io.devdoctor.check.project.stage.BuildModel;
import io.devdoctor.check.project.stage.Execution;
import io.devdoctor.check.project.stage.Execution.How;
import io.devdoctor.format.compose.ComposeNode.Scalar;
import io.devdoctor.format.compose.ComposePlace;
import io.devdoctor.format.compose.ComposeProject;
import io.devdoctor.format.compose.ComposeService;
import io.devdoctor.format.compose.ComposeVolume;
import io.devdoctor.machine.project.Project;
import io.devdoctor.machine.project.Project.Entry;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/// Which files of a project Linux executes: in a build, in a container, or because Compose mounts them where an image
/// looks for scripts.
///
/// @param byPath every way in which a file is executed, by path relative to the project
record Reached(Map<String, List<Reach>> byPath) {
    private static final Pattern FOLDERS = Pattern.compile(
            "/docker-entrypoint(?:-initdb)?\\.d|/etc/cron\\.[a-z]+|/etc/profile\\.d|/etc/init\\.d|/etc/periodic/.*");
    private static final Pattern SCRIPT = Pattern.compile("(?i).*\\.(sh|bash|envsh)");
    private static final Set<String> SHELLS = Set.of("sh", "bash", "ash", "dash");

    /// One way.
    ///
    /// @param byFile     whose line executes it, relative to the project
    /// @param imagePath  where it lies then
    /// @param mended     whether carriage returns are taken out before
    /// @param executable whether the Dockerfile decides about its mode; YES for what is mounted from Windows
    /// @param mounted    it is not copied but mounted
    record Reach(
            How how, String byFile, int line, String imagePath, boolean mended, Answer executable, boolean mounted) {}

    static Reached of(Workspace project) {
        return project.derived(Reached.class, () -> all(project));
    }

    private static Reached all(Workspace project) {
        Map<String, List<Reach>> found = new LinkedHashMap<>();
        for (Build build : project.builds()) {
            for (Execution each : BuildModel.of(project, build).executed()) {
                Reach reach = new Reach(
                        each.how(),
                        build.path(),
                        each.line(),
                        each.imagePath(),
                        each.mended(),
                        each.executable(),
                        false);
                add(found, build.inProject(each.path()), reach);
            }
        }
        for (ComposeProject compose : project.composes()) {
            compose.services().forEach(service -> new Mounted(project, service, found).take());
        }
        return new Reached(found);
    }

    private static void add(Map<String, List<Reach>> found, String path, Reach reach) {
        List<Reach> all = found.computeIfAbsent(path, _ -> new ArrayList<>());
        if (!all.contains(reach)) all.add(reach);
    }

    List<Reach> of(String path) {
        return byPath.getOrDefault(path, List.of());
    }

    /// Ways in which its line ends and its first bytes are seen as they are.
    List<Reach> unmended(String path) {
        return of(path).stream().filter(reach -> !reach.mended()).toList();
    }

    /// What one service mounts and starts.
    private record Mounted(Workspace project, ComposeService service, Map<String, List<Reach>> found) {
        void take() {
            for (ComposeVolume volume : service.volumes()) {
                if (volume.type() == ComposeVolume.Type.BIND) mount(volume);
            }
        }

        private void mount(ComposeVolume volume) {
            String source = service.project().resolve(volume.sourcePlace(), volume.source());
            String path = source.equals(".") ? "" : source.replaceFirst("^\\./", "");
            Entry entry = project.facts().entries().get(path);
            boolean folder = path.isEmpty() || entry != null && entry.isFolder();
            String target = volume.target().replaceFirst("/+$", "");
            if (folder && FOLDERS.matcher(target).matches()) children(path).forEach(each -> byFolder(each, volume));
            if (!folder
                    && FOLDERS.matcher(parent(target)).matches()
                    && SCRIPT.matcher(path).matches()) {
                byFolder(path, volume);
            }
            started("entrypoint", path, target, folder);
            started("command", path, target, folder);
        }

        private static String parent(String path) {
            return path.substring(0, Math.max(0, path.lastIndexOf('/')));
        }

        private List<String> children(String folder) {
            return project.facts().entries().values().stream()
                    .filter(each -> each.isFile() && Project.parent(each.path()).equals(folder))
                    .map(Entry::path)
                    .filter(path -> SCRIPT.matcher(path).matches())
                    .toList();
        }

        private void byFolder(String path, ComposeVolume volume) {
            reach(path, How.BY_FOLDER, volume.target(), volume.sourcePlace());
        }

        /// `entrypoint: ["/scripts/run.sh"]`, `command: sh /scripts/run.sh`, of a file that is mounted.
        private void started(String key, String path, String target, boolean folder) {
            List<Scalar> words = service.scalars(key);
            List<String> texts = words.isEmpty()
                    ? service.text(key)
                            .map(text -> List.of(text.strip().split("\\s+")))
                            .orElse(List.of())
                    : words.stream().map(Scalar::text).toList();
            if (texts.isEmpty()) return;
            boolean shell = SHELLS.contains(Project.name(texts.getFirst()));
            if (shell && texts.size() < 2) return;
            String program = texts.get(shell ? 1 : 0);
            boolean here = folder ? program.startsWith(target + "/") : program.equals(target);
            if (!here) return;
            String inside = folder ? program.substring(target.length() + 1) : "";
            String file = inside.isEmpty() ? path : path.isEmpty() ? inside : path + "/" + inside;
            ComposePlace place = service.node().get(key).orElseThrow().place();
            reach(file, shell ? How.THROUGH_INTERPRETER : How.DIRECT, program, place);
        }

        private void reach(String path, How how, String imagePath, ComposePlace place) {
            boolean windows = project.facts().absolute("x").contains("\\");
            Answer executable = windows ? Answer.YES : Answer.UNKNOWN;
            add(found, path, new Reach(how, place.file(), place.line(), imagePath, false, executable, true));
        }
    }
}
