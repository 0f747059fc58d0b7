package io.devdoctor.check.host;

import static io.devdoctor.check.Subject.MACHINE;

import io.devdoctor.check.Area;
import io.devdoctor.check.Check;
import io.devdoctor.check.CheckInfo;
import io.devdoctor.check.Evidence;
import io.devdoctor.check.Finding;
import io.devdoctor.check.Thresholds;
import io.devdoctor.fix.Fix;
import io.devdoctor.fix.Step;
import io.devdoctor.machine.Host.Memory;
import io.devdoctor.machine.Machine;
import io.devdoctor.machine.Part;
import io.devdoctor.machine.Source;
import io.devdoctor.text.Text;
import java.util.List;
import java.util.Set;

/// Whether the computer has memory enough for containers beside everything else, and has some left now.
final class MemoryCheck implements Check {
    private static final CheckInfo INFO = new CheckInfo("host.memory", Area.HOST, Set.of(Part.HOST), List.of());

    @Override
    public CheckInfo info() {
        return INFO;
    }

    @Override
    public List<Finding> examine(Machine machine) {
        boolean windows = machine.platform().isWindows();
        return judgeIfPresent(
                machine.host().flatMap((host, _) -> host.memory()).map(MemoryCheck::sensible),
                MACHINE,
                (memory, source) -> List.of(judge(memory, source, windows)));
    }

    private static Memory sensible(Memory memory) {
        if (memory.total() <= 0) throw new IllegalArgumentException("no memory: " + memory);
        return memory;
    }

    private Finding judge(Memory memory, Source source, boolean windows) {
        List<Evidence> evidence = List.of(
                Evidence.of("evidence.host.memory-total", memory.total(), source),
                Evidence.of("evidence.host.memory-available", memory.available(), source));
        Text.Arg total = Text.size(memory.total());
        Text.Arg available = Text.size(memory.available());
        double left = (double) memory.available() / memory.total();
        if (left < Thresholds.share("memory.host-pressure-available-share")) {
            Finding full = warning(MACHINE, "full", evidence, total, available);
            return windows ? full.fixedBy(look()) : full;
        }
        return isSmall(memory.total())
                ? warning(MACHINE, "small", evidence, total, available)
                : ok(MACHINE, "ok", total, available);
    }

    /// Firmware and graphics take a part: a machine sold with 8 GB reports 7.8, so whole gigabytes are compared.
    private static boolean isSmall(long total) {
        long gigabyte = 1L << 30;
        return Math.round((double) total / gigabyte) * gigabyte < Thresholds.mebibytes("memory.host-small-mib");
    }

    private static Fix look() {
        return Fix.safe(
                "host.memory/look",
                Text.of("fix.host.memory/look.title"),
                new Step.Manual(Text.of("fix.host.memory/look.words"), "taskmgr.exe"));
    }
}
