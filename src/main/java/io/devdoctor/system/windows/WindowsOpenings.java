package io.devdoctor.system.windows;

import com.sun.jna.platform.win32.Shell32;
import com.sun.jna.platform.win32.WinUser;
import io.devdoctor.system.change.ChangeResult;
import io.devdoctor.system.change.ChangeResult.Reason;
import io.devdoctor.system.change.Openings;
import java.util.Set;

/// Settings pages and https addresses through the shell, and two programs of System32; nothing else is opened.
final class WindowsOpenings implements Openings {
    /// ShellExecute answers more than this on success.
    private static final int LAST_ERROR = 32;

    /// As [io.devdoctor.fix.Step.Manual] names them, which this room does not know.
    private static final Set<String> PROGRAMS = Set.of("devmgmt.msc", "taskmgr.exe");

    // unverified on Windows: ShellExecute open
    @Override
    public ChangeResult open(String target) {
        if (PROGRAMS.contains(target)) {
            return SystemFolder.program(target)
                    .map(file -> shell(target, file.toString()))
                    .orElseGet(() -> new ChangeResult.Failed(Reason.NOT_HERE, target, "not in System32"));
        }
        if (!target.startsWith("https://") && !target.matches("ms-settings:[a-z0-9-]+")) {
            return new ChangeResult.Failed(Reason.NOT_HERE, target, "neither an https address nor a settings page");
        }
        return shell(target, target);
    }

    private static ChangeResult shell(String target, String file) {
        long result = Shell32.INSTANCE
                .ShellExecute(null, "open", file, null, null, WinUser.SW_SHOWNORMAL)
                .longValue();
        return result > LAST_ERROR
                ? new ChangeResult.Done("opened")
                : new ChangeResult.Failed(Reason.FAILED, target, "ShellExecute " + result);
    }
}
