package io.devdoctor.machine;

import java.util.List;

/// A value of the Windows registry with its type. A missing value is never represented by this type.
public sealed interface RegistryValue {
    record Text(String value) implements RegistryValue {}

    /// REG_EXPAND_SZ, unexpanded.
    record ExpandText(String value) implements RegistryValue {}

    /// REG_DWORD as an unsigned number.
    record Dword(long value) implements RegistryValue {}

    record Qword(long value) implements RegistryValue {}

    record MultiText(List<String> value) implements RegistryValue {
        public MultiText {
            value = List.copyOf(value);
        }
    }

    record Binary(Bytes value) implements RegistryValue {}

    /// A type DevDoctor does not interpret (REG_NONE, REG_LINK …), by its number.
    record Other(int type, Bytes value) implements RegistryValue {}

    /// The name of the type as `reg.exe` writes it.
    default String typeName() {
        return switch (this) {
            case Text _ -> "REG_SZ";
            case ExpandText _ -> "REG_EXPAND_SZ";
            case Dword _ -> "REG_DWORD";
            case Qword _ -> "REG_QWORD";
            case MultiText _ -> "REG_MULTI_SZ";
            case Binary _ -> "REG_BINARY";
            case Other(int type, Bytes _) -> "REG_TYPE_" + type;
        };
    }
}
