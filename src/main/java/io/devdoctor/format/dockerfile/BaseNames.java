package io.devdoctor.format.dockerfile;

import io.devdoctor.format.dockerfile.DockerfileError.Kind;
import java.util.List;
import java.util.regex.Pattern;

/// Names behind FROM that BuildKit cannot use, whatever arguments a build is given.
final class BaseNames {
    /// What is left of a name where a variable was empty.
    private static final Pattern TORN = Pattern.compile("[:/@-].*|.*[:/@-]|.*(?:/:|//|::|:/|:@).*");

    private final List<Stage> stages;
    private final Expander arguments;
    private final ErrorList errors;

    BaseNames(List<Stage> stages, Expander arguments, ErrorList errors) {
        this.stages = stages;
        this.arguments = arguments;
        this.errors = errors;
    }

    void judge(Stage stage) {
        Word image = stage.from().image();
        if (!image.text().contains("$")) {
            capitals(stage, image);
            return;
        }
        Expansion expansion = arguments.expand(image.text());
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
