package io.devdoctor.format;

import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;

/// The other value types of WSL's configuration files: whole numbers and booleans.
public final class WslValue {
    private WslValue() {}

    /// As C's `strtol` with base 0: decimal, `0x` hexadecimal, leading-0 octal, optional sign; the whole text must be a
    /// number that fits 32 bits. Empty when WSL would call it invalid.
    public static OptionalInt integer(String text) {
        String digits = text.stripLeading();
        boolean negative = digits.startsWith("-");
        if (negative || digits.startsWith("+")) {
            digits = digits.substring(1);
        }
        int base = digits.length() > 1 && digits.startsWith("0") ? 8 : 10;
        if (digits.toLowerCase(Locale.ROOT).startsWith("0x")) {
            base = 16;
            digits = digits.substring(2);
        }
        // Long.parseLong takes a sign of its own and any script's digits; strtol takes neither here.
        if (digits.isEmpty() || digits.length() > 20 || !digits.chars().allMatch(WslValue::isDigit)) {
            return OptionalInt.empty();
        }
        try {
            return OptionalInt.of(Math.toIntExact((negative ? -1 : 1) * Long.parseLong(digits, base)));
        } catch (ArithmeticException | NumberFormatException _) {
            return OptionalInt.empty();
        }
    }

    /// `true`, `false` in any case, `1`, `0`. Empty for everything else, `yes` and `on` too.
    public static Optional<Boolean> bool(String text) {
        return switch (text.toLowerCase(Locale.ROOT)) {
            case "true", "1" -> Optional.of(true);
            case "false", "0" -> Optional.of(false);
            default -> Optional.empty();
        };
    }

    private static boolean isDigit(int c) {
        return c >= '0' && c <= '9' || c >= 'a' && c <= 'f' || c >= 'A' && c <= 'F';
    }
}
