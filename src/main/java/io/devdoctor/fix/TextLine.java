package io.devdoctor.fix;

/// One line of a file with its end, so that CRLF and LF are different lines.
///
/// @param bom whether a byte order mark stands before it
public record TextLine(String text, End end, boolean bom) {
    static final TextLine EMPTY = new TextLine("", End.LF, false);

    public enum End {
        LF("$"),
        CRLF("^M$"),
        CR("^M"),
        /// The content ends without a line end.
        NONE("");

        private final String mark;

        End(String mark) {
            this.mark = mark;
        }

        /// As `cat -A` shows it: every terminal can.
        public String mark() {
            return mark;
        }
    }

    /// The line with its BOM and, if asked for, its end made visible.
    public String marked(boolean ends) {
        return (bom ? "<BOM>" : "") + text + (ends ? end.mark() : "");
    }
}
