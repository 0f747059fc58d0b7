package io.devdoctor.repair;

import io.devdoctor.text.Text;

/// Why nothing was begun; words are `repair.refused.<name>`.
public enum Refusal {
    /// A recording is examined: there is nothing to change.
    RECORDING,
    /// Another DevDoctor is changing this machine.
    BUSY,
    /// An earlier transaction was interrupted and is to be completed or rolled back first.
    UNFINISHED,
    /// An effect was not agreed to.
    NO_CONSENT,
    /// The journal holds no such entry.
    NO_SUCH_ENTRY,
    /// The entry is not in a state that allows this.
    WRONG_STATE;

    public Text text() {
        return Text.of("repair.refused." + name());
    }
}
