package io.devdoctor.format.manifest;

import io.devdoctor.format.manifest.Dependency.Grammar;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// The modules that a go.mod requires, after its replacements.
final class GoModule {
    private GoModule() {}

    /// What stands in the place of a module.
    private record Replacement(String name, String version, int line) {}

    static List<Dependency> read(String text) {
        List<Dependency> required = new ArrayList<>();
        Map<String, Replacement> replaced = new HashMap<>();
        String block = "";
        List<String> lines = text.lines().toList();
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i);
            int comment = line.indexOf("//");
            List<String> words = words(comment < 0 ? line : line.substring(0, comment));
            if (words.isEmpty()) continue;
            if (words.equals(List.of(")"))) {
                block = "";
            } else if (words.size() == 2 && words.get(1).equals("(")) {
                block = words.getFirst();
            } else {
                String verb = block.isEmpty() ? words.getFirst() : block;
                List<String> rest = block.isEmpty() ? words.subList(1, words.size()) : words;
                boolean indirect = comment >= 0 && line.substring(comment).contains("indirect");
                if (verb.equals("require")) require(rest, i + 1, indirect, required);
                if (verb.equals("replace")) replace(rest, i + 1, replaced);
            }
        }
        return required.stream().map(each -> after(each, replaced)).toList();
    }

    private static List<String> words(String line) {
        return line.isBlank() ? List.of() : List.of(line.strip().split("\\s+"));
    }

    private static void require(List<String> words, int line, boolean indirect, List<Dependency> into) {
        if (words.size() == 2) into.add(new Dependency(words.get(0), words.get(1), Grammar.EXACT, line, indirect));
    }

    /// `old [version] => new [version]`; a folder in the place of a module has no version.
    private static void replace(List<String> words, int line, Map<String, Replacement> into) {
        int arrow = words.indexOf("=>");
        if (arrow < 1 || arrow + 1 >= words.size()) return;
        String version = arrow + 2 < words.size() ? words.get(arrow + 2) : "";
        into.put(words.getFirst(), new Replacement(words.get(arrow + 1), version, line));
    }

    private static Dependency after(Dependency required, Map<String, Replacement> replaced) {
        Replacement by = replaced.get(required.name());
        if (by == null) return required;
        // A fork keeps the name under which its packages are imported.
        return new Dependency(required.name(), by.version(), Grammar.EXACT, by.line(), required.indirect());
    }
}
