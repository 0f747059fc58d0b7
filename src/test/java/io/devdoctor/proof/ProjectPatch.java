package io.devdoctor.proof;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// Lays files into the project folders of a recorded machine: `{"C:\\src\\shop": {"web/Dockerfile": "FROM …"}}`.
///
/// A value is the text of a file (UTF-8), an object as a recording has it (`base64`, `denied`, `size`, `reparseTag` …),
/// or `null` for "no longer there". A path that ends with `/` is an empty folder. The listings of all folders on the
/// way are kept true, and the folder becomes one of the recording's projects.
final class ProjectPatch {
    private static final String MODIFIED = "2026-11-10T09:00:00Z";

    private ProjectPatch() {}

    static void apply(ObjectNode recording, ObjectNode folders) {
        ArrayNode projects = recording.withArray("projects");
        ObjectNode files = recording.withObject("files");
        for (var folder : folders.properties()) {
            String root = folder.getKey();
            boolean known = false;
            for (JsonNode project : projects) known |= project.asString().equals(root);
            if (!known) projects.add(root);
            folder(files, root);
            for (var file : folder.getValue().properties()) lay(files, root, file.getKey(), file.getValue());
        }
    }

    private static void lay(ObjectNode files, String root, String path, JsonNode content) {
        String separator = root.startsWith("/") ? "/" : "\\";
        List<String> names = new ArrayList<>(List.of(path.split("/")));
        String folder = root;
        String last = names.removeLast();
        for (String name : names) {
            list(files, folder, name, true);
            folder = folder + separator + name;
            folder(files, folder);
        }
        String full = folder + separator + last;
        list(files, folder, last, !content.isNull());
        if (content.isNull()) files.remove(full);
        else if (path.endsWith("/")) folder(files, full);
        else if (content.isString()) {
            files.putObject(full).put("text", content.asString()).put("modified", MODIFIED);
        } else files.set(full, content);
    }

    private static void folder(ObjectNode files, String path) {
        if (!(files.get(path) instanceof ObjectNode known) || !known.has("entries")) {
            files.putObject(path).putArray("entries");
        }
    }

    private static void list(ObjectNode files, String folder, String name, boolean there) {
        ObjectNode listing = (ObjectNode) files.get(folder);
        TreeSet<String> names = new TreeSet<>();
        for (JsonNode entry : listing.path("entries")) names.add(entry.asString());
        if (there) names.add(name);
        else names.remove(name);
        ArrayNode entries = listing.putArray("entries");
        names.forEach(entries::add);
    }
}
