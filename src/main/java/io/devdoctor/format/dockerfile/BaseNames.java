package io.devdoctor.format.dockerfile;

import io.devdoctor.format.dockerfile.DockerfileError.Kind;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/// Names behind FROM that BuildKit cannot use, whatever arguments a build is given.
final class BaseNames {
    private static final Set<String> AUTOMATIC = Set.of(
            "BUILDPLATFORM",
            "BUILDOS",
            "BUILDOSVERSION",
            "BUILDARCH",
            "BUILDVARIANT",
            "TARGETPLATFORM",
            "TARGETOS",
            "TARGETOSVERSION",
            "TARGETARCH",
            "TARGETVARIANT",
            "TARGETSTAGE");
    /// What is left of a name where a variable was empty.
    private static final Pattern TORN = Pattern.compile("[:/@-].*|.*[:/@-]|.*(?:/:|//|::|:/|:@).*");

    private final Map<String, Value> arguments = new HashMap<>();
    private final List<Stage> stages;
    private final char escape;
    private final ErrorList errors;

    BaseNames(List<Instruction> instructions, List<Stage> stages, char escape, ErrorList errors) {
        this.stages = stages;
        this.escape = escape;
        this.errors = errors;
        for (String name : AUTOMATIC) arguments.put(name, Value.UNKNOWN);
        for (Instruction instruction : instructions) {
            if (instruction.stage() >= 0) break;
            if (instruction instanceof Instruction.Arg arg) arg.pairs().forEach(this::declare);
        }
    }

    private void declare(KeyValue pair) {
        Value value = pair.assigned()
                ? expander()
                        .expand(pair.value())
                        .text()
                        .<Value>map(Value.Known::new)
                        .orElse(Value.UNKNOWN)
                : Value.UNKNOWN;
        arguments.put(pair.key(), value);
    }

    private Expander expander() {
        return new Expander(escape, name -> arguments.getOrDefault(name, Value.UNDEFINED));
    }

    void judge(Stage stage) {
        Word image = stage.from().image();
        if (!image.text().contains("$")) {
            capitals(stage, image);
            return;
        }
        Expansion expansion = expander().expand(image.text());
        if (!expansion.error().isEmpty()
                || expansion.undefined().isEmpty()
                || expansion.text().isEmpty()) return;
        String name = expansion.text().get();
        if (name.isBlank()) {
            refuse(image, "base name (" + image.text() + ") should not be blank");
        } else if (TORN.matcher(name).matches()) {
            refuse(image, "failed to parse stage name \"" + name + "\": invalid reference format");
        }
    }

    private void capitals(Stage stage, Word image) {
        String name = image.text().split("@", 2)[0];
        int colon = name.indexOf(':', name.lastIndexOf('/') + 1);
        String repository = colon < 0 ? name : name.substring(0, colon);
        int slash = repository.indexOf('/');
        String first = slash < 0 ? "" : repository.substring(0, slash);
        boolean host = first.contains(".") || first.contains(":") || first.equals("localhost");
        String path = host ? repository.substring(slash + 1) : repository;
        boolean stageMeant = stages.stream()
                .limit(stage.index())
                .anyMatch(earlier -> earlier.name().equalsIgnoreCase(image.text()));
        if (stageMeant || path.equals(path.toLowerCase(java.util.Locale.ROOT))) return;
        String shown = !host && slash < 0 ? "library/" + path : path;
        refuse(
                image,
                "failed to parse stage name \"" + image.text() + "\": invalid reference format: repository name ("
                        + shown + ") must be lowercase");
    }

    private void refuse(Word image, String message) {
        errors.building(Kind.FROM_REFERENCE, image.line(), image.text(), message);
    }
}
