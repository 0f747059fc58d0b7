package io.devdoctor.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// The DevDoctor that is measured: the packaged image if there is one, else the distribution.
///
/// @param packaged whether it brings its own Java, and with it an AOT cache
record Built(Path launcher, boolean packaged) {
    private static final boolean WINDOWS = System.getProperty("os.name", "").startsWith("Windows");
    private static final String SCRIPT = WINDOWS ? "devdoctor.cmd" : "devdoctor";
    private static final int DEEPEST = 5;
    /// Read last, so it wins over the launcher's own options.
    private static final Map<String, String> WITHOUT_CACHE = Map.of("_JAVA_OPTIONS", "-XX:AOTMode=off");

    /// @throws IOException if nothing was built
    static Built find(Path project, Optional<Path> image) throws IOException {
        if (image.isPresent()) return new Built(image.get().resolve("bin").resolve(SCRIPT), true);
        Path installer = project.resolve("target/installer");
        if (Files.isDirectory(installer)) {
            try (Stream<Path> files =
                    Files.find(installer, DEEPEST, (path, _) -> path.endsWith(Path.of("bin", SCRIPT)))) {
                Optional<Path> newest = files.max(Comparator.comparing(Built::modified));
                if (newest.isPresent()) return new Built(newest.get().toAbsolutePath(), true);
            }
        }
        Path script = project.resolve("target/devdoctor/bin").resolve(SCRIPT);
        if (!Files.exists(script)) throw new IOException("Nothing was built: mvn -Pinstaller package");
        return new Built(script.toAbsolutePath(), false);
    }

    private static java.nio.file.attribute.FileTime modified(Path file) {
        try {
            return Files.getLastModifiedTime(file);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    List<String> command(String... arguments) {
        return Stream.concat(Stream.of(launcher.toString()), Stream.of(arguments))
                .toList();
    }

    Map<String, String> environment(Path home, boolean cache) {
        Map<String, String> own = Map.of("DEVDOCTOR_HOME", home.toString());
        return cache
                ? own
                : Stream.of(own, WITHOUT_CACHE)
                        .flatMap(each -> each.entrySet().stream())
                        .collect(java.util.stream.Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    String what() {
        return packaged
                ? "packaged image " + launcher.resolve("../..").normalize()
                : "no packaged image, so the distribution (no AOT cache)";
    }
}
