package io.devdoctor.text;

/// Makes characters that a reader would not see visible, so that a name cannot reorder, hide or forge what stands
/// around it: controls become their pictures (`␛`), format characters such as right-to-left overrides become
/// `⟨U+202E⟩`.
/// Line feeds and tabs stay; `\r\n` becomes `\n`.
public final class Visible {
    private static final int CONTROL_PICTURES = 0x2400;
    private static final int DELETE_PICTURE = 0x2421;
    private static final int JOINER = 0x200D;
    private static final int EMOJI_STYLE = 0xFE0F;

    private Visible() {}

    public static String text(String text) {
        if (text.codePoints().allMatch(Visible::isPlain)) return text;
        StringBuilder visible = new StringBuilder(text.length() + 16);
        int[] points = text.replace("\r\n", "\n").codePoints().toArray();
        for (int i = 0; i < points.length; i++) {
            if (isWithinEmoji(points, i)) visible.appendCodePoint(points[i]);
            else append(visible, points[i]);
        }
        return visible.toString();
    }

    /// Whether a joiner holds two emoji together: a family is one sign.
    private static boolean isWithinEmoji(int[] points, int at) {
        return points[at] == JOINER
                && at > 0
                && at < points.length - 1
                && isEmojiPart(points[at - 1])
                && Character.isExtendedPictographic(points[at + 1]);
    }

    private static boolean isEmojiPart(int point) {
        return point == EMOJI_STYLE || Character.isEmojiModifier(point) || Character.isExtendedPictographic(point);
    }

    /// The same for what must stay on its line, such as a name: line feeds and tabs are shown as pictures too.
    public static String line(String text) {
        String visible = text(text);
        return visible.indexOf('\n') < 0 && visible.indexOf('\t') < 0
                ? visible
                : visible.replace('\n', (char) (CONTROL_PICTURES + '\n'))
                        .replace('\t', (char) (CONTROL_PICTURES + '\t'));
    }

    private static void append(StringBuilder visible, int point) {
        if (isPlain(point)) {
            visible.appendCodePoint(point);
        } else if (point < ' ') {
            visible.appendCodePoint(CONTROL_PICTURES + point);
        } else if (point == 0x7F) {
            visible.appendCodePoint(DELETE_PICTURE);
        } else {
            visible.append("\u27E8U+%04X\u27E9".formatted(point));
        }
    }

    private static boolean isPlain(int point) {
        return switch (Character.getType(point)) {
            case Character.CONTROL -> point == '\n' || point == '\t';
            case Character.FORMAT,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> false;
            default -> true;
        };
    }
}
