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

/// Dependencies and plain texts of a Gradle build, Groovy or Kotlin, as far as they can be seen without running it.
final class GradleBuild {
    private static final Pattern NOTATION =
            Pattern.compile("[\"']([A-Za-z][\\w.-]*):([\\w.-]+)(?::([^\"':@]+))?(?:[:@][^\"']*)?[\"']");
    private static final Pattern NAMED = Pattern.compile("group\\s*[:=]\\s*[\"']([\\w.-]+)[\"']\\s*,\\s*"
            + "name\\s*[:=]\\s*[\"']([\\w.-]+)[\"'](?:\\s*,\\s*version\\s*[:=]\\s*[\"']?([^\"',)\\s]+))?");
    private static final Pattern TEXT =
            Pattern.compile("(?:^|[\\s.(\\[])(?:set\\()?[\"']?([A-Za-z_][\\w.]*)[\"']?\\]?\\s*(?:=|,|by"
                    + " extra\\()\\s*[\"'](\\d[^\"'$]*)[\"']");

    private GradleBuild() {}

    static Manifest read(String text) {
        List<Dependency> found = new ArrayList<>();
        Map<String, Property> texts = new HashMap<>();
        List<String> lines = text.lines().toList();
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i);
            if (line.strip().startsWith("//") || line.strip().startsWith("*")) continue;
            take(NOTATION.matcher(line), i + 1, found);
            take(NAMED.matcher(line), i + 1, found);
            Matcher matcher = TEXT.matcher(line);
            while (matcher.find()) texts.putIfAbsent(matcher.group(1), new Property(matcher.group(2), i + 1));
        }
        return new Manifest(found, texts, Optional.empty());
    }

    private static void take(Matcher matcher, int line, List<Dependency> into) {
        while (matcher.find()) {
            String version = matcher.group(3) == null ? "" : matcher.group(3);
            into.add(new Dependency(
                    matcher.group(1) + ":" + matcher.group(2), version.strip(), Grammar.EXACT, line, false));
        }
    }
}
