package io.devdoctor.system.change;

import io.devdoctor.machine.RegistryValue;
import io.devdoctor.system.change.ChangeResult.Reason;

/// A system without a registry.
public record NoRegistry() implements RegistryChanges {
    @Override
    public ChangeResult set(String key, String name, RegistryValue value) {
        return new ChangeResult.Failed(Reason.NOT_HERE, key, "no registry");
    }

    @Override
    public ChangeResult remove(String key, String name) {
        return new ChangeResult.Failed(Reason.NOT_HERE, key, "no registry");
    }
}
