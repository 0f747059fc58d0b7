package io.devdoctor.desktop;

import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;

/// Tells when DevDoctor is started once more while its window is open.
@FunctionalInterface
public interface Arrivals {
    /// Nobody ever comes.
    Arrivals NONE = _ -> {};

    /// @param asked is told, on any thread, that the window is wanted, with the recording it is to show if there is one
    void listen(Consumer<? super Optional<Path>> asked);
}
