package io.devdoctor.desktop.model;

import java.util.regex.Pattern;

/// The words that a reader of an HTML page sees, taken from the page itself.
final class PageWords {
    private static final Pattern UNSEEN =
            Pattern.compile("(?s)<!--.*?-->|<(style|svg|script|head)\\b.*?</\\1>|<!DOCTYPE[^>]*>");

    private static final Pattern BLOCK = Pattern.compile(
            "</?(?:p|div|h[1-6]|li|ul|ol|table|tr|section|header|footer|main|details|summary|dl|dt|dd|pre|br|nav|article)\\b[^>]*>");

    private static final Pattern CELL = Pattern.compile("</t[dh]>");
    private static final Pattern TAG = Pattern.compile("<[^>]*>");
    private static final Pattern BLANKS = Pattern.compile("[ \\t]{2,}");
    private static final Pattern LINES = Pattern.compile("\\s*\\n\\s*\\n\\s*|[ \\t]*\\n[ \\t]*");

    private PageWords() {}

    static String of(String html) {
        String seen = UNSEEN.matcher(html).replaceAll("");
        String broken = BLOCK.matcher(seen.replace("\r", "")).replaceAll("\n");
        String words = TAG.matcher(CELL.matcher(broken).replaceAll("   ")).replaceAll("");
        String plain = words.replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&quot;", "\"")
                .replace("&#34;", "\"")
                .replace("&#39;", "'")
                .replace("&amp;", "&");
        return LINES.matcher(BLANKS.matcher(plain).replaceAll("  "))
                .replaceAll("\n")
                .strip();
    }
}
