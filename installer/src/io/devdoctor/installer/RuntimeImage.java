package io.devdoctor.installer;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;

/// Links Java, JavaFX, DevDoctor and its libraries to one runtime. Native libraries become files of it, which are
/// signed
/// and looked at by virus scanners once; from jars they would be unpacked into the person's folder at the first start.
record RuntimeImage(Platform platform, String architecture, String version, Path work) {
    static final String MODULE = "io.devdoctor";

    /// What DevDoctor and its libraries read; `jdeps` names the first ones.
    static final List<String> REQUIRED = List.of(
            "java.compiler",
            "java.desktop",
            "java.management",
            "java.naming",
            "java.net.http",
            "java.security.jgss",
            "java.sql",
            "java.xml",
            "jdk.management",
            "jdk.unsupported",
            "javafx.controls");

    /// What nobody names in code and is missed at run time: dates and numbers in Chinese, code pages, zips.
    private static final List<String> SERVICES = List.of("jdk.localedata", "jdk.charsets", "jdk.zipfs");
    /// The programs of the runtime that are started.
    private static final List<String> PROGRAMS = List.of("java", "javaw");
    /// Any will do, as long as two builds have the same.
    private static final String DATE = "2026-01-01T00:00:00Z";

    /// @param libraries the folder with DevDoctor and the jars of its class path
    /// @param javafx    the folder with JavaFX's jars of this platform
    Path link(Path libraries, Path javafx) throws IOException {
        Path modules = Folders.empty(work.resolve("jmods"));
        for (Path jar : Folders.jars(javafx)) javaFx(jar, modules);
        devDoctor(libraries, Folders.jars(javafx), modules);
        Path runtime = work.resolve("runtime");
        Folders.delete(runtime);
        List<String> wanted = new ArrayList<>(List.of(MODULE));
        wanted.addAll(SERVICES);
        // unverified on Windows: the certificates that Windows trusts come from SunMSCAPI.
        if (platform == Platform.WINDOWS) wanted.add("jdk.crypto.mscapi");
        Jdk.tool(
                "jlink",
                List.of(
                        "--module-path", modules.toString(),
                        "--add-modules", String.join(",", wanted),
                        "--include-locales", "en,zh",
                        "--no-header-files", "--no-man-pages",
                        "--output", runtime.toString()));
        trim(runtime);
        return runtime;
    }

    private void devDoctor(Path libraries, List<Path> javafx, Path modules) throws IOException {
        Path content = Folders.empty(work.resolve("bundle"));
        Path classes = Files.createDirectories(content.resolve("classes"));
        Path legal = Files.createDirectories(content.resolve("legal"));
        Path natives = Files.createDirectories(content.resolve("natives"));
        ModuleBundle bundle = new ModuleBundle(classes, legal);
        for (Path jar : Folders.jars(libraries)) bundle.add(jar);
        takeJna(classes, natives);
        QuickClasses.rewrite(classes, javafx);
        SortedSet<String> uses = new TreeSet<>(ServiceUses.in(classes));
        uses.removeIf(name -> !bundle.has(name) && !ModuleBundle.inJdk(name));
        uses.addAll(bundle.services().keySet());
        Files.write(
                classes.resolve("module-info.class"),
                new ModuleDescription(MODULE, REQUIRED, bundle.services(), uses).bytes());
        jmod(modules.resolve(MODULE + ".jmod"), classes, natives, legal);
    }

    /// JNA brings its library for twenty systems; the one for this one becomes a file of the runtime.
    private void takeJna(Path classes, Path natives) throws IOException {
        String ours = platform.jnaFolder(architecture);
        for (Path file : Folders.files(classes.resolve("com/sun/jna"))) {
            String name = Folders.name(classes, file);
            if (!name.contains("jnidispatch")) continue;
            if (name.startsWith(ours)) Files.copy(file, natives.resolve(String.valueOf(file.getFileName())));
            Files.delete(file);
        }
        if (Folders.files(natives).isEmpty()) throw new IllegalStateException("JNA has no library in " + ours + ".");
    }

    private void javaFx(Path jar, Path modules) throws IOException {
        Path content = Folders.empty(work.resolve("javafx"));
        Path classes = Files.createDirectories(content.resolve("classes"));
        Path natives = Files.createDirectories(content.resolve("natives"));
        try (JarFile file = new JarFile(jar.toFile())) {
            // Beside the jar of the platform lies an empty one.
            if (file.getEntry("module-info.class") == null) return;
            for (ZipEntry entry :
                    file.stream().filter(each -> !each.isDirectory()).toList()) {
                boolean library = platform.isLibrary(entry.getName());
                Path target = (library ? natives : classes).resolve(entry.getName());
                Files.createDirectories(target.getParent());
                try (var in = file.getInputStream(entry)) {
                    if (!entry.getName().startsWith("META-INF/")) Files.copy(in, target);
                }
            }
        }
        String name = String.valueOf(jar.getFileName()).replaceFirst("^(javafx)-(\\w+)-.*", "$1.$2");
        jmod(modules.resolve(name + ".jmod"), classes, natives, content.resolve("none"));
    }

    private void jmod(Path file, Path classes, Path natives, Path legal) throws IOException {
        List<String> line = new ArrayList<>(List.of("create", "--class-path", classes.toString(), "--date", DATE));
        line.addAll(List.of("--target-platform", platform.label(architecture).replace("x64", "amd64")));
        if (!Folders.files(natives).isEmpty()) line.addAll(List.of("--libs", natives.toString()));
        if (Files.exists(legal)) line.addAll(List.of("--legal-notices", legal.toString()));
        if (file.toString().contains(MODULE)) line.addAll(List.of("--module-version", version));
        line.add(file.toString());
        Jdk.tool("jmod", line);
    }

    private void trim(Path runtime) throws IOException {
        List<String> kept = PROGRAMS.stream().map(platform::program).toList();
        try (Stream<Path> all = Files.list(runtime.resolve("bin"))) {
            for (Path each : all.filter(Files::isRegularFile).toList()) {
                String name = String.valueOf(each.getFileName());
                boolean program = platform == Platform.LINUX || name.endsWith(".exe");
                if (program && !kept.contains(name)) Files.delete(each);
            }
        }
    }
}
