package io.devdoctor.installer;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;

/// The build step of `mvn -Pinstaller package`, started from its source.
///
/// Arguments are `name=value`: `project`, `version`, `address` (of the repository, may be empty).
public final class Packaging {
    private final Platform platform = Platform.here();
    private final String architecture = Platform.architecture();
    private final Path project;
    private final String version;
    private final Path work;

    private Packaging(Map<String, String> arguments) throws IOException {
        project = Path.of(arguments.get("project"));
        version = arguments.get("version");
        work = Files.createDirectories(project.resolve("target/installer/work"));
    }

    public static void main(String[] arguments) throws IOException {
        Map<String, String> named = new TreeMap<>();
        for (String argument : arguments) {
            int equals = argument.indexOf('=');
            named.put(argument.substring(0, equals), argument.substring(equals + 1));
        }
        new Packaging(named).run();
    }

    private void run() throws IOException {
        Path distribution = project.resolve("target/devdoctor");
        step("Linking the runtime");
        Path runtime = new RuntimeImage(platform, architecture, version, work)
                .link(distribution.resolve("lib"), distribution.resolve("javafx"));
        step("Making the app image");
        LaunchOptions options = new LaunchOptions(platform, AotCache.name(version, runtime));
        Scripts scripts = new Scripts(platform, options, project.resolve("installer/image"));
        Path image = new AppImage(platform, options, version, work).make(runtime, icon(), scripts);
        step("Training the AOT cache");
        AotCache cache = new AotCache(platform, options, work);
        cache.train(image);
        step(cache.prove(image.resolve("bin").resolve(scripts.name())));
        step("App image: " + image);
    }

    private Path icon() {
        return project.resolve(platform == Platform.WINDOWS ? "icons/devdoctor.ico" : "icons/png/devdoctor-256.png");
    }

    private static void step(String words) {
        System.out.println("[installer] " + words);
    }
}
