package io.devdoctor.repair;

/// Who asked for a change; stands in the journal.
public enum Asker {
    DESKTOP,
    COMMAND_LINE
}
