package io.devdoctor.format.dockerfile;

import io.devdoctor.format.dockerfile.DockerfileError.Kind;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
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
        Set<Integer> needed = reachable(stages);
        BaseNames names = new BaseNames(instructions, stages, escape, errors);
        for (Stage stage : stages) {
            if (!needed.contains(stage.index())) continue;
            names.judge(stage);
            stage.all(Instruction.Copy.class).forEach(copy -> copy.from().ifPresent(from -> reference(copy, from)));
            stage.all(Instruction.Expose.class).forEach(this::ports);
            stage.instructions().forEach(this::substitutions);
        }
    }

    private void reference(Instruction.Copy copy, Flag from) {
        String value = from.value();
        if (value.contains("$")) {
            errors.building(
                    Kind.FROM_VARIABLE,
                    from.line(),
                    value,
                    "variable expansion is not supported for --from, define a new stage with FROM using ARG from"
                            + " global scope as a workaround");
        } else if (value.matches("\\d{1,9}") && Integer.parseInt(value) >= copy.stage()) {
            boolean named = stages.stream()
                    .anyMatch(stage ->
                            stage.index() < copy.stage() && stage.name().equals(value));
            if (!named) {
                errors.building(Kind.STAGE_REFERENCE, from.line(), value, "invalid stage index " + value);
            }
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

    /// The last stage and those that it is made of, directly or not.
    static Set<Integer> reachable(List<Stage> stages) {
        Set<Integer> needed = new HashSet<>();
        if (stages.isEmpty()) return needed;
        Map<String, Integer> names = new HashMap<>();
        List<Set<Integer>> uses = stages.stream()
                .map(stage -> {
                    Set<Integer> used = uses(stage, names);
                    if (!stage.name().isEmpty()) names.put(stage.name(), stage.index());
                    return used;
                })
                .toList();
        needed.add(stages.size() - 1);
        // Stages use earlier ones only.
        for (int index = stages.size() - 1; index >= 0; index--) {
            if (needed.contains(index)) needed.addAll(uses.get(index));
        }
        return needed;
    }

    private static Set<Integer> uses(Stage stage, Map<String, Integer> earlier) {
        Set<Integer> used = new HashSet<>();
        Integer base = earlier.get(stage.from().image().text());
        if (base != null) used.add(base);
        stage.all(Instruction.Copy.class)
                .flatMap(copy -> copy.from().stream())
                .forEach(from -> add(from.value(), stage, earlier, used));
        stage.all(Instruction.Run.class)
                .flatMap(run -> run.mounts().stream())
                .flatMap(mount -> mount.from().stream())
                .forEach(from -> add(from, stage, earlier, used));
        return used;
    }

    private static void add(String reference, Stage stage, Map<String, Integer> earlier, Set<Integer> used) {
        Integer named = earlier.get(reference.toLowerCase(Locale.ROOT));
        if (named != null) {
            used.add(named);
        } else if (reference.matches("\\d{1,9}") && Integer.parseInt(reference) < stage.index()) {
            used.add(Integer.parseInt(reference));
        }
    }
}
