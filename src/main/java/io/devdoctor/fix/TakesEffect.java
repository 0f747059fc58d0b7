package io.devdoctor.fix;

/// When an applied fix is in force.
public enum TakesEffect {
    NOW,
    WSL_RESTART,
    /// The one distribution that the fix is about; the rest of WSL goes on.
    DISTRO_RESTART,
    DESKTOP_RESTART,
    SIGN_OUT,
    REBOOT
}
