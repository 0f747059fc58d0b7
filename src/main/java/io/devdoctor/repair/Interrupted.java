package io.devdoctor.repair;

import io.devdoctor.text.Text;
import java.util.List;
import java.util.Optional;

/// What has begun and not ended.
///
/// @param entries interrupted, to be completed or rolled back; newest last
/// @param running who is at work, where that cannot be told from an interruption; then there are no entries
public record Interrupted(List<Entry> entries, Optional<Text> running) {
    public Interrupted {
        entries = List.copyOf(entries);
    }
}
