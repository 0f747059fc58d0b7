package io.devdoctor.check.project;

import io.devdoctor.fix.Fix;
import io.devdoctor.fix.Step;
import io.devdoctor.format.EditResult;
import io.devdoctor.machine.Bytes;
import io.devdoctor.text.Text;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/// A fix of files of a project, as it grows: every edit starts from the bytes that were read.
final class Mending {
    private final Workspace project;
    private final List<Step> steps = new ArrayList<>();
    private boolean refused;

    Mending(Workspace project) {
        this.project = project;
    }

    /// Edits a file whose bytes were kept. One that refuses makes the whole fix void, since half a fix cures nothing.
    Mending edit(String path, Function<byte[], EditResult> change) {
        Optional<Bytes> before = project.bytes(path);
        if (before.isEmpty()) refused = true;
        before.ifPresent(bytes -> take(path, bytes, change.apply(bytes.toArray())));
        return this;
    }

    /// Edits a file, or makes it where there is none.
    Mending editOrCreate(String path, Function<byte[], EditResult> change) {
        if (project.facts().has(path)) return edit(path, change);
        switch (change.apply(new byte[0])) {
            case EditResult.Edited(byte[] after) ->
                steps.add(new Step.EditFile(project.facts().absolute(path), null, Bytes.of(after)));
            case EditResult.Refused _ -> refused = true;
        }
        return this;
    }

    private void take(String path, Bytes before, EditResult result) {
        switch (result) {
            case EditResult.Edited(byte[] after) -> {
                if (Arrays.equals(after, before.toArray())) return;
                steps.add(new Step.EditFile(project.facts().absolute(path), before, Bytes.of(after)));
            }
            case EditResult.Refused _ -> refused = true;
        }
    }

    Mending then(Step step) {
        steps.add(step);
        return this;
    }

    /// @param id of the fix; its title is `fix.<id>.title`
    Fix[] fix(String id, Object... args) {
        return fixTitled(id, id, args);
    }

    /// As [#fix], under the title `fix.<title>.title`.
    Fix[] fixTitled(String id, String title, Object... args) {
        if (refused || steps.isEmpty()) return new Fix[0];
        return new Fix[] {Fix.safe(id, Text.of("fix." + title + ".title", args), steps.toArray(Step[]::new))};
    }

    /// Whether a file of this name is edited so far.
    boolean isAbout(String name) {
        return steps.stream()
                .anyMatch(step ->
                        step instanceof Step.EditFile edit && edit.path().endsWith(name));
    }

    /// As [#fix], for somebody who knows the project to look at first.
    ///
    /// @param why what may be different afterwards
    Fix[] suggestion(String id, Text why, Object... args) {
        if (refused || steps.isEmpty()) return new Fix[0];
        Text title = Text.of("fix." + id + ".title", args);
        return new Fix[] {Fix.suggestion(id, title, why, steps.toArray(Step[]::new))};
    }

    /// As [#fix], with what an expert would say before.
    Fix[] fixWith(String id, List<Text> warnings, Object... args) {
        return Arrays.stream(fix(id, args))
                .map(fix -> fix.warning(warnings.toArray(Text[]::new)))
                .toArray(Fix[]::new);
    }
}
