package io.devdoctor.examination;

import io.devdoctor.text.Text;

/// A file that cannot be replayed, with a reason that can be told to a person: which file, what is wrong, where.
public final class UnusableRecording extends Exception {
    private static final long serialVersionUID = 1;
    private final transient Text reason;

    public UnusableRecording(Text reason) {
        super(reason.key());
        this.reason = reason;
    }

    public Text reason() {
        return reason;
    }
}
