package io.devdoctor.check.host;

import io.devdoctor.check.Area;
import io.devdoctor.check.CheckInfo;
import io.devdoctor.check.Evidence;
import io.devdoctor.check.Finding;
import io.devdoctor.check.Subject;
import io.devdoctor.check.WindowsCheck;
import io.devdoctor.fix.Fix;
import io.devdoctor.fix.Step;
import io.devdoctor.format.EditResult;
import io.devdoctor.format.GitConfig;
import io.devdoctor.machine.Bytes;
import io.devdoctor.machine.FileContent;
import io.devdoctor.machine.Git;
import io.devdoctor.machine.Git.Setting;
import io.devdoctor.machine.Machine;
import io.devdoctor.machine.Part;
import io.devdoctor.machine.Reading;
import io.devdoctor.text.Text;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// Whether Git writes text files with CRLF into working folders. A container that executes such a script fails with
/// "no such file or directory". A `.gitattributes` of the project comes before all of this.
final class GitLineEndingsCheck implements WindowsCheck {
    private static final CheckInfo INFO =
            new CheckInfo("host.git-line-endings", Area.HOST, Set.of(Part.GIT), List.of());
    private static final Set<String> TRUE = Set.of("true", "yes", "on", "1");

    @Override
    public CheckInfo info() {
        return INFO;
    }

    @Override
    public List<Finding> examineWindows(Machine machine) {
        return judgeIfPresent(
                machine.git(),
                Subject.MACHINE,
                (git, _) -> judgeIfPresent(git.settings(), Subject.MACHINE, (_, source) -> List.of(judge(git))));
    }

    private Finding judge(Git git) {
        Optional<Setting> convert = git.setting("core.autocrlf");
        String value = convert.map(Setting::value).orElse("false").toLowerCase(Locale.ROOT);
        if (TRUE.contains(value)) return converts(git, convert.orElseThrow(), "autocrlf");
        Optional<Setting> eol =
                git.setting("core.eol").filter(set -> set.value().equalsIgnoreCase("crlf"));
        // With autocrlf=input Git does not look at core.eol.
        return eol.isPresent() && !value.equals("input")
                ? converts(git, eol.get(), "eol")
                : ok(Subject.MACHINE, value.equals("input") ? "input" : "ok");
    }

    private Finding converts(Git git, Setting setting, String outcome) {
        Finding found = warning(Subject.MACHINE, outcome, List.of(evidence(setting)), setting.file())
                .at(setting.file(), setting.line());
        return fix(git, setting).map(found::fixedBy).orElse(found);
    }

    private static Evidence evidence(Setting setting) {
        return Evidence.of("evidence.git.setting", setting.name() + " = " + setting.value(), setting.source());
    }

    /// `~/.gitconfig` is read last, so what it says counts, unless it includes another file that decides.
    private static Optional<Fix> fix(Git git, Setting setting) {
        Reading<FileContent> file = git.userFile();
        String path = file.sourceOr(setting.source()).what();
        boolean included = setting.user()
                && !setting.file().equals(path)
                && git.settings().known().stream()
                        .flatMap(List::stream)
                        .anyMatch(
                                each -> each.file().equals(path) && each.name().equals("include.path"));
        if (included || !(file.isKnown() || file.isAbsent())) return Optional.empty();
        byte[] before = file.known().map(content -> content.bytes().toArray()).orElse(new byte[0]);
        return edited(before)
                .map(after -> Fix.safe(
                                "host.git-line-endings/input",
                                Text.of("fix.host.git-line-endings/input.title"),
                                new Step.EditFile(
                                        path,
                                        file.known().map(FileContent::bytes).orElse(null),
                                        Bytes.of(after)))
                        .warning(Text.of("warning.host.git-checkouts"), Text.of("warning.host.git-attributes")));
    }

    private static Optional<byte[]> edited(byte[] before) {
        return Stream.of(GitConfig.set(before, "core", "autocrlf", "input"))
                .flatMap(
                        result -> result instanceof EditResult.Edited(byte[] bytes) ? Stream.of(bytes) : Stream.empty())
                .findFirst();
    }
}
