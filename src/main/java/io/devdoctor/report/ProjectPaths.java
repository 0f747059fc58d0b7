package io.devdoctor.report;

import io.devdoctor.machine.Machine;
import io.devdoctor.machine.Part;
import io.devdoctor.machine.project.GitRepository;
import io.devdoctor.machine.project.Project;
import io.devdoctor.machine.project.Projects;
import java.util.List;

/// Names files as the repository that holds them does, so that a code host finds the line.
///
/// @param roots folders of repositories, and of projects without one, each ending in a separator; longest first
record ProjectPaths(List<String> roots) {

    static ProjectPaths of(Machine machine) {
        if (!machine.has(Part.PROJECTS)) return new ProjectPaths(List.of());
        return new ProjectPaths(machine.projects().known().map(Projects::folders).orElse(List.of()).stream()
                .flatMap(folder -> folder.project().known().stream())
                .map(ProjectPaths::root)
                .sorted((one, other) -> other.length() - one.length())
                .toList());
    }

    private static String root(Project project) {
        String root = project.git().known().map(GitRepository::workTree).orElse(project.root());
        String separator = root.contains("\\") ? "\\" : "/";
        return root.endsWith(separator) ? root : root + separator;
    }

    String inRepository(String file) {
        String inside = roots.stream()
                .filter(file::startsWith)
                .findFirst()
                .map(root -> file.substring(root.length()))
                .orElse(file);
        return inside.replace('\\', '/');
    }
}
