package io.devdoctor.repair;

import io.devdoctor.fix.Step;
import java.util.Optional;

/// What takes a step back.
public final class Inverse {
    private Inverse() {}

    /// Empty where nothing does, or where there is nothing to take back.
    public static Optional<Step> of(Step step) {
        return switch (step) {
            case Step.EditFile(var path, var before, var after, var _) ->
                Optional.of(new Step.EditFile(path, after, before));
            case Step.EditDistroFile edit -> Optional.of(edit.inverse());
            case Step.MoveAside(var path, var to) -> Optional.of(new Step.MoveAside(to, path));
            case Step.SetRegistryValue(var key, var name, var before, var after) ->
                Optional.of(new Step.SetRegistryValue(key, name, after, before));
            case Step.RunTool tool -> Optional.ofNullable(tool.inverse());
            case Step.InDistro _, Step.EngineCall _, Step.Manual _ -> Optional.empty();
        };
    }
}
