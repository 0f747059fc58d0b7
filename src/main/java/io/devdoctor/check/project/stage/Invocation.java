package io.devdoctor.check.project.stage;

import io.devdoctor.check.project.stage.Execution.How;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// A program or script that a command line starts.
///
/// @param path as written: absolute, relative to the working directory, or a bare name
record Invocation(String path, How how) {
    private static final Set<String> STARTERS =
            Set.of("tini", "dumb-init", "catatonit", "env", "exec", "nohup", "nice", "time", "stdbuf", "sudo", "init");
    /// They take one word before the program: a user, a time.
    private static final Set<String> STARTERS_WITH_WORD = Set.of("gosu", "su-exec", "timeout", "s6-setuidgid", "chpst");
    private static final Set<String> INTERPRETERS =
            Set.of("sh", "ash", "bash", "dash", "zsh", "ksh", "python", "python3", "perl", "ruby", "node", "php");
    private static final Set<String> NO_SCRIPT = Set.of("-c", "-m", "-e", "-p", "--eval", "--print", "-r");

    /// Outermost first; of `tini -- sh /run.sh` the script alone.
    static List<Invocation> of(List<String> words) {
        List<Invocation> found = new ArrayList<>();
        List<String> rest = words;
        while (!rest.isEmpty()) {
            String name = ImagePath.name(rest.getFirst());
            boolean word = STARTERS_WITH_WORD.contains(name);
            if (word || STARTERS.contains(name)) {
                rest = withoutOptions(rest.subList(1, rest.size()));
                if (word && !rest.isEmpty()) rest = withoutOptions(rest.subList(1, rest.size()));
                continue;
            }
            add(rest, name, found);
            // An entrypoint script hands over to what follows it.
            boolean handsOver = found.size() < 4 && name.contains("entrypoint") && rest.size() > 1;
            rest = handsOver ? rest.subList(1, rest.size()) : List.of();
        }
        return List.copyOf(found);
    }

    private static List<String> withoutOptions(List<String> words) {
        int at = 0;
        while (at < words.size()
                && (words.get(at).startsWith("-") || words.get(at).matches("\\w+=.*"))) {
            if (words.get(at++).equals("--")) break;
        }
        return words.subList(at, words.size());
    }

    private static void add(List<String> words, String name, List<Invocation> found) {
        if (name.equals(".") || name.equals("source")) {
            if (words.size() > 1) found.add(new Invocation(words.get(1), How.SOURCED));
            return;
        }
        if (!INTERPRETERS.contains(name)) {
            if (!words.getFirst().isEmpty()) found.add(new Invocation(words.getFirst(), How.DIRECT));
            return;
        }
        for (String word : words.subList(1, words.size())) {
            boolean shell = name.endsWith("sh");
            if (shell ? word.matches("-[a-z]*[cs]") : NO_SCRIPT.contains(word)) return;
            if (word.startsWith("-")) continue;
            found.add(new Invocation(word, How.THROUGH_INTERPRETER));
            return;
        }
    }
}
