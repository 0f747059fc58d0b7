package io.devdoctor.format.compose;

import java.util.Locale;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Sizes as Compose and Java write them: `512m`, `1.5GB`, `64k`, all by 1024.
public final class ComposeSize {
    private static final Pattern SIZE = Pattern.compile("(\\d{1,15}(?:\\.\\d{1,9})?) ?([kmgtp]?)i?b?");

    private ComposeSize() {}

    /// Empty where it is none.
    public static OptionalLong bytes(String text) {
        Matcher written = SIZE.matcher(text.strip().toLowerCase(Locale.ROOT));
        if (!written.matches()) return OptionalLong.empty();
        int power = written.group(2).isEmpty() ? 0 : "kmgtp".indexOf(written.group(2)) + 1;
        double bytes = Double.parseDouble(written.group(1)) * Math.pow(1024, power);
        return bytes > Long.MAX_VALUE ? OptionalLong.empty() : OptionalLong.of((long) bytes);
    }
}
