package io.devdoctor.system.windows;

import com.sun.jna.platform.win32.Shell32;
import com.sun.jna.platform.win32.WinUser;
import io.devdoctor.system.change.ChangeResult;
import io.devdoctor.system.change.ChangeResult.Reason;
import io.devdoctor.system.change.Openings;

/// Settings pages and https addresses through the shell; nothing else is opened.
final class WindowsOpenings implements Openings {
    /// ShellExecute answers more than this on success.
    private static final int LAST_ERROR = 32;

    // unverified on Windows: ShellExecute open
    @Override
    public ChangeResult open(String target) {
        if (!target.startsWith("https://") && !target.matches("ms-settings:[a-z0-9-]+")) {
            return new ChangeResult.Failed(Reason.NOT_HERE, target, "neither an https address nor a settings page");
        }
        long result = Shell32.INSTANCE
                .ShellExecute(null, "open", target, null, null, WinUser.SW_SHOWNORMAL)
                .longValue();
        return result > LAST_ERROR
                ? new ChangeResult.Done("opened")
                : new ChangeResult.Failed(Reason.FAILED, target, "ShellExecute " + result);
    }
}
