package io.devdoctor.check.clock;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What the variable TZ of a container means to Linux: the name of a zone, or a POSIX rule such as `CST-8`, in which
/// the sign is the other way round.
///
/// @param value not empty
record ContainerZone(String value) {
    private static final Pattern POSIX =
            Pattern.compile("(?:[A-Za-z]{3,}|<[A-Za-z0-9+-]{3,}>)([+-]?)(\\d{1,2})(?::(\\d{2}))?(.*)");

    /// How far it is from UTC at that time; empty where the rule changes in the year, and where nobody knows the name.
    Optional<ZoneOffset> offset(Instant at) {
        String name = name();
        try {
            if (ZoneId.getAvailableZoneIds().contains(name)) {
                return Optional.of(ZoneId.of(name).getRules().getOffset(at));
            }
            Matcher rule = POSIX.matcher(name);
            if (!rule.matches() || !rule.group(4).isEmpty()) return Optional.empty();
            int minutes = rule.group(3) == null ? 0 : Integer.parseInt(rule.group(3));
            int west = Integer.parseInt(rule.group(2)) * 3600 + minutes * 60;
            return Optional.of(ZoneOffset.ofTotalSeconds(rule.group(1).equals("-") ? west : -west));
        } catch (DateTimeException _) {
            return Optional.empty();
        }
    }

    /// Linux takes a name that it does not know for UTC, without a word.
    boolean isKnown() {
        return ZoneId.getAvailableZoneIds().contains(name())
                || POSIX.matcher(name()).matches()
                || name().startsWith("/");
    }

    private String name() {
        return value.startsWith(":") ? value.substring(1) : value;
    }
}
