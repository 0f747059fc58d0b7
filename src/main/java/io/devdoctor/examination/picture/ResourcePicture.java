package io.devdoctor.examination.picture;

import io.devdoctor.check.Thresholds;
import io.devdoctor.machine.Containers;
import io.devdoctor.machine.DockerEngine;
import io.devdoctor.machine.Host;
import io.devdoctor.machine.Machine;
import io.devdoctor.machine.Part;
import io.devdoctor.machine.WslAnswer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;
import java.util.function.ToLongFunction;

/// What each level may take of the one above it: the machine, the virtual machine of WSL, the engine, its containers.
///
/// @param total   what the machine has: bytes of memory, or logical processors in billionths
/// @param advised for the virtual machine; empty where there is none (Linux), or not enough
/// @param levels  from the outside to the inside; what did not say is left out
public record ResourcePicture(Resource resource, long total, OptionalLong advised, List<Level> levels) {
    /// Billionths, as the engine counts the limits of containers.
    public static final long PROCESSOR = 1_000_000_000;

    public enum Resource {
        MEMORY,
        PROCESSORS
    }

    public enum Place {
        MACHINE,
        WSL,
        ENGINE,
        CONTAINER
    }

    /// @param name   of a container, else ""
    /// @param size   what it may take
    /// @param used   what it takes now; empty where nobody measured it
    /// @param bounds what it lies in
    /// @param own    whether it has a limit of its own; without one it may take all that it lies in
    public record Level(Place place, String name, long size, OptionalLong used, long bounds, boolean own) {}

    public ResourcePicture {
        levels = List.copyOf(levels);
    }

    /// Empty while the machine's own memory is not known: then there is nothing to draw the rest in.
    public static Optional<ResourcePicture> memory(Machine machine) {
        Optional<Host.Memory> host =
                Facts.known(machine, Part.HOST).flatMap(it -> it.memory().known());
        return host.map(memory -> {
            Level outer = new Level(
                    Place.MACHINE,
                    "",
                    memory.total(),
                    OptionalLong.of(memory.total() - memory.available()),
                    memory.total(),
                    true);
            OptionalLong free = most(machine, live -> live.memoryAvailable().known());
            OptionalLong wsl = most(machine, live -> live.memoryTotal().known());
            OptionalLong used = free.isPresent() && wsl.isPresent()
                    ? OptionalLong.of(Math.max(0, wsl.getAsLong() - free.getAsLong()))
                    : OptionalLong.empty();
            Optional<Long> engine =
                    info(machine).flatMap(info -> info.memoryTotal().known());
            OptionalLong advised =
                    machine.platform().isWindows() ? Thresholds.advisedMemory(memory.total()) : OptionalLong.empty();
            List<Level> levels = nested(machine, outer, wsl, used, engine, Containers.Details::memoryLimit);
            return new ResourcePicture(Resource.MEMORY, memory.total(), advised, levels);
        });
    }

    public static Optional<ResourcePicture> processors(Machine machine) {
        Optional<Host.Processor> host =
                Facts.known(machine, Part.HOST).flatMap(it -> it.processor().known());
        return host.map(processor -> {
            long total = processor.logical() * PROCESSOR;
            Level outer = new Level(Place.MACHINE, "", total, OptionalLong.empty(), total, true);
            OptionalLong wsl = most(machine, live -> live.processors().known().map(count -> count * PROCESSOR));
            Optional<Long> engine =
                    info(machine).flatMap(info -> info.processors().known()).map(count -> count * PROCESSOR);
            OptionalLong advised = machine.platform().isWindows()
                    ? OptionalLong.of(Thresholds.advisedProcessors(processor.logical()) * PROCESSOR)
                    : OptionalLong.empty();
            List<Level> levels = nested(
                    machine,
                    outer,
                    wsl,
                    OptionalLong.empty(),
                    engine,
                    details -> details.setup().nanoProcessors());
            return new ResourcePicture(Resource.PROCESSORS, total, advised, levels);
        });
    }

    public Optional<Level> level(Place place) {
        return levels.stream().filter(level -> level.place() == place).findFirst();
    }

    /// Where the mark stands, between 0 and 1.
    public double share(long amount) {
        return total == 0 ? 0 : Math.clamp((double) amount / total, 0, 1);
    }

    private static List<Level> nested(
            Machine machine,
            Level outer,
            OptionalLong wsl,
            OptionalLong used,
            Optional<Long> engine,
            ToLongFunction<Containers.Details> limit) {
        List<Level> levels = new ArrayList<>(List.of(outer));
        wsl.ifPresent(size -> levels.add(new Level(Place.WSL, "", size, used, outer.size(), true)));
        boolean inWsl = info(machine).map(DockerEngine.Info::isInWsl).orElse(false);
        long room = inWsl ? wsl.orElse(outer.size()) : outer.size();
        engine.ifPresent(size -> {
            levels.add(new Level(Place.ENGINE, "", size, OptionalLong.empty(), room, true));
            levels.addAll(containers(machine, size, limit));
        });
        return levels;
    }

    /// Those that run, and those that ended for want of memory; the tightest limits first.
    private static List<Level> containers(Machine machine, long engine, ToLongFunction<Containers.Details> limit) {
        return Facts.known(machine, Part.CONTAINERS).stream()
                .flatMap(containers -> containers.all().stream())
                .flatMap(container -> container.details().known().stream()
                        .filter(details -> container.isUp() || details.outOfMemory())
                        .map(details -> level(container.name(), limit.applyAsLong(details), engine)))
                .sorted(Comparator.comparing((Level level) -> !level.own())
                        .thenComparingLong(Level::size)
                        .thenComparing(Level::name))
                .toList();
    }

    private static Level level(String name, long limit, long engine) {
        return new Level(Place.CONTAINER, name, limit > 0 ? limit : engine, OptionalLong.empty(), engine, limit > 0);
    }

    /// All distributions share one virtual machine, so that the largest answer is the whole of it.
    private static OptionalLong most(Machine machine, Function<WslAnswer.Live, Optional<Long>> amount) {
        return Facts.known(machine, Part.WSL_ANSWER).stream()
                .flatMap(answer -> answer.live().values().stream())
                .flatMap(live -> amount.apply(live).stream())
                .mapToLong(Long::longValue)
                .max();
    }

    private static Optional<DockerEngine.Info> info(Machine machine) {
        return Facts.known(machine, Part.DOCKER_ENGINE)
                .flatMap(engine -> engine.info().known());
    }
}
