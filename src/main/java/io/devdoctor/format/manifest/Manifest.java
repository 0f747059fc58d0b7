package io.devdoctor.format.manifest;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What one project file says. What is not understood is left out, but bytes that are no text are not accepted.
///
/// @param properties names that versions may refer to, by name; the file's own
/// @param api        the version of Docker's API that docker-java is told to speak
public record Manifest(List<Dependency> dependencies, Map<String, Property> properties, Optional<Property> api) {
    /// Two digits behind the point: many projects have an `api.version` of their own, such as 1.0.
    private static final Pattern API =
            Pattern.compile("(?<![\\w.-])api\\.version[\"']?(?:\\s*[,=>:]\\s*|\\s+)[\"']?(1\\.\\d{2})(?![\\d.])");

    private static final Pattern PROPERTY = Pattern.compile("([^#!\\s=:][^\\s=:]*)(?:\\s*[=:]\\s*|\\s+)(.*)");

    public Manifest {
        dependencies = List.copyOf(dependencies);
        properties = Map.copyOf(properties);
    }

    /// @param line 1-based
    public record Property(String value, int line) {}

    /// Whether a file of this name is one of ours.
    public static boolean isManifest(String file) {
        String name = file.toLowerCase(Locale.ROOT);
        return switch (name) {
            case "go.mod",
                    "pom.xml",
                    "build.gradle",
                    "build.gradle.kts",
                    "gradle.properties",
                    "libs.versions.toml",
                    "pyproject.toml",
                    "package.json",
                    "docker-java.properties" -> true;
            default -> name.startsWith("requirements") && name.endsWith(".txt");
        };
    }

    /// @param file its name without the folder
    /// @throws IllegalArgumentException if this is no text, or not of the kind that the name promises
    public static Manifest read(String file, byte[] bytes) {
        String name = file.toLowerCase(Locale.ROOT);
        String text = text(bytes);
        return switch (name) {
            case "go.mod" -> new Manifest(GoModule.read(bytes), Map.of(), Optional.empty());
            case "pom.xml" -> MavenProject.read(text).with(api(text));
            case "build.gradle", "build.gradle.kts" -> GradleBuild.read(text).with(api(text));
            case "libs.versions.toml" -> new Manifest(VersionCatalog.read(text), Map.of(), Optional.empty());
            case "pyproject.toml" -> new Manifest(PythonProject.read(text), Map.of(), Optional.empty());
            case "package.json" -> new Manifest(NodePackage.read(bytes), Map.of(), Optional.empty());
            case "gradle.properties" -> new Manifest(List.of(), properties(text), api(text));
            case "docker-java.properties", ".docker-java.properties", ".testcontainers.properties" ->
                ofDockerJava(text);
            default -> new Manifest(PythonProject.requirements(text), Map.of(), Optional.empty());
        };
    }

    /// `name=value` or `name: value`, comments behind `#` and `!`, as Java reads them; of equal names the last counts.
    public static Map<String, Property> properties(String text) {
        Map<String, Property> found = new HashMap<>();
        List<String> lines = text.lines().toList();
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i).strip();
            Matcher matcher = PROPERTY.matcher(line);
            // Java escapes the colons of an address.
            String value = matcher.matches() ? matcher.group(2).replaceAll("\\\\([:=#! ])", "$1") : "";
            if (matcher.matches()) found.put(matcher.group(1), new Property(value, i + 1));
        }
        return found;
    }

    /// Comments may be in any encoding; control characters stand in none of them.
    static String text(byte[] bytes) {
        for (byte one : bytes) {
            if (one >= 0 && one < ' ' && "\t\n\f\r".indexOf(one) < 0) throw new IllegalArgumentException("no text");
        }
        String text = new String(bytes, StandardCharsets.UTF_8);
        return text.startsWith("\uFEFF") ? text.substring(1) : text;
    }

    private static Manifest ofDockerJava(String text) {
        Map<String, Property> properties = properties(text);
        return new Manifest(List.of(), properties, Optional.ofNullable(properties.get("api.version")));
    }

    private Manifest with(Optional<Property> told) {
        return new Manifest(dependencies, properties, told);
    }

    private static Optional<Property> api(String text) {
        List<String> lines = text.lines().toList();
        for (int i = 0; i < lines.size(); i++) {
            Matcher matcher = API.matcher(lines.get(i));
            if (matcher.find()) return Optional.of(new Property(matcher.group(1), i + 1));
        }
        return Optional.empty();
    }
}
