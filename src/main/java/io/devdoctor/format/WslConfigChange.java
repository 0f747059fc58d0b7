package io.devdoctor.format;

import io.devdoctor.format.EditResult.Reason;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Pattern;

/// Sets a value in a parsed file and proves on the outcome that WSL will read it.
final class WslConfigChange {
    private static final Pattern NAME = Pattern.compile("[A-Za-z][A-Za-z0-9]*");

    private final WslConfig config;
    private final byte[] content;
    private final String newline;

    WslConfigChange(WslConfig config) {
        this.config = config;
        this.content = config.text().content();
        this.newline = Newline.dominant(content, config.file().newline()).text();
    }

    EditResult set(String section, String key, String raw) {
        if (!NAME.matcher(section).matches() || !NAME.matcher(key).matches()) {
            return new EditResult.Refused(Reason.NOT_WRITABLE, section + "." + key);
        }
        if (!writable(raw)) {
            return new EditResult.Refused(Reason.NOT_WRITABLE, raw);
        }
        Optional<WslConfigEntry> present = config.editable(section, key);
        byte[] edited = present.isPresent()
                ? WslConfigEdit.splice(content, present.get().valueSpan(), raw)
                : inserted(section, key, raw);
        return proved(edited, section, key, raw);
    }

    /// Windows destroys letters beyond ASCII in values, so they are never written.
    private boolean writable(String raw) {
        return raw.chars().noneMatch(c -> c < ' ' && c != '\t' || config.file().windows() && c > '~');
    }

    private EditResult proved(byte[] edited, String section, String key, String raw) {
        byte[] bytes = config.text().encode(edited);
        Optional<WslConfigEntry> now = WslConfig.parse(bytes, config.file()).entry(section, key);
        return now.isPresent() && now.get().rawValue().equals(raw)
                ? new EditResult.Edited(bytes)
                : new EditResult.Refused(config.stopped() ? Reason.SYNTAX : Reason.NO_EFFECT, section + "." + key);
    }

    /// Inserts a line at the end of `section`, in the style of the lines there. `behind` follows the value (a comment).
    EditResult insert(String section, String key, String raw, String behind) {
        return proved(inserted(section, key, raw + behind), section, key, raw);
    }

    private byte[] inserted(String section, String key, String rest) {
        return WslConfigPlace.endOf(config, section)
                .map(place -> insertAt(place.offset(), place.indent() + key + place.assignment() + rest))
                .orElseGet(() -> append(section, key + "=" + rest));
    }

    private byte[] insertAt(int offset, String line) {
        return WslConfigEdit.splice(content, new Span(offset, offset), opening(offset) + line + newline);
    }

    private byte[] append(String section, String line) {
        int end = config.text().end();
        String gap = end == 0 ? "" : opening(end) + (endsInBlankLine(end) ? "" : newline);
        return WslConfigEdit.splice(content, new Span(end, end), gap + "[" + section + "]" + newline + line + newline);
    }

    /// A line end where the text before `offset` lacks one.
    private String opening(int offset) {
        return offset == 0 || content[offset - 1] == '\n' ? "" : newline;
    }

    private boolean endsInBlankLine(int end) {
        String tail = new String(content, Math.max(0, end - 4), Math.min(4, end), StandardCharsets.ISO_8859_1);
        return tail.endsWith("\n\n") || tail.endsWith("\n\r\n");
    }
}
