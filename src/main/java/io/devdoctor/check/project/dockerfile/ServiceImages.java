package io.devdoctor.check.project.dockerfile;

import io.devdoctor.check.Certainty;
import io.devdoctor.check.Finding;
import io.devdoctor.check.Verdict;
import io.devdoctor.check.project.Workspace;
import io.devdoctor.check.project.image.EndOfLife;
import io.devdoctor.check.project.image.ImageReference;
import io.devdoctor.format.compose.ComposePlace;
import io.devdoctor.format.compose.ComposeProject;
import io.devdoctor.format.compose.ComposeService;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The images that services of Compose run as they are.
final class ServiceImages {
    private final BaseImageCheck check;
    private final Workspace project;
    private final LocalDate today;

    ServiceImages(BaseImageCheck check, Workspace project, LocalDate today) {
        this.check = check;
        this.project = project;
        this.today = today;
    }

    /// An image as one service names it.
    private record Use(ImageReference image, String service, ComposePlace place) {}

    List<Finding> examine() {
        List<Finding> found = new ArrayList<>();
        Map<String, List<Use>> floating = new LinkedHashMap<>();
        for (Use use : uses()) {
            EndOfLife.of(use.image()).stream()
                    .filter(end -> end.isOver(today))
                    .findFirst()
                    .ifPresent(end -> found.add(ended(use, end)));
            if (BaseImageCheck.floats(use.image())) {
                floating.computeIfAbsent(use.place().file(), _ -> new ArrayList<>())
                        .add(use);
            }
        }
        floating.values().forEach(some -> found.add(floating(some)));
        return found;
    }

    /// Files that are laid over others bring the same services again.
    private List<Use> uses() {
        Map<ComposePlace, Use> uses = new LinkedHashMap<>();
        for (ComposeProject compose : project.composes()) {
            for (ComposeService service : compose.services()) {
                if (service.build().isPresent()) continue;
                service.node()
                        .scalar("image")
                        .filter(scalar -> scalar.known())
                        .flatMap(scalar -> ImageReference.parse(scalar.text())
                                .map(image -> new Use(image, service.name(), scalar.place())))
                        .ifPresent(use -> uses.putIfAbsent(use.place(), use));
            }
        }
        uses.values().removeIf(use -> isBuilt(use.image()));
        return List.copyOf(uses.values());
    }

    private boolean isBuilt(ImageReference image) {
        return project.composes().stream()
                .flatMap(compose -> compose.services().stream())
                .filter(service -> service.build().isPresent())
                .anyMatch(
                        service -> service.image().filter(image.text()::equals).isPresent());
    }

    private Finding ended(Use use, EndOfLife end) {
        String day = end.longer().or(end::ended).map(LocalDate::toString).orElse("");
        String name = (end.product() + " " + end.line()).strip();
        return finding(
                Verdict.WARNING,
                Certainty.LIKELY,
                "service-ended",
                use.service(),
                List.of(use),
                name,
                day,
                day.isEmpty() ? 0 : 1,
                end.toldBy());
    }

    private Finding floating(List<Use> some) {
        return finding(Verdict.INFO, Certainty.CERTAIN, "service-floating", "latest", some, some.size());
    }

    private Finding finding(
            Verdict verdict, Certainty certainty, String outcome, String detail, List<Use> uses, Object... more) {
        String file = uses.getFirst().place().file();
        List<Integer> lines = uses.stream().map(use -> use.place().line()).toList();
        List<Object> args = new ArrayList<>(
                List.of(uses.getFirst().image().text(), uses.getFirst().service()));
        args.addAll(List.of(more));
        return check.finding(
                        project.subject(file, detail),
                        verdict,
                        certainty,
                        outcome,
                        DockerfileCheck.lines(project, file, lines),
                        args.toArray())
                .at(DockerfileCheck.places(project, file, lines));
    }
}
