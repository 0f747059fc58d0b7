package io.devdoctor.format;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Behind [WslSize#parse]: the strict reading, and for what fails the reason and the nearest right spelling.
final class WslSizeParser {
    private static final Pattern STRICT = Pattern.compile("([0-9]{1,19})(B|KB?|MB?|GB?|TB?)?");
    private static final Pattern LENIENT = Pattern.compile("([0-9]{1,12})([.,][0-9]{1,6})?([ \\t]*)([A-Za-z%]*)");
    private static final String UNITS = "BKMGT";
    private static final int LONGEST_SHOWN = 200;

    private WslSizeParser() {}

    static WslSize parse(String text) {
        // strtoull skips blanks, which only quotes let through to it.
        String trimmed = text.stripLeading();
        if (trimmed.isEmpty()) {
            return invalid(text, WslSize.Reason.EMPTY, "");
        }
        Matcher strict = STRICT.matcher(trimmed);
        if (!strict.matches() || isOddZero(strict.group(1))) {
            return explain(text, trimmed);
        }
        String unit = strict.group(2) == null ? "B" : strict.group(2);
        try {
            return new WslSize.Bytes(Math.multiplyExact(Long.parseLong(strict.group(1)), factor(unit.charAt(0))));
        } catch (ArithmeticException | NumberFormatException _) {
            return invalid(text, WslSize.Reason.TOO_LARGE, "");
        }
    }

    /// WSL accepts a zero of one digit alone, because strtoull answers 0 for rubbish too.
    private static boolean isOddZero(String digits) {
        return digits.length() > 1 && digits.chars().allMatch(c -> c == '0');
    }

    private static WslSize explain(String text, String trimmed) {
        Matcher lenient = LENIENT.matcher(trimmed);
        if (!lenient.matches()) {
            return invalid(text, WslSize.Reason.NOT_A_NUMBER, "");
        }
        String unit = lenient.group(4).toUpperCase(Locale.ROOT).replace("IB", "B");
        boolean known = unit.matches("B|KB?|MB?|GB?|TB?|");
        String suggestion = known ? suggestion(lenient.group(1), lenient.group(2), unit) : "";
        if (lenient.group(2) != null) {
            return invalid(text, WslSize.Reason.DECIMALS, suggestion);
        }
        if (!lenient.group(3).isEmpty()) {
            return invalid(text, WslSize.Reason.BLANK_BEFORE_UNIT, suggestion);
        }
        boolean lowerCase = known
                && lenient.group(4).length() == unit.length()
                && !lenient.group(4).equals(unit);
        return invalid(text, lowerCase ? WslSize.Reason.LOWER_CASE_UNIT : WslSize.Reason.UNKNOWN_UNIT, suggestion);
    }

    /// `1.5GB` becomes `1536MB`: one unit down, rounded down.
    private static String suggestion(String digits, @Nullable String decimals, String unit) {
        if (decimals == null) {
            return digits + unit;
        }
        if (unit.isEmpty() || unit.startsWith("B")) {
            return "";
        }
        char smaller = UNITS.charAt(UNITS.indexOf(unit.charAt(0)) - 1);
        BigDecimal count = new BigDecimal(digits + decimals.replace(',', '.')).multiply(BigDecimal.valueOf(1024));
        return count.toBigInteger() + (smaller == 'B' ? "B" : smaller + "B");
    }

    private static long factor(char unit) {
        return 1L << (10 * UNITS.indexOf(unit));
    }

    private static WslSize invalid(String text, WslSize.Reason reason, String suggestion) {
        String shown = text.length() > LONGEST_SHOWN ? text.substring(0, LONGEST_SHOWN) : text;
        return new WslSize.Invalid(shown, reason, suggestion);
    }
}
