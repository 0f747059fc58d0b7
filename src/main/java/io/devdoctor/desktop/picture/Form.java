package io.devdoctor.desktop.picture;

/// How much room a picture has.
public enum Form {
    /// One of several on the overview: what matters, at a glance.
    SMALL,
    /// On the page of its area: everything, with its scale, and details of each part.
    LARGE
}
