package io.devdoctor.testing.sim;

import java.util.List;
import java.util.Locale;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// Folders of the simulated disk, as a recording lists them.
final class SimFolder {
    private SimFolder() {}

    /// Gives a folder, and everything in it, another name.
    static void move(ObjectNode files, String path, String to) {
        String from = path.toLowerCase(Locale.ROOT);
        List<String> moved = files.propertyNames().stream()
                .filter(name -> isAtOrBelow(name.toLowerCase(Locale.ROOT), from))
                .toList();
        for (String name : moved) files.set(to + name.substring(path.length()), files.remove(name));
        files.putNull(path);
    }

    /// Keeps the list of the folder around a file true, where the recording has one.
    static void list(ObjectNode files, String path, boolean there) {
        int end = path.lastIndexOf('\\');
        if (end < 0 || !(files.get(path.substring(0, end)) instanceof ObjectNode folder) || !folder.has("entries"))
            return;
        String name = path.substring(end + 1);
        ArrayNode entries = (ArrayNode) folder.path("entries");
        for (int i = 0; i < entries.size(); i++) {
            JsonNode entry = entries.get(i);
            String known = entry.isObject() ? entry.path("name").asString("") : entry.asString("");
            if (!known.equalsIgnoreCase(name)) continue;
            if (!there) entries.remove(i);
            return;
        }
        if (there) entries.add(name);
    }

    private static boolean isAtOrBelow(String name, String folder) {
        return name.equals(folder) || name.startsWith(folder + "\\");
    }
}
