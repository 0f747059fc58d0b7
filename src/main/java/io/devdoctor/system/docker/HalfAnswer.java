package io.devdoctor.system.docker;

import java.io.IOException;

/// An answer that broke off inside its body.
final class HalfAnswer extends IOException {
    private static final long serialVersionUID = 1;

    HalfAnswer(IOException cause) {
        super("the answer broke off", cause);
    }
}
