package io.devdoctor.check.project.compose;

import io.devdoctor.fix.Fix;
import io.devdoctor.fix.Step;
import io.devdoctor.format.EditResult;
import io.devdoctor.format.compose.ComposeEdit;
import io.devdoctor.format.compose.ComposePlace;
import io.devdoctor.machine.Bytes;
import io.devdoctor.text.Text;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/// Collects changes of the Compose files of a project. What cannot be changed cleanly stays, and is left to the person.
final class Mending {
    private final Stack stack;
    private final Map<String, ComposeEdit> edits = new LinkedHashMap<>();
    private int changes;

    Mending(Stack stack) {
        this.stack = stack;
    }

    /// @param place of what is changed; every change counts by the file as it is now
    void change(ComposePlace place, UnaryOperator<ComposeEdit> change) {
        Optional<Bytes> bytes =
                stack.workspace().bytes(place.file()).filter(_ -> !place.file().startsWith("../"));
        if (bytes.isEmpty()) return;
        ComposeEdit before = edits.getOrDefault(
                place.file(), ComposeEdit.of(place.file(), bytes.get().toArray()));
        ComposeEdit after = change.apply(before);
        if (after.isRefused()) return;
        edits.put(place.file(), after);
        changes++;
    }

    int changes() {
        return changes;
    }

    /// Empty where nothing can be changed.
    ///
    /// @param id `<check id>/<name>`, by which its title is found
    Optional<Fix> fix(String id, Object... args) {
        Step[] steps = steps();
        return steps.length == 0 ? Optional.empty() : Optional.of(Fix.safe(id, title(id, args), steps));
    }

    /// As [#fix], where the project means something else afterwards.
    ///
    /// @param why what may be different
    Optional<Fix> suggestion(String id, String why, Object... args) {
        Step[] steps = steps();
        return steps.length == 0
                ? Optional.empty()
                : Optional.of(Fix.suggestion(id, title(id, args), Text.of("warning.compose." + why), steps));
    }

    private static Text title(String id, Object... args) {
        return Text.of("fix." + id + ".title", args);
    }

    private Step[] steps() {
        List<Step> steps = new ArrayList<>();
        edits.forEach((file, edit) -> {
            Bytes before = stack.workspace().bytes(file).orElseThrow();
            if (!(edit.result() instanceof EditResult.Edited(byte[] bytes))) return;
            Bytes after = Bytes.of(bytes);
            if (!after.equals(before)) {
                steps.add(new Step.EditFile(stack.workspace().facts().absolute(file), before, after));
            }
        });
        return steps.toArray(Step[]::new);
    }
}
