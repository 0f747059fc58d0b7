package io.devdoctor.check.wsl;

import io.devdoctor.check.CheckInfo;
import io.devdoctor.fix.Fix;
import io.devdoctor.format.EditResult;
import io.devdoctor.format.WslConfig;
import io.devdoctor.machine.Bytes;
import io.devdoctor.machine.Machine;
import io.devdoctor.text.Text;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;

/// A setting of the section `[wsl2]` of .wslconfig, for what other areas see of the virtual machine.
public final class WslSetting {
    private WslSetting() {}

    /// What of a check's causes may explain how much memory the virtual machine has: a changed limit that waits for a
    /// restart only where that restart brings the right amount nearer.
    ///
    /// @param more whether the machine has too little
    public static List<CheckInfo.Cause> causes(CheckInfo info, Machine machine, long has, boolean more) {
        OptionalLong next = InForce.waitingMemory(machine);
        boolean helps = next.isPresent() && (more ? next.getAsLong() > has : next.getAsLong() < has);
        return info.causes().stream()
                .filter(cause -> helps || !cause.check().equals("wsl.config-pending"))
                .toList();
    }

    /// Empty where the file is unread, cannot be edited or holds the value already, and where a policy may win over it.
    public static Optional<Fix> fix(Machine machine, String id, Text title, String key, String value) {
        if (!machine.policies().isKnown()) return Optional.empty();
        return ConfigFile.of(machine).known().flatMap(file -> {
            if (!(WslConfig.edit(file.bytes()).set("wsl2", key, value).result()
                    instanceof EditResult.Edited(byte[] bytes))) {
                return Optional.empty();
            }
            Bytes after = Bytes.of(bytes);
            return Objects.equals(file.before(), after) ? Optional.empty() : file.fix(id, title, after);
        });
    }
}
