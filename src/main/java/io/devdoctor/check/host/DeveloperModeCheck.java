package io.devdoctor.check.host;

import static io.devdoctor.check.Subject.MACHINE;

import io.devdoctor.check.Area;
import io.devdoctor.check.CheckInfo;
import io.devdoctor.check.Evidence;
import io.devdoctor.check.Finding;
import io.devdoctor.check.WindowsCheck;
import io.devdoctor.machine.Git;
import io.devdoctor.machine.Machine;
import io.devdoctor.machine.Part;
import io.devdoctor.machine.Reading;
import io.devdoctor.machine.Source;
import io.devdoctor.text.Text;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Whether symbolic links can be made without administrator rights, which git, npm and pnpm need for some projects.
final class DeveloperModeCheck implements WindowsCheck {
    private static final CheckInfo INFO =
            new CheckInfo("host.developer-mode", Area.HOST, Set.of(Part.SETTINGS, Part.POLICIES, Part.GIT), List.of());
    private static final WindowsSwitch SWITCH = new WindowsSwitch(
            "host.developer-mode/enable",
            "HKLM\\SOFTWARE\\Microsoft\\Windows\\CurrentVersion\\AppModelUnlock",
            "AllowDevelopmentWithoutDevLicense");

    @Override
    public CheckInfo info() {
        return INFO;
    }

    @Override
    public List<Finding> examineWindows(Machine machine) {
        Reading<Long> policy = machine.policies().flatMap((policies, _) -> policies.developerMode());
        return judge(
                policy,
                MACHINE,
                (value, source) -> WindowsSwitch.isOn(value)
                        ? git(machine)
                        : List.of(info(MACHINE, "forbidden", List.of(evidence(value, source)))),
                _ -> own(machine, machine.settings().flatMap((settings, _) -> settings.developerMode())));
    }

    private List<Finding> own(Machine machine, Reading<Long> setting) {
        return judge(
                setting,
                MACHINE,
                (value, source) -> WindowsSwitch.isOn(value) ? git(machine) : List.of(off(value, source, setting)),
                source -> List.of(off("-", source, setting)));
    }

    /// The installer of Git for Windows writes core.symlinks = false unless it is told otherwise.
    private List<Finding> git(Machine machine) {
        return judge(
                machine.git().flatMap((git, _) -> git.settings().map(_ -> git)),
                MACHINE,
                (git, _) -> {
                    GitSetting setting = new GitSetting(git, "core.symlinks");
                    return List.of(setting.read()
                            .filter(set -> !GitSetting.isTrue(set.value()))
                            .map(set -> links(setting, set))
                            .orElse(ok(MACHINE, "on")));
                },
                _ -> List.of(ok(MACHINE, "on")));
    }

    private Finding links(GitSetting setting, Git.Setting set) {
        Evidence evidence = Evidence.of("evidence.git.setting", set.name() + " = " + set.value(), set.source());
        return info(MACHINE, "git", List.of(evidence))
                .at(set.file(), set.line())
                .fixedBy(setting.set(
                        "true", "host.developer-mode/git", Optional.of(set), Text.of("warning.host.git-links")));
    }

    private Finding off(Object value, Source source, Reading<Long> setting) {
        Finding off = info(MACHINE, "off", List.of(evidence(value, source)));
        return SWITCH.turnedOn(off, setting, Text.of("warning.host.developer-mode"));
    }

    private static Evidence evidence(Object value, Source source) {
        return Evidence.of("evidence.host.developer-mode", value, source);
    }
}
