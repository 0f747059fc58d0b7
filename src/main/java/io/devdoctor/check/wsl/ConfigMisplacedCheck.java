package io.devdoctor.check.wsl;

import static io.devdoctor.check.Subject.MACHINE;

import io.devdoctor.check.Area;
import io.devdoctor.check.CheckInfo;
import io.devdoctor.check.Evidence;
import io.devdoctor.check.Finding;
import io.devdoctor.check.Subject;
import io.devdoctor.fix.Fix;
import io.devdoctor.fix.Step;
import io.devdoctor.fix.TakesEffect;
import io.devdoctor.format.WslConfigProblem;
import io.devdoctor.format.WslConfigProblem.Kind;
import io.devdoctor.machine.FileContent;
import io.devdoctor.machine.Machine;
import io.devdoctor.machine.Part;
import io.devdoctor.machine.Policies;
import io.devdoctor.machine.Reading;
import io.devdoctor.machine.Source;
import io.devdoctor.machine.Wsl;
import io.devdoctor.machine.WslAnswer;
import io.devdoctor.text.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;

/// Settings where WSL does not look for them: `.wslconfig.txt`, a `.wslconfig` inside a distribution, and settings of
/// `/etc/wsl.conf` in `.wslconfig` or the other way round.
final class ConfigMisplacedCheck implements WslCheck {
    private static final Subject FILE = Subject.line(ConfigFile.NAME, 0, "");
    private static final CheckInfo INFO = new CheckInfo(
            "wsl.config-misplaced",
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
        List<Finding> found = new ArrayList<>(judgeIfPresent(
                machine.wslConfig(),
                FILE,
                (all, _) -> judgeIfPresent(ConfigFile.of(machine), FILE, (file, _) -> profile(file, all.misnamed()))));
        new TreeMap<>(machine.wslAnswer().known().map(WslAnswer::live).orElse(Map.of()))
                .forEach((distro, live) -> found.addAll(inside(distro, live)));
        // What lies inside the distributions stays unknown where nobody could tell which of them run.
        if (machine.wslAnswer().flatMap((answer, _) -> answer.list()) instanceof Reading.Unknown<?> unread) {
            found.add(unknown(MACHINE, unread));
        }
        return found.isEmpty() ? List.of(ok(FILE, "ok")) : List.copyOf(found);
    }

    private List<Finding> profile(ConfigFile file, Reading<FileContent> misnamed) {
        List<Finding> found = new ArrayList<>(otherFile(file));
        switch (misnamed) {
            case Reading.Known<FileContent>(FileContent content, Source source) ->
                found.add(textFile(file, content, source));
            case Reading.Unknown<FileContent> unread -> found.add(unknown(FILE, unread));
            case Reading.Absent<FileContent> _, Reading.NotApplicable<FileContent> _ -> {}
        }
        return found;
    }

    private Finding textFile(ConfigFile file, FileContent text, Source source) {
        Subject subject = Subject.line(ConfigFile.NAME + ".txt", 0, "");
        Evidence size = Evidence.of("evidence.wsl.config-file", text.path(), source);
        Finding found = warning(
                        subject, file.before() == null ? "text-file" : "text-file-too", List.of(size), text.path())
                .at(text.path(), 0);
        if (file.before() != null) {
            return found.fixedBy(WslTools.manual("wsl.config-misplaced/join", text.path(), file.path()));
        }
        if (file.isLocked(Policies.WSL)) return found;
        return found.fixedBy(Fix.safe(
                        "wsl.config-misplaced/rename",
                        Text.of("fix.wsl.config-misplaced/rename.title"),
                        new Step.EditFile(file.path(), null, text.bytes()),
                        new Step.EditFile(text.path(), text.bytes(), null))
                .takingEffect(TakesEffect.WSL_RESTART));
    }

    private List<Finding> otherFile(ConfigFile file) {
        Predicate<WslConfigProblem> concerns = problem -> problem.kind() == Kind.OTHER_FILE;
        ConfigCure cure = file.cure(concerns);
        return ConfigProblems.worstByLine(file, concerns).stream()
                .map(problem -> {
                    Finding found = warning(
                                    ConfigProblems.subject(file, problem),
                                    "other-file",
                                    List.of(ConfigProblems.evidence(file, problem)),
                                    ConfigProblems.args(file, problem))
                            .at(file.path(), problem.line());
                    return cure.cure(problem)
                            .flatMap(better -> file.fix(
                                    "wsl.config-misplaced/comment-out",
                                    Text.of(
                                            "fix.wsl.config-misplaced/comment-out.title",
                                            String.valueOf(problem.line())),
                                    better))
                            .map(found::fixedBy)
                            .orElse(found);
                })
                .toList();
    }

    private List<Finding> inside(String distro, WslAnswer.Live live) {
        Reading<DistroConfig> config = DistroConfig.of(distro, live);
        // A distribution that is silent needs to be named once.
        if (config instanceof Reading.Unknown<DistroConfig> unread) {
            return List.of(unknown(new Subject(Subject.Kind.FILE, distro + ":" + DistroConfig.PATH, distro), unread));
        }
        List<Finding> found = new ArrayList<>();
        place(distro, "/etc/.wslconfig", live.entry("/etc/.wslconfig")).ifPresent(found::add);
        place(distro, "~/.wslconfig", live.homeConfig()).ifPresent(found::add);
        config.known()
                .ifPresent(file -> file.problems(problem -> problem.kind() == Kind.OTHER_FILE).stream()
                        .map(problem -> warning(
                                        file.line(problem),
                                        "windows-setting",
                                        List.of(file.evidence(problem)),
                                        distro,
                                        String.valueOf(problem.line()),
                                        file.lineText(problem.line()))
                                .at(file.path(), problem.line())
                                .fixedBy(WslTools.manual(
                                        "wsl.config-misplaced/move", distro, file.lineText(problem.line()))))
                        .forEach(found::add));
        return found;
    }

    private Optional<Finding> place(String distro, String path, Reading<WslAnswer.Entry> entry) {
        Subject subject = new Subject(Subject.Kind.FILE, distro + ":" + path, distro);
        return switch (entry) {
            case Reading.Known<WslAnswer.Entry>(WslAnswer.Entry there, Source source) ->
                Optional.of(warning(
                                subject,
                                "inside",
                                List.of(Evidence.of("evidence.wsl.entry", there.size(), source)),
                                distro,
                                path)
                        .fixedBy(WslTools.manual("wsl.config-misplaced/take-out", distro, path)));
            case Reading.Unknown<WslAnswer.Entry> unread -> Optional.of(unknown(subject, unread));
            case Reading.Absent<WslAnswer.Entry> _, Reading.NotApplicable<WslAnswer.Entry> _ -> Optional.empty();
        };
    }
}
