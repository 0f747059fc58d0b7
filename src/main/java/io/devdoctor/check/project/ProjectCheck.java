package io.devdoctor.check.project;

import io.devdoctor.check.Area;
import io.devdoctor.check.Check;
import io.devdoctor.check.CheckInfo;
import io.devdoctor.check.Finding;
import io.devdoctor.check.Subject;
import io.devdoctor.machine.Machine;
import io.devdoctor.machine.Part;
import io.devdoctor.machine.Reading;
import io.devdoctor.machine.Source;
import io.devdoctor.machine.project.Project;
import io.devdoctor.machine.project.Projects;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/// A check of every folder that was named, one after the other. What the project itself or its author says about a
/// finding (`devdoctor:ignore`, `.devdoctor.yml` …) is heard here, so that no check has to.
public abstract class ProjectCheck implements Check {
    private final CheckInfo info;

    /// @param more parts of the machine with which the folder is compared
    protected ProjectCheck(String id, Part<?>... more) {
        this(id, List.of(), more);
    }

    /// @param causes checks of the machine whose illness explains this one's
    protected ProjectCheck(String id, List<CheckInfo.Cause> causes, Part<?>... more) {
        Set<Part<?>> needs = new LinkedHashSet<>(List.of(more));
        needs.add(Part.PROJECTS);
        this.info = new CheckInfo(id, Area.PROJECT, needs, causes);
    }

    @Override
    public final CheckInfo info() {
        return info;
    }

    @Override
    public final List<Finding> examine(Machine machine) {
        return judge(
                machine.projects(), Subject.MACHINE, (projects, _) -> examine(machine, projects), _ -> notApplicable());
    }

    /// What is the matter in this project; empty = nothing that this check is about is in it.
    protected abstract List<Finding> examine(Workspace project, Machine machine);

    /// A folder that could not be read. One check alone says so ([LocationCheck]), else thirty would.
    protected List<Finding> unread(Subject subject, Reading.Unknown<Project> why) {
        return List.of(notApplicable(subject));
    }

    private List<Finding> examine(Machine machine, Projects projects) {
        if (projects.folders().isEmpty()) return notApplicable();
        List<Finding> all = new ArrayList<>();
        for (Projects.Folder folder : projects.folders()) {
            Subject subject = Subject.of(Subject.Kind.PROJECT, folder.root());
            switch (folder.project()) {
                case Reading.Known<Project>(Project known, Source _) -> all.addAll(heard(machine, known, subject));
                case Reading.Unknown<Project> why -> all.addAll(unread(subject, why));
                case Reading.Absent<Project> _, Reading.NotApplicable<Project> _ -> all.add(notApplicable(subject));
            }
        }
        return all;
    }

    private List<Finding> heard(Machine machine, Project known, Subject subject) {
        Workspace workspace = Workspace.of(known);
        List<Finding> found = examine(workspace, machine);
        Muting muting = new Muting(workspace, machine.taken());
        return found.isEmpty()
                ? List.of(notApplicable(subject))
                : found.stream().map(muting::hear).toList();
    }

    private List<Finding> notApplicable() {
        return List.of(notApplicable(Subject.MACHINE));
    }
}
