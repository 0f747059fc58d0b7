package io.devdoctor.testing.sim;

import io.devdoctor.machine.Bytes;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// Files inside a distribution of the simulated WSL, as the answers of `head` and `stat` show them. It does what the
/// shell would do with a program that compares a hash, writes its input beside the file and renames it.
record SimDistroFiles(SimState state, String distro) {
    private static final Pattern PROGRAM = Pattern.compile("umask 022; f=(/\\S+); t=(/\\S+); .* mv -f \\$t \\$f .*");
    private static final int CHANGED = 41;
    private static final int CUT = 42;

    Optional<Integer> run(List<String> words, Bytes input) {
        if (words.getFirst().equals("rm")) return Optional.of(0);
        if (words.size() != 6 || !words.getFirst().equals("sh")) return Optional.empty();
        Matcher program = PROGRAM.matcher(words.get(2));
        if (!program.matches()) return Optional.empty();
        String path = program.group(1);
        if (!hash(path).equals(words.get(4))) return Optional.of(CHANGED);
        String after = words.get(5);
        if (!after.equals("none") && !after.equals(input.sha256())) return Optional.of(CUT);
        put(path, after.equals("none") ? Optional.empty() : Optional.of(text(input)));
        return Optional.of(0);
    }

    private static String text(Bytes input) {
        return new String(input.toArray(), StandardCharsets.UTF_8);
    }

    private String hash(String path) {
        for (JsonNode command : state.load().path("commands")) {
            String all = command.path("stdout").asString("");
            int start = all.indexOf(header(path));
            if (!answers(command, "head") || start < 0) continue;
            byte[] content = all.substring(start + header(path).length(), end(all, start))
                    .getBytes(StandardCharsets.UTF_8);
            return Bytes.of(content).sha256();
        }
        return "none";
    }

    private void put(String path, Optional<String> content) {
        state.change(root -> {
            for (JsonNode command : root.path("commands")) {
                String old = command.path("stdout").asString("");
                if (answers(command, "head")) ((ObjectNode) command).put("stdout", printed(old, path, content));
                if (answers(command, "stat")) ((ObjectNode) command).put("stdout", listed(old, path, content));
            }
        });
    }

    private boolean answers(JsonNode command, String program) {
        JsonNode run = command.path("run");
        return run.path(2).asString("").equals(distro)
                && run.path(4).asString("").equals(program);
    }

    /// `head` prints the files in the order of its arguments; this one is among the first.
    private static String printed(String all, String path, Optional<String> content) {
        int start = all.indexOf(header(path));
        String block = content.map(text -> header(path) + text).orElse("");
        if (start < 0) return block.isEmpty() ? all : block + (all.isEmpty() ? "" : "\n" + all);
        int end = end(all, start);
        int rest = block.isEmpty() && end < all.length() ? end + 1 : end;
        return all.substring(0, start) + block + all.substring(rest);
    }

    private static String listed(String all, String path, Optional<String> content) {
        String others = all.lines()
                .filter(row -> !row.endsWith(":" + path))
                .map(row -> row + "\n")
                .reduce("", String::concat);
        return content.map(text -> "81a4:" + text.getBytes(StandardCharsets.UTF_8).length + ":" + path + "\n" + others)
                .orElse(others);
    }

    private static int end(String all, int start) {
        int end = all.indexOf("\n==> /", start + 1);
        return end < 0 ? all.length() : end;
    }

    private static String header(String path) {
        return "==> " + path + " <==\n";
    }
}
