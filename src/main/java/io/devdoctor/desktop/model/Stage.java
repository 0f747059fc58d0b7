package io.devdoctor.desktop.model;

import io.devdoctor.examination.Wait;

/// How far a check has come.
public sealed interface Stage {
    /// Nothing of what it needs is being read yet.
    record Waiting() implements Stage {}

    /// Something that it needs is being read.
    record Reading() implements Stage {}

    /// It has been waiting for an answer for a while.
    record Slow(Wait why) implements Stage {}

    /// It has said what it has to say; and whether it is being asked again.
    record Done(boolean again) implements Stage {}
}
