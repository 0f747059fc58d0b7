package io.devdoctor.fix;

/// When an applied fix is in force, the earlier first.
public enum TakesEffect {
    NOW,
    /// The one distribution that the fix is about; the rest of WSL goes on.
    DISTRO_RESTART,
    WSL_RESTART,
    DESKTOP_RESTART,
    SIGN_OUT,
    REBOOT
}
