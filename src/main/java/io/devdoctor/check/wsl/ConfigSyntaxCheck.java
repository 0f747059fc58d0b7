package io.devdoctor.check.wsl;

import io.devdoctor.check.Area;
import io.devdoctor.check.Certainty;
import io.devdoctor.check.CheckInfo;
import io.devdoctor.check.Finding;
import io.devdoctor.check.Subject;
import io.devdoctor.check.Verdict;
import io.devdoctor.fix.Fix;
import io.devdoctor.format.WslConfigProblem;
import io.devdoctor.format.WslConfigProblem.Kind;
import io.devdoctor.machine.Machine;
import io.devdoctor.machine.Part;
import io.devdoctor.machine.Wsl;
import io.devdoctor.text.Text;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/// Lines of `.wslconfig` that WSL ignores or misreads: grammar, units, escapes, duplicates, comment marks, encoding.
final class ConfigSyntaxCheck implements WslCheck {
    private static final Subject FILE = Subject.line(ConfigFile.NAME, 0, "");
    private static final CheckInfo INFO =
            new CheckInfo("wsl.config-syntax", Area.WSL, Set.of(Part.WSL, Part.WSL_CONFIG, Part.POLICIES), List.of());
    /// Right keys in the right place, and yet not read as written.
    private static final Set<Kind> VALUES = EnumSet.of(
            Kind.DUPLICATE_KEY,
            Kind.INVALID_BOOLEAN,
            Kind.INVALID_INTEGER,
            Kind.INVALID_SIZE,
            Kind.SIZE_WITHOUT_UNIT,
            Kind.INVALID_CHOICE,
            Kind.INVALID_MAC_ADDRESS);

    @Override
    public CheckInfo info() {
        return INFO;
    }

    @Override
    public List<Finding> examineWsl(Wsl wsl, Machine machine) {
        return judgeIfPresent(ConfigFile.of(machine), FILE, (file, _) -> judge(file));
    }

    /// Whether this check speaks of the problem; the rest is about keys.
    static boolean concerns(WslConfigProblem problem) {
        return switch (problem.topic()) {
            case ENCODING, SYNTAX -> true;
            case KEY -> VALUES.contains(problem.kind());
        };
    }

    private List<Finding> judge(ConfigFile file) {
        if (file.before() == null) return List.of(ok(FILE, "none"));
        List<WslConfigProblem> problems = ConfigProblems.worstByLine(file, ConfigSyntaxCheck::concerns);
        if (problems.isEmpty())
            return List.of(ok(FILE, "ok", file.config().entries().size()));
        ConfigCure cure = file.cure(ConfigSyntaxCheck::concerns);
        return problems.stream()
                .map(problem -> finding(file, problem).fixedBy(fixes(file, problem, cure)))
                .toList();
    }

    private Finding finding(ConfigFile file, WslConfigProblem problem) {
        Finding found = finding(
                ConfigProblems.subject(file, problem),
                verdict(problem),
                Certainty.CERTAIN,
                outcome(problem),
                List.of(ConfigProblems.evidence(file, problem)),
                ConfigProblems.args(file, problem));
        return found.at(file.path(), problem.line());
    }

    private static Verdict verdict(WslConfigProblem problem) {
        return switch (problem.effect()) {
            case FILE_LOST, MISREAD -> Verdict.PROBLEM;
            case LINE_LOST -> Verdict.WARNING;
            case NOTE -> Verdict.INFO;
        };
    }

    private static String outcome(WslConfigProblem problem) {
        if (problem.kind() == Kind.INVALID_MAC_ADDRESS) return "stops";
        if (problem.kind() == Kind.ONLY_ZEROS) return "zeros";
        return switch (problem.effect()) {
            case FILE_LOST -> "file-lost";
            case MISREAD -> "misread";
            case LINE_LOST -> "line-lost";
            case NOTE -> "note";
        };
    }

    /// Each fix corrects the line of its finding, and no other.
    private static Fix[] fixes(ConfigFile file, WslConfigProblem problem, ConfigCure cure) {
        if (file.isLocked(problem.line())) return new Fix[0];
        return new Fix[] {
            cure.cure(problem)
                    .flatMap(better -> file.fix("wsl.config-syntax/correct", title(problem), better))
                    .orElseGet(() -> byHand(file, problem))
        };
    }

    private static Text title(WslConfigProblem problem) {
        return problem.line() == 0
                ? Text.of("fix.wsl.config-syntax/correct.file.title")
                : Text.of("fix.wsl.config-syntax/correct.title", String.valueOf(problem.line()));
    }

    private static Fix byHand(ConfigFile file, WslConfigProblem problem) {
        if (ConfigProblems.isContradiction(problem)) {
            return ConfigProblems.choice("wsl.config-syntax/choose", file.path(), problem);
        }
        return problem.kind() == Kind.ONLY_ZEROS
                ? WslTools.manual("wsl.config-syntax/restore", file.path())
                : WslTools.manual("wsl.config-syntax/edit", file.path(), String.valueOf(problem.line()));
    }
}
