package io.devdoctor.text;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.List;

/// How one language writes sizes, time spans and moments. The rules for Chinese are in the glossary: units keep their
/// Latin letters, spans use 秒 and 分钟.
public final class Format {
    private static final List<String> UNITS = List.of("B", "KB", "MB", "GB", "TB", "PB");
    private final Language language;
    private final ZoneId zone;

    public Format(Language language, ZoneId zone) {
        this.language = language;
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

    /// `−41.2 s`, `3 min`, `5 h 20 min`; a minus sign for "behind".
    public String span(Duration span) {
        String sign = span.isNegative() ? "\u2212" : "";
        Duration size = span.abs();
        String text;
        if (size.compareTo(Duration.ofSeconds(1)) < 0) {
            text = size.toMillis() + " " + unit("ms", "毫秒");
        } else if (size.compareTo(Duration.ofSeconds(120)) < 0) {
            text = plain(BigDecimal.valueOf(size.toMillis()).movePointLeft(3), 1) + " " + unit("s", "秒");
        } else if (size.compareTo(Duration.ofHours(2)) < 0) {
            text = size.toMinutes() + " " + unit("min", "分钟");
        } else {
            text = size.toHours() + " " + unit("h", "小时") + " " + size.toMinutesPart() + " " + unit("min", "分钟");
        }
        return sign + text;
    }

    /// Date and time in the reader's zone.
    public String moment(Instant moment) {
        return DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT)
                .withLocale(language.locale())
                .withZone(zone)
                .format(moment);
    }

    public String timeOfDay(Instant moment) {
        return DateTimeFormatter.ofPattern("HH:mm").withZone(zone).format(moment);
    }

    public String share(double share) {
        return Math.round(share * 100) + "%";
    }

    String listSeparator() {
        return unit(", ", "、");
    }

    private String unit(String english, String chinese) {
        return language == Language.CHINESE ? chinese : english;
    }

    private static String plain(BigDecimal value, int digits) {
        BigDecimal rounded = value.setScale(digits, RoundingMode.HALF_UP);
        if (rounded.stripTrailingZeros().scale() <= 0) rounded = rounded.setScale(0, RoundingMode.HALF_UP);
        return rounded.toPlainString();
    }
}
