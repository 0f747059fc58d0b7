package io.devdoctor.check.project;

import io.devdoctor.format.go.GoModFile;
import io.devdoctor.machine.Bytes;
import io.devdoctor.machine.project.GoFile;
import io.devdoctor.machine.project.Project;
import io.devdoctor.machine.project.TextFile;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// The Go modules of a project. A file belongs to the module of the nearest go.mod above it.
final class GoModules {
    private GoModules() {}

    /// @param path   of the go.mod, relative to the project
    /// @param folder in which it lies; "" = the root
    /// @param files  its Go files, those of modules within it left out
    record Module(String path, String root, GoModFile file, List<GoFile> files) {

        /// The folder of a package of this module; empty = another module's.
        Optional<String> folder(String imported) {
            String name = file.module().map(GoModFile.Word::value).orElse("");
            if (name.isEmpty() || !imported.startsWith(name + "/")) return Optional.empty();
            String inside = imported.substring(name.length() + 1);
            return Optional.of(root.isEmpty() ? inside : root + "/" + inside);
        }
    }

    static List<Module> of(Workspace project) {
        List<TextFile> files = project.kept(path -> Project.name(path).equals("go.mod"));
        List<String> roots = files.stream()
                .map(file -> Project.parent(file.path()))
                .sorted(Comparator.comparingInt(String::length).reversed())
                .toList();
        return files.stream().map(file -> module(project, file, roots)).toList();
    }

    private static Module module(Workspace project, TextFile file, List<String> roots) {
        String root = Project.parent(file.path());
        List<GoFile> own = project.facts().go().values().stream()
                .filter(each -> nearest(each.path(), roots).filter(root::equals).isPresent())
                .toList();
        byte[] bytes = file.content().map(Bytes::toArray).orElse(new byte[0]);
        return new Module(file.path(), root, GoModFile.parse(bytes), own);
    }

    private static Optional<String> nearest(String path, List<String> roots) {
        return roots.stream()
                .filter(root -> root.isEmpty() || path.startsWith(root + "/"))
                .findFirst();
    }
}
