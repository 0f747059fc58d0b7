package io.devdoctor.fix;

/// What applying a fix disturbs or demands.
public enum Effect {
    /// Ends every distribution, and with them Docker Desktop's engine.
    STOPS_WSL,
    /// Ends the one distribution that the fix is about.
    STOPS_DISTRO,
    STOPS_DESKTOP,
    STOPS_CONTAINERS,
    /// Changes what a project means: how its image is built, or how its program runs. Somebody who knows it looks
    /// first.
    CHANGES_MEANING,
    /// Windows asks for administrator rights.
    ADMIN,
    /// Something is gone afterwards; every object and its size is listed, and it is confirmed separately.
    DELETES_DATA,
    /// There is nothing that an undo could put back.
    NOT_REVERSIBLE
}
