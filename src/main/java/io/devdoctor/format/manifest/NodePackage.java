package io.devdoctor.format.manifest;

import io.devdoctor.format.JsonDocument;
import io.devdoctor.format.JsonValue;
import io.devdoctor.format.manifest.Dependency.Grammar;
import java.util.ArrayList;
import java.util.List;

/// The packages that a package.json asks for.
final class NodePackage {
    private static final List<String> SECTIONS = List.of("dependencies", "devDependencies", "optionalDependencies");

    private NodePackage() {}

    /// @throws IllegalArgumentException if this is no JSON object
    static List<Dependency> read(byte[] bytes) {
        JsonDocument document = JsonDocument.parse(bytes);
        JsonValue.ObjectValue root =
                document.object().orElseThrow(() -> new IllegalArgumentException("no JSON object"));
        List<Dependency> found = new ArrayList<>();
        for (String section : SECTIONS) {
            if (!(root.get(section).orElse(null) instanceof JsonValue.ObjectValue packages)) continue;
            for (JsonValue.Member member : packages.members()) {
                int line = document.lineOf(member.nameSpan().start());
                member.value()
                        .text()
                        .ifPresent(version ->
                                found.add(new Dependency(member.name(), version.strip(), Grammar.NPM, line, false)));
            }
        }
        return found;
    }
}
