package io.devdoctor.format.dockerfile;

import io.devdoctor.format.dockerfile.DockerfileError.Kind;
import java.util.List;
import java.util.Set;

/// What BuildKit refuses once all instructions are understood.
final class StageRules {
    private final List<Instruction> instructions;
    private final List<Stage> stages;
    private final char escape;
    private final ErrorList errors;

    private StageRules(List<Instruction> instructions, List<Stage> stages, char escape, ErrorList errors) {
        this.instructions = instructions;
        this.stages = stages;
        this.escape = escape;
        this.errors = errors;
    }

    static void judge(List<Instruction> instructions, List<Stage> stages, int size, char escape, ErrorList errors) {
        StageRules rules = new StageRules(instructions, stages, escape, errors);
        if (size == 0) {
            errors.reading(Kind.EMPTY, 0, "", "the Dockerfile cannot be empty");
        } else if (instructions.isEmpty() && errors.all().isEmpty()) {
            errors.reading(Kind.NO_INSTRUCTIONS, 0, "", "file with no instructions");
        } else {
            rules.order();
            rules.references();
        }
    }

    private void order() {
        for (Instruction instruction : instructions) {
            if (instruction.stage() >= 0) break;
            boolean allowed = instruction instanceof Instruction.Arg || instruction instanceof Instruction.Unknown;
            if (!allowed) {
                errors.understanding(
                        Kind.BEFORE_FROM, instruction.line(), instruction.name(), "no build stage in current context");
            }
        }
        if (stages.isEmpty() && errors.all().isEmpty()) {
            errors.building(Kind.NO_STAGES, 0, "", "dockerfile contains no stages to build");
        }
    }

    private void references() {
        if (stages.isEmpty()) return;
        Expander arguments = new GlobalArguments(instructions, escape).expander();
        StageGraph graph = new StageGraph(stages, arguments);
        StageSources sources = new StageSources(stages, graph, errors);
        boolean linked = sources.link();
        Set<Integer> needed = graph.neededFor(stages.size() - 1);
        BaseNames names = new BaseNames(stages, arguments, errors);
        for (Stage stage : stages) {
            if (!needed.contains(stage.index())) continue;
            names.judge(stage);
            if (linked) sources.judge(stage);
            stage.all(Instruction.Run.class).forEach(run -> MountRules.judge(run, errors));
            stage.all(Instruction.Expose.class).forEach(this::ports);
            stage.instructions().forEach(this::substitutions);
        }
    }

    private void ports(Instruction.Expose expose) {
        for (Word port : expose.ports()) {
            String text = port.text();
            if (text.contains("$") || text.matches(".*[\"'\\\\].*")) continue;
            String container = text.substring(text.lastIndexOf(':') + 1);
            if (!container.matches("\\d{1,5}(-\\d{1,5})?(/[a-zA-Z]+)?")) {
                errors.building(Kind.ARGUMENTS, port.line(), text, "invalid containerPort: " + container);
            }
        }
    }

    private void substitutions(Instruction instruction) {
        Expander expander = new Expander(escape, _ -> Value.UNKNOWN);
        for (Word word : Expandable.words(instruction)) {
            Expansion expansion = expander.expand(word.text());
            if (!expansion.error().isEmpty()) {
                errors.building(
                        Kind.SUBSTITUTION,
                        word.line(),
                        word.text(),
                        "failed to process \"" + word.text() + "\": " + expansion.error());
            }
        }
    }
}
