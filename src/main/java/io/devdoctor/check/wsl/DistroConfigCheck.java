package io.devdoctor.check.wsl;

import static io.devdoctor.check.Subject.MACHINE;

import io.devdoctor.check.Area;
import io.devdoctor.check.CheckInfo;
import io.devdoctor.check.DistroFileFix;
import io.devdoctor.check.Evidence;
import io.devdoctor.check.Finding;
import io.devdoctor.check.Subject;
import io.devdoctor.check.Version;
import io.devdoctor.fix.Fix;
import io.devdoctor.format.WslConfigFile;
import io.devdoctor.format.WslConfigProblem;
import io.devdoctor.format.WslConfigProblem.Kind;
import io.devdoctor.machine.Machine;
import io.devdoctor.machine.Part;
import io.devdoctor.machine.Policies;
import io.devdoctor.machine.Reading;
import io.devdoctor.machine.Wsl;
import io.devdoctor.machine.WslAnswer;
import io.devdoctor.text.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;

/// `/etc/wsl.conf` of running distributions: what of it is lost, and settings that cost something. Its reader stops at
/// the
/// first bad line, so that one slip loses everything behind it.
final class DistroConfigCheck implements WslCheck {
    /// The first release whose reader takes a return for a blank.
    private static final Version TAKES_RETURNS = Version.of("2.0.0");

    private static final CheckInfo INFO = new CheckInfo(
            "wsl.distro-config",
            Area.WSL,
            Set.of(Part.WSL, Part.WSL_CONFIG, Part.POLICIES, Part.WSL_ANSWER),
            List.of(
                    CheckInfo.any("wsl.responds").ofUnread(),
                    CheckInfo.sameWorld("wsl.distro-state").ofUnread()));

    @Override
    public CheckInfo info() {
        return INFO;
    }

    @Override
    public List<Finding> examineWsl(Wsl wsl, Machine machine) {
        return judgeIfPresent(machine.wslAnswer(), MACHINE, (answer, _) -> {
            if (answer.list() instanceof Reading.Unknown<?> unread) return List.of(unknown(MACHINE, unread));
            if (answer.live().isEmpty()) return List.of(notApplicable(MACHINE));
            List<Finding> found = new ArrayList<>();
            new TreeMap<>(answer.live())
                    .forEach((distro, live) -> found.addAll(judgeIfPresent(
                            DistroConfig.of(distro, live),
                            Subject.distro(distro),
                            (file, _) -> judge(file, live, wsl, machine))));
            return found;
        });
    }

    private List<Finding> judge(DistroConfig file, WslAnswer.Live live, Wsl wsl, Machine machine) {
        boolean forbidden = machine.policies()
                .known()
                .filter(known -> known.locks(Policies.WSL))
                .isPresent();
        List<Finding> found = new ArrayList<>(lines(file, wsl).stream()
                .map(line -> forbidden ? line.unfixed() : line)
                .toList());
        found.addAll(new DistroSettingsJudge(this, file, live)
                .judge(ConfigFile.of(machine).known()));
        return found.isEmpty()
                ? List.of(ok(Subject.distro(file.distro()), file.before() == null ? "none" : "ok", file.distro()))
                : found;
    }

    private List<Finding> lines(DistroConfig file, Wsl wsl) {
        Predicate<WslConfigProblem> wanted = problem -> problem.kind() != Kind.OTHER_FILE;
        List<WslConfigProblem> problems = file.problems(wanted);
        if (problems.isEmpty()) return List.of();
        boolean takesReturns = wsl.packageVersion()
                .known()
                .flatMap(Version::parse)
                .filter(installed -> !installed.isBefore(TAKES_RETURNS))
                .isPresent();
        ConfigCure cure = new ConfigCure(file.bytes(), WslConfigFile.WSL_CONF, wanted);
        return problems.stream()
                .map(problem -> line(file, problem, takesReturns).fixedBy(fix(file, problem, cure)))
                .toList();
    }

    /// Each fix corrects the line of its finding, and no other.
    private static Fix fix(DistroConfig file, WslConfigProblem problem, ConfigCure cure) {
        String line = String.valueOf(problem.line());
        Text title = problem.line() == 0
                ? Text.of("fix.wsl.distro-config/correct.file.title", file.distro())
                : Text.of("fix.wsl.distro-config/correct.title", file.distro(), line);
        return cure.cure(problem)
                .flatMap(better ->
                        DistroFileFix.of("wsl.distro-config/correct", title, file.distro(), file.before(), better))
                .orElseGet(() -> ConfigProblems.isContradiction(problem)
                        ? ConfigProblems.choice("wsl.distro-config/choose", file.distro(), problem)
                        : WslTools.manual("wsl.distro-config/edit", file.distro(), line));
    }

    private Finding line(DistroConfig file, WslConfigProblem problem, boolean takesReturns) {
        Object[] args = {
            file.distro(), String.valueOf(problem.line()), file.lineText(problem.line()), ConfigProblems.words(problem)
        };
        List<Evidence> evidence = List.of(file.evidence(problem));
        Finding found = switch (problem.effect()) {
            case FILE_LOST -> warning(file.line(problem), "lost", evidence, args);
            case LINE_LOST, MISREAD -> warning(file.line(problem), "ignored", evidence, args);
            case NOTE ->
                problem.kind() == Kind.CRLF_IN_WSL_CONF && !takesReturns
                        ? warning(file.line(problem), "lost", evidence, args)
                        : info(file.line(problem), "note", evidence, args);
        };
        return found.at(file.path(), problem.line());
    }
}
