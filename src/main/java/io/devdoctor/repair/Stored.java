package io.devdoctor.repair;

/// An entry with what belongs to it and is not shown.
record Stored(Entry entry, Complaint complaint, EntryFile file) {
    boolean isUnfinished() {
        return entry.state() == Entry.State.UNFINISHED || entry.state() == Entry.State.UNDO_UNFINISHED;
    }
}
