package io.devdoctor.repair;

import java.util.List;

/// An entry with what belongs to it and is not shown.
///
/// @param moment what was seen when it last ended
record Stored(Entry entry, List<Complaint> complaints, Moment moment, EntryFile file) {
    Stored {
        complaints = List.copyOf(complaints);
    }

    /// Every folder that the findings were about.
    List<String> projects() {
        return complaints.stream()
                .flatMap(complaint -> complaint.projects().stream())
                .distinct()
                .toList();
    }

    boolean isUnfinished() {
        return entry.isUnfinished();
    }
}
