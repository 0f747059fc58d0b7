package io.devdoctor.format.manifest;

import io.devdoctor.format.go.GoModFile;
import io.devdoctor.format.go.GoModFile.Replace;
import io.devdoctor.format.go.GoModFile.Require;
import io.devdoctor.format.manifest.Dependency.Grammar;
import java.util.List;

/// The modules that a go.mod requires, after its replacements.
final class GoModule {
    private GoModule() {}

    static List<Dependency> read(byte[] bytes) {
        GoModFile file = GoModFile.parse(bytes);
        return file.requires().stream()
                .map(each -> after(each, file.replaces()))
                .toList();
    }

    private static Dependency after(Require required, List<Replace> replaced) {
        return replaced.stream()
                .filter(each -> each.module().equals(required.module()))
                .filter(each -> each.version().isEmpty() || each.version().equals(required.version()))
                .reduce((_, last) -> last)
                // A fork keeps the name under which its packages are imported; a folder has no version.
                .map(by -> dependency(required, by.targetVersion(), by.target().line()))
                .orElseGet(() -> dependency(required, required.version(), required.line()));
    }

    private static Dependency dependency(Require required, String version, int line) {
        return new Dependency(required.module(), version, Grammar.EXACT, line, required.indirect());
    }
}
