package io.devdoctor.repair;

/// An entry with what belongs to it and is not shown.
///
/// @param moment what was seen when it last ended
record Stored(Entry entry, Complaint complaint, Moment moment, EntryFile file) {
    boolean isUnfinished() {
        return entry.state() == Entry.State.UNFINISHED || entry.state() == Entry.State.UNDO_UNFINISHED;
    }
}
