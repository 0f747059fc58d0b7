package io.devdoctor.check.wsl;

import io.devdoctor.check.Area;
import io.devdoctor.check.CheckInfo;
import io.devdoctor.check.Evidence;
import io.devdoctor.check.Finding;
import io.devdoctor.check.ProcessorRange;
import io.devdoctor.check.Subject;
import io.devdoctor.check.Thresholds;
import io.devdoctor.fix.Choice;
import io.devdoctor.format.WslConfigEntry;
import io.devdoctor.format.WslValue;
import io.devdoctor.machine.Machine;
import io.devdoctor.machine.Part;
import io.devdoctor.machine.Source;
import io.devdoctor.machine.Wsl;
import io.devdoctor.text.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;

/// Whether the processors that WSL may use suit the computer.
final class ConfigProcessorsCheck implements WslCheck {
    private static final Subject SUBJECT = Subject.machine("wsl2.processors");
    private static final CheckInfo INFO = new CheckInfo(
            "wsl.config-processors",
            Area.WSL,
            Set.of(Part.HOST, Part.WSL, Part.WSL_CONFIG, Part.POLICIES, Part.WSL_ANSWER),
            List.of(CheckInfo.sameWorld("wsl.config-syntax")));

    @Override
    public CheckInfo info() {
        return INFO;
    }

    @Override
    public List<Finding> examineWsl(Wsl wsl, Machine machine) {
        return judgeIfPresent(
                machine.host().flatMap((host, _) -> host.processor()),
                SUBJECT,
                (processor, source) -> judgeIfPresent(
                        ConfigFile.of(machine),
                        SUBJECT,
                        (file, _) -> List.of(judge(file, processor.logical(), source, machine))));
    }

    private Finding judge(ConfigFile file, int logical, Source source, Machine machine) {
        OptionalInt set = file.config()
                .entry("wsl2", "processors")
                .map(WslConfigEntry::value)
                .map(WslValue::integer)
                .orElse(OptionalInt.empty());
        // Invalid, zero and negative numbers mean all of them.
        int used = set.isPresent() && set.getAsInt() > 0 ? set.getAsInt() : logical;
        int advised = Thresholds.advisedProcessors(logical);
        if (used <= logical && !new ProcessorRange(logical).isLow(used)) return ok(SUBJECT, "ok", used, logical);
        List<Evidence> evidence = new ArrayList<>();
        evidence.add(file.setting("wsl2", "processors"));
        evidence.add(Evidence.of("evidence.wsl.host-processors", logical, source));
        evidence.addAll(LiveFacts.processors(machine));
        Finding found = warning(SUBJECT, used > logical ? "above" : "low", evidence, used, logical, advised);
        return file.withChoice(found, "wsl2", "processors", choice(file, new ProcessorRange(logical), advised));
    }

    private static Choice choice(ConfigFile file, ProcessorRange range, int advised) {
        return Choice.of(
                range.parameter(advised),
                count -> file.setting(
                                "wsl.config-processors/advised",
                                Text.of("fix.wsl.config-processors/advised.title", count),
                                "wsl2",
                                "processors",
                                String.valueOf(count))
                        .map(fix -> range.judged(fix, count)));
    }
}
