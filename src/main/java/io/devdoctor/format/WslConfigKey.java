package io.devdoctor.format;

import java.util.List;

/// A key WSL knows or knew.
///
/// @param defaultValue in words of the table, empty when there is none
/// @param since first WSL version with the key in this section, empty when unknown
/// @param until WSL version that removed it or made it ineffective, empty otherwise
/// @param allowed valid values of a [Type#CHOICE], lower and upper case alike
/// @param modes networking modes in which WSL heeds the key, empty = in all
/// @param alias another `section.key` that WSL treats as the same key, empty when there is none
public record WslConfigKey(
        WslConfigFile file,
        String section,
        String name,
        Type type,
        String defaultValue,
        String since,
        String until,
        Status status,
        List<String> allowed,
        String alias,
        List<String> modes) {
    public enum Type {
        BOOL,
        INT,
        SIZE,
        STRING,
        PATH,
        LIST,
        CHOICE,
        MAC
    }

    public enum Status {
        CURRENT,
        /// WSL answers "Unknown key".
        REMOVED,
        /// Parsed, then ignored.
        INEFFECTIVE,
        /// Meant for recovery or known to cost data, speed or functions.
        DANGEROUS
    }

    /// `section.name`.
    public String fullName() {
        return section + "." + name;
    }
}
