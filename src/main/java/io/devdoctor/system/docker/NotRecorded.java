package io.devdoctor.system.docker;

import java.io.IOException;

/// The recording being replayed does not hold this request.
public final class NotRecorded extends IOException {
    private static final long serialVersionUID = 1;

    public NotRecorded(String request) {
        super(request);
    }
}
