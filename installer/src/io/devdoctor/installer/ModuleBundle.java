package io.devdoctor.installer;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.jar.JarFile;
import java.util.zip.ZipEntry;

/// The jars of the class path as the content of one module.
///
/// DevDoctor lies in the runtime's own file of modules, not in jars beside it, because of the AOT cache: the JVM drops
/// a
/// cache as soon as the time of a jar differs (JDK-8377932, from 25.0.4 on), and unpacking or installing changes times;
/// of the file of modules it compares the size alone.
final class ModuleBundle {
    private static final String SERVICES = "META-INF/services/";
    private static final Set<String> LEGAL = Set.of("license", "notice", "copying", "about");

    private final Path classes;
    private final Path legal;
    private final TreeMap<String, Set<String>> services = new TreeMap<>();
    private final TreeMap<String, String> origin = new TreeMap<>();
    private final TreeMap<String, String> plain = new TreeMap<>();

    /// @param classes takes classes and resources
    /// @param legal   takes what the libraries say about their licences
    ModuleBundle(Path classes, Path legal) {
        this.classes = classes;
        this.legal = legal;
    }

    /// Adds what is in a jar, in the variant for this version of Java.
    ///
    /// @throws IllegalStateException if another jar brought something else under the same name, where a class path
    ///     would silently take whichever comes first
    void add(Path jar) throws IOException {
        String name = String.valueOf(jar.getFileName());
        try (JarFile file = new JarFile(jar.toFile(), false, JarFile.OPEN_READ, Runtime.version())) {
            for (ZipEntry entry : file.versionedStream().toList()) {
                if (entry.isDirectory()) continue;
                try (InputStream in = file.getInputStream(entry)) {
                    place(name, entry.getName(), in.readAllBytes());
                }
            }
        }
    }

    private void place(String jar, String name, byte[] bytes) throws IOException {
        if (name.startsWith(SERVICES)) provide(name.substring(SERVICES.length()), bytes);
        else if (isLegal(name))
            put(legal.resolve(jar.replaceFirst("\\.jar$", "")), name.replaceFirst(".*/", ""), bytes);
        else if (isContent(name)) keep(jar, name, bytes);
    }

    private static boolean isContent(String name) {
        if (name.startsWith("META-INF/")) return name.startsWith("META-INF/resources/");
        return !name.endsWith("module-info.class");
    }

    private static boolean isLegal(String name) {
        if (name.replace("META-INF/", "").contains("/") || name.endsWith(".class")) return false;
        String plain = name.replaceFirst(".*/", "").toLowerCase(Locale.ROOT);
        return LEGAL.stream().anyMatch(plain::startsWith);
    }

    private void keep(String jar, String name, byte[] bytes) throws IOException {
        // On Windows the second one would overwrite the first.
        String same = plain.putIfAbsent(name.toLowerCase(Locale.ROOT), name);
        if (same != null && !same.equals(name)) {
            throw new IllegalStateException(same + " and " + name + " differ in case alone.");
        }
        String other = origin.putIfAbsent(name, jar);
        if (other == null) put(classes, name, bytes);
        else if (name.contains("/") && !Arrays.equals(Files.readAllBytes(classes.resolve(name)), bytes)) {
            throw new IllegalStateException(name + " differs between " + other + " and " + jar + ".");
        }
    }

    private static void put(Path folder, String name, byte[] bytes) throws IOException {
        Path target = folder.resolve(name);
        Files.createDirectories(target.getParent());
        Files.write(target, bytes);
    }

    private void provide(String service, byte[] bytes) {
        Set<String> providers = services.computeIfAbsent(service, _ -> new TreeSet<>());
        new String(bytes, StandardCharsets.UTF_8)
                .lines()
                .map(line -> line.replaceFirst("#.*", "").strip())
                .filter(line -> !line.isEmpty())
                .forEach(providers::add);
    }

    boolean has(String className) {
        return origin.containsKey(className.replace('.', '/') + ".class");
    }

    /// Services of this module and of the JDK with their providers; those of containers that are not here are left out.
    TreeMap<String, List<String>> services() {
        TreeMap<String, List<String>> known = new TreeMap<>();
        services.forEach((service, providers) -> {
            List<String> here = providers.stream().filter(this::has).toList();
            if (!here.isEmpty() && (has(service) || inJdk(service))) known.put(service, new ArrayList<>(here));
        });
        return known;
    }

    static boolean inJdk(String className) {
        return ClassLoader.getPlatformClassLoader().getResource(className.replace('.', '/') + ".class") != null;
    }
}
