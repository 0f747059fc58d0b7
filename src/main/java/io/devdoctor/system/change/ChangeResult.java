package io.devdoctor.system.change;

/// What became of one change. Ports never throw for what the system says.
public sealed interface ChangeResult {
    /// @param detail technical and untranslated, for the journal
    record Done(String detail) implements ChangeResult {}

    /// Nothing was changed.
    ///
    /// @param what   the file, key or object in the notation of its system
    /// @param detail what the system said, untranslated
    record Failed(Reason reason, String what, String detail) implements ChangeResult {}

    /// Nothing was changed: a link, at the thing itself or among the folders above it, leads out of where it was
    /// meant to be.
    ///
    /// @param link    where the link stands
    /// @param leadsTo as the link says it
    record Linked(String what, String link, String leadsTo) implements ChangeResult {}

    /// Why a change failed; words are `repair.failed.<reason>` with the thing as `{0}`.
    enum Reason {
        /// A symbolic link or junction stands where a plain file is expected.
        LINK_IN_PLACE,
        FOLDER_IN_PLACE,
        /// It does not lie below the folder that the change is meant for.
        OUTSIDE,
        /// Somebody else saved it between the look and the write.
        CHANGED,
        READ_ONLY,
        DENIED,
        NO_SPACE,
        /// The folder, key or engine is not there.
        GONE,
        /// Something else needs the object.
        IN_USE,
        TIMED_OUT,
        /// A tool ended with an exit code that means failure.
        EXIT,
        /// The distribution does not run, and is not started for a change.
        NOT_RUNNING,
        /// Docker Desktop was started meanwhile, and would write the file anew from memory.
        DESKTOP_RUNS,
        /// This system has no such thing.
        NOT_HERE,
        FAILED
    }
}
