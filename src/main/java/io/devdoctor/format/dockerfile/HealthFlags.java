package io.devdoctor.format.dockerfile;

import io.devdoctor.format.dockerfile.DockerfileError.Kind;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The values of HEALTHCHECK's flags: durations as Go reads them, and a number. Variables are not resolved there.
final class HealthFlags {
    private static final Pattern PART = Pattern.compile("(\\d+\\.?\\d*|\\.\\d+)([^\\d.]*)");
    private static final Map<String, Long> NANOSECONDS = Map.of(
            "ns", 1L,
            "us", 1_000L,
            "\u00B5s", 1_000L,
            "\u03BCs", 1_000L,
            "ms", 1_000_000L,
            "s", 1_000_000_000L,
            "m", 60_000_000_000L,
            "h", 3_600_000_000_000L);
    private static final BigDecimal SHORTEST = BigDecimal.valueOf(1_000_000);

    private HealthFlags() {}

    static void judge(List<Flag> flags, Arguments arguments) {
        for (Flag flag : flags) {
            if (flag.value().isEmpty()) continue;
            String message = flag.name().equals("retries") ? retries(flag.value()) : duration(flag);
            if (!message.isEmpty()) {
                arguments.refuse(Kind.HEALTHCHECK, flag.value(), message);
                return;
            }
        }
    }

    private static String retries(String value) {
        try {
            int retries = Integer.parseInt(value);
            return retries < 0 ? "--retries cannot be negative (" + retries + ")" : "";
        } catch (NumberFormatException _) {
            String why = value.matches("[+-]?\\d+") ? "value out of range" : "invalid syntax";
            return "strconv.ParseInt: parsing \"" + value + "\": " + why;
        }
    }

    private static String duration(Flag flag) {
        String value = flag.value();
        String quoted = "\"" + value + "\"";
        boolean signed = value.startsWith("-") || value.startsWith("+");
        String rest = signed ? value.substring(1) : value;
        if (rest.equals("0")) return "";
        BigDecimal total = BigDecimal.ZERO;
        Matcher part = PART.matcher(rest);
        int at = 0;
        while (at < rest.length()) {
            if (!part.find(at) || part.start() != at) return "time: invalid duration " + quoted;
            if (part.group(2).isEmpty()) return "time: missing unit in duration " + quoted;
            Long unit = NANOSECONDS.get(part.group(2));
            if (unit == null) return "time: unknown unit \"" + part.group(2) + "\" in duration " + quoted;
            total = total.add(new BigDecimal(part.group(1)).multiply(BigDecimal.valueOf(unit)));
            at = part.end();
        }
        if (rest.isEmpty()) return "time: invalid duration " + quoted;
        boolean negative = value.startsWith("-") && total.signum() > 0;
        boolean small = negative || total.signum() > 0 && total.compareTo(SHORTEST) < 0;
        return small ? "Interval \"" + flag.name() + "\" cannot be less than 1ms" : "";
    }
}
