package io.devdoctor.system.change;

import io.devdoctor.machine.Bytes;

/// Replaces whole files, so that a kill at any instant leaves the old bytes or the new ones.
///
/// Refuses a symbolic link, a junction or a folder in the file's place, and a read-only file.
public interface FileChanges {
    /// Creates or replaces; owner and permissions of an old file are kept.
    ChangeResult write(String path, Bytes content);

    ChangeResult remove(String path);

    /// Renames a folder in one step. Refuses a link in its place, and a name that is taken.
    ChangeResult moveFolder(String path, String to);

    /// Deletes what an interrupted [#write] left beside the file. Only while nobody else writes it.
    ChangeResult sweep(String path);
}
