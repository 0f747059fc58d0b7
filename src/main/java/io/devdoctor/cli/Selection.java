package io.devdoctor.cli;

import io.devdoctor.check.Area;
import io.devdoctor.check.Check;
import io.devdoctor.check.CheckInfo;
import io.devdoctor.check.Checks;
import io.devdoctor.text.Text;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/// Which checks a person asked for: areas (`project`), groups (`dockerfile`) and ids (`wsl.config-memory`).
///
/// @param only none = all
record Selection(List<String> only, List<String> skip) {
    Selection {
        only = words(only);
        skip = words(skip);
        only.forEach(Selection::known);
        skip.forEach(Selection::known);
    }

    /// Also those between which a person put a comma and a blank.
    private static List<String> words(List<String> typed) {
        List<String> words = typed.stream().map(String::strip).toList();
        if (words.contains("")) throw CliProblem.usage(Text.of("cli.error.empty-value", "--only, --skip"));
        return words;
    }

    /// Whether nothing is left: nothing examined would look like nothing found.
    boolean isEmpty() {
        return checks().findAny().isEmpty();
    }

    /// Whether everything that is asked for looks at projects alone.
    boolean isOfProjects() {
        return checks().allMatch(check -> check.area() == Area.PROJECT);
    }

    private Stream<CheckInfo> checks() {
        return Checks.ALL.stream().map(Check::info).filter(this::admits);
    }

    boolean admits(CheckInfo check) {
        return (only.isEmpty() || only.stream().anyMatch(word -> names(word, check)))
                && skip.stream().noneMatch(word -> names(word, check));
    }

    private static boolean names(String word, CheckInfo check) {
        return word.equals(check.id())
                || word.equals(check.area().id())
                || check.id().startsWith(word + ".");
    }

    /// Refuses what is the id of no check.
    static void requireCheck(String id) {
        if (!Checks.has(id)) throw refused(id, Text.of("cli.error.no-check", id));
    }

    /// A misspelt word would else examine nothing, and nothing would be found.
    private static void known(String word) {
        boolean known = Checks.ALL.stream().map(Check::info).anyMatch(check -> names(word, check));
        if (known) return;
        List<String> areas = Arrays.stream(Area.values()).map(Area::id).toList();
        throw refused(word, Text.of("cli.error.no-check-or-area", word, Text.several(areas)));
    }

    private static CliProblem refused(String word, Text why) {
        String meant = Checks.meant(word);
        return CliProblem.usage(meant.isEmpty() ? why : Text.of("cli.error.no-check-meant", word, meant));
    }
}
