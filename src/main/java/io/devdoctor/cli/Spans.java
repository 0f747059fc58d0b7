package io.devdoctor.cli;

import io.devdoctor.text.Text;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A span of time as it is typed: `90` or `90s`, `2m`, `1h`.
final class Spans {
    private static final Pattern TYPED = Pattern.compile("([1-9]\\d{0,5})([smh]?)");

    private Spans() {}

    static Duration of(String typed) {
        Matcher matcher = TYPED.matcher(typed);
        if (!matcher.matches()) throw CliProblem.usage(Text.of("cli.error.no-span", typed));
        long number = Long.parseLong(matcher.group(1));
        return switch (matcher.group(2)) {
            case "m" -> Duration.ofMinutes(number);
            case "h" -> Duration.ofHours(number);
            default -> Duration.ofSeconds(number);
        };
    }
}
