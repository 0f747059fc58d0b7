package io.devdoctor.machine.project;

import io.devdoctor.machine.Reading;
import java.util.List;

/// The folders that a person named, each as it was read.
public record Projects(List<Folder> folders) {
    public Projects {
        folders = List.copyOf(folders);
    }

    /// @param root as it was named, in the notation of the examined system
    public record Folder(String root, Reading<Project> project) {}
}
