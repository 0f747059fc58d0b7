package io.devdoctor.check.project.stage;

/// A USER instruction.
///
/// @param name  the user without the group, as resolved
/// @param group "" = none is named
/// @param state whether such a user exists just then; a number always does
public record UserChange(String name, String group, Found.State state, Found.State groupState, int line) {
    public boolean isRoot() {
        return name.equals("root") || name.equals("0");
    }
}
