package io.devdoctor.check.project.compose;

import io.devdoctor.check.DatedTable;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// A row of our table of programs that watch sources, `watchers.csv`.
///
/// @param polls    words that say that it polls already
/// @param variable that makes it poll; "" = it knows none
/// @param value    of the variable
record Watcher(String name, List<Form> forms, List<String> polls, String variable, String value) {
    private static final int COLUMNS = 4;
    private static final List<Watcher> ALL =
            DatedTable.rows("watchers.csv", COLUMNS).stream().map(Watcher::of).toList();
    private static final String BEFORE = "(?:^|[\\s/;&|(\"'])";
    private static final String BEHIND = "(?=$|[\\s;&|)\"'])";

    /// @param program and words behind it that must be there, or must not
    record Form(Pattern program, List<String> with, List<String> without) {
        static Form of(String text) {
            List<String> words = List.of(text.split(" "));
            List<String> rest = words.subList(1, words.size());
            return new Form(
                    Pattern.compile(BEFORE + Pattern.quote(words.getFirst()) + BEHIND),
                    rest.stream().filter(word -> !word.startsWith("!")).toList(),
                    rest.stream()
                            .filter(word -> word.startsWith("!"))
                            .map(word -> word.substring(1))
                            .toList());
        }

        boolean isIn(String line) {
            var found = program.matcher(line);
            if (!found.find()) return false;
            List<String> behind = List.of(line.substring(found.end()).split("[\\s;&|\"']+"));
            return behind.containsAll(with) && without.stream().noneMatch(behind::contains);
        }
    }

    private static Watcher of(List<String> row) {
        String[] switched = row.get(3).split("=", 2);
        return new Watcher(
                row.getFirst(),
                Stream.of(row.get(1).split(";")).map(Form::of).toList(),
                Stream.of(row.get(2).split(" ")).filter(word -> !word.isEmpty()).toList(),
                switched[0],
                switched.length == 2 ? switched[1] : "");
    }

    /// The one that a command line starts.
    static Optional<Watcher> in(String line) {
        return ALL.stream()
                .filter(watcher -> watcher.forms().stream().anyMatch(form -> form.isIn(line)))
                .findFirst();
    }

    boolean pollsBy(String text) {
        return polls.stream().anyMatch(text::contains);
    }
}
