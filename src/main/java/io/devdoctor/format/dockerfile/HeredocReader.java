package io.devdoctor.format.dockerfile;

import io.devdoctor.format.Span;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Which here-documents a logical line opens.
final class HeredocReader {
    private static final Pattern FORM = Pattern.compile("(\\d*)<<(-?)([^<]*)");

    private HeredocReader() {}

    /// @param word the whole word, `<<-"EOF"`
    record Opening(String name, boolean expands, boolean chomps, String word) {}

    static List<Opening> of(String line) {
        List<Opening> openings = new ArrayList<>();
        List<String> words = words(line, new Lexer.Keep(true, true, true));
        for (int i = 0; i < words.size(); i++) {
            // Blanks may stand behind `<<` alone, never behind `<<-`.
            boolean apart = words.get(i).matches("\\d*<<") && i + 1 < words.size();
            opening(apart ? words.get(i) + words.get(++i) : words.get(i)).ifPresent(openings::add);
        }
        return openings;
    }

    static Optional<Opening> opening(String word) {
        Matcher matcher = FORM.matcher(word);
        if (!matcher.matches() || matcher.group(3).isEmpty()) return Optional.empty();
        String rest = matcher.group(3);
        List<String> names = words(rest, new Lexer.Keep(false, false, true));
        List<String> raw = words(rest, new Lexer.Keep(true, false, true));
        if (names.size() != 1 || raw.size() != 1) return Optional.empty();
        boolean expands = quotes(names.getFirst()) == quotes(raw.getFirst());
        return Optional.of(
                new Opening(names.getFirst(), expands, matcher.group(2).equals("-"), word));
    }

    private static long quotes(String text) {
        return text.chars().filter(c -> c == '\'' || c == '"').count();
    }

    /// None where a quote is left open: BuildKit then sees no heredoc either.
    private static List<String> words(String text, Lexer.Keep keep) {
        try {
            return new Lexer(text, '\\', _ -> Value.UNDEFINED, keep).read().words();
        } catch (Lexer.Refusal _) {
            return List.of();
        }
    }

    /// Whether a physical line ends it.
    static boolean ends(Opening opening, byte[] bytes, PhysicalLine line) {
        int start = line.start();
        while (opening.chomps() && start < line.textEnd() && bytes[start] == '\t') start++;
        return new String(bytes, start, line.textEnd() - start, StandardCharsets.UTF_8).equals(opening.name());
    }

    static Heredoc heredoc(Opening opening, byte[] bytes, Span body, int line) {
        String content = new String(bytes, body.start(), body.length(), StandardCharsets.UTF_8);
        return new Heredoc(opening.name(), opening.expands(), opening.chomps(), content, body, line);
    }
}
