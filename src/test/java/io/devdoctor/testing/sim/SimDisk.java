package io.devdoctor.testing.sim;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// A file or folder of the simulated NTFS, with its attributes and what it occupies.
record SimDisk(SimState state, String path) {
    private static final int NOT_FOUND = 1;

    /// Takes an attribute off or puts it on; a file that loses it occupies its whole size.
    int attribute(String name, boolean on) {
        if (!exists()) return NOT_FOUND;
        state.change(root -> {
            ObjectNode file = file(root);
            ArrayNode old = file.withArray("attributes");
            ArrayNode left = old.arrayNode();
            for (JsonNode each : old) if (!each.asString().equals(name)) left.add(each);
            if (on) left.add(name);
            file.set("attributes", left);
            long size = file.path("size").asLong(0);
            if (size > 0) file.put("allocated", on ? size / 2 : size);
        });
        return 0;
    }

    /// The file shrinks to what is used inside, and the drive gets the rest back.
    int compact() {
        if (!exists()) return NOT_FOUND;
        state.change(root -> {
            ObjectNode file = file(root);
            long before = file.path("allocated").asLong();
            long after = Math.min(before, 4L << 30);
            file.put("size", after).put("allocated", after);
            for (JsonNode volume : root.path("hardware").path("volumes")) {
                boolean ours = path.toUpperCase(java.util.Locale.ROOT)
                        .startsWith(volume.path("mount").asString());
                if (ours)
                    ((ObjectNode) volume).put("usable", volume.path("usable").asLong() + before - after);
            }
        });
        return 0;
    }

    private boolean exists() {
        return state.load().path("files").path(path).isObject();
    }

    private ObjectNode file(ObjectNode root) {
        return (ObjectNode) root.path("files").path(path);
    }
}
