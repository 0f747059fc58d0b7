package io.devdoctor.check.project.stage;

import io.devdoctor.check.project.stage.Change.Copied;
import io.devdoctor.check.project.stage.Execution.How;
import io.devdoctor.check.project.stage.Found.Origin;
import io.devdoctor.format.dockerfile.ShellCommand;
import io.devdoctor.format.dockerfile.ShellScript;
import io.devdoctor.format.dockerfile.ShellWord;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/// Finds the files of the context that are executed: by RUN in every stage that is built, by ENTRYPOINT, CMD
/// and HEALTHCHECK of the target, and by scripts that these start.
final class Executions {
    /// Scripts that start scripts are followed so far.
    private static final int DEEP = 4;
    private static final Set<String> FOLDERS = Set.of(
            "/docker-entrypoint-initdb.d",
            "/docker-entrypoint.d",
            "/etc/cron.d",
            "/etc/cron.daily",
            "/etc/cron.hourly",
            "/etc/init.d",
            "/etc/periodic",
            "/etc/profile.d",
            "/etc/s6-overlay",
            "/etc/services.d",
            "/etc/cont-init.d");

    private final BuildModel model;
    private final Map<String, Execution> found = new LinkedHashMap<>();

    Executions(BuildModel model) {
        this.model = model;
    }

    /// Where something is executed: its files, working directory and search path then.
    private record Scene(
            StageModel stage, Function<String, Found> files, Optional<String> folder, int line, boolean atBuild) {}

    List<Execution> all() {
        model.reachable().forEach(this::ofRuns);
        model.target().ifPresent(this::ofContainer);
        return List.copyOf(found.values());
    }

    private void ofRuns(StageModel stage) {
        for (RunCommand run : stage.runs()) {
            Scene scene = new Scene(stage, path -> stage.look(path, run), run.folder(), run.line(), true);
            start(texts(run.command(), stage), scene, "", new HashSet<>());
        }
    }

    private static List<String> texts(ShellCommand command, StageModel stage) {
        return command.words().stream().map(word -> expand(word, stage)).toList();
    }

    /// What is not known is empty, and names nothing.
    private static String expand(ShellWord word, StageModel stage) {
        return stage.draft().variables.expand(word).orElse("");
    }

    private void ofContainer(StageModel stage) {
        stage.launch()
                .main()
                .ifPresent(part -> ofPart(stage, part, stage.launch().words()));
        stage.healthcheck().ifPresent(part -> ofPart(stage, part, part.command().strings()));
        stage.copies().forEach(copied -> ofFolder(stage, copied));
    }

    private void ofPart(StageModel stage, Launch.Part part, List<String> words) {
        Scene scene = new Scene(stage, stage::look, stage.workdir(), part.line(), false);
        if (part.isShell()) script(part.command().text(), scene, "", new HashSet<>());
        else {
            start(words, scene, "", new HashSet<>());
            scriptOf(words).ifPresent(text -> script(text, scene, "", new HashSet<>()));
        }
    }

    /// The text behind `sh -c`.
    private static Optional<String> scriptOf(List<String> words) {
        for (int i = 1; i + 1 < words.size(); i++) {
            boolean shell = ImagePath.name(words.get(i - 1)).matches("(ba|da|a)?sh")
                    && words.get(i).matches("-[a-z]*c");
            if (shell) return Optional.of(words.get(i + 1));
        }
        return Optional.empty();
    }

    private void script(String text, Scene scene, String by, Set<String> above) {
        if (above.size() > DEEP) return;
        for (ShellCommand command : ShellScript.commands(text)) {
            start(texts(command, scene.stage), scene, by, above);
        }
    }

    private void start(List<String> words, Scene scene, String by, Set<String> above) {
        for (Invocation invocation : Invocation.of(words)) {
            locate(invocation, scene).ifPresent(place -> add(place, invocation.how(), scene, by, above));
        }
    }

    private record Place(String imagePath, Found found, String contextPath) {}

    private static Optional<Place> locate(Invocation invocation, Scene scene) {
        boolean bare = !invocation.path().contains("/");
        if (bare && invocation.how() == How.DIRECT) {
            return scene.stage.searched().folders().stream()
                    .flatMap(folder -> place(ImagePath.join(folder, invocation.path()), scene).stream())
                    .findFirst();
        }
        return ImagePath.resolve(scene.folder, invocation.path()).flatMap(path -> place(path, scene));
    }

    private static Optional<Place> place(String path, Scene scene) {
        Found there = scene.files.apply(path);
        boolean file = there.isPresent() && there.kind() == Found.Kind.FILE;
        return file && there.origin() instanceof Origin.Context(String inContext)
                ? Optional.of(new Place(path, there, inContext))
                : Optional.empty();
    }

    private void add(Place place, How how, Scene scene, String by, Set<String> above) {
        Found there = place.found;
        Execution execution = new Execution(
                place.contextPath,
                how,
                place.imagePath,
                scene.line,
                by,
                scene.atBuild,
                there.isMended(),
                there.executable());
        String key = place.contextPath + " " + how + " " + scene.atBuild + there.isMended() + there.executable();
        // What it starts was found the first time.
        if (found.putIfAbsent(key, execution) != null || above.contains(place.contextPath)) return;
        Set<String> now = new HashSet<>(above);
        now.add(place.contextPath);
        model.text(place.contextPath)
                .filter(text -> isShellScript(text, place.contextPath, how))
                .ifPresent(text -> script(text, scene, place.contextPath, now));
    }

    private static boolean isShellScript(String text, String path, How how) {
        String first = text.lines().findFirst().orElse("");
        if (first.contains("#!")) return first.matches(".*\\b(ba|da|a|z|k)?sh\\b.*");
        return how == How.SOURCED || path.matches(".*\\.(sh|bash|env)");
    }

    /// The files of a copy into a folder whose content the image executes.
    private void ofFolder(StageModel stage, Copied copied) {
        String destination = copied.destination();
        if (FOLDERS.stream().noneMatch(folder -> ImagePath.isIn(destination, folder))) return;
        for (String source : copied.sources()) {
            for (String path : below(copied, source)) {
                Found there = copied.from().look(path);
                if (there.kind() != Found.Kind.FILE || !(there.origin() instanceof Origin.Context(String inContext)))
                    continue;
                Scene scene = new Scene(stage, stage::look, stage.workdir(), copied.line(), false);
                String target = copied.into() ? ImagePath.join(destination, ImagePath.name(path)) : destination;
                Found end = stage.look(target);
                add(
                        new Place(target, end.isPresent() ? end : there, inContext),
                        How.BY_FOLDER,
                        scene,
                        "",
                        new HashSet<>());
            }
        }
    }

    private static List<String> below(Copied copied, String source) {
        List<String> all = new ArrayList<>();
        if (ImagePath.isPattern(source))
            all.addAll(copied.from().matching(source).orElse(List.of()));
        else if (copied.from().look(source).isFolder()) {
            all.addAll(copied.from()
                    .matching(source.equals("/") ? "/*" : source + "/*")
                    .orElse(List.of()));
        } else all.add(source);
        return all;
    }
}
