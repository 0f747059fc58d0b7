package io.devdoctor.check.drives;

import java.util.regex.Pattern;

/// Paths of binds as Docker Desktop shows them.
final class WindowsPath {
    /// As typed; as the WSL 2 engine sees Windows drives; as the Hyper-V engine does. Below `host/wsl` lie
    /// distributions, not drives.
    private static final Pattern ON_A_DRIVE = Pattern.compile(
            "[A-Za-z]:[\\\\/].*|/run/desktop/mnt/host/[a-zA-Z](/.*)?|/host_mnt/[a-zA-Z](/.*)?|/mnt/[a-zA-Z](/.*)?");

    private WindowsPath() {}

    static boolean isOnADrive(String source) {
        return ON_A_DRIVE.matcher(source).matches();
    }
}
