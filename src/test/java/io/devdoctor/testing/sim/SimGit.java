package io.devdoctor.testing.sim;

import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// What git does to the repositories of the simulated Windows: modes of its index, and one setting.
record SimGit(SimState state) {
    private static final int FATAL = 128;

    /// @param line with the program in front, as the table of tools makes it
    int run(List<String> line) {
        String folder = line.get(2);
        if (repository(state.load(), folder).isEmpty()) return FATAL;
        int mode = line.indexOf("update-index");
        if (mode < 0) {
            state.change(root ->
                    repository(root, folder).orElseThrow().withObject("/config").put("core.filemode", line.getLast()));
            return 0;
        }
        String path = line.getLast();
        boolean tracked = entry(state.load(), folder, path).isPresent();
        if (tracked) {
            String octal = line.get(mode + 1).equals("--chmod=+x") ? "100755" : "100644";
            state.change(root -> entry(root, folder, path).orElseThrow().set(0, octal));
        }
        return tracked ? 0 : FATAL;
    }

    private static Optional<ObjectNode> repository(ObjectNode root, String folder) {
        for (var each : root.path("git").properties()) {
            if (each.getKey().equalsIgnoreCase(folder) && each.getValue() instanceof ObjectNode git) {
                return Optional.of(git);
            }
        }
        return Optional.empty();
    }

    private static Optional<ArrayNode> entry(ObjectNode root, String folder, String path) {
        JsonNode entry = repository(root, folder).orElseThrow().path("index").path(path);
        return entry instanceof ArrayNode known ? Optional.of(known) : Optional.empty();
    }
}
