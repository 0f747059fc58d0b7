package io.devdoctor.check.wsl;

import static io.devdoctor.check.Subject.MACHINE;

import io.devdoctor.check.Area;
import io.devdoctor.check.CheckInfo;
import io.devdoctor.check.Evidence;
import io.devdoctor.check.Finding;
import io.devdoctor.check.Subject;
import io.devdoctor.check.docker.VirtualMachine;
import io.devdoctor.fix.Effect;
import io.devdoctor.fix.Fix;
import io.devdoctor.fix.Step;
import io.devdoctor.fix.Tool;
import io.devdoctor.machine.Containers;
import io.devdoctor.machine.DockerEngine;
import io.devdoctor.machine.Machine;
import io.devdoctor.machine.Part;
import io.devdoctor.machine.Reading;
import io.devdoctor.machine.Source;
import io.devdoctor.machine.Wsl;
import io.devdoctor.machine.WslAnswer;
import io.devdoctor.text.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/// Limits of the one kernel of WSL against what the containers there are known to need.
final class LimitsCheck implements WslCheck {
    private static final CheckInfo INFO = new CheckInfo(
            "wsl.limits",
            Area.WSL,
            Set.of(Part.WSL, Part.WSL_ANSWER, Part.WSL_CONFIG, Part.POLICIES, Part.DOCKER_ENGINE, Part.CONTAINERS),
            List.of(
                    CheckInfo.any("wsl.responds").ofUnread(),
                    CheckInfo.any("wsl.distro-state").ofUnread(),
                    CheckInfo.any("docker.engine").ofUnread(),
                    CheckInfo.any("docker.endpoint").ofUnread()));

    @Override
    public CheckInfo info() {
        return INFO;
    }

    @Override
    public List<Finding> examineWsl(Wsl wsl, Machine machine) {
        Reading<DockerEngine.Info> engine = machine.dockerEngine().flatMap((asked, _) -> asked.info());
        return judgeIfPresent(
                engine,
                MACHINE,
                (info, _) -> VirtualMachine.of(machine, info) == VirtualMachine.WSL
                        ? judgeIfPresent(machine.containers(), MACHINE, (containers, _) -> judge(containers, machine))
                        : List.of(notApplicable(MACHINE)));
    }

    private List<Finding> judge(Containers containers, Machine machine) {
        List<KernelLimit> needed = KernelLimit.ALL.stream()
                .filter(limit -> limit.neededBy(containers).isPresent())
                .toList();
        if (needed.isEmpty()) return List.of(ok(MACHINE, "ok"));
        if (machine.wslAnswer().flatMap((answer, _) -> answer.list())
                instanceof Reading.Unknown<List<WslAnswer.Row>> unread) {
            return List.of(unknown(MACHINE, unread));
        }
        Map<String, WslAnswer.Live> live =
                new TreeMap<>(machine.wslAnswer().known().map(WslAnswer::live).orElse(Map.of()));
        // All of them share one kernel: the first is enough.
        Optional<Map.Entry<String, WslAnswer.Live>> inside =
                live.entrySet().stream().findFirst();
        if (inside.isEmpty()) return List.of(notApplicable(MACHINE));
        List<Finding> found = new ArrayList<>();
        for (KernelLimit limit : needed) {
            boolean told =
                    found.stream().anyMatch(each -> each.subject().world().equals(limit.name()));
            if (!told) {
                String container = limit.neededBy(containers).orElseThrow();
                judge(limit, container, inside.get(), machine).ifPresent(found::add);
            }
        }
        return found.isEmpty() ? List.of(ok(MACHINE, "ok")) : List.copyOf(found);
    }

    private Optional<Finding> judge(
            KernelLimit limit, String container, Map.Entry<String, WslAnswer.Live> inside, Machine machine) {
        Subject subject = Subject.machine(limit.name());
        Reading<Long> value = inside.getValue().text(limit.path()).map(text -> limit.parse(text.strip()));
        return switch (value) {
            case Reading.Known<Long>(Long now, Source source) ->
                now >= limit.least()
                        ? Optional.empty()
                        : Optional.of(low(limit, container, now, source, subject, inside.getKey(), machine));
            case Reading.Absent<Long>(Source source) ->
                Optional.of(unknown(subject, new Reading.Unknown<>(Reading.Cause.UNREADABLE, "no such limit", source)));
            case Reading.Unknown<Long> unread -> Optional.of(unknown(subject, unread));
            case Reading.NotApplicable<Long> _ -> Optional.empty();
        };
    }

    private Finding low(
            KernelLimit limit,
            String container,
            long now,
            Source source,
            Subject subject,
            String distro,
            Machine machine) {
        Finding found = likely(
                subject,
                "low",
                List.of(Evidence.of("evidence.wsl.limit", limit.name() + " = " + now, source)),
                limit.name(),
                String.valueOf(now),
                String.valueOf(limit.least()),
                container,
                limit.source());
        if (Tool.Grammar.DISTRO.admits(distro)) found = found.fixedBy(raise(limit, distro));
        return ConfigFile.of(machine).known().isPresent() ? kept(found, limit, machine) : found;
    }

    private static Fix raise(KernelLimit limit, String distro) {
        return Fix.of(
                        "wsl.limits/raise",
                        Text.of("fix.wsl.limits/raise.title", limit.name(), String.valueOf(limit.least())),
                        Set.of(Effect.NOT_REVERSIBLE),
                        new Step.InDistro(distro, limit.command()))
                .warning(Text.of("warning.wsl.limit-until-restart"));
    }

    /// The kernel takes `sysctl.<name>=<value>` of its command line at every start.
    private static Finding kept(Finding found, KernelLimit limit, Machine machine) {
        ConfigFile file = ConfigFile.of(machine).known().orElseThrow();
        String setting = "sysctl." + limit.name() + "=" + limit.least();
        String line = file.config()
                .value("wsl2", "kernelCommandLine")
                .map(old -> (old + " " + setting).strip())
                .orElse(setting);
        Text title = Text.of("fix.wsl.limits/keep.title", limit.name(), String.valueOf(limit.least()));
        return file.withSetting(found, "wsl.limits/keep", title, "wsl2", "kernelCommandLine", line);
    }
}
