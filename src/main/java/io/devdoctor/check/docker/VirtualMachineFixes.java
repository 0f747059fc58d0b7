package io.devdoctor.check.docker;

import io.devdoctor.check.MemoryRange;
import io.devdoctor.check.ProcessorRange;
import io.devdoctor.check.wsl.WslSetting;
import io.devdoctor.fix.Choice;
import io.devdoctor.fix.Fix;
import io.devdoctor.fix.Parameter;
import io.devdoctor.machine.Machine;
import io.devdoctor.text.Text;
import java.util.Optional;

/// Sets what the engine's virtual machine may take, in the file that bounds it: .wslconfig with WSL 2, the settings of
/// Docker Desktop otherwise. Words where neither can be edited.
record VirtualMachineFixes(Machine machine, VirtualMachine kind) {
    private static final long MEBIBYTE = 1L << 20;

    /// @param host bytes of the computer
    Fix memory(long host, long advised) {
        MemoryRange range = MemoryRange.of(host);
        Choice choice = Choice.of(
                range.parameter(advised), bytes -> memory(bytes).map(fix -> range.judged(fix, bytes, advised)));
        return choice.advised().orElseGet(() -> byHand("docker.memory", Text.size(advised)));
    }

    private Optional<Fix> memory(long bytes) {
        String mebibytes = String.valueOf(bytes / MEBIBYTE);
        return set("docker.memory", "memory", Parameter.Size.typed(bytes), "MemoryMiB", mebibytes, Text.size(bytes));
    }

    /// @param logical processors of the computer
    Fix processors(int logical, int advised) {
        ProcessorRange range = new ProcessorRange(logical);
        Choice choice =
                Choice.of(range.parameter(advised), count -> processors(count).map(fix -> range.judged(fix, count)));
        return choice.advised().orElseGet(() -> byHand("docker.cpus", advised));
    }

    private Optional<Fix> processors(long count) {
        String number = String.valueOf(count);
        return set("docker.cpus", "processors", number, "Cpus", number, count);
    }

    private Fix byHand(String check, Object shown) {
        return DesktopFixes.byHand(check + "/set", words(check), shown);
    }

    private String words(String check) {
        return "fix." + check + (kind == VirtualMachine.WSL ? "/wsl" : "/desktop");
    }

    private Optional<Fix> set(String check, String wslKey, String wslValue, String key, String literal, Object shown) {
        String id = check + "/set";
        Text title = Text.of(words(check) + ".title", shown);
        return kind == VirtualMachine.WSL
                ? WslSetting.fix(machine, id, title, wslKey, wslValue)
                : DesktopSettings.of(machine)
                        .known()
                        .flatMap(settings -> settings.with(key, literal))
                        .flatMap(step -> DesktopEdit.of(machine, id, title, step));
    }
}
