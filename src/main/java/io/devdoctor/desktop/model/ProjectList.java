package io.devdoctor.desktop.model;

import io.devdoctor.machine.Machine;
import io.devdoctor.machine.Part;
import io.devdoctor.machine.project.Projects;
import java.util.List;

/// The project folders beside the areas: the person's own, or those of a recorded machine.
///
/// @param own whether they are this machine's, so that one can be added and forgotten
public record ProjectList(List<String> folders, boolean own) {
    public ProjectList {
        folders = List.copyOf(folders);
    }

    public static ProjectList of(ExaminationModel examinations, SettingsModel settings) {
        if (examinations.target() instanceof Target.Live) return new ProjectList(settings.projects(), true);
        List<String> recorded = examinations.state().get().machine().stream()
                .filter(machine -> machine.has(Part.PROJECTS))
                .map(Machine::projects)
                .flatMap(projects -> projects.known().stream())
                .flatMap(projects -> projects.folders().stream())
                .map(Projects.Folder::root)
                .toList();
        return new ProjectList(recorded, false);
    }

    /// The folder without what is around it.
    public static String name(String folder) {
        String clean = folder.replaceAll("[/\\\\]+$", "");
        String name = clean.substring(Math.max(clean.lastIndexOf('/'), clean.lastIndexOf('\\')) + 1);
        return name.isEmpty() ? folder : name;
    }
}
