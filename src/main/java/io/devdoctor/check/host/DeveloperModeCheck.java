package io.devdoctor.check.host;

import static io.devdoctor.check.Subject.MACHINE;

import io.devdoctor.check.Area;
import io.devdoctor.check.CheckInfo;
import io.devdoctor.check.Evidence;
import io.devdoctor.check.Finding;
import io.devdoctor.check.WindowsCheck;
import io.devdoctor.machine.Machine;
import io.devdoctor.machine.Part;
import io.devdoctor.machine.Reading;
import io.devdoctor.machine.Source;
import io.devdoctor.text.Text;
import java.util.List;
import java.util.Set;

/// Whether symbolic links can be made without administrator rights, which git, npm and pnpm need for some projects.
final class DeveloperModeCheck implements WindowsCheck {
    private static final CheckInfo INFO =
            new CheckInfo("host.developer-mode", Area.HOST, Set.of(Part.SETTINGS, Part.POLICIES), List.of());
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
                (value, source) -> List.of(
                        WindowsSwitch.isOn(value)
                                ? ok(MACHINE, "on")
                                : info(MACHINE, "forbidden", List.of(evidence(value, source)))),
                _ -> own(machine.settings().flatMap((settings, _) -> settings.developerMode())));
    }

    private List<Finding> own(Reading<Long> setting) {
        return judge(
                setting,
                MACHINE,
                (value, source) -> List.of(WindowsSwitch.isOn(value) ? ok(MACHINE, "on") : off(value, source, setting)),
                source -> List.of(off("-", source, setting)));
    }

    private Finding off(Object value, Source source, Reading<Long> setting) {
        Finding off = info(MACHINE, "off", List.of(evidence(value, source)));
        return SWITCH.turnedOn(off, setting, Text.of("warning.host.developer-mode"));
    }

    private static Evidence evidence(Object value, Source source) {
        return Evidence.of("evidence.host.developer-mode", value, source);
    }
}
