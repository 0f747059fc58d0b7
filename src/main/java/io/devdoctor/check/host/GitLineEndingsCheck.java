package io.devdoctor.check.host;

import io.devdoctor.check.Area;
import io.devdoctor.check.CheckInfo;
import io.devdoctor.check.Evidence;
import io.devdoctor.check.Finding;
import io.devdoctor.check.Subject;
import io.devdoctor.check.WindowsCheck;
import io.devdoctor.machine.Git;
import io.devdoctor.machine.Git.Setting;
import io.devdoctor.machine.Machine;
import io.devdoctor.machine.Part;
import io.devdoctor.text.Text;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/// Whether Git writes text files with CRLF into working folders. A container that executes such a script fails with
/// "no such file or directory". A `.gitattributes` of the project comes before all of this.
final class GitLineEndingsCheck implements WindowsCheck {
    private static final CheckInfo INFO =
            new CheckInfo("host.git-line-endings", Area.HOST, Set.of(Part.GIT), List.of());

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
        if (GitSetting.isTrue(value)) return converts(git, convert.orElseThrow(), "autocrlf");
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
        return found.fixedBy(new GitSetting(git, "core.autocrlf")
                .set(
                        "input",
                        "host.git-line-endings/input",
                        Optional.of(setting),
                        Text.of("warning.host.git-checkouts"),
                        Text.of("warning.host.git-attributes")));
    }

    private static Evidence evidence(Setting setting) {
        return Evidence.of("evidence.git.setting", setting.name() + " = " + setting.value(), setting.source());
    }
}
