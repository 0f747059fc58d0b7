package io.devdoctor.desktop.picture;

import io.devdoctor.check.Thresholds;
import io.devdoctor.machine.DockerEngine;
import io.devdoctor.machine.Host;
import io.devdoctor.machine.Machine;
import io.devdoctor.machine.Part;
import io.devdoctor.machine.WslAnswer;
import java.util.Optional;
import java.util.OptionalLong;

/// Memory as one bar within another: the machine, the virtual machine of WSL, the engine. Bytes.
///
/// @param total, used of the machine
/// @param wsl     what a running distribution sees; empty if none runs or none answered
/// @param engine  what the engine sees; empty if it did not say
/// @param advised for the virtual machine; empty where there is none (Linux), or not enough
public record MemoryPicture(long total, long used, OptionalLong wsl, OptionalLong engine, OptionalLong advised) {

    /// Empty while the machine's own memory is not known: then there is nothing to draw the rest in.
    public static Optional<MemoryPicture> of(Machine machine) {
        Optional<Host.Memory> host =
                Facts.known(machine, Part.HOST).flatMap(it -> it.memory().known());
        return host.map(memory -> new MemoryPicture(
                memory.total(),
                memory.total() - memory.available(),
                wsl(machine),
                engine(machine),
                machine.platform().isWindows() ? Thresholds.advisedMemory(memory.total()) : OptionalLong.empty()));
    }

    private static OptionalLong wsl(Machine machine) {
        return Facts.known(machine, Part.WSL_ANSWER).stream()
                .flatMap(answer -> answer.live().values().stream())
                .map(WslAnswer.Live::memoryTotal)
                .flatMap(reading -> reading.known().stream())
                .mapToLong(Long::longValue)
                .max();
    }

    private static OptionalLong engine(Machine machine) {
        return Facts.known(machine, Part.DOCKER_ENGINE)
                .flatMap(engine -> engine.info().known())
                .flatMap((DockerEngine.Info info) -> info.memoryTotal().known())
                .map(OptionalLong::of)
                .orElseGet(OptionalLong::empty);
    }
}
