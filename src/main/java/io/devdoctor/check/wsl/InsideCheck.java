package io.devdoctor.check.wsl;

import static io.devdoctor.check.Subject.MACHINE;

import io.devdoctor.check.Finding;
import io.devdoctor.machine.Machine;
import io.devdoctor.machine.Reading;
import io.devdoctor.machine.Wsl;
import io.devdoctor.machine.WslAnswer;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// A check that looks into each running distribution. Stopped ones are left alone.
interface InsideCheck extends WslCheck {
    Finding examineInside(String distro, WslAnswer.Live live, Wsl wsl, Machine machine);

    @Override
    default List<Finding> examineWsl(Wsl wsl, Machine machine) {
        // Who could not be listed could not be asked either.
        if (machine.wslAnswer().flatMap((answer, _) -> answer.list())
                instanceof Reading.Unknown<List<WslAnswer.Row>> unread) {
            return List.of(unknown(MACHINE, unread));
        }
        Map<String, WslAnswer.Live> live =
                new TreeMap<>(machine.wslAnswer().known().map(WslAnswer::live).orElse(Map.of()));
        return live.isEmpty()
                ? List.of(notApplicable(MACHINE))
                : live.entrySet().stream()
                        .map(each -> examineInside(each.getKey(), each.getValue(), wsl, machine))
                        .toList();
    }
}
