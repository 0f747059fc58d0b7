package io.devdoctor.system.change;

import io.devdoctor.machine.RegistryValue;

/// Sets and removes values below HKCU; every other hive is refused.
public interface RegistryChanges {
    /// Creates the key where it is missing.
    ChangeResult set(String key, String name, RegistryValue value);

    /// Removing what is not there is done.
    ChangeResult remove(String key, String name);
}
