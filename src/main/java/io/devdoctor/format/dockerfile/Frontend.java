package io.devdoctor.format.dockerfile;

import java.util.Locale;
import java.util.regex.Pattern;

/// Who reads a file as a Dockerfile: its name tells that it is one, its `syntax` directive may name another grammar
/// than Docker's.
public final class Frontend {
    private static final Pattern DOCKERS = Pattern.compile("(?:.*/)?(?:docker/)?dockerfile(?:-upstream)?(?:[:@].*)?");
    private static final Pattern NAME =
            Pattern.compile("(?:dockerfile|containerfile)(?:[.-].*)?|.*\\.(?:docker|container)file");
    private static final String IGNORE_FILE = ".dockerignore";

    private Frontend() {}

    /// @param path with `/` between names
    public static boolean isDockerfile(String path) {
        String name = path.substring(path.lastIndexOf('/') + 1).toLowerCase(Locale.ROOT);
        return NAME.matcher(name).matches() && !name.endsWith(IGNORE_FILE);
    }

    /// Whether it is read by Docker's own frontend, whose rules are known here.
    public static boolean isKnown(Dockerfile file) {
        String image = file.syntax().split("\\s", 2)[0];
        return image.isEmpty() || DOCKERS.matcher(image).matches();
    }
}
