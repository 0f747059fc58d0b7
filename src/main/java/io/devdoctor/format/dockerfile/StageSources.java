package io.devdoctor.format.dockerfile;

import io.devdoctor.format.dockerfile.DockerfileError.Kind;
import java.util.List;
import java.util.OptionalInt;

/// Stages that COPY and mounts name and BuildKit cannot use.
final class StageSources {
    private final List<Stage> stages;
    private final StageGraph graph;
    private final ErrorList errors;

    StageSources(List<Stage> stages, StageGraph graph, ErrorList errors) {
        this.stages = stages;
        this.graph = graph;
        this.errors = errors;
    }

    /// Looks at every stage, needed or not, as BuildKit does before it begins with the first one.
    ///
    /// @return whether all is well
    boolean link() {
        boolean found = true;
        for (Stage stage : stages) {
            for (Instruction.Copy copy : stage.all(Instruction.Copy.class).toList()) {
                found &= copy.from().map(this::isFound).orElse(true);
            }
        }
        graph.circular()
                .ifPresent(stage -> errors.linking(
                        Kind.STAGE_REFERENCE,
                        stage.from().line(),
                        StageGraph.nameOf(stage),
                        "circular dependency detected on stage: " + StageGraph.nameOf(stage)));
        return found && graph.circular().isEmpty();
    }

    private boolean isFound(Flag from) {
        String value = from.value();
        if (!value.matches("\\d{1,9}") || Integer.parseInt(value) < stages.size()) return true;
        errors.linking(Kind.STAGE_REFERENCE, from.line(), value, "invalid stage index " + value);
        return false;
    }

    void judge(Stage stage) {
        for (Instruction.Copy copy : stage.all(Instruction.Copy.class).toList()) {
            copy.from().ifPresent(from -> copied(stage, from));
        }
        for (Instruction.Run run : stage.all(Instruction.Run.class).toList()) {
            run.mounts().forEach(mount -> mount.from().ifPresent(from -> mounted(stage, mount, from)));
        }
    }

    private void copied(Stage stage, Flag from) {
        String value = from.value();
        OptionalInt source = graph.copied(value);
        if (value.contains("$")) {
            errors.building(
                    Kind.FROM_VARIABLE,
                    from.line(),
                    value,
                    "variable expansion is not supported for --from, define a new stage with FROM using ARG from"
                            + " global scope as a workaround");
        } else if (source.isPresent() && source.getAsInt() >= stage.index()) {
            errors.building(
                    Kind.STAGE_REFERENCE,
                    from.line(),
                    value,
                    "cannot copy from stage \"" + value + "\", it needs to be defined before current stage \""
                            + StageGraph.nameOf(stage) + "\"");
        }
    }

    private void mounted(Stage stage, Mount mount, String from) {
        OptionalInt source = graph.mounted(from);
        if (source.isEmpty() || source.getAsInt() < stage.index()) return;
        errors.building(
                Kind.STAGE_REFERENCE,
                mount.flag().line(),
                from,
                "cannot mount from stage \"" + from + "\" to \""
                        + mount.target().orElse("") + "\", stage needs to be defined before current command");
    }
}
