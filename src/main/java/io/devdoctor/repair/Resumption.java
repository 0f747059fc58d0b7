package io.devdoctor.repair;

/// What to do with a transaction that was interrupted.
public enum Resumption {
    COMPLETE,
    ROLL_BACK
}
