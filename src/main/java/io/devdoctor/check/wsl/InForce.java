package io.devdoctor.check.wsl;

import io.devdoctor.check.Evidence;
import io.devdoctor.format.WslValue;
import io.devdoctor.machine.FileContent;
import io.devdoctor.machine.FileState;
import io.devdoctor.machine.Machine;
import io.devdoctor.machine.Reading;
import io.devdoctor.machine.Source;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/// What the running virtual machine has, held against what `.wslconfig` says now.
///
/// @param edited  the file, or the kernel it names, changed for certain after the machine started, which reads it only
/// then
/// @param differs the settings of which the machine has another value, each with what it has
record InForce(boolean edited, Map<String, Evidence> differs) {
    /// Clocks and file times are not exact, and the machine starts after WSL has read the file.
    private static final Duration SLACK = Duration.ofMinutes(2);
    /// The kernel takes some memory for itself before it counts.
    private static final double KERNEL_LEAVES = 0.85;
    /// Every kernel that comes with WSL 2 has it in its release.
    private static final String MICROSOFTS = "microsoft";

    /// What the computer itself has.
    ///
    /// @param memory bytes
    record Size(long memory, int processors) {
        static Reading<Size> of(Machine machine) {
            return machine.host()
                    .flatMap((host, _) -> host.memory()
                            .flatMap((memory, _) ->
                                    host.processor().map(processor -> new Size(memory.total(), processor.logical()))));
        }
    }

    static InForce of(ConfigFile file, Instant modified, Machine machine, Guest guest, Size host) {
        boolean edited = isNewer(modified, guest);
        Map<String, Evidence> differs = new LinkedHashMap<>();
        memory(file, guest, host.memory()).ifPresent(live -> differs.put("wsl2.memory", live));
        processors(file, guest, host.processors()).ifPresent(live -> differs.put("wsl2.processors", live));
        LiveSwap.unlike(file, guest, edited).ifPresent(live -> differs.put("wsl2.swap", live));
        kernel(file, kernel(machine), guest).ifPresent(live -> differs.put("wsl2.kernel", live));
        if (edited) mode(file, guest).ifPresent(live -> differs.put(NetworkingMode.SETTING, live));
        return new InForce(edited || isReplaced(kernel(machine), guest), differs);
    }

    /// The memory that the virtual machine has only after a restart; empty where none is known to wait.
    static OptionalLong waitingMemory(Machine machine) {
        Optional<FileContent> content =
                machine.wslConfig().flatMap((all, _) -> all.content()).known();
        Optional<ConfigFile> file = ConfigFile.of(machine).known();
        Optional<Guest> guest = Guest.of(machine).known();
        Optional<Size> host = Size.of(machine).known();
        if (content.isEmpty() || file.isEmpty() || guest.isEmpty() || host.isEmpty()) return OptionalLong.empty();
        InForce now = of(file.get(), content.get().modified(), machine, guest.get(), host.get());
        return now.edited() && now.differs().containsKey("wsl2.memory")
                ? OptionalLong.of(
                        EffectiveMemory.of(file.get().config(), host.get().memory())
                                .bytes())
                : OptionalLong.empty();
    }

    /// The file that `wsl2.kernel` names.
    private static Reading<FileState> kernel(Machine machine) {
        Reading<FileState> none = new Reading.NotApplicable<>("no kernel of one's own");
        return machine.wslConfig().flatMap((all, _) -> all.named().getOrDefault("wsl2.kernel", none));
    }

    /// Whether something was written for certain after the machine started.
    static boolean isNewer(Instant modified, Guest guest) {
        return guest.startedBy()
                .known()
                .filter(start -> modified.isAfter(start.plus(SLACK)))
                .isPresent();
    }

    /// A kernel of one's own may call itself anything, also as Microsoft's does: only one that is named no more, or
    /// whose file is newer than the machine, is another for certain.
    private static Optional<Evidence> kernel(ConfigFile file, Reading<FileState> own, Guest guest) {
        if (file.isLocked("wsl2.kernel")) return Optional.empty();
        boolean named = file.config()
                .value("wsl2", "kernel")
                .filter(path -> !path.isEmpty())
                .isPresent();
        boolean replaced = isReplaced(own, guest);
        return guest.live().kernel() instanceof Reading.Known<String>(String release, Source source)
                        && (named ? replaced : !release.contains(MICROSOFTS))
                ? Optional.of(Evidence.of("evidence.wsl.live-kernel", release, source))
                : Optional.empty();
    }

    private static boolean isReplaced(Reading<FileState> kernel, Guest guest) {
        return kernel.known().filter(state -> isNewer(state.modified(), guest)).isPresent();
    }

    /// Without an edit another mode is one that WSL fell back to, which wsl.networking tells.
    private static Optional<Evidence> mode(ConfigFile file, Guest guest) {
        return file.isLocked(NetworkingMode.SETTING) ? Optional.empty() : NetworkingMode.unlike(file, guest);
    }

    private static Optional<Evidence> memory(ConfigFile file, Guest guest, long host) {
        EffectiveMemory wanted = EffectiveMemory.of(file.config(), host);
        if (!wanted.limited()) return Optional.empty();
        return guest.live().memoryTotal() instanceof Reading.Known<Long>(Long total, Source source)
                        && (total > wanted.bytes() || total < wanted.bytes() * KERNEL_LEAVES)
                ? Optional.of(Evidence.of("evidence.wsl.live-memory", total, source))
                : Optional.empty();
    }

    private static Optional<Evidence> processors(ConfigFile file, Guest guest, int hostProcessors) {
        // Of more processors than the computer has WSL takes all.
        OptionalInt wanted =
                file.config().value("wsl2", "processors").map(WslValue::integer).orElse(OptionalInt.empty());
        return wanted.isPresent()
                        && wanted.getAsInt() > 0
                        && guest.live().processors() instanceof Reading.Known<Integer>(Integer count, Source source)
                        && count != Math.min(wanted.getAsInt(), hostProcessors)
                ? Optional.of(Evidence.of("evidence.wsl.live-processors", count, source))
                : Optional.empty();
    }
}
