package io.devdoctor.system;

import io.devdoctor.machine.Reading;

/// Named pipes of Windows.
public interface Pipes {
    /// @param name without `\\.\pipe\`; Known(true) = exists, Absent, Unknown(DENIED) = exists and refuses us
    Reading<Boolean> pipe(String name);
}
