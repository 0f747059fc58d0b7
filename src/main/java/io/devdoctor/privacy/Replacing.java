package io.devdoctor.privacy;

import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Replaces parts of matches and counts them; a replacement equal to what stood there is not counted.
final class Replacing {
    private Replacing() {}

    /// Masks one group of every match.
    static Masked group(Pattern pattern, String text, int group) {
        return matches(pattern, text, group, _ -> Secrets.MASK);
    }

    static Masked matches(Pattern pattern, String text, int group, Function<MatchResult, String> replacement) {
        Matcher matcher = pattern.matcher(text);
        StringBuilder result = new StringBuilder();
        int from = 0;
        int count = 0;
        while (matcher.find()) {
            if (matcher.start(group) < 0) {
                continue;
            }
            String next = replacement.apply(matcher.toMatchResult());
            count += next.equals(matcher.group(group)) ? 0 : 1;
            result.append(text, from, matcher.start(group)).append(next);
            from = matcher.end(group);
        }
        return from == 0
                ? new Masked(text, 0)
                : new Masked(result.append(text, from, text.length()).toString(), count);
    }
}
