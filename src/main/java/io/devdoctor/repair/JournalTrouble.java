package io.devdoctor.repair;

import io.devdoctor.check.Evidence;
import io.devdoctor.machine.Source;
import io.devdoctor.store.LinkInPlaceException;
import io.devdoctor.text.Text;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Objects;

/// What is told where DevDoctor's own journal could not be read or written: nothing is changed without it.
record JournalTrouble(Path folder, Instant at, IOException cause) {

    /// Names the file, and what the person can do.
    Text words() {
        return cause instanceof LinkInPlaceException link
                ? Text.of("repair.failed.own-link", place(), Objects.requireNonNullElse(link.getOtherFile(), ""))
                : Text.of("repair.failed.JOURNAL", place());
    }

    List<Evidence> evidence() {
        return List.of(
                Evidence.of("repair.evidence.said", cause.toString(), new Source(Source.Kind.FILE, place(), at)));
    }

    private String place() {
        String file = cause instanceof FileSystemException about ? about.getFile() : null;
        return Objects.requireNonNullElse(file, folder.toString());
    }
}
