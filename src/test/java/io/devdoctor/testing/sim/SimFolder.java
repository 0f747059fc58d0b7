package io.devdoctor.testing.sim;

import java.util.List;
import java.util.Locale;
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

    private static boolean isAtOrBelow(String name, String folder) {
        return name.equals(folder) || name.startsWith(folder + "\\");
    }
}
