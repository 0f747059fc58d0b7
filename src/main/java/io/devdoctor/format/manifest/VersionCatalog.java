package io.devdoctor.format.manifest;

import io.devdoctor.format.manifest.Dependency.Grammar;
import io.devdoctor.format.manifest.Manifest.Property;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The libraries of Gradle's libs.versions.toml with the versions to which they refer.
final class VersionCatalog {
    private static final Pattern SECTION = Pattern.compile("\\[\\s*([\\w-]+)\\s*].*");
    private static final Pattern VERSION = Pattern.compile("([\\w.-]+)\\s*=\\s*[\"']([^\"']+)[\"'].*");
    private static final Pattern PLAIN =
            Pattern.compile("[\\w.-]+\\s*=\\s*[\"']([\\w.-]+:[\\w.-]+)(?::([^\"':]+))?[\"'].*");

    private VersionCatalog() {}

    static List<Dependency> read(String text) {
        List<String> lines = text.lines().map(String::strip).toList();
        Map<String, Property> versions = new HashMap<>();
        List<Integer> libraries = new ArrayList<>();
        String section = "";
        for (int i = 0; i < lines.size(); i++) {
            Matcher header = SECTION.matcher(lines.get(i));
            Matcher version = VERSION.matcher(lines.get(i));
            if (header.matches()) {
                section = header.group(1);
            } else if (section.equals("versions") && version.matches()) {
                versions.put(version.group(1), new Property(version.group(2), i + 1));
            } else if (section.equals("libraries")) {
                libraries.add(i);
            }
        }
        return libraries.stream()
                .flatMap(at -> library(lines.get(at), at + 1, versions).stream())
                .toList();
    }

    private static Optional<Dependency> library(String line, int number, Map<String, Property> versions) {
        Matcher plain = PLAIN.matcher(line);
        if (plain.matches()) {
            String version = plain.group(2) == null ? "" : plain.group(2);
            return Optional.of(new Dependency(plain.group(1), version, Grammar.EXACT, number, false));
        }
        Optional<String> name = value(line, "module")
                .or(() -> value(line, "group")
                        .flatMap(group -> value(line, "name").map(artifact -> group + ":" + artifact)));
        Optional<Property> version = value(line, "version\\.ref")
                .flatMap(reference -> Optional.ofNullable(versions.get(reference)))
                .or(() -> value(line, "version").map(text -> new Property(text, number)));
        return name.map(found -> new Dependency(
                found,
                version.map(Property::value).orElse(""),
                Grammar.EXACT,
                version.map(Property::line).orElse(number),
                false));
    }

    private static Optional<String> value(String line, String key) {
        Matcher matcher = Pattern.compile("[{,]\\s*" + key + "\\s*=\\s*[\"']([^\"']+)[\"']")
                .matcher(line);
        return matcher.find() ? Optional.of(matcher.group(1)) : Optional.empty();
    }
}
