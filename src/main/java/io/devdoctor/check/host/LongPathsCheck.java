package io.devdoctor.check.host;

import static io.devdoctor.check.Subject.MACHINE;

import io.devdoctor.check.Area;
import io.devdoctor.check.CheckInfo;
import io.devdoctor.check.Evidence;
import io.devdoctor.check.Finding;
import io.devdoctor.check.WindowsCheck;
import io.devdoctor.fix.Fix;
import io.devdoctor.fix.Step;
import io.devdoctor.machine.Machine;
import io.devdoctor.machine.Part;
import io.devdoctor.machine.Reading;
import io.devdoctor.machine.Source;
import io.devdoctor.text.Text;
import java.util.List;
import java.util.Set;

/// Whether programs may use paths of more than 260 characters, as deep dependency folders have.
final class LongPathsCheck implements WindowsCheck {
    private static final CheckInfo INFO = new CheckInfo("host.long-paths", Area.HOST, Set.of(Part.SETTINGS), List.of());
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
                (value, source) -> List.of(WindowsSwitch.isOn(value) ? ok(MACHINE, "on") : off(value, source, enabled)),
                source -> List.of(off("-", source, enabled)));
    }

    private Finding off(Object value, Source source, Reading<Long> enabled) {
        Finding off = info(MACHINE, "off", List.of(Evidence.of("evidence.host.long-paths", value, source)));
        return SWITCH.turnedOn(off, enabled).fixedBy(git());
    }

    /// Git keeps to 260 characters until it is told otherwise, whatever Windows allows.
    private static Fix git() {
        return Fix.safe(
                "host.long-paths/git",
                Text.of("fix.host.long-paths/git.title"),
                new Step.Manual(Text.of("fix.host.long-paths/git.words"), null));
    }
}
