package io.devdoctor.check.wsl;

import io.devdoctor.fix.Fix;
import io.devdoctor.format.EditResult;
import io.devdoctor.format.WslConfig;
import io.devdoctor.machine.Bytes;
import io.devdoctor.machine.Machine;
import io.devdoctor.text.Text;
import java.util.Objects;
import java.util.Optional;

/// A setting of the section `[wsl2]` of .wslconfig, for what other areas see of the virtual machine.
public final class WslSetting {
    private WslSetting() {}

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
