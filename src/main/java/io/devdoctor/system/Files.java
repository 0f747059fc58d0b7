package io.devdoctor.system;

import io.devdoctor.machine.FileContent;
import io.devdoctor.machine.FileState;
import io.devdoctor.machine.Reading;
import java.util.List;

/// Reads the file system, with paths in the notation of the examined system.
public interface Files {
    /// The largest file that [#read] returns; a larger one is Unknown(UNREADABLE) naming its size.
    long MOST_BYTES = 16L << 20;

    /// Without following a link in the last position, and without opening the file.
    Reading<FileState> state(String path);

    /// The whole content. A folder in the file's place is Unknown(UNREADABLE).
    Reading<FileContent> read(String path);

    /// As [#read], of several files in one go: thousands of small files cost less so. In the order of the paths.
    default List<Reading<FileContent>> readAll(List<String> paths) {
        return paths.stream().map(this::read).toList();
    }

    /// Names in a folder, sorted.
    Reading<List<String>> list(String folder);

    /// Everything in a folder with its state, sorted by name. Links are not followed.
    Reading<List<Child>> children(String folder);

    record Child(String name, Reading<FileState> state) {}
}
