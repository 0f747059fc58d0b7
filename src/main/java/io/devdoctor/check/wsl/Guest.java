package io.devdoctor.check.wsl;

import io.devdoctor.machine.Machine;
import io.devdoctor.machine.Reading;
import io.devdoctor.machine.WslAnswer;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/// A distribution that was asked; all share one virtual machine, so any of them speaks for it.
record Guest(String name, WslAnswer.Live live) {
    /// Absent = the virtual machine is down, or nobody can tell because only WSL 1 runs; NotApplicable = only Docker's
    /// own distribution runs, which is left alone.
    static Reading<Guest> of(Machine machine) {
        return machine.wslAnswer()
                .flatMap((answer, _) -> answer.list().flatMap((rows, source) -> {
                    Optional<Guest> guest = new TreeMap<>(answer.live())
                            .entrySet().stream()
                                    .map(each -> new Guest(each.getKey(), each.getValue()))
                                    .max(Comparator.comparing(
                                            each -> each.live().memoryTotal().isKnown()));
                    if (guest.isPresent()) return new Reading.Known<>(guest.get(), source);
                    boolean up = rows.stream().anyMatch(row -> row.isRunning() && row.version() == 2);
                    return up
                            ? new Reading.NotApplicable<>("only Docker's own distribution runs")
                            : new Reading.Absent<>(source);
                }));
    }

    /// Names of what runs now, Docker's own included.
    static List<String> running(Machine machine) {
        return machine.wslAnswer().flatMap((answer, _) -> answer.list()).known().stream()
                .flatMap(List::stream)
                .filter(WslAnswer.Row::isRunning)
                .map(WslAnswer.Row::name)
                .toList();
    }

    /// When the virtual machine started, at the latest: while the computer sleeps its clock may stand still.
    Reading<Instant> startedBy() {
        return live.text("/proc/uptime").flatMap((text, source) -> {
            double seconds = Double.parseDouble(text.strip().split("\\s+")[0]);
            return new Reading.Known<>(source.at().minusMillis((long) (seconds * 1000)), source);
        });
    }
}
