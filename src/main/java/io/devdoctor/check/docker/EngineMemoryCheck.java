package io.devdoctor.check.docker;

import static io.devdoctor.check.CheckInfo.any;

import io.devdoctor.check.AdvisedMemory;
import io.devdoctor.check.Area;
import io.devdoctor.check.Check;
import io.devdoctor.check.CheckInfo;
import io.devdoctor.check.Evidence;
import io.devdoctor.check.Finding;
import io.devdoctor.check.MemoryRange;
import io.devdoctor.check.Subject;
import io.devdoctor.check.Thresholds;
import io.devdoctor.check.wsl.WslSetting;
import io.devdoctor.machine.DockerEngine.Info;
import io.devdoctor.machine.Host.Memory;
import io.devdoctor.machine.Machine;
import io.devdoctor.machine.Part;
import io.devdoctor.machine.Source;
import io.devdoctor.text.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;

/// Whether the virtual machine of the engine has a sensible share of the computer's memory.
final class EngineMemoryCheck implements Check {
    private static final CheckInfo INFO = new CheckInfo(
            "docker.memory",
            Area.DOCKER,
            Set.of(
                    Part.DOCKER_ENGINE,
                    Part.HOST,
                    Part.DOCKER_DESKTOP,
                    Part.WSL_CONFIG,
                    Part.WSL_ANSWER,
                    Part.POLICIES,
                    Part.CONTAINERS),
            List.of(
                    any("docker.engine").ofUnread(),
                    any("docker.endpoint").ofUnread(),
                    any("wsl.config-memory"),
                    any("wsl.config-pending").evenNoted()));
    private static final long GIGABYTE = 1L << 30;

    @Override
    public CheckInfo info() {
        return INFO;
    }

    @Override
    public List<Finding> examine(Machine machine) {
        Subject subject = Endpoint.subject(machine);
        return judgeIfPresent(Endpoint.info(machine), subject, (info, _) -> judge(machine, info, subject));
    }

    private List<Finding> judge(Machine machine, Info info, Subject subject) {
        VirtualMachine kind = VirtualMachine.of(machine, info);
        return switch (kind) {
            case REMOTE -> List.of(notApplicable(subject));
            case NONE ->
                judgeIfPresent(
                        info.memoryTotal(), subject, (total, _) -> List.of(ok(subject, "shared", Text.size(total))));
            case WSL, DESKTOP ->
                judgeIfPresent(
                        info.memoryTotal(),
                        subject,
                        (total, source) -> judgeIfPresent(
                                machine.host().flatMap((host, _) -> host.memory()),
                                subject,
                                (memory, from) -> List.of(
                                        judge(machine, kind, subject, new Share(total, source, memory, from)))));
        };
    }

    private record Share(long total, Source source, Memory memory, Source from) {
        /// The kernel keeps a part: a machine given 4 GB reports 3.8, so whole gigabytes are compared.
        long given() {
            return Math.round((double) total / GIGABYTE) * GIGABYTE;
        }

        long host() {
            return Math.round((double) memory.total() / GIGABYTE) * GIGABYTE;
        }

        boolean isLow() {
            return MemoryRange.of(memory.total()).isLow(given());
        }

        /// Half the host is what WSL takes by itself, even on small machines.
        boolean isHigh() {
            long most = host() - Thresholds.mebibytes("memory.windows-keeps-mib");
            return given() > Math.max(most, host() / 2);
        }

        List<Evidence> evidence() {
            return List.of(
                    Evidence.of("evidence.docker.memory-total", total, source),
                    Evidence.of("evidence.host.memory-total", memory.total(), from));
        }
    }

    private Finding judge(Machine machine, VirtualMachine kind, Subject subject, Share share) {
        ContainerLoad load = ContainerLoad.of(machine);
        Text.Arg total = Text.size(share.total());
        Text.Arg host = Text.size(share.memory().total());
        AdvisedMemory advised = AdvisedMemory.of(share.memory().total(), load.memory());
        List<Evidence> evidence = new ArrayList<>(share.evidence());
        evidence.addAll(load.evidence());
        if (share.isLow() || share.isHigh()) {
            Finding found = warning(subject, share.isLow() ? "low" : "high", evidence, total, host, advised.words())
                    .explainedBy(WslSetting.causes(INFO, machine, share.total(), share.isLow()));
            return fixed(found, machine, kind, share, advised.bytes());
        }
        if (load.memory() <= share.total()) return ok(subject, "ok", total, host);
        Finding more = info(subject, "limits", evidence, total, Text.size(load.memory()), advised.words());
        return advised.bytes().orElse(0) > share.given() ? fixed(more, machine, kind, share, advised.bytes()) : more;
    }

    private static Finding fixed(
            Finding found, Machine machine, VirtualMachine kind, Share share, OptionalLong advised) {
        return advised.isPresent()
                ? found.fixedBy(new VirtualMachineFixes(machine, kind).memory(share.host(), advised.getAsLong()))
                : found;
    }
}
