package io.devdoctor.check.project.stage;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// A binary of `go build` that another stage takes over.
///
/// @param path where it lies in that stage
/// @param line of the instruction that brings it
public record Arrival(StageModel from, GoBuild build, StageModel to, String path, int line) {

    /// Every binary that a stage copies from others.
    static List<Arrival> in(StageModel stage, List<StageModel> stages) {
        List<Arrival> found = new ArrayList<>();
        stage.parent().ifPresent(parent -> found.addAll(in(stage, parent, stages)));
        found.addAll(in(stage, stage, stages));
        return found;
    }

    private static List<Arrival> in(StageModel stage, StageModel copying, List<StageModel> stages) {
        List<Arrival> found = new ArrayList<>();
        copying.parent().filter(_ -> copying != stage).ifPresent(parent -> found.addAll(in(stage, parent, stages)));
        for (CopySource source : copying.copySources()) {
            for (StageModel other : stages) {
                other.builds().stream()
                        .flatMap(build -> of(source, other, build, stage))
                        .forEach(found::add);
            }
        }
        return found;
    }

    private static Stream<Arrival> of(CopySource source, StageModel from, GoBuild build, StageModel to) {
        if (source.from().isEmpty() || build.output().isEmpty()) return Stream.empty();
        String output = build.output().get();
        String copied = source.found().isFolder()
                ? ImagePath.join(
                        source.destination(),
                        ImagePath.isIn(output, source.path()) ? ImagePath.below(output, source.path()) : "?")
                : source.destination();
        return Stream.of(copied, ImagePath.join(source.destination(), ImagePath.name(source.path())))
                .distinct()
                .filter(path -> to.look(path).origin() instanceof Found.Origin.Built(GoBuild there) && there == build)
                .map(path -> new Arrival(from, build, to, path, source.line()))
                .limit(1);
    }
}
