package io.devdoctor.fix;

import io.devdoctor.text.Text;
import java.math.BigDecimal;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Sizes as a person types them: `6GB`, `6 GB`, `1.5g`, `512 MiB`; 1 GB = 1024³ bytes. A number without a unit is
/// refused, as it means bytes to one program and gigabytes to the next.
final class SizeWords {
    private static final Pattern SIZE = Pattern.compile("([0-9]{1,12}(?:[.,][0-9]{1,3})?)\\s*([kmgt])i?b?");
    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,12}(?:[.,][0-9]{1,3})?");
    private static final String UNITS = "kmgt";

    private SizeWords() {}

    static Parameter.Read parse(String typed) {
        String word = typed.strip().toLowerCase(Locale.ROOT);
        if (NUMBER.matcher(word).matches()) {
            return new Parameter.Read.Refused(Text.of("fix.value.no-unit", typed.strip()));
        }
        Matcher size = SIZE.matcher(word);
        if (!size.matches()) return new Parameter.Read.Refused(Text.of("fix.value.no-size"));
        int power = UNITS.indexOf(size.group(2)) + 1;
        BigDecimal bytes =
                new BigDecimal(size.group(1).replace(',', '.')).multiply(BigDecimal.valueOf(1L << 10 * power));
        // What is beyond every computer need not be exact.
        long whole = bytes.min(BigDecimal.valueOf(Long.MAX_VALUE)).longValue();
        return new Parameter.Read.Value(whole, typed(whole));
    }

    /// The shortest way to type it.
    static String typed(long bytes) {
        for (int power = UNITS.length(); power > 0; power--) {
            long unit = 1L << 10 * power;
            if (bytes >= unit && bytes % unit == 0) {
                return bytes / unit + UNITS.substring(power - 1, power).toUpperCase(Locale.ROOT) + "B";
            }
        }
        return bytes + "B";
    }
}
