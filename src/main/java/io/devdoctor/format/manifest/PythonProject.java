package io.devdoctor.format.manifest;

import io.devdoctor.format.manifest.Dependency.Grammar;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The packages that a pyproject.toml or a requirements file asks for (PEP 508, PEP 621, PEP 735, poetry).
final class PythonProject {
    private static final Pattern REQUIREMENT = Pattern.compile(
            "([A-Za-z0-9][\\w.-]*)\\s*(?:\\[[^\\]]*])?\\s*\\(?((?:[<>=!~]=?=?[^;#)]*)?)\\)?\\s*(?:[;#].*)?");
    private static final Pattern POETRY = Pattern.compile("[\"']?([\\w.-]+)[\"']?\\s*=\\s*(.*)");
    private static final Pattern QUOTED = Pattern.compile("\"([^\"]*)\"|'([^']*)'");
    private static final Pattern SECTION = Pattern.compile("\\[([^\\[\\]]+)].*");

    private PythonProject() {}

    /// The lines of a requirements.txt.
    static List<Dependency> requirements(String text) {
        List<Dependency> found = new ArrayList<>();
        List<String> lines = text.lines().toList();
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i).strip();
            int comment = line.indexOf(" #");
            int options = line.indexOf(" --");
            String asked = line.substring(0, comment < 0 ? line.length() : comment);
            if (options >= 0 && options < asked.length()) asked = asked.substring(0, options);
            if (!asked.startsWith("-") && !asked.startsWith("#"))
                requirement(asked, i + 1).ifPresent(found::add);
        }
        return found;
    }

    static List<Dependency> read(String text) {
        List<Dependency> found = new ArrayList<>();
        List<String> lines = text.lines().toList();
        String section = "";
        boolean list = false;
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i).strip();
            Matcher header = SECTION.matcher(line);
            if (!list && header.matches()) {
                section = header.group(1).strip();
            } else if (isPoetry(section)) {
                poetry(line, i + 1).ifPresent(found::add);
            } else if (isList(section)) {
                boolean opens = !list && opens(section, line);
                if (!opens && !list) continue;
                quoted(line, i + 1, found);
                list = !line.replaceAll("\"[^\"]*\"|'[^']*'", "").contains("]");
            }
        }
        return found;
    }

    private static boolean isPoetry(String section) {
        return section.startsWith("tool.poetry.") && section.endsWith("dependencies");
    }

    private static boolean isList(String section) {
        return section.equals("project")
                || section.equals("project.optional-dependencies")
                || section.equals("dependency-groups");
    }

    private static boolean opens(String section, String line) {
        return section.equals("project")
                ? line.matches("dependencies\\s*=\\s*\\[.*")
                : line.matches("[^=#]+=\\s*\\[.*");
    }

    private static void quoted(String line, int number, List<Dependency> into) {
        Matcher matcher = QUOTED.matcher(line);
        while (matcher.find()) {
            String text = matcher.group(1) == null ? matcher.group(2) : matcher.group(1);
            requirement(text, number).ifPresent(into::add);
        }
    }

    private static Optional<Dependency> requirement(String text, int line) {
        Matcher matcher = REQUIREMENT.matcher(text.strip());
        if (!matcher.matches()) return Optional.empty();
        return Optional.of(
                new Dependency(name(matcher.group(1)), matcher.group(2).strip(), Grammar.PYTHON, line, false));
    }

    /// `docker = "^4.2"` or `docker = { version = "^4.2", extras = ["ssh"] }`.
    private static Optional<Dependency> poetry(String line, int number) {
        Matcher matcher = POETRY.matcher(line);
        if (line.startsWith("#") || !matcher.matches()) return Optional.empty();
        String value = matcher.group(2);
        int version = value.startsWith("{") ? value.indexOf("version") : 0;
        Matcher quoted = QUOTED.matcher(version < 0 ? "" : value.substring(version));
        String text = quoted.find() ? quoted.group(1) == null ? quoted.group(2) : quoted.group(1) : "";
        return Optional.of(new Dependency(name(matcher.group(1)), text.strip(), Grammar.PYTHON, number, false));
    }

    /// One name for `Docker`, `docker_py` and `docker-py` (PEP 503).
    private static String name(String written) {
        return written.toLowerCase(Locale.ROOT).replaceAll("[-_.]+", "-");
    }
}
