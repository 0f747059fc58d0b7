package io.devdoctor.fix;

/// When an applied fix is in force.
public enum TakesEffect {
    NOW,
    WSL_RESTART,
    DESKTOP_RESTART,
    SIGN_OUT,
    REBOOT
}
