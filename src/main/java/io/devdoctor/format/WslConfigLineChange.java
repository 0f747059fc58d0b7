package io.devdoctor.format;

import io.devdoctor.format.EditResult.Reason;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/// Edits by line number. A value that a backslash continues on the next lines goes with its first line.
final class WslConfigLineChange {
    private final WslConfig config;
    private final byte[] content;
    private final LineIndex lines;

    WslConfigLineChange(WslConfig config) {
        this.config = config;
        this.content = config.text().content();
        this.lines = config.index();
    }

    EditResult remove(int line) {
        return exists(line) ? edited(block(line), "") : missing(line);
    }

    EditResult commentOut(int line) {
        if (!exists(line)) {
            return missing(line);
        }
        byte[] result = content;
        // From the last line up, so that the offsets of those above stay true.
        for (int at = lastOf(line); at >= line; at--) {
            int text = firstLetter(at);
            result = WslConfigEdit.splice(result, new Span(text, text), "# ");
        }
        return new EditResult.Edited(config.text().encode(result));
    }

    EditResult move(int line, String toSection) {
        Optional<WslConfigEntry> entry = entryAt(line);
        if (entry.isEmpty()) {
            return missing(line);
        }
        int valueEnd = entry.get().valueSpan().end();
        int lineEnd = lines.textEnd(lastOf(line));
        String behind = new String(content, valueEnd, Math.max(0, lineEnd - valueEnd), StandardCharsets.UTF_8);
        if (config.encoding() == TextEncoding.NOT_UTF_8 && behind.indexOf('\uFFFD') >= 0) {
            return new EditResult.Refused(Reason.ENCODING, Integer.toString(line));
        }
        byte[] without = edited(block(line), "").bytes();
        return new WslConfigChange(WslConfig.parse(without, config.file()))
                .insert(toSection, entry.get().key(), entry.get().rawValue(), behind);
    }

    EditResult rename(int line, String newName) {
        Optional<WslConfigEntry> entry = entryAt(line);
        if (entry.isEmpty()) {
            return missing(line);
        }
        return newName.matches("[A-Za-z][A-Za-z0-9]*")
                ? edited(entry.get().keySpan(), newName)
                : new EditResult.Refused(Reason.NOT_WRITABLE, newName);
    }

    private EditResult edited(Span span, String replacement) {
        return new EditResult.Edited(config.text().encode(WslConfigEdit.splice(content, span, replacement)));
    }

    private boolean exists(int line) {
        return line >= 1 && line <= lines.count();
    }

    private static EditResult missing(int line) {
        return new EditResult.Refused(Reason.NOT_FOUND, Integer.toString(line));
    }

    private Optional<WslConfigEntry> entryAt(int line) {
        return config.entries().stream().filter(entry -> entry.line() == line).findFirst();
    }

    private int lastOf(int line) {
        return entryAt(line)
                .map(entry -> Math.max(
                        line, lines.lineOf(Math.max(0, entry.valueSpan().end() - 1))))
                .orElse(line);
    }

    private Span block(int line) {
        return new Span(lines.start(line), lines.end(lastOf(line)));
    }

    private int firstLetter(int line) {
        int at = lines.start(line);
        while (at < lines.textEnd(line) && (content[at] == ' ' || content[at] == '\t')) {
            at++;
        }
        return at;
    }
}
