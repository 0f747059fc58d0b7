package io.devdoctor.check.wsl;

import io.devdoctor.format.WslConfig;
import io.devdoctor.format.WslConfigEntry;
import io.devdoctor.format.WslSize;
import java.util.Optional;

/// The memory that the virtual machine may take, as WSL works it out (microsoft/WSL, WslCoreConfig): the first
/// `memory` counts, no unit means bytes, 0 or an invalid size means half the host, and the rest is clamped.
///
/// @param bytes      what WSL takes
/// @param limited    whether the file decides; false = WSL's own default
/// @param misreadLine line whose number WSL takes for bytes, 0 if there is none
/// @param asked      what the file asks for, before it is clamped; 0 where it does not decide
record EffectiveMemory(long bytes, boolean limited, int misreadLine, long asked) {
    private static final long LEAST = 256L << 20;

    static EffectiveMemory of(WslConfig config, long host) {
        Optional<WslConfigEntry> entry = config.entry("wsl2", "memory");
        EffectiveMemory own = new EffectiveMemory(host / 2, false, 0, 0);
        if (entry.isEmpty()) return own;
        return switch (WslSize.parse(entry.get().value())) {
            case WslSize.Invalid _ -> own;
            case WslSize.Bytes bytes when bytes.isDefault() -> own;
            case WslSize.Bytes(long count) ->
                new EffectiveMemory(
                        Math.min(Math.max(count, LEAST), host),
                        true,
                        count < LEAST && entry.get().value().matches("[0-9]+")
                                ? entry.get().line()
                                : 0,
                        count);
        };
    }
}
