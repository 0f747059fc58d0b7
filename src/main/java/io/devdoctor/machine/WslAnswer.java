package io.devdoctor.machine;

import java.util.List;
import java.util.Map;

/// What wsl.exe itself answered. The whole part is NotApplicable where no WSL is installed: the stub that Windows has
/// instead offers a download and waits for a key, so it is never started.
///
/// @param list    `wsl.exe --list --verbose`: one row per distribution. Absent = there are no distributions;
///                Unknown(TIMED_OUT) = wsl.exe hangs; Unknown(FAILED) with the error id such as
/// `Wsl/Service/E_UNEXPECTED`
/// @param live    facts from inside each running WSL 2 distribution, by its name; docker-desktop is left alone
public record WslAnswer(Reading<List<Row>> list, Map<String, Live> live) {
    public WslAnswer {
        live = Map.copyOf(live);
    }

    /// @param state as printed, never localized: Running, Stopped, Installing, Converting …
    public record Row(String name, String state, int version, boolean isDefault) {
        public boolean isRunning() {
            return state.equals("Running");
        }
    }

    /// @param memoryTotal MemTotal of /proc/meminfo in bytes
    /// @param processors  as nproc counts
    /// @param kernel      `uname -r`
    /// @param clock       distribution minus host
    public record Live(
            Reading<Long> memoryTotal, Reading<Integer> processors, Reading<String> kernel, Reading<Interval> clock) {}
}
