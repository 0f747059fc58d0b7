package io.devdoctor.format;

import io.devdoctor.format.EditResult.Reason;
import java.nio.charset.StandardCharsets;
import java.util.function.Function;

/// Edits of a `.wslconfig` or `wsl.conf`, one after the other, each touching nothing but its own bytes: comments,
/// blanks,
/// line ends, order and a UTF-8 byte order mark stay. A UTF-16 file becomes UTF-8 without mark with the first edit.
/// Immutable; after a refusal the rest of the chain does nothing and [#result()] tells the reason.
public final class WslConfigEdit {
    private final WslConfigFile file;
    private final EditResult state;

    WslConfigEdit(byte[] bytes, WslConfigFile file) {
        this(file, new EditResult.Edited(bytes.clone()));
    }

    private WslConfigEdit(WslConfigFile file, EditResult state) {
        this.file = file;
        this.state = state;
    }

    public EditResult result() {
        return state;
    }

    /// The new content.
    ///
    /// @throws IllegalStateException if an edit was refused
    public byte[] bytes() {
        return state.bytes();
    }

    /// Writes `raw` as it stands behind `key =`: into the entry that counts (under an alias too), else as a new line at
    /// the end of the section, else with a new section at the end of the file.
    public WslConfigEdit set(String section, String key, String raw) {
        return then(config -> new WslConfigChange(config).set(section, key, raw));
    }

    /// As [#set], with backslashes and quotes of `value` escaped and quotes put around it where it needs them.
    public WslConfigEdit setEscaped(String section, String key, String value) {
        return set(section, key, escape(value));
    }

    /// Removes a physical line (1-based), with the lines that continue it.
    public WslConfigEdit removeLine(int line) {
        return then(config -> new WslConfigLineChange(config).remove(line));
    }

    /// Puts `# ` before the text of a line (1-based) and of the lines that continue it.
    public WslConfigEdit commentOut(int line) {
        return then(config -> new WslConfigLineChange(config).commentOut(line));
    }

    /// Moves the entry at `line` to the end of another section, its text unchanged.
    public WslConfigEdit moveKey(int line, String toSection) {
        return then(config -> new WslConfigLineChange(config).move(line, toSection));
    }

    /// Gives the key at `line` another name.
    public WslConfigEdit renameKey(int line, String newName) {
        return then(config -> new WslConfigLineChange(config).rename(line, newName));
    }

    /// Writes the file as UTF-8 without byte order mark, everything else unchanged. Refused when the bytes are in an
    /// unknown 8-bit encoding.
    public WslConfigEdit toUtf8WithoutBom() {
        return switch (state) {
            case EditResult.Refused _ -> this;
            case EditResult.Edited(var bytes) -> {
                TextEncoding encoding = TextEncoding.of(bytes);
                yield encoding == TextEncoding.NOT_UTF_8
                                || !TextEncoding.isStrict(encoding.charset(), bytes, encoding.markLength())
                        ? new WslConfigEdit(file, new EditResult.Refused(Reason.ENCODING, encoding.name()))
                        : new WslConfigEdit(
                                file,
                                new EditResult.Edited(
                                        WslConfigText.decode(bytes, file).utf8()));
            }
        };
    }

    private WslConfigEdit then(Function<WslConfig, EditResult> change) {
        return switch (state) {
            case EditResult.Refused _ -> this;
            case EditResult.Edited(var bytes) -> {
                WslConfig config = WslConfig.parse(bytes, file);
                yield new WslConfigEdit(
                        file,
                        config.readable()
                                ? change.apply(config)
                                : new EditResult.Refused(
                                        Reason.ENCODING, config.encoding().name()));
            }
        };
    }

    private static String escape(String value) {
        String escaped = value.replace("\\", "\\\\").replace("\"", "\\\"");
        boolean quoted = value.indexOf('#') >= 0 || !value.equals(value.strip());
        return quoted ? "\"" + escaped + "\"" : escaped;
    }

    /// `content` with the bytes of `span` replaced.
    static byte[] splice(byte[] content, Span span, String replacement) {
        byte[] inserted = replacement.getBytes(StandardCharsets.UTF_8);
        byte[] result = new byte[content.length - span.length() + inserted.length];
        System.arraycopy(content, 0, result, 0, span.start());
        System.arraycopy(inserted, 0, result, span.start(), inserted.length);
        int tail = content.length - span.end();
        System.arraycopy(content, span.end(), result, result.length - tail, tail);
        return result;
    }
}
