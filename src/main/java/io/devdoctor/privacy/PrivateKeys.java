package io.devdoctor.privacy;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// PEM and PGP private keys: the frame stays, the body goes; also one whose end was cut off, and one inside a JSON
/// string.
final class PrivateKeys {
    private static final Pattern BEGIN = Pattern.compile("-----BEGIN [A-Z0-9 ]{0,40}PRIVATE KEY(?: BLOCK)?-----");
    private static final Pattern END = Pattern.compile("-----END [A-Z0-9 ]{0,40}PRIVATE KEY(?: BLOCK)?-----");
    private static final Pattern LINE =
            Pattern.compile("(?:\\s|\\\\[nr])*+(?:[A-Za-z-]{4,20}: [^\\r\\n\\\\]++|[A-Za-z0-9+/=]{8,}+)");
    private static final Pattern MASKED = Pattern.compile("(?:(?:\\s|\\\\[nr])*+\\*{4})++(?:\\s|\\\\[nr])*+");
    /// Blanks, and the marks by which a difference shows line ends.
    private static final String REST = "(?:\\s|\\^M|\\$)*+";

    private static final Pattern BODY_LINE = Pattern.compile("\\s*+(?:[A-Za-z0-9+/=]++|[A-Za-z-]{4,20}: .*)" + REST);
    private static final Pattern FULL_LINE = Pattern.compile("\\s*+[A-Za-z0-9+/=]{40,}+" + REST);

    private PrivateKeys() {}

    static Masked mask(String text) {
        if (!text.contains("PRIVATE KEY")) return new Masked(text, 0);
        Matcher begin = BEGIN.matcher(text);
        StringBuilder result = new StringBuilder();
        int from = 0;
        int count = 0;
        while (begin.find(from)) {
            int end = bodyEnd(text, begin.end());
            String body = text.substring(begin.end(), end);
            boolean secret = !body.isBlank() && !MASKED.matcher(body).matches();
            result.append(text, from, begin.end()).append(secret ? framed(body) : body);
            count += secret ? 1 : 0;
            from = end;
        }
        return from == 0
                ? new Masked(text, 0)
                : new Masked(result.append(text, from, text.length()).toString(), count);
    }

    /// Hides the body line by line, so that lines keep their number; also a body whose beginning or end is not among
    /// them, as in an excerpt.
    static List<String> maskLines(List<String> lines) {
        List<String> masked = new ArrayList<>(lines);
        boolean inside = false;
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i);
            if (END.matcher(line).find()) {
                if (!inside) hideBefore(i, masked);
                inside = false;
            } else if (BEGIN.matcher(line).find()) {
                inside = true;
            } else if (inside && BODY_LINE.matcher(line).matches()) {
                masked.set(i, Secrets.MASK);
            } else {
                inside = inside && line.isBlank();
            }
        }
        return masked;
    }

    private static void hideBefore(int end, List<String> lines) {
        if (BEGIN.matcher(lines.get(end)).find()) return;
        for (int i = end - 1; i >= 0; i--) {
            boolean last = i == end - 1 && BODY_LINE.matcher(lines.get(i)).matches();
            if (!last && !FULL_LINE.matcher(lines.get(i)).matches()) return;
            lines.set(i, Secrets.MASK);
        }
    }

    private static int bodyEnd(String text, int start) {
        Matcher end = END.matcher(text);
        Matcher next = BEGIN.matcher(text);
        int limit = next.find(start) ? next.start() : text.length();
        if (end.find(start) && end.start() <= limit) {
            return end.start();
        }
        Matcher line = LINE.matcher(text);
        int at = start;
        while (line.region(at, limit).lookingAt()) {
            at = line.end();
        }
        return at;
    }

    private static String framed(String body) {
        String lead = body.startsWith("\\n") || body.startsWith("\\r")
                ? "\\n"
                : body.startsWith("\r\n") ? "\r\n" : body.startsWith("\n") ? "\n" : "";
        String tail = body.endsWith("\\n") ? "\\n" : body.endsWith("\r\n") ? "\r\n" : body.endsWith("\n") ? "\n" : "";
        return lead + Secrets.MASK + tail;
    }
}
