package io.devdoctor.check.wsl;

import static io.devdoctor.check.Subject.MACHINE;

import io.devdoctor.check.Area;
import io.devdoctor.check.CheckInfo;
import io.devdoctor.check.Evidence;
import io.devdoctor.check.Finding;
import io.devdoctor.check.Thresholds;
import io.devdoctor.fix.Choice;
import io.devdoctor.fix.Parameter;
import io.devdoctor.machine.Host.Memory;
import io.devdoctor.machine.Machine;
import io.devdoctor.machine.Part;
import io.devdoctor.machine.Source;
import io.devdoctor.machine.Wsl;
import io.devdoctor.text.Text;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// Whether the virtual machine holds most of the computer's memory now. What its kernel keeps as a cache is not
/// counted:
/// it gives that back.
final class MemoryInUseCheck implements WslCheck {
    private static final CheckInfo INFO = new CheckInfo(
            "wsl.memory-in-use",
            Area.WSL,
            Set.of(Part.HOST, Part.WSL, Part.WSL_CONFIG, Part.POLICIES, Part.WSL_ANSWER),
            Foundations.with(
                    Foundations.OF_DISTROS,
                    CheckInfo.any("wsl.config-memory"),
                    CheckInfo.any("wsl.config-pending").evenNoted()));

    @Override
    public CheckInfo info() {
        return INFO;
    }

    @Override
    public List<Finding> examineWsl(Wsl wsl, Machine machine) {
        return judgeIfPresent(
                machine.host().flatMap((host, _) -> host.memory()),
                MACHINE,
                (host, from) -> judge(
                        Guest.of(machine),
                        MACHINE,
                        (guest, _) -> judgeIfPresent(
                                guest.live().memoryTotal(),
                                MACHINE,
                                (total, _) -> judgeIfPresent(
                                        guest.live().memoryAvailable(),
                                        MACHINE,
                                        (available, source) ->
                                                List.of(judge(host, from, total, available, source, machine)))),
                        _ -> List.of(ok(MACHINE, "idle"))));
    }

    private Finding judge(Memory host, Source from, long total, long available, Source source, Machine machine) {
        long used = Math.max(0, total - available);
        boolean pressed = host.available() < host.total() * Thresholds.share("memory.host-pressure-available-share");
        String outcome = outcome((double) used / Math.max(1, host.total()), pressed);
        Object[] args = {Text.size(used), Text.size(host.total()), Text.size(host.available()), Text.size(total)};
        if (outcome.equals("ok")) return ok(MACHINE, outcome, args);
        List<Evidence> evidence = List.of(
                Evidence.of("evidence.wsl.memory-used", used, source),
                Evidence.of("evidence.wsl.host-memory", host.total(), from),
                Evidence.of("evidence.host.memory-available", host.available(), from));
        Finding found = warning(MACHINE, outcome, evidence, args)
                .explainedBy(WslSetting.causes(INFO, machine, total, false))
                .fixedBy(WslTools.shutdown("wsl.memory-in-use/shutdown", machine));
        return ConfigFile.of(machine)
                .known()
                .filter(file -> file.config()
                        .value("experimental", "autoMemoryReclaim")
                        .filter("disabled"::equalsIgnoreCase)
                        .isPresent())
                .map(file -> {
                    Finding proved = found.with(file.setting("experimental", "autoMemoryReclaim"));
                    return reclaim(file).advised().map(proved::fixedBy).orElse(proved);
                })
                .orElse(found);
    }

    /// What WSL does by itself is dropCache (microsoft/WSL, WslCoreConfig).
    private static Choice reclaim(ConfigFile file) {
        List<Parameter.Option> ways = Stream.of("dropCache", "gradual")
                .map(way -> new Parameter.Option(way, Optional.of(Text.of("parameter.reclaim." + way))))
                .toList();
        return Choice.of(
                new Parameter.OneOf(Text.of("parameter.reclaim"), ways, "dropCache"),
                way -> file.setting(
                        "wsl.memory-in-use/reclaim",
                        Text.of("fix.wsl.memory-in-use/reclaim.title", way),
                        "experimental",
                        "autoMemoryReclaim",
                        way));
    }

    private static String outcome(double share, boolean pressed) {
        if (share > Thresholds.share("memory.guest-most-share")) return "most";
        return pressed && share > Thresholds.share("memory.guest-much-share") ? "pressure" : "ok";
    }
}
