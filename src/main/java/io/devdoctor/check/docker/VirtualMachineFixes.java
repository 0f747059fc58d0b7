package io.devdoctor.check.docker;

import io.devdoctor.check.wsl.WslSetting;
import io.devdoctor.fix.Fix;
import io.devdoctor.machine.Machine;
import io.devdoctor.text.Text;
import java.util.Optional;

/// Sets what the engine's virtual machine may take, in the file that bounds it: .wslconfig with WSL 2, the settings of
/// Docker Desktop otherwise. Words where neither can be edited.
record VirtualMachineFixes(Machine machine, VirtualMachine kind) {
    private static final long MEBIBYTE = 1L << 20;
    private static final long GIGABYTE = 1L << 30;

    Fix memory(long bytes) {
        String mebibytes = String.valueOf(bytes / MEBIBYTE);
        return set("docker.memory", "memory", bytes / GIGABYTE + "GB", "MemoryMiB", mebibytes, Text.size(bytes));
    }

    Fix processors(int count) {
        String number = String.valueOf(count);
        return set("docker.cpus", "processors", number, "Cpus", number, count);
    }

    private Fix set(String check, String wslKey, String wslValue, String key, String literal, Object shown) {
        boolean wsl = kind == VirtualMachine.WSL;
        String words = "fix." + check + (wsl ? "/wsl" : "/desktop");
        String id = check + "/set";
        Text title = Text.of(words + ".title", shown);
        Optional<Fix> fix = wsl
                ? WslSetting.fix(machine, id, title, wslKey, wslValue)
                : DesktopSettings.of(machine)
                        .known()
                        .flatMap(settings -> settings.with(key, literal))
                        .flatMap(step -> DesktopEdit.of(machine, id, title, step));
        return fix.orElseGet(() -> DesktopFixes.byHand(id, words, shown));
    }
}
