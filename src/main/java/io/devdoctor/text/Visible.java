package io.devdoctor.text;

/// Makes characters that a reader would not see visible, so that a name cannot reorder, hide or forge what stands
/// around it: controls become their pictures (`␛`), format characters such as right-to-left overrides become
/// `⟨U+202E⟩`.
/// Line feeds and tabs stay; `\r\n` becomes `\n`.
public final class Visible {
    private static final int CONTROL_PICTURES = 0x2400;
    private static final int DELETE_PICTURE = 0x2421;

    private Visible() {}

    public static String text(String text) {
        if (text.codePoints().allMatch(Visible::isPlain)) return text;
        StringBuilder visible = new StringBuilder(text.length() + 16);
        text.replace("\r\n", "\n").codePoints().forEach(point -> append(visible, point));
        return visible.toString();
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
