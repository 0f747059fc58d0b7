package io.devdoctor.repair;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// What was seen when a fix became pending, to tell later whether the restart it waits for has happened.
///
/// @param gone whether the complaint was gone at once, as where the check reads a file and nothing that runs
/// @param live what another start changes: the boot id of WSL's virtual machine, or what the engine has in force;
///             "" if it could not be asked
/// @param boot which start of Windows it was
record Moment(boolean gone, String live, Boot boot) {
    Moment(boolean gone, String live) {
        this(gone, live, Boot.UNKNOWN);
    }

    void write(ObjectNode node) {
        node.put("gone", gone).put("live", live).put("boot", boot.number()).put("uptimeSeconds", boot.uptime());
    }

    static Moment read(JsonNode node) {
        // Where an older entry does not say, nothing may be concluded from a complaint that is gone.
        return new Moment(
                node.path("gone").asBoolean(true),
                node.path("live").asString(""),
                new Boot(
                        node.path("boot").asLong(-1), node.path("uptimeSeconds").asLong(-1)));
    }
}
