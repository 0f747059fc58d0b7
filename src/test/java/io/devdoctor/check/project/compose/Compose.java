package io.devdoctor.check.project.compose;

import static io.devdoctor.testing.Facts.known;

import io.devdoctor.check.Check;
import io.devdoctor.check.Finding;
import io.devdoctor.check.project.dockerfile.Said;
import io.devdoctor.machine.EngineNetworks;
import io.devdoctor.machine.Machine;
import io.devdoctor.machine.Part;
import io.devdoctor.machine.project.Project;
import io.devdoctor.machine.project.Projects;
import io.devdoctor.testing.DockerFacts;
import io.devdoctor.testing.EngineFacts;
import io.devdoctor.testing.FindingAssert;
import io.devdoctor.testing.NetworkFacts;
import io.devdoctor.testing.ProjectFacts;
import java.util.List;

/// Projects around a Compose file, on a machine that is well.
final class Compose {
    private Compose() {}

    static ProjectFacts project(String compose, String... pathsAndTexts) {
        ProjectFacts facts = ProjectFacts.of("compose.yaml", compose);
        for (int i = 0; i < pathsAndTexts.length; i += 2) facts.and(pathsAndTexts[i], pathsAndTexts[i + 1]);
        return facts;
    }

    static Machine machine(ProjectFacts project) {
        return project.machine()
                .with(Part.NETWORK, NetworkFacts.excluding(known(List.of())))
                .with(Part.CONTAINERS, EngineFacts.containers())
                .with(Part.ENGINE_NETWORKS, known(new EngineNetworks(List.of())))
                .with(Part.DOCKER_ENGINE, new DockerFacts().windows().dockerEngine());
    }

    static Said say(Check check, ProjectFacts project) {
        return say(check, machine(project));
    }

    static Said say(Check check, Machine machine) {
        return Said.of(find(check, machine));
    }

    static List<Finding> find(Check check, Machine machine) {
        return FindingAssert.examine(check, machine);
    }

    /// The same project in another folder.
    static Machine moved(Machine machine, String root) {
        Project there = machine.projects()
                .known()
                .flatMap(projects -> projects.folders().getFirst().project().known())
                .orElseThrow();
        Project moved = new Project(
                root,
                there.entries(),
                there.texts(),
                there.go(),
                there.git(),
                there.leftOut(),
                there.unread(),
                there.taken());
        return machine.with(Part.PROJECTS, known(new Projects(List.of(new Projects.Folder(root, known(moved))))));
    }
}
