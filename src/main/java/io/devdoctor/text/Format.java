package io.devdoctor.text;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// How one language writes sizes, time spans and moments. Units of size keep their Latin letters everywhere, as Windows
/// and Docker write them; those of time are words of the language.
public final class Format {
    private static final List<String> UNITS = List.of("B", "KB", "MB", "GB", "TB", "PB");
    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm", Locale.ROOT);
    private final Map<String, String> words;
    private final ZoneId zone;

    /// @param words of the language, with the keys `format.*`
    Format(Map<String, String> words, ZoneId zone) {
        this.words = words;
        this.zone = zone;
    }

    /// `7.6 GB`, `512 MB`; powers of 1024, as Windows and Docker Desktop write them.
    public String size(long bytes) {
        BigDecimal value = BigDecimal.valueOf(bytes);
        int unit = 0;
        while (value.abs().compareTo(BigDecimal.valueOf(1024)) >= 0 && unit < UNITS.size() - 1) {
            value = value.divide(BigDecimal.valueOf(1024));
            unit++;
        }
        int digits = unit >= 2 && value.abs().compareTo(BigDecimal.valueOf(100)) < 0 ? 1 : 0;
        return plain(value, digits) + " " + UNITS.get(unit);
    }

    /// `−41.2 s`, `3 min`, `5 h 20 min`, `2 days`, rounded to what is shown; a minus sign for "behind".
    public String span(Duration span) {
        boolean behind = span.isNegative() && rounded(span.abs(), Duration.ofMillis(1)) > 0;
        return (behind ? "\u2212" : "") + size(span.abs());
    }

    private String size(Duration span) {
        long millis = rounded(span, Duration.ofMillis(1));
        if (millis < 1000) return millis + " " + word("millisecond");
        BigDecimal seconds = BigDecimal.valueOf(rounded(span, Duration.ofMillis(100)), 1);
        if (seconds.compareTo(BigDecimal.valueOf(120)) < 0) return plain(seconds, 1) + " " + word("second");
        long minutes = rounded(span, Duration.ofMinutes(1));
        if (minutes < 120) return minutes + " " + word("minute");
        long hours = minutes / 60;
        if (minutes < 48 * 60) {
            String full = hours + " " + word("hour");
            return minutes % 60 == 0 ? full : full + " " + minutes % 60 + " " + word("minute");
        }
        return rounded(span, Duration.ofDays(1)) + " " + word("days");
    }

    /// Half up, in whole units.
    private static long rounded(Duration span, Duration unit) {
        return span.plus(unit.dividedBy(2)).dividedBy(unit);
    }

    /// Date and time in the reader's zone, `2026-11-20 16:03` in every language.
    public String moment(Instant moment) {
        return MOMENT.withZone(zone).format(moment);
    }

    /// The date alone.
    public String day(Instant moment) {
        return DateTimeFormatter.ISO_LOCAL_DATE.withZone(zone).format(moment);
    }

    public String timeOfDay(Instant moment) {
        return DateTimeFormatter.ofPattern("HH:mm").withZone(zone).format(moment);
    }

    public String share(double share) {
        return Math.round(share * 100) + "%";
    }

    String listSeparator() {
        return word("list");
    }

    private String word(String name) {
        String key = "format." + name;
        return words.getOrDefault(key, key);
    }

    private static String plain(BigDecimal value, int digits) {
        BigDecimal rounded = value.setScale(digits, RoundingMode.HALF_UP);
        if (rounded.stripTrailingZeros().scale() <= 0) rounded = rounded.setScale(0, RoundingMode.HALF_UP);
        return rounded.toPlainString();
    }
}
