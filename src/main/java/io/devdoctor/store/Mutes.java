package io.devdoctor.store;

import java.util.List;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/// Everything that the person at this machine does not want to hear of. Nothing in it goes away by itself.
///
/// @param unclear entries that mute nothing, since nobody can tell what they mean; kept as they are
public record Mutes(List<Mute> all, List<JsonNode> unclear) {
    public static final Mutes NONE = new Mutes(List.of(), List.of());

    public Mutes {
        all = List.copyOf(all);
        unclear = List.copyOf(unclear);
    }

    /// With this one, in place of older ones about the same finding.
    public Mutes with(Mute mute) {
        return new Mutes(
                Stream.concat(without(mute).all.stream(), Stream.of(mute)).toList(), unclear);
    }

    /// Without what is about the same finding.
    public Mutes without(Mute mute) {
        return new Mutes(all.stream().filter(other -> !other.isSameAs(mute)).toList(), unclear);
    }
}
