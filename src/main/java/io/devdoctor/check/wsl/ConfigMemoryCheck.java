package io.devdoctor.check.wsl;

import io.devdoctor.check.AdvisedMemory;
import io.devdoctor.check.Area;
import io.devdoctor.check.CheckInfo;
import io.devdoctor.check.Evidence;
import io.devdoctor.check.Finding;
import io.devdoctor.check.MemoryRange;
import io.devdoctor.check.Subject;
import io.devdoctor.check.Thresholds;
import io.devdoctor.fix.Choice;
import io.devdoctor.fix.Parameter;
import io.devdoctor.machine.Machine;
import io.devdoctor.machine.Part;
import io.devdoctor.machine.Source;
import io.devdoctor.machine.Wsl;
import io.devdoctor.text.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// Whether the memory that WSL may take suits the computer.
final class ConfigMemoryCheck implements WslCheck {
    static final Subject SUBJECT = Subject.machine("wsl2.memory");
    private static final long GIGABYTE = 1L << 30;
    /// A misread line of another setting explains nothing here, hence the same world.
    private static final CheckInfo INFO = new CheckInfo(
            "wsl.config-memory",
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
                machine.host().flatMap((host, _) -> host.memory()),
                SUBJECT,
                (memory, source) -> judgeIfPresent(
                        ConfigFile.of(machine),
                        SUBJECT,
                        (file, _) -> List.of(judge(file, memory.total(), source, machine))));
    }

    private Finding judge(ConfigFile file, long host, Source source, Machine machine) {
        EffectiveMemory memory = EffectiveMemory.of(file.config(), host);
        AdvisedMemory advised = AdvisedMemory.of(host);
        Object[] args = {
            Text.size(memory.bytes()),
            Text.size(host),
            advised.words(),
            Text.size(Math.max(0, host - memory.bytes())),
            String.valueOf(memory.misreadLine()),
            Text.size(memory.asked())
        };
        String outcome = outcome(memory, host);
        if (outcome.equals("ok")) return ok(SUBJECT, outcome, args);
        List<Evidence> evidence = new ArrayList<>();
        evidence.add(file.setting("wsl2", "memory"));
        evidence.add(Evidence.of("evidence.wsl.host-memory", host, source));
        evidence.addAll(LiveFacts.memory(machine));
        Finding found = warning(SUBJECT, outcome, evidence, args);
        if (advised.bytes().isEmpty()) return file.placed(found, "wsl2", "memory");
        Choice choice = choice(file, MemoryRange.of(host), advised.bytes().getAsLong());
        return file.withChoice(found, "wsl2", "memory", choice);
    }

    private static Choice choice(ConfigFile file, MemoryRange range, long advised) {
        return Choice.of(
                range.parameter(advised),
                bytes -> file.setting(
                                "wsl.config-memory/advised",
                                Text.of("fix.wsl.config-memory/advised.title", Text.size(bytes)),
                                "wsl2",
                                "memory",
                                Parameter.Size.typed(bytes))
                        .map(fix -> range.judged(fix, bytes, advised)));
    }

    /// The firmware keeps a part: a computer with 12 GB reports 11.8, so whole gigabytes are compared.
    private static String outcome(EffectiveMemory memory, long total) {
        long host = Math.round((double) total / GIGABYTE) * GIGABYTE;
        if (memory.asked() > host) return "above-host";
        if (memory.limited() && MemoryRange.of(total).isLow(memory.bytes()))
            return memory.misreadLine() > 0 ? "low-bytes" : "low";
        // Where both cannot have enough, what is not too little is not called too much as well.
        long most = Math.max(host - Thresholds.mebibytes("memory.windows-keeps-mib"), (long)
                (host * Thresholds.share("memory.low-share-of-host")));
        if (memory.bytes() > most) return memory.limited() ? "high" : "high-default";
        return "ok";
    }
}
