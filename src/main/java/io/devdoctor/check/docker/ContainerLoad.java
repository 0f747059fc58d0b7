package io.devdoctor.check.docker;

import io.devdoctor.check.Evidence;
import io.devdoctor.machine.Containers;
import io.devdoctor.machine.Machine;
import io.devdoctor.machine.Reading;
import io.devdoctor.machine.Source;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToLongFunction;

/// What the limits of the running containers add up to. A container without a limit adds nothing, since nobody can say
/// what it will take.
///
/// @param memory bytes
record ContainerLoad(long memory, List<Evidence> evidence) {
    /// Decimal places of a number that counts billionths.
    private static final int NANO = 9;

    static ContainerLoad of(Machine machine) {
        if (!(machine.containers() instanceof Reading.Known<Containers>(Containers containers, Source source))) {
            return new ContainerLoad(0, List.of());
        }
        long memory = sum(containers, Containers.Details::memoryLimit);
        long nano = sum(containers, details -> details.setup().nanoProcessors());
        List<Evidence> evidence = new ArrayList<>();
        if (memory > 0) {
            evidence.add(Evidence.of("evidence.container.memory-limits", memory, source.at(" : HostConfig.Memory")));
        }
        if (nano > 0) {
            String sum = BigDecimal.valueOf(nano, NANO).stripTrailingZeros().toPlainString();
            evidence.add(Evidence.of("evidence.container.processor-limits", sum, source.at(" : HostConfig.NanoCpus")));
        }
        return new ContainerLoad(memory, List.copyOf(evidence));
    }

    private static long sum(Containers containers, ToLongFunction<Containers.Details> limit) {
        return containers.all().stream()
                .filter(container -> container.state().equals("running"))
                .flatMap(container -> container.details().known().stream())
                .mapToLong(limit)
                .sum();
    }
}
