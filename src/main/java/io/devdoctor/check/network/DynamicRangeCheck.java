package io.devdoctor.check.network;

import static io.devdoctor.check.Subject.MACHINE;

import io.devdoctor.check.Area;
import io.devdoctor.check.CheckInfo;
import io.devdoctor.check.Evidence;
import io.devdoctor.check.Finding;
import io.devdoctor.check.WindowsCheck;
import io.devdoctor.fix.Effect;
import io.devdoctor.fix.Fix;
import io.devdoctor.fix.Step;
import io.devdoctor.fix.TakesEffect;
import io.devdoctor.fix.Tool;
import io.devdoctor.machine.Machine;
import io.devdoctor.machine.Network;
import io.devdoctor.machine.Network.DynamicRange;
import io.devdoctor.machine.Network.Stack;
import io.devdoctor.machine.Part;
import io.devdoctor.machine.Reading;
import io.devdoctor.text.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// Whether Windows hands out ports from the high ones that it should. From 1024 on, its virtual networks reserve ranges
/// among the ports that services use. Over IPv4 and IPv6, TCP and UDP it is set apart.
final class DynamicRangeCheck implements WindowsCheck {
    private static final CheckInfo INFO =
            new CheckInfo("network.dynamic-range", Area.NETWORK, Set.of(Part.NETWORK), List.of());
    /// The standard since Windows Vista (KB 929851); a higher start is somebody's choice and does no harm.
    private static final DynamicRange STANDARD = new DynamicRange(49152, 16384);

    /// Ports of services lie below; a start between is somebody's own choice.
    private static final int LOW = 10_000;

    @Override
    public CheckInfo info() {
        return INFO;
    }

    @Override
    public List<Finding> examineWindows(Machine machine) {
        return judgeIfPresent(machine.network(), MACHINE, (network, _) -> List.of(judge(network)));
    }

    private Finding judge(Network network) {
        List<Evidence> low = new ArrayList<>();
        List<Step> steps = new ArrayList<>();
        List<Reading.Unknown<?>> unread = new ArrayList<>();
        int start = LOW;
        for (Stack stack : Stack.values()) {
            Reading<DynamicRange> reading = network.dynamic().get(stack);
            if (reading instanceof Reading.Unknown<?> unknown) unread.add(unknown);
            if (!(reading instanceof Reading.Known<DynamicRange>(DynamicRange range, var source))) continue;
            if (range.start() >= LOW) continue;
            start = Math.min(start, range.start());
            low.add(Evidence.of("evidence.network.dynamic-range", range.start() + " " + range.count(), source));
            steps.add(reset(stack, range));
        }
        if (!low.isEmpty()) return low(low, steps, start);
        return unread.isEmpty() ? ok(MACHINE, "ok") : unknown(MACHINE, unread.getFirst());
    }

    private Finding low(List<Evidence> evidence, List<Step> steps, int start) {
        return warning(MACHINE, "low", evidence, String.valueOf(start), String.valueOf(STANDARD.start()))
                .fixedBy(Fix.of(
                                "network.dynamic-range/standard",
                                Text.of("fix.network.dynamic-range/standard.title", String.valueOf(STANDARD.start())),
                                Set.of(Effect.ADMIN),
                                steps.toArray(Step[]::new))
                        .takingEffect(TakesEffect.REBOOT)
                        .warning(Text.of("warning.network.dynamic-undo")));
    }

    private static Step reset(Stack stack, DynamicRange before) {
        return new Step.RunTool(
                Tool.NETSH_DYNAMIC_PORTS,
                values(stack, STANDARD),
                new Step.RunTool(Tool.NETSH_DYNAMIC_PORTS, values(stack, before), null));
    }

    private static List<String> values(Stack stack, DynamicRange range) {
        return List.of(stack.ip(), stack.transport(), "start=" + range.start(), "num=" + range.count());
    }
}
