package io.devdoctor.check.wsl;

import io.devdoctor.check.CheckInfo;
import io.devdoctor.check.DatedTable;
import io.devdoctor.check.Subject;
import io.devdoctor.text.Text;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/// A row of the dated table of error ids, `wsl-errors.csv`: what a code means and who decides its cause.
///
/// @param codes       last parts of an id as [WslError] writes them, or `*`
/// @param path        words of which one stands in the id; empty = anywhere
/// @param restart     whether ending WSL or restarting the computer is known to help
/// @param explainedBy ids of the checks that decide the cause
record KnownError(
        String key, Set<String> codes, Set<String> path, Part part, boolean restart, List<String> explainedBy) {
    static final List<KnownError> ALL =
            DatedTable.rows("wsl-errors.csv", 7).stream().map(KnownError::of).toList();

    /// Checks whose findings are about single distributions.
    private static final Set<String> OF_DISTROS =
            Set.of("wsl.disk-attributes", "wsl.distro-version", "wsl.distro-state", "wsl.distro-config");

    /// What is ill.
    enum Part {
        INSTALLATION,
        SERVICE,
        MACHINE,
        DISTRO,
        DOWNLOAD
    }

    /// The true cause, a sentence or two.
    Text meaning() {
        return Text.of("wsl-error." + key);
    }

    Text advice() {
        return Text.of("wsl-error." + key + ".do");
    }

    /// What may explain a finding of `check` about `subject` that shows this error.
    List<CheckInfo.Cause> causes(String check, Subject subject) {
        return explainedBy.stream()
                .filter(id -> !id.equals(check))
                .map(id -> edge(id, subject.kind() == Subject.Kind.DISTRO))
                .toList();
    }

    /// The same for every row there is: the edges that a check has to declare.
    static List<CheckInfo.Cause> allCauses(String check, boolean ofDistro) {
        return ALL.stream()
                .flatMap(row -> row.explainedBy.stream())
                .distinct()
                .filter(id -> !id.equals(check))
                .map(id -> edge(id, ofDistro))
                .toList();
    }

    private static CheckInfo.Cause edge(String id, boolean ofDistro) {
        // Too old for Docker Desktop alone is not too old for WSL.
        if (id.equals("host.windows-build")) return CheckInfo.any(id).whenBroken();
        return ofDistro && OF_DISTROS.contains(id) ? CheckInfo.sameSubject(id) : CheckInfo.any(id);
    }

    private static KnownError of(List<String> row) {
        Part part = Part.valueOf(row.get(3).toUpperCase(java.util.Locale.ROOT));
        Set<String> codes = Set.copyOf(words(row.get(1)).map(WslError::code).toList());
        Set<String> path = Set.copyOf(words(row.get(2)).toList());
        return new KnownError(
                row.get(0),
                codes,
                path,
                part,
                row.get(4).equals("yes"),
                words(row.get(5)).toList());
    }

    private static Stream<String> words(String list) {
        return Stream.of(list.split(",")).filter(word -> !word.isEmpty());
    }
}
