package io.devdoctor.system;

import io.devdoctor.machine.Reading;
import io.devdoctor.machine.project.GitRepository;
import java.util.Set;

/// Reads git repositories without git, and without writing anything into them.
public interface Repositories {
    /// The largest content of the index that is read.
    int MOST_OF_BLOB = 1 << 20;

    /// The repository around a folder; Absent = there is none up to the root of its disk.
    ///
    /// A `.git` that leads nowhere is Unknown(UNREADABLE) naming it.
    ///
    /// @param folder in the notation of the examined system
    /// @param blobs  paths relative to the folder, with `/`, of which the content in the index is wanted
    Reading<GitRepository> repository(String folder, Set<String> blobs);
}
