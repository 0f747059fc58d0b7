package io.devdoctor.format;

import io.devdoctor.format.EditResult.Reason;
import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;

/// Rewrites what people and editors put into JSON files by mistake, outside of texts only, and proves the outcome.
final class JsonRepair {
    private static final String ASCII_FOR = "，,：:｛{｝}［[］]【[】]\u3000 \u00A0 ";
    private static final String OPENING_QUOTES = "\"“”＂'‘’＇";

    private final String text;
    private final StringBuilder out = new StringBuilder();
    private int at;
    /// Where in [#out] the last comma stands if only blanks followed it, else -1.
    private int pendingComma = -1;

    private JsonRepair(String text) {
        this.text = text;
    }

    static EditResult repair(byte[] bytes) {
        JsonDocument before = JsonDocument.parse(bytes);
        TextEncoding encoding = before.encoding();
        if (encoding == TextEncoding.NOT_UTF_8
                || !TextEncoding.isStrict(encoding.charset(), bytes, encoding.markLength())) {
            return new EditResult.Refused(Reason.ENCODING, encoding.name());
        }
        String text = new String(before.content(), StandardCharsets.UTF_8);
        String repaired = before.root().isPresent() ? text : new JsonRepair(text).run();
        byte[] result = repaired.getBytes(StandardCharsets.UTF_8);
        JsonDocument after = JsonDocument.parse(result);
        if (after.root().isPresent() && after.encoding() == TextEncoding.UTF_8) {
            return new EditResult.Edited(result);
        }
        String left = after.problems().stream()
                .map(problem -> problem.brief() + ":" + problem.column())
                .collect(Collectors.joining(", "));
        return new EditResult.Refused(Reason.AMBIGUOUS, left);
    }

    private String run() {
        while (at < text.length()) {
            char c = text.charAt(at);
            if (OPENING_QUOTES.indexOf(c) >= 0) {
                quoted(c);
            } else if (c == '#' || text.startsWith("//", at)) {
                skipTo(lineEnd());
            } else if (text.startsWith("/*", at)) {
                int end = text.indexOf("*/", at + 2);
                skipTo(end < 0 ? text.length() : end + 2);
            } else {
                punctuation(c);
            }
        }
        return out.toString();
    }

    private void punctuation(char c) {
        int index = ASCII_FOR.indexOf(c);
        char ascii = index >= 0 && index % 2 == 0 ? ASCII_FOR.charAt(index + 1) : c;
        if ((ascii == '}' || ascii == ']') && pendingComma >= 0) {
            out.deleteCharAt(pendingComma);
        }
        if (!Character.isWhitespace(ascii)) {
            pendingComma = ascii == ',' ? out.length() : -1;
        }
        out.append(ascii);
        at++;
    }

    /// A text in foreign quotes is rewritten only if it holds no plain quote, backslash or line end.
    private void quoted(char opening) {
        pendingComma = -1;
        int end = opening == '"' ? plainEnd() : foreignEnd(opening);
        String inside = text.substring(at + 1, Math.max(at + 1, end));
        boolean closed = end < text.length();
        if (opening == '"' || !closed || inside.matches("(?s).*[\"\\\\\r\n].*")) {
            out.append(text, at, closed ? end + 1 : end);
        } else {
            out.append('"').append(inside).append('"');
        }
        at = closed ? end + 1 : end;
    }

    private int plainEnd() {
        int end = at + 1;
        while (end < text.length() && text.charAt(end) != '"') {
            // A text never spans lines: stopping here keeps one missing quote from swallowing the rest.
            if (text.charAt(end) == '\n') {
                return end - 1;
            }
            end += text.charAt(end) == '\\' ? 2 : 1;
        }
        return Math.min(end, text.length());
    }

    private int foreignEnd(char opening) {
        String closings = "'‘’＇".indexOf(opening) >= 0 ? "'‘’＇" : "“”＂\"";
        int end = at + 1;
        while (end < text.length() && closings.indexOf(text.charAt(end)) < 0) {
            end++;
        }
        return end;
    }

    private int lineEnd() {
        int end = at;
        while (end < text.length() && text.charAt(end) != '\n' && text.charAt(end) != '\r') {
            end++;
        }
        return end;
    }

    private void skipTo(int end) {
        at = end;
    }
}
