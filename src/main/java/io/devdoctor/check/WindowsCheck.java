package io.devdoctor.check;

import io.devdoctor.machine.Machine;
import java.util.List;

/// A check whose question arises on Windows alone; elsewhere it does not apply.
public interface WindowsCheck extends Check {
    /// As [Check#examine], on a machine that is known to run Windows.
    List<Finding> examineWindows(Machine machine);

    @Override
    default List<Finding> examine(Machine machine) {
        return machine.platform().isWindows() ? examineWindows(machine) : List.of(notApplicable(Subject.MACHINE));
    }
}
