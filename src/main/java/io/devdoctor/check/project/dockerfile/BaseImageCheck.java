package io.devdoctor.check.project.dockerfile;

import io.devdoctor.check.Finding;
import io.devdoctor.check.Subject;
import io.devdoctor.check.project.Workspace;
import io.devdoctor.check.project.image.EndOfLife;
import io.devdoctor.check.project.image.ImageReference;
import io.devdoctor.check.project.image.KnownImage.Tool;
import io.devdoctor.check.project.stage.BuildModel;
import io.devdoctor.check.project.stage.StageModel;
import io.devdoctor.format.compose.ComposeService;
import io.devdoctor.machine.Machine;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// Whether the images that a Dockerfile is built on are named by a release, still maintained, and no larger
/// than what runs on them needs.
final class BaseImageCheck extends StageCheck {
    private static final Set<String> INSTALLERS = Set.of("apt-get", "apt", "yum", "dnf", "microdnf");
    private static final Set<String> BUILDERS =
            Set.of("golang", "rust", "maven", "gradle", "mcr.microsoft.com/dotnet/sdk");
    private static final Set<String> WATCHERS = Set.of(
            "air", "reflex", "CompileDaemon", "gow", "fresh", "dlv", "go", "modd", "cargo", "mvn", "gradle", "dotnet");

    BaseImageCheck() {
        super("dockerfile.base-image");
    }

    /// An image, and the lines that name it.
    private record Use(ImageReference reference, List<Integer> lines, List<StageModel> stages) {}

    @Override
    protected List<Finding> examine(Workspace project, BuildModel model, Machine machine) {
        LocalDate today = LocalDate.ofInstant(machine.taken(), ZoneOffset.UTC);
        List<Use> uses = List.copyOf(uses(project, model).values());
        List<Finding> found = new ArrayList<>();
        for (Use use : uses) {
            // Of a language and the distribution below it one is enough: both go with a new tag.
            EndOfLife.of(use.reference()).stream()
                    .filter(end -> end.isOver(today) || end.isGone(today))
                    .min(Comparator.comparing((EndOfLife end) -> !end.isGone(today)))
                    .ifPresent(end -> found.add(ended(project, model, use, end, today)));
        }
        floating(project, model, uses).ifPresent(found::add);
        model.target().flatMap(stage -> builder(project, model, stage)).ifPresent(found::add);
        model.target().flatMap(stage -> sources(project, model, stage)).ifPresent(found::add);
        return found;
    }

    /// Of the stages that are built, and of COPY --from; images that Compose builds itself are no base of
    /// anybody's.
    private static Map<String, Use> uses(Workspace project, BuildModel model) {
        Set<String> own = project.composes().stream()
                .flatMap(compose -> compose.services().stream())
                .filter(service -> service.build().isPresent())
                .flatMap(service -> service.image().stream())
                .collect(Collectors.toSet());
        Map<String, Use> uses = new LinkedHashMap<>();
        for (StageModel stage : model.reachable()) {
            if (stage.parent().isEmpty()) {
                stage.reference()
                        .ifPresent(
                                image -> add(uses, image, stage.stage().from().line(), Optional.of(stage)));
            }
            stage.copySources().stream()
                    .filter(source -> source.foreign() && source.from().isEmpty())
                    .forEach(source -> source.transfer()
                            .flag("from")
                            .flatMap(flag -> ImageReference.parse(flag.value()))
                            .ifPresent(image -> add(uses, image, source.line(), Optional.empty())));
        }
        uses.keySet().removeAll(own);
        return uses;
    }

    private static void add(Map<String, Use> uses, ImageReference image, int line, Optional<StageModel> stage) {
        Use use = uses.computeIfAbsent(image.text(), _ -> new Use(image, new ArrayList<>(), new ArrayList<>()));
        use.lines().add(line);
        stage.ifPresent(use.stages()::add);
    }

    private Finding ended(Workspace project, BuildModel model, Use use, EndOfLife end, LocalDate today) {
        String file = model.build().path();
        List<Integer> lines = new ArrayList<>(use.lines());
        List<Integer> installs = use.stages().stream()
                .flatMap(stage -> stage.runs().stream())
                .filter(run -> INSTALLERS.contains(run.command().program()))
                .map(run -> run.line())
                .toList();
        boolean gone = end.isGone(today) && !installs.isEmpty();
        if (gone) lines.addAll(installs);
        Subject subject = project.subject(file, end.product() + " " + end.line());
        String name = (end.product() + " " + end.line()).strip();
        String day = end.longer().or(end::ended).map(LocalDate::toString).orElse("");
        return likely(
                        subject,
                        gone ? "gone" : "ended",
                        lines(project, file, lines),
                        use.reference().text(),
                        name,
                        day,
                        day.isEmpty() ? 0 : 1,
                        end.toldBy())
                .at(places(project, file, lines));
    }

    /// A release in the name is as good as one in the tag, and of some images the free ones have no other tag.
    private static boolean floats(ImageReference image) {
        return image.isFloating() && !image.family().matches("gcr\\.io/distroless/.*-debian\\d+|cgr\\.dev/.*");
    }

    private Optional<Finding> floating(Workspace project, BuildModel model, List<Use> uses) {
        List<Use> floating =
                uses.stream().filter(use -> floats(use.reference())).toList();
        if (floating.isEmpty()) return Optional.empty();
        String file = model.build().path();
        List<Integer> lines =
                floating.stream().flatMap(use -> use.lines().stream()).sorted().toList();
        return Optional.of(info(
                        project.subject(file, "latest"),
                        "floating",
                        lines(project, file, lines),
                        floating.getFirst().reference().text(),
                        floating.size())
                .at(places(project, file, lines)));
    }

    /// The image with the compiler is the one that runs, though nobody develops in it.
    private Optional<Finding> builder(Workspace project, BuildModel model, StageModel stage) {
        boolean builds = stage.image()
                .filter(image -> BUILDERS.contains(image.family())
                        || image.has(Tool.COMPILER).isYes() && !stage.builds().isEmpty())
                .isPresent();
        boolean runs = stage.launch().main().isPresent()
                && model.started().stream().noneMatch(started -> WATCHERS.contains(started.name()));
        boolean ends = !stage.builds().isEmpty()
                || stage.image()
                        .filter(image -> BUILDERS.contains(image.family()))
                        .isPresent();
        boolean developed = model.services().stream().anyMatch(BaseImageCheck::isDeveloped);
        if (!builds || !runs || !ends || developed) return Optional.empty();
        String file = model.build().path();
        List<Integer> lines = List.of(imageLine(stage));
        return Optional.of(info(
                        project.subject(file, stage.name() + " builder"),
                        "builder",
                        lines(project, file, lines),
                        imageOf(stage))
                .at(places(project, file, lines)));
    }

    /// Sources are mounted into it, so that it is meant to hold the tools.
    private static boolean isDeveloped(ComposeService service) {
        return !service.volumes().isEmpty() || service.isWatchedByCompose();
    }

    /// The program comes from another stage, and the sources come along.
    private Optional<Finding> sources(Workspace project, BuildModel model, StageModel stage) {
        if (model.arrivals().isEmpty() || model.services().stream().anyMatch(BaseImageCheck::isDeveloped)) {
            return Optional.empty();
        }
        return stage.copySources().stream()
                .filter(source -> source.found().isFolder())
                .filter(source -> stage.look(source.destination() + "/go.mod").line() == source.line())
                .findFirst()
                .map(source -> {
                    String file = model.build().path();
                    List<Integer> lines = List.of(source.line());
                    return info(
                                    project.subject(file, stage.name() + " sources"),
                                    "sources",
                                    lines(project, file, lines),
                                    source.destination())
                            .at(places(project, file, lines));
                });
    }
}
