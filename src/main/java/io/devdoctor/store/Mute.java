package io.devdoctor.store;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/// A finding that the person at this machine does not want to hear of.
///
/// @param check   id
/// @param about   what the finding is about; empty = whatever the check finds
/// @param verdict how bad it was; a worse one is told again
/// @param reason  never blank
/// @param until   the last day on which it holds, by UTC; empty = for good
/// @param value   present if it holds only as long as the finding says this, in English
/// @param says    which of the sentences of its check the finding said, as a message key; another one is told again.
///                Empty in a mute of an older DevDoctor, which nobody asked to end: it holds whatever is said
/// @param project the folder with which the finding was made; empty for one about the machine
/// @param at      when it was muted
/// @param unknown members of a newer DevDoctor, kept as they are
public record Mute(
        String check,
        Optional<About> about,
        String verdict,
        String reason,
        Optional<LocalDate> until,
        Optional<String> value,
        Optional<String> says,
        Optional<String> project,
        Instant at,
        Map<String, JsonNode> unknown) {

    /// A subject as it is stored.
    public record About(String kind, String name, String world) {}

    public Mute {
        unknown = Map.copyOf(unknown);
        if (check.isBlank() || verdict.isBlank()) throw new IllegalArgumentException("a mute without a finding");
        if (reason.isBlank()) throw new IllegalArgumentException("a mute without a reason");
    }

    /// Whether both are about the same finding.
    public boolean isSameAs(Mute other) {
        return check.equals(other.check) && about.equals(other.about);
    }
}
