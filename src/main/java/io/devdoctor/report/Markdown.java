package io.devdoctor.report;

import java.util.regex.Pattern;

/// Says a text in Markdown so that it stays text: no markup, no HTML, no link, no mention, no reference to an issue.
final class Markdown {
    private static final Pattern MARKUP = Pattern.compile("[\\\\`*_\\[\\]|~]");
    private static final Pattern LINE_START = Pattern.compile("^(?:[#+=>-]|\\d{1,9}(?=[.)](?:\\s|$)))");
    // A reader sees nothing of it; sites look for a name right behind the sign.
    private static final String GAP = "&#8203;";
    private static final Pattern REFERENCE =
            Pattern.compile("@(?=[\\p{L}\\p{N}_-])|[#!](?=\\d)|(?<=\\bGH)-(?=\\d)", Pattern.CASE_INSENSITIVE);
    private static final Pattern ADDRESS =
            Pattern.compile(":(?=//)|(?<=\\bwww)(?=\\.)|\\b(?:mailto|xmpp):", Pattern.CASE_INSENSITIVE);

    private Markdown() {}

    /// A text within a line.
    static String text(String text) {
        String line = text.strip().replaceAll("\\s+", " ");
        String safe = MARKUP.matcher(html(line)).replaceAll("\\\\$0");
        return LINE_START.matcher(safe).replaceFirst(Markdown::escapedStart);
    }

    private static String escapedStart(java.util.regex.MatchResult start) {
        boolean number = Character.isDigit(start.group().charAt(0));
        return number ? start.group() + GAP : "\\\\" + start.group();
    }

    /// A text within HTML, for example in a summary, where Markdown is not read.
    static String html(String text) {
        String line = text.strip().replaceAll("\\s+", " ");
        String safe = line.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
        safe = REFERENCE.matcher(safe).replaceAll("$0" + GAP);
        return ADDRESS.matcher(safe).replaceAll("$0" + GAP);
    }

    /// A block of code, whatever it holds.
    static String fence(String content) {
        String ticks = "`".repeat(Math.max(3, longestRun(content) + 1));
        return ticks + "text\n" + content.stripTrailing() + "\n" + ticks;
    }

    /// A name of ours in code, such as the id of a check.
    static String code(String name) {
        String ticks = "`".repeat(longestRun(name) + 1);
        String line = name.replaceAll("\\s+", " ").replace("|", "\\|");
        String edge = line.startsWith("`") || line.endsWith("`") ? " " : "";
        return ticks + edge + line + edge + ticks;
    }

    private static int longestRun(String text) {
        int longest = 0;
        int run = 0;
        for (int i = 0; i < text.length(); i++) {
            run = text.charAt(i) == '`' ? run + 1 : 0;
            longest = Math.max(longest, run);
        }
        return longest;
    }
}
