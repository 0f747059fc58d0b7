package io.devdoctor.check.wsl;

import io.devdoctor.check.Evidence;
import io.devdoctor.check.Subject;
import io.devdoctor.fix.Fix;
import io.devdoctor.format.WslConfigEntry;
import io.devdoctor.format.WslConfigProblem;
import io.devdoctor.format.WslConfigProblem.Kind;
import io.devdoctor.text.Text;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Stream;

/// What is wrong with each line, the worst of a line standing for it.
final class ConfigProblems {
    private static final Set<Kind> VALUES =
            EnumSet.of(Kind.INVALID_BOOLEAN, Kind.INVALID_INTEGER, Kind.INVALID_SIZE, Kind.INVALID_CHOICE);

    private ConfigProblems() {}

    /// Line by line, those of the whole file (line 0) first.
    static List<WslConfigProblem> worstByLine(ConfigFile file, Predicate<WslConfigProblem> wanted) {
        Map<Integer, WslConfigProblem> worst = new TreeMap<>();
        file.config().problems().stream()
                .filter(wanted)
                .forEach(problem -> worst.merge(
                        problem.line(),
                        problem,
                        (first, next) -> first.effect().compareTo(next.effect()) <= 0 ? first : next));
        return worst.values().stream()
                .sorted(Comparator.comparingInt(WslConfigProblem::line))
                .toList();
    }

    /// The line, as far as it is about one setting.
    static Subject subject(ConfigFile file, WslConfigProblem problem) {
        String setting = file.config().entries().stream()
                .filter(entry -> entry.line() == problem.line())
                .map(WslConfigEntry::name)
                .map(name -> name.toLowerCase(Locale.ROOT))
                .findFirst()
                .orElse("");
        return Subject.line(ConfigFile.NAME, problem.line(), setting);
    }

    /// Line number, the line as it stands, and what WSL makes of it.
    static Object[] args(ConfigFile file, WslConfigProblem problem) {
        return new Object[] {String.valueOf(problem.line()), file.lineText(problem.line()), words(problem)};
    }

    /// Whether a key is set again to what it is anyway.
    static boolean isRepeated(WslConfigProblem problem) {
        return problem.kind() == Kind.DUPLICATE_KEY
                && problem.arguments().get(3).equals(problem.arguments().get(4));
    }

    /// Whether two lines set a key to different values, so that nobody but the person knows which one is meant.
    static boolean isContradiction(WslConfigProblem problem) {
        return problem.kind() == Kind.DUPLICATE_KEY && !isRepeated(problem);
    }

    /// A person chooses between the two lines.
    ///
    /// @param file where they stand
    static Fix choice(String id, String file, WslConfigProblem problem) {
        List<String> args = problem.arguments();
        return WslTools.manual(
                id,
                file,
                args.get(1),
                args.get(2) + "=" + args.get(4),
                String.valueOf(problem.line()),
                args.get(0) + "=" + args.get(3));
    }

    static Evidence evidence(ConfigFile file, WslConfigProblem problem) {
        return problem.line() == 0
                ? Evidence.of("evidence.wsl.config-file", problem.kind().name(), words(problem), file.source())
                : file.line(problem.line());
    }

    static Text words(WslConfigProblem problem) {
        if (isWithoutValue(problem)) {
            return Text.of("wslconfig.problem.NO_VALUE", problem.arguments().getFirst());
        }
        if (problem.kind() == Kind.DUPLICATE_KEY) {
            String key = "wslconfig.problem.DUPLICATE_KEY" + (isRepeated(problem) ? ".same" : "");
            return Text.of(
                    key,
                    Stream.concat(problem.arguments().stream(), Stream.of(String.valueOf(problem.line())))
                            .toArray());
        }
        String key = "wslconfig.problem." + problem.kind() + (isBare(problem) ? ".bare" : "");
        return Text.of(key, problem.arguments().toArray());
    }

    private static boolean isWithoutValue(WslConfigProblem problem) {
        return VALUES.contains(problem.kind()) && problem.arguments().get(1).isBlank();
    }

    /// Whether the last thing the sentence would say is not known.
    private static boolean isBare(WslConfigProblem problem) {
        boolean hasBareForm = problem.kind() == Kind.SIZE_WITHOUT_UNIT || problem.kind() == Kind.REMOVED_KEY;
        return hasBareForm && problem.arguments().getLast().isEmpty();
    }
}
