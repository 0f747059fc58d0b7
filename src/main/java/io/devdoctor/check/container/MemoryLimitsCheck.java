package io.devdoctor.check.container;

import io.devdoctor.check.Area;
import io.devdoctor.check.CheckInfo;
import io.devdoctor.check.Evidence;
import io.devdoctor.check.Finding;
import io.devdoctor.fix.Fix;
import io.devdoctor.fix.Step;
import io.devdoctor.machine.Containers.Container;
import io.devdoctor.machine.Containers.Details;
import io.devdoctor.machine.Part;
import io.devdoctor.machine.Reading;
import io.devdoctor.machine.Source;
import io.devdoctor.text.Text;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/// What the limits of the running containers add up to, against what the engine has.
final class MemoryLimitsCheck extends ContainerCheck {
    private static final CheckInfo INFO = new CheckInfo(
            "container.memory-limits",
            Area.CONTAINER,
            Set.of(Part.CONTAINERS, Part.DOCKER_ENGINE),
            EngineContainers.UNREAD);
    private static final int MOST_NAMED = 5;

    @Override
    public CheckInfo info() {
        return INFO;
    }

    /// Only together they say something.
    @Override
    Stream<Finding> judge(Ward ward, Container container, Details details, Source source) {
        return Stream.empty();
    }

    @Override
    Finding well(Ward ward) {
        List<Container> running =
                ward.containers().all().stream().filter(this::concerns).toList();
        if (running.isEmpty()) return ok(ward.engine(), "none-running");
        List<String> free = running.stream()
                .filter(container -> limit(container) == 0)
                .map(Container::name)
                .toList();
        long sum = running.stream().mapToLong(MemoryLimitsCheck::limit).sum();
        Reading<Long> memory = ward.engineMemory();
        Source source = running.getFirst().details().sourceOr(running.getFirst().source());
        Evidence total = Evidence.of("evidence.container.memory-limits", sum, source.at(" : HostConfig.Memory"));
        if (memory instanceof Reading.Known<Long>(Long engine, Source from) && sum > engine) {
            Evidence has = Evidence.of("evidence.container.engine-memory", engine, from);
            return info(ward.engine(), "sum", List.of(total, has), Text.size(sum), Text.size(engine))
                    .fixedBy(limits());
        }
        if (free.isEmpty()) {
            return memory instanceof Reading.Unknown<Long> unread
                    ? unknown(ward.engine(), unread)
                    : ok(ward.engine(), "limited", Text.size(sum));
        }
        Evidence without =
                Evidence.of("evidence.container.without-limit", free.size() + " / " + running.size(), source);
        return info(
                        ward.engine(),
                        "without",
                        List.of(without),
                        free.size(),
                        running.size(),
                        Text.several(free.subList(0, Math.min(MOST_NAMED, free.size()))))
                .fixedBy(limits());
    }

    private static Fix limits() {
        return Fix.safe(
                "container.memory-limits/set",
                Text.of("fix.container.memory-limits/set.title"),
                new Step.Manual(Text.of("fix.container.memory-limits/set.words"), null));
    }

    private static long limit(Container container) {
        return container.details().known().map(Details::memoryLimit).orElse(0L);
    }
}
