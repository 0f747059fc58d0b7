package io.devdoctor.check.project.dockerfile;

import io.devdoctor.check.Evidence;
import io.devdoctor.check.Finding;
import io.devdoctor.check.Finding.Place;
import io.devdoctor.check.project.Build;
import io.devdoctor.check.project.ProjectCheck;
import io.devdoctor.check.project.Workspace;
import io.devdoctor.fix.Fix;
import io.devdoctor.fix.Step;
import io.devdoctor.format.EditResult;
import io.devdoctor.format.dockerfile.DockerfileEdit;
import io.devdoctor.format.dockerfile.Frontend;
import io.devdoctor.machine.Bytes;
import io.devdoctor.machine.Machine;
import io.devdoctor.machine.Part;
import io.devdoctor.text.Text;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// A check of every Dockerfile that BuildKit would accept. What it would not is for [SyntaxCheck] alone to say.
abstract class DockerfileCheck extends ProjectCheck {
    protected DockerfileCheck(String id, Part<?>... more) {
        super(id, more);
    }

    /// What is the matter with this build; empty = nothing, the file is in order.
    protected abstract List<Finding> examine(Workspace project, Build build, Machine machine);

    /// Whether the question arises for this build at all.
    protected boolean concerns(Build build) {
        return true;
    }

    /// Whether the question arises even where nothing is built: what stands in the file is in the repository anyway.
    protected boolean concernsRefused() {
        return false;
    }

    @Override
    protected List<Finding> examine(Workspace project, Machine machine) {
        Map<Finding.Key, Finding> found = new LinkedHashMap<>();
        Set<String> sound = new LinkedHashSet<>();
        Set<String> ill = new LinkedHashSet<>();
        for (Build build : project.builds()) {
            if (!build.file().isValid() && !concernsRefused() || !Frontend.isKnown(build.file()) || !concerns(build))
                continue;
            List<Finding> some = examine(project, build, machine);
            (some.isEmpty() ? sound : ill).add(build.path());
            some.forEach(finding -> found.putIfAbsent(finding.key(), finding));
        }
        List<Finding> all = new ArrayList<>(found.values());
        sound.removeAll(ill);
        sound.forEach(path -> all.add(ok(project.subject(path, ""), "ok", path)));
        return all;
    }

    /// The line that proves it.
    static Evidence line(Workspace project, String path, int line) {
        String text = project.line(path, line).map(String::strip).orElse("");
        return Evidence.of("evidence.dockerfile.line", text, project.source(path, line));
    }

    static List<Evidence> lines(Workspace project, String path, List<Integer> lines) {
        return lines.stream()
                .distinct()
                .limit(10)
                .map(line -> line(project, path, line))
                .toList();
    }

    static List<Place> places(Workspace project, String path, List<Integer> lines) {
        return lines.stream().distinct().map(line -> project.place(path, line)).toList();
    }

    /// The repair of a Dockerfile, previewed as any edit is; empty where its bytes had better be left alone.
    ///
    /// @param name behind `<check id>/`
    protected Optional<Fix> edit(Workspace project, String path, String name, DockerfileEdit edit, Object... args) {
        if (!(edit.result() instanceof EditResult.Edited(byte[] bytes))) return Optional.empty();
        String id = info().id() + "/" + name;
        return project.bytes(path)
                .filter(before -> !before.equals(Bytes.of(bytes)))
                .map(before -> Fix.safe(
                        id,
                        Text.of("fix." + id + ".title", args),
                        new Step.EditFile(project.facts().absolute(path), before, Bytes.of(bytes))));
    }

    /// As [#edit], for a change of what the file does: previewed with the words of an expert.
    protected Optional<Fix> suggest(Workspace project, String path, String name, DockerfileEdit edit, Object... args) {
        Text why = Text.of("fix." + info().id() + "/" + name + ".warning", args);
        return edit(project, path, name, edit, args)
                .map(fix ->
                        Fix.suggestion(fix.id(), fix.title(), why, fix.steps().toArray(Step[]::new)));
    }

    /// What only a person can decide.
    protected Fix manual(String name, Object... args) {
        String id = info().id() + "/" + name;
        return Fix.safe(
                id,
                Text.of("fix." + id + ".title", args),
                new Step.Manual(Text.of("fix." + id + ".words", args), null));
    }

    static Finding fixed(Finding finding, Optional<Fix> fix) {
        return fix.map(finding::fixedBy).orElse(finding);
    }
}
