package io.devdoctor.repair;

import io.devdoctor.fix.Step;
import io.devdoctor.machine.Bytes;
import io.devdoctor.machine.RegistryValue;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Finds the entry of DevDoctor's own that stands where an older one is to be taken back.
///
/// @param newer entries made after it, newest first
record Standing(Present present, List<Entry> newer) {

    /// Empty if what stands there was changed by somebody else.
    Optional<Entry> on(Step step, Conflict conflict) {
        return newer.stream()
                .filter(entry -> entry.steps().stream()
                        .filter(done -> done.progress() == Entry.Progress.DONE)
                        .anyMatch(done -> stands(done.step(), step, conflict)))
                .findFirst();
    }

    private boolean stands(Step later, Step step, Conflict conflict) {
        return switch (later) {
            case Step.EditFile(var path, var _, var after, var _) -> leftIn(conflict, path, after);
            case Step.EditDistroFile edit -> leftIn(conflict, edit.path(), edit.after());
            case Step.MoveAside move ->
                conflict instanceof Conflict.InFolder(var path, var _) && path.equals(move.path());
            case Step.SetRegistryValue(var key, var name, var _, var after) ->
                conflict instanceof Conflict.InRegistry there
                        && there.key().equalsIgnoreCase(key)
                        && there.name().equalsIgnoreCase(name)
                        && equal(there.now(), after);
            case Step.RunTool tool -> step instanceof Step.RunTool mine && isSame(mine, tool) && isInPlace(tool);
            case Step.InDistro _, Step.EngineCall _, Step.Manual _ -> false;
        };
    }

    private static boolean leftIn(Conflict conflict, String path, @Nullable Bytes after) {
        return conflict instanceof Conflict.InFile there
                && there.path().equals(path)
                && Objects.equals(there.now(), after);
    }

    private static boolean equal(@Nullable RegistryValue one, @Nullable RegistryValue other) {
        return Objects.equals(one, other);
    }

    /// The first of several arguments says what a tool is about.
    private static boolean isSame(Step.RunTool one, Step.RunTool other) {
        return one.tool() == other.tool()
                && (one.args().size() < 2
                        || one.args().getFirst().equals(other.args().getFirst()));
    }

    private boolean isInPlace(Step.RunTool tool) {
        return present.at(tool) instanceof Present.AsAfter;
    }
}
