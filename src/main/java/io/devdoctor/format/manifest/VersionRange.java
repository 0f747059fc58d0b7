package io.devdoctor.format.manifest;

import io.devdoctor.format.manifest.Dependency.Grammar;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Which versions a project file admits.
///
/// @param from   the lowest, as dotted numbers
/// @param before the first that is too high; "" = no bound; equal to `from` = that version alone
public record VersionRange(String from, String before) {
    private static final Pattern EXACT = Pattern.compile("v?(\\d{1,9}(?:\\.\\d{1,9}){0,3})(?:[-.+][0-9A-Za-z.+-]*)?");
    /// What the go command makes of a commit without a tag, which is of no release.
    private static final Pattern COMMIT = Pattern.compile(".*\\d{14}-[0-9a-f]{12}.*");

    private static final Pattern BOUND =
            Pattern.compile("(===|==|~=|\\^|~>|~|>=|<=|>|<|=)?\\s*v?(\\d{1,9}(?:\\.\\d{1,9}){0,3})(\\.[*xX])?");

    /// Empty where the text leaves it open.
    public static Optional<VersionRange> of(String text, Grammar grammar) {
        return switch (grammar) {
            case EXACT -> exact(text);
            case NPM -> text.contains("||") ? Optional.empty() : bounds(text.split("\\s+(?=[<>=^~\\d])"), true);
            case PYTHON -> bounds(text.split("\\s*,\\s*"), false);
        };
    }

    public boolean isExact() {
        return from.equals(before);
    }

    private static Optional<VersionRange> exact(String text) {
        Matcher matcher = EXACT.matcher(text);
        if (COMMIT.matcher(text).matches() || !matcher.matches()) return Optional.empty();
        return Optional.of(new VersionRange(matcher.group(1), matcher.group(1)));
    }

    /// What all of the bounds together admit; one that is not understood leaves everything open.
    private static Optional<VersionRange> bounds(String[] texts, boolean npm) {
        String from = "";
        String before = "";
        for (String text : texts) {
            Matcher matcher = BOUND.matcher(text.strip());
            if (!matcher.matches()) return Optional.empty();
            String operator = matcher.group(1) == null ? "" : matcher.group(1);
            String version = matcher.group(2);
            boolean star = matcher.group(3) != null;
            switch (operator) {
                case "", "=", "==", "===" -> {
                    boolean whole = star || npm && parts(version) < 3;
                    return Optional.of(new VersionRange(version, whole ? next(version, parts(version)) : version));
                }
                case "^" -> {
                    from = version;
                    before = next(version, caret(version));
                }
                case "~" -> {
                    from = version;
                    before = next(version, Math.min(2, parts(version)));
                }
                case "~=" -> {
                    from = version;
                    before = next(version, parts(version) - 1);
                }
                case ">=", ">", "~>" -> from = version;
                case "<" -> before = version;
                case "<=" -> before = next(version, parts(version));
                default -> throw new AssertionError(operator);
            }
        }
        return from.isEmpty() && before.isEmpty()
                ? Optional.empty()
                : Optional.of(new VersionRange(from.isEmpty() ? "0" : from, before));
    }

    private static int parts(String version) {
        return version.split("\\.").length;
    }

    /// The leftmost number that is not zero must stay.
    private static int caret(String version) {
        String[] numbers = version.split("\\.");
        for (int i = 0; i < numbers.length; i++) {
            if (!numbers[i].matches("0+")) return i + 1;
        }
        return numbers.length;
    }

    /// The first version whose leading numbers are higher.
    private static String next(String version, int leading) {
        List<String> numbers = new ArrayList<>(List.of(version.split("\\.")).subList(0, Math.max(1, leading)));
        long last = Long.parseLong(numbers.removeLast());
        numbers.addLast(String.valueOf(last + 1));
        return String.join(".", numbers);
    }
}
