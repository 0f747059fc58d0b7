package io.devdoctor.check.host;

import static io.devdoctor.check.Subject.MACHINE;

import io.devdoctor.check.Area;
import io.devdoctor.check.CheckInfo;
import io.devdoctor.check.Evidence;
import io.devdoctor.check.Finding;
import io.devdoctor.check.WindowsCheck;
import io.devdoctor.fix.Fix;
import io.devdoctor.machine.Git;
import io.devdoctor.machine.Machine;
import io.devdoctor.machine.Part;
import io.devdoctor.machine.Reading;
import io.devdoctor.machine.Source;
import java.util.List;
import java.util.Set;

/// Whether programs may use paths of more than 260 characters, as deep dependency folders have.
final class LongPathsCheck implements WindowsCheck {
    private static final CheckInfo INFO =
            new CheckInfo("host.long-paths", Area.HOST, Set.of(Part.SETTINGS, Part.GIT), List.of());
    private static final WindowsSwitch SWITCH = new WindowsSwitch(
            "host.long-paths/enable", "HKLM\\SYSTEM\\CurrentControlSet\\Control\\FileSystem", "LongPathsEnabled");

    @Override
    public CheckInfo info() {
        return INFO;
    }

    @Override
    public List<Finding> examineWindows(Machine machine) {
        Reading<Long> enabled = machine.settings().flatMap((settings, _) -> settings.longPaths());
        return judge(
                enabled,
                MACHINE,
                (value, source) -> WindowsSwitch.isOn(value) ? git(machine) : off(value, source, machine, enabled),
                source -> off("-", source, machine, enabled));
    }

    private List<Finding> off(Object value, Source source, Machine machine, Reading<Long> enabled) {
        Finding off = info(MACHINE, "off", List.of(Evidence.of("evidence.host.long-paths", value, source)));
        Fix[] git = machine.git()
                .known()
                .filter(read -> read.settings().isKnown())
                .map(LongPathsCheck::setting)
                .filter(setting -> !isOn(setting))
                .map(LongPathsCheck::allow)
                .orElse(new Fix[0]);
        return List.of(SWITCH.turnedOn(off, enabled).fixedBy(git));
    }

    /// Git keeps to 260 characters until it is told otherwise, whatever Windows allows.
    private List<Finding> git(Machine machine) {
        return judge(
                machine.git().flatMap((git, _) -> git.settings().map(_ -> git)),
                MACHINE,
                (git, source) -> {
                    GitSetting setting = setting(git);
                    if (isOn(setting)) return List.of(ok(MACHINE, "on"));
                    Evidence evidence = setting.read()
                            .map(set ->
                                    Evidence.of("evidence.git.setting", set.name() + " = " + set.value(), set.source()))
                            .orElse(Evidence.of("evidence.git.setting", "core.longpaths: -", source));
                    return List.of(info(MACHINE, "git", List.of(evidence)).fixedBy(allow(setting)));
                },
                _ -> List.of(ok(MACHINE, "on")));
    }

    private static GitSetting setting(Git git) {
        return new GitSetting(git, "core.longpaths");
    }

    private static boolean isOn(GitSetting setting) {
        return setting.read().filter(set -> GitSetting.isTrue(set.value())).isPresent();
    }

    private static Fix[] allow(GitSetting setting) {
        return setting.set("true", "host.long-paths/git", setting.read());
    }
}
