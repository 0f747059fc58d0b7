package io.devdoctor.check.wsl;

import static io.devdoctor.check.Subject.MACHINE;

import io.devdoctor.check.Finding;
import io.devdoctor.check.WindowsCheck;
import io.devdoctor.machine.Machine;
import io.devdoctor.machine.Wsl;
import java.util.List;

/// A check whose question arises only where some WSL is installed.
interface WslCheck extends WindowsCheck {
    /// @param wsl of a machine on which WSL is known to be installed
    List<Finding> examineWsl(Wsl wsl, Machine machine);

    @Override
    default List<Finding> examineWindows(Machine machine) {
        return judgeIfPresent(
                machine.wsl(),
                MACHINE,
                (wsl, _) -> judgeIfPresent(
                        wsl.installed(),
                        MACHINE,
                        (installed, _) -> installed ? examineWsl(wsl, machine) : List.of(notApplicable(MACHINE))));
    }
}
