package io.devdoctor.cli;

import io.devdoctor.check.Area;
import io.devdoctor.check.Check;
import io.devdoctor.check.CheckInfo;
import io.devdoctor.check.Checks;
import io.devdoctor.text.Text;
import java.util.Arrays;
import java.util.List;

/// Which checks a person asked for: areas (`project`), groups (`dockerfile`) and ids (`wsl.config-memory`).
///
/// @param only none = all
record Selection(List<String> only, List<String> skip) {
    Selection {
        only = List.copyOf(only);
        skip = List.copyOf(skip);
        only.forEach(Selection::known);
        skip.forEach(Selection::known);
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

    /// A misspelt word would else examine nothing, and nothing would be found.
    private static void known(String word) {
        boolean known = Checks.ALL.stream().map(Check::info).anyMatch(check -> names(word, check));
        if (known) return;
        List<String> areas = Arrays.stream(Area.values()).map(Area::id).toList();
        throw CliProblem.usage(Text.of("cli.error.no-check-or-area", word, Text.several(areas)));
    }
}
