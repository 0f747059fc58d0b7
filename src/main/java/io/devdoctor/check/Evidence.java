package io.devdoctor.check;

import io.devdoctor.machine.Source;
import io.devdoctor.text.Text;

/// A raw value that proves a finding, and where it came from.
///
/// @param what  what the value is, for example "memory in .wslconfig"
/// @param value untranslated, as read
public record Evidence(Text what, String value, Source source) {
    public static Evidence of(String whatKey, Object value, Source source) {
        return new Evidence(Text.of(whatKey), String.valueOf(value), source);
    }
}
