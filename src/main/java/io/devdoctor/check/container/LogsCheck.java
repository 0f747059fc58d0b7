package io.devdoctor.check.container;

import io.devdoctor.check.Area;
import io.devdoctor.check.CheckInfo;
import io.devdoctor.check.Evidence;
import io.devdoctor.check.Finding;
import io.devdoctor.check.Subject;
import io.devdoctor.check.Thresholds;
import io.devdoctor.machine.Containers.Container;
import io.devdoctor.machine.Containers.Details;
import io.devdoctor.machine.Containers.LogTarget;
import io.devdoctor.machine.Part;
import io.devdoctor.machine.Reading;
import io.devdoctor.machine.Source;
import io.devdoctor.text.Text;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// Log files that fill the disk, and containers whose log nobody keeps. Sizes are known where the engine's files are
/// this machine's; that a driver has no limit is the matter of `docker.log-rotation`.
final class LogsCheck extends ContainerCheck {
    private static final CheckInfo INFO = new CheckInfo(
            "container.logs", Area.CONTAINER, Set.of(Part.CONTAINERS, Part.DOCKER_ENGINE), EngineContainers.UNREAD);
    private static final long LARGE = Thresholds.mebibytes("container.log-warning-mib");

    @Override
    public CheckInfo info() {
        return INFO;
    }

    @Override
    boolean concerns(Container container) {
        return !container.state().equals("created");
    }

    @Override
    Finding well(Ward ward) {
        List<Details> read = ward.containers().all().stream()
                .filter(this::concerns)
                .flatMap(container -> container.details().known().stream())
                .toList();
        long unlimited = read.stream()
                .map(details -> details.setup().log())
                .filter(log -> isUnlimited(log) && !log.size().isKnown())
                .count();
        if (unlimited == 0) return ok(ward.engine(), "small");
        Source source = ward.containers().all().getFirst().source();
        return info(
                ward.engine(),
                "unmeasured",
                List.of(Evidence.of("evidence.container.unlimited-logs", unlimited, source)),
                unlimited);
    }

    @Override
    Stream<Finding> judge(Ward ward, Container container, Details details, Source source) {
        LogTarget log = details.setup().log();
        Subject subject = EngineContainers.of(ward.machine(), container);
        Evidence driver =
                Evidence.of("evidence.container.log-driver", log.driver(), source.at(" : HostConfig.LogConfig.Type"));
        if (log.driver().equals("none") && EngineContainers.isRunning(container)) {
            return Stream.of(info(subject, "none", List.of(driver), EngineContainers.named(container)));
        }
        return switch (log.size()) {
            case Reading.Known<Long>(Long size, Source file)
            when size > LARGE ->
                Stream.of(warning(
                                subject,
                                limit(log).isPresent() ? "large-limited" : "large",
                                List.of(Evidence.of("evidence.container.log-size", size, file), driver),
                                EngineContainers.named(container),
                                Text.size(size),
                                limit(log).orElse(""))
                        .fixedBy(Advice.about("log-large", container)));
            case Reading.Unknown<Long> unread -> Stream.of(unknown(subject, unread));
            case Reading.Known<Long> _, Reading.Absent<Long> _, Reading.NotApplicable<Long> _ -> Stream.empty();
        };
    }

    private static boolean isUnlimited(LogTarget log) {
        return log.driver().equals("json-file") && limit(log).isEmpty();
    }

    /// As it was given, `10m`. A negative one is none.
    private static Optional<String> limit(LogTarget log) {
        return Optional.ofNullable(log.options().get("max-size"))
                .filter(size -> !size.isBlank() && !size.startsWith("-"));
    }
}
