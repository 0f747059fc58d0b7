package io.devdoctor.system;

import io.devdoctor.machine.Reading;
import io.devdoctor.machine.RegistryKey;

/// Reads the Windows registry (64-bit view).
public interface Registry {
    /// @param path `HKCU\…`, `HKLM\…`, `HKU\…`; Absent if the key does not exist
    Reading<RegistryKey> key(String path);
}
