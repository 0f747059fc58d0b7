package io.devdoctor.repair;

import io.devdoctor.machine.Containers;
import io.devdoctor.machine.Machine;
import io.devdoctor.machine.Reading;
import io.devdoctor.machine.WslAnswer;
import java.util.List;

/// What runs on a machine and would end with what it runs in, by name.
///
/// @param machine with [io.devdoctor.machine.Part#WSL_ANSWER] and [io.devdoctor.machine.Part#CONTAINERS]
public record Running(Machine machine) {

    /// Distributions of WSL, those of Docker Desktop among them.
    public Reading<List<String>> distros() {
        return machine.wslAnswer()
                .flatMap((answer, _) -> answer.list())
                .map(rows -> rows.stream()
                        .filter(WslAnswer.Row::isRunning)
                        .map(WslAnswer.Row::name)
                        .toList());
    }

    /// Of the engine that was asked; one inside a distribution beside it was not.
    public Reading<List<String>> containers() {
        return machine.containers()
                .map(all -> all.all().stream()
                        .filter(Containers.Container::isUp)
                        .map(Containers.Container::name)
                        .toList());
    }
}
