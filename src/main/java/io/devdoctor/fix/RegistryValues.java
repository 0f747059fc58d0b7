package io.devdoctor.fix;

import io.devdoctor.machine.Bytes;
import io.devdoctor.machine.RegistryValue;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/// Registry values as regedit shows them.
final class RegistryValues {
    private RegistryValues() {}

    static Preview.RegistryChange change(Step.SetRegistryValue set) {
        RegistryValue typed = set.after() != null ? set.after() : set.before();
        String type = typed == null ? "" : typed.typeName();
        return new Preview.RegistryChange(set.key(), set.name(), type, shown(set.before()), shown(set.after()));
    }

    private static @Nullable String shown(@Nullable RegistryValue value) {
        return switch (value) {
            case null -> null;
            case RegistryValue.Text(String text) -> text;
            case RegistryValue.ExpandText(String text) -> text;
            case RegistryValue.Dword(long number) -> "0x%08x (%d)".formatted(number, number);
            case RegistryValue.Qword(long number) -> "0x%016x (%s)".formatted(number, Long.toUnsignedString(number));
            case RegistryValue.MultiText(var lines) -> String.join(" ", lines);
            case RegistryValue.Binary(Bytes bytes) -> hex(bytes);
            case RegistryValue.Other(int _, Bytes bytes) -> hex(bytes);
        };
    }

    private static String hex(Bytes bytes) {
        return HexFormat.ofDelimiter(" ").formatHex(bytes.toArray());
    }
}
