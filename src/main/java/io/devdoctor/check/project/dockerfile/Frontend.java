package io.devdoctor.check.project.dockerfile;

import io.devdoctor.format.dockerfile.Directive;
import io.devdoctor.format.dockerfile.Dockerfile;
import java.util.regex.Pattern;

/// Who reads a Dockerfile: the `syntax` directive may name another grammar than Docker's.
final class Frontend {
    private static final Pattern DOCKERS = Pattern.compile("(?:.*/)?(?:docker/)?dockerfile(?:-upstream)?(?:[:@].*)?");

    private static final Pattern NAME =
            Pattern.compile("(?i)(?:dockerfile|containerfile)(?:[.-].*)?|.*\\.(?:docker|container)file");

    private Frontend() {}

    static boolean isDockerfile(String path) {
        String name = path.substring(path.lastIndexOf('/') + 1);
        return NAME.matcher(name).matches() && !name.endsWith(".dockerignore");
    }

    static boolean isKnown(Dockerfile file) {
        return file.directives().stream()
                .filter(directive -> directive.name().equals("syntax"))
                .map(Directive::value)
                .map(value -> value.split("\\s", 2)[0])
                .allMatch(image -> DOCKERS.matcher(image).matches());
    }
}
