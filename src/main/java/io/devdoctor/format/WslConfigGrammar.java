package io.devdoctor.format;

import io.devdoctor.format.WslConfigProblem.Kind;

/// Lines, sections and comments of the dialect, character by character as WSL's ParseConfigFile decides, with its
/// oddities:
/// after a rejected header keys fall into a section whose name is the beginning of the rejected one.
final class WslConfigGrammar {
    private final ConfigReader in;
    private final WslConfigFile file;
    private final WslConfigCollector found;
    private final WslConfigValueReader values;
    /// WSL keeps one buffer for names; its first `sectionLength` characters are the section.
    private String buffer = "";
    private int sectionLength;
    private int badHeaderLine;
    private boolean stopped;

    WslConfigGrammar(ConfigReader in, WslConfigFile file, WslConfigCollector found) {
        this.in = in;
        this.file = file;
        this.found = found;
        this.values = new WslConfigValueReader(in, file, found);
    }

    void run() {
        while (!stopped && in.current() != ConfigReader.END) {
            in.skipBlanks();
            switch (in.current()) {
                case ConfigReader.END -> {}
                case '\n', '\r' -> in.advance();
                case '#' -> comment();
                case '[' -> section();
                case ';' -> reject(Kind.SEMICOLON_COMMENT);
                default -> keyOrRubbish();
            }
        }
    }

    private void comment() {
        int start = in.at();
        int textEnd = start;
        boolean loneReturn = false;
        while (in.current() != ConfigReader.END && in.current() != '\n') {
            boolean isReturn = in.current() == '\r';
            int at = in.at();
            in.advance();
            if (isReturn && in.current() != '\n' && in.current() != ConfigReader.END && !loneReturn) {
                loneReturn = true;
                found.problem(Kind.LONE_RETURN_IN_COMMENT, at);
            }
            textEnd = isReturn ? textEnd : in.at();
        }
        String text = in.text(start, textEnd);
        found.comment(new WslConfigComment(found.lineOf(start), text, new Span(start, textEnd)));
    }

    private void section() {
        int start = in.at();
        in.advance();
        if (!in.atLetter()) {
            badHeader(start, "");
            reject(Kind.INVALID_SECTION_NAME, in.shown());
            return;
        }
        int nameStart = in.at();
        while (in.atLetterOrDigit()) {
            in.advance();
        }
        String name = in.text(nameStart, in.at());
        buffer = name;
        if (in.current() != ']') {
            badHeader(start, name);
            reject(Kind.EXPECTED_BRACKET, name, in.shown());
            return;
        }
        in.advance();
        int end = in.at();
        in.skipBlanks();
        if (!in.atLineEnd() && in.current() != '#') {
            badHeader(start, name);
            reject(Kind.TEXT_AFTER_SECTION, name, in.shown());
            return;
        }
        sectionLength = name.length();
        badHeaderLine = 0;
        found.section(new WslConfigSection(name, found.lineOf(start), new Span(start, end), true));
        if (!found.full() && !WslConfigKeys.isSection(name)) {
            found.problem(Kind.UNKNOWN_SECTION, start, name, Similar.of(WslConfigKeys.sections(file), name));
        }
    }

    private void badHeader(int start, String name) {
        badHeaderLine = found.lineOf(start);
        found.section(new WslConfigSection(name, badHeaderLine, new Span(start, in.at()), false));
    }

    private void keyOrRubbish() {
        if (!in.atLetter()) {
            reject(Kind.INVALID_KEY_NAME, in.shown());
            return;
        }
        int start = in.at();
        while (in.atLetterOrDigit()) {
            in.advance();
        }
        Span key = new Span(start, in.at());
        in.skipBlanks();
        if (in.current() != '=') {
            reject(Kind.EXPECTED_EQUALS, in.text(key.start(), key.end()), in.shown());
            return;
        }
        in.advance();
        if (!values.read(effectiveSection(), badHeaderLine, key)) {
            dropRestOfLine();
        }
    }

    /// A section shorter than its predecessor gets padded with NUL, which no key survives: none.
    private String effectiveSection() {
        return buffer.length() >= sectionLength ? buffer.substring(0, sectionLength) : "";
    }

    private void reject(Kind kind, String... arguments) {
        found.problem(kind, in.at(), arguments);
        dropRestOfLine();
    }

    private void dropRestOfLine() {
        if (!file.forgiving()) {
            stopped = true;
            int lost = found.linesBehind(in.at());
            if (lost > 0) {
                found.problem(Kind.REST_LOST, in.at(), Integer.toString(lost));
            }
            return;
        }
        while (in.current() != ConfigReader.END && in.current() != '\n') {
            in.advance();
        }
    }

    boolean stopped() {
        return stopped;
    }
}
