package io.devdoctor.installer;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TimeZone;
import java.util.TreeMap;

/// The build step of `mvn -Pinstaller package`, started from its source: makes in `target/installer` what people
/// install.
///
/// Arguments are `name=value`: `project`, `version`, `address` (of the repository, may be empty), `msi` (false for
/// none).
public final class Packaging {
    private final Platform platform = Platform.here();
    private final Signing signing = Signing.of(System.getenv());
    private final Path project;
    private final Release release;
    private final boolean msi;
    private final Path target;
    private final Path work;

    private Packaging(Map<String, String> arguments) throws IOException {
        project = Path.of(arguments.getOrDefault("project", "")).toAbsolutePath();
        release = new Release(
                arguments.getOrDefault("version", ""), Platform.architecture(), arguments.getOrDefault("address", ""));
        msi = platform == Platform.WINDOWS && !"false".equals(arguments.get("msi"));
        target = Folders.empty(project.resolve("target/installer"));
        work = Files.createDirectories(target.resolve("work"));
    }

    public static void main(String[] arguments) throws IOException {
        // Times in zips have no zone.
        TimeZone.setDefault(TimeZone.getTimeZone("UTC"));
        Map<String, String> named = new TreeMap<>();
        for (String argument : arguments) {
            int equals = argument.indexOf('=');
            named.put(argument.substring(0, equals), argument.substring(equals + 1));
        }
        new Packaging(named).run();
    }

    private void run() throws IOException {
        Path image = image();
        step("Packing");
        List<Path> files = new ArrayList<>();
        files.add(target.resolve(release.file(platform, "zip")));
        PortableZip.write(image, files.getFirst());
        if (msi) {
            files.add(target.resolve(release.file(platform, "msi")));
            new WindowsInstaller(release, project).build(image, work, files.getLast());
            signing.sign(List.of(files.getLast()));
        }
        Checksums.write(target, files);
        if (platform == Platform.WINDOWS && !release.address().isEmpty()) manifests(files);
        Folders.delete(work);
        step("Done: " + target);
    }

    private Path image() throws IOException {
        Path distribution = project.resolve("target/devdoctor");
        step("Linking the runtime");
        Path runtime = new RuntimeImage(platform, release.architecture(), release.version(), work)
                .link(distribution.resolve("lib"), distribution.resolve("javafx"));
        step("Making the app image");
        LaunchOptions options = new LaunchOptions(platform, AotCache.name(release.version(), runtime));
        Scripts scripts = new Scripts(platform, options, project.resolve("installer/image"));
        Path image = new AppImage(platform, options, release.version(), work).make(runtime, icon(), scripts);
        copyLegal(distribution.resolve("legal"), image.resolve("legal"));
        if (signing.isConfigured()) signing.sign(Signing.signable(image));
        step("Training the AOT cache");
        AotCache cache = new AotCache(platform, options, work);
        cache.train(image);
        step(cache.prove(image.resolve("bin").resolve(scripts.name())));
        step(cache.prove(platform.launcher(image, Platform.CONSOLE)));
        return Files.move(image, target.resolve("DevDoctor"), StandardCopyOption.ATOMIC_MOVE);
    }

    private void manifests(List<Path> files) throws IOException {
        String zip = String.valueOf(files.getFirst().getFileName());
        new Scoop(release).write(target.resolve("scoop/devdoctor.json"), zip, Checksums.sha256(files.getFirst()));
        if (!msi) return;
        String name = String.valueOf(files.getLast().getFileName());
        new Winget(release).write(target.resolve("winget"), name, Checksums.sha256(files.getLast()));
    }

    private static void copyLegal(Path from, Path to) throws IOException {
        for (Path file : Folders.files(from)) {
            Path copy = to.resolve(from.relativize(file));
            Files.createDirectories(copy.getParent());
            Files.copy(file, copy);
        }
    }

    private Path icon() {
        return project.resolve(platform == Platform.WINDOWS ? "icons/devdoctor.ico" : "icons/png/devdoctor-256.png");
    }

    private static void step(String words) {
        System.out.println("[installer] " + words);
    }
}
