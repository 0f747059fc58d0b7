package io.devdoctor.report;

import io.devdoctor.text.Text;

/// A file that is no report that can be read, with a reason that can be told to a person: which file, what is wrong.
public final class UnreadableReport extends Exception {
    private static final long serialVersionUID = 1;
    private final transient Text reason;
    private final boolean recording;

    UnreadableReport(Text reason) {
        this(reason, false);
    }

    private UnreadableReport(Text reason, boolean recording) {
        super(reason.key());
        this.reason = reason;
        this.recording = recording;
    }

    static UnreadableReport recording(String name) {
        return new UnreadableReport(Text.of("report.unreadable.recording", name), true);
    }

    public Text reason() {
        return reason;
    }

    /// Whether it is a recorded machine, which has to be examined before it says anything.
    public boolean isRecording() {
        return recording;
    }
}
