package io.devdoctor.system.change;

import io.devdoctor.machine.Bytes;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Replaces whole files, so that a kill at any instant leaves the old bytes or the new ones.
///
/// Refuses a symbolic link, a junction or a folder in the file's place, and a read-only file. `within` is the folder
/// that a change is meant for: what does not lie below it is refused, and so is a link among the folders between, at
/// the moment of writing.
public interface FileChanges {
    /// Creates or replaces; owner and permissions of an old file are kept.
    ///
    /// @param before what is replaced; anything else that stands there at the last moment stays. null = no file
    ChangeResult write(String path, @Nullable Bytes before, Bytes content, String within);

    /// @param before what is removed; anything else stays
    ChangeResult remove(String path, @Nullable Bytes before, String within);

    /// Renames a folder in one step. Refuses a link in its place, and a name that is taken.
    ChangeResult moveFolder(String path, String to, String within);

    /// Deletes what an interrupted [#write] left beside the file. Only while nobody else writes it.
    ChangeResult sweep(String path, String within);

    /// A link that would make a change there be refused, or that the place lies outside; looks only.
    Optional<ChangeResult> leadingOut(String path, String within);
}
