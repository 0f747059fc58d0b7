package io.devdoctor.check.docker;

import static io.devdoctor.check.CheckInfo.any;

import io.devdoctor.check.Area;
import io.devdoctor.check.Check;
import io.devdoctor.check.CheckInfo;
import io.devdoctor.check.Evidence;
import io.devdoctor.check.Finding;
import io.devdoctor.check.Subject;
import io.devdoctor.check.Thresholds;
import io.devdoctor.machine.DockerEngine.Info;
import io.devdoctor.machine.Machine;
import io.devdoctor.machine.Part;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// How many of the computer's processors the engine's virtual machine has.
final class EngineProcessorsCheck implements Check {
    private static final CheckInfo INFO = new CheckInfo(
            "docker.cpus",
            Area.DOCKER,
            Set.of(Part.DOCKER_ENGINE, Part.HOST, Part.DOCKER_DESKTOP, Part.WSL_CONFIG, Part.POLICIES, Part.CONTAINERS),
            List.of(any("docker.engine").ofUnread(), any("docker.endpoint").ofUnread(), any("wsl.config-processors")));

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
                judgeIfPresent(info.processors(), subject, (count, _) -> List.of(ok(subject, "shared", count)));
            case WSL, DESKTOP ->
                judgeIfPresent(
                        info.processors(),
                        subject,
                        (count, source) -> judgeIfPresent(
                                machine.host().flatMap((host, _) -> host.processor()),
                                subject,
                                (processor, from) -> List.of(judge(
                                        machine,
                                        kind,
                                        subject,
                                        count,
                                        processor.logical(),
                                        List.of(
                                                Evidence.of("evidence.docker.processors", count, source),
                                                Evidence.of(
                                                        "evidence.docker.host-processors",
                                                        processor.logical(),
                                                        from))))));
        };
    }

    private Finding judge(
            Machine machine, VirtualMachine kind, Subject subject, int count, int logical, List<Evidence> evidence) {
        int advised = Thresholds.advisedProcessors(logical);
        if (count >= advised) return ok(subject, "ok", count, logical);
        List<Evidence> all = new ArrayList<>(evidence);
        all.addAll(ContainerLoad.of(machine).evidence());
        return info(subject, "few", all, count, logical, advised)
                .fixedBy(new VirtualMachineFixes(machine, kind).processors(logical, advised));
    }
}
