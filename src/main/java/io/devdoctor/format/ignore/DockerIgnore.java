package io.devdoctor.format.ignore;

import io.devdoctor.format.EditResult;
import io.devdoctor.format.text.TextKind;
import io.devdoctor.format.text.TextSniff;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/// A .dockerignore as BuildKit reads it on Linux (moby/patternmatcher): no implicit depth, the last match wins, a
/// matched folder hides what is in it.
///
/// @param patterns in the order of the file
/// @param refused  the first pattern with which the whole build fails; empty = none
/// @param readable whether it is UTF-8 without NUL
public record DockerIgnore(List<IgnorePattern> patterns, Optional<IgnorePattern> refused, boolean readable) {
    public static final DockerIgnore NONE = new DockerIgnore(List.of(), Optional.empty(), true);
    public static final String NAME = ".dockerignore";

    public DockerIgnore {
        patterns = List.copyOf(patterns);
    }

    public static DockerIgnore parse(byte[] bytes) {
        boolean readable = TextSniff.of(bytes, 0).kind() == TextKind.UTF_8;
        List<IgnorePattern> all = IgnorePattern.read(bytes);
        List<IgnorePattern> valid = all.stream().filter(IgnorePattern::isValid).toList();
        Optional<IgnorePattern> refused =
                all.stream().filter(each -> !each.isValid()).findFirst();
        return new DockerIgnore(valid, refused, readable);
    }

    /// Whether the file is kept out of the context, as the client walks it (fsutil).
    ///
    /// @param path of a file or folder, relative to the context, with `/`
    public boolean ignores(String path) {
        boolean[] matched = new boolean[patterns.size()];
        for (int end = path.indexOf('/'); ; end = path.indexOf('/', end + 1)) {
            boolean ignored = step(end < 0 ? path : path.substring(0, end), matched);
            if (end < 0) return ignored;
        }
    }

    /// One folder deeper. A pattern that was passed over for a folder is not asked about that folder again.
    private boolean step(String path, boolean[] matched) {
        boolean ignored = false;
        for (int i = 0; i < matched.length; i++) {
            IgnorePattern pattern = patterns.get(i);
            matched[i] = matched[i] || pattern.inverted() == ignored && pattern.matches(path);
            if (matched[i]) ignored = !pattern.inverted();
        }
        return ignored;
    }

    /// Whether lines put something back; folders that are ignored must then be walked all the same.
    public boolean takesBack() {
        return patterns.stream().anyMatch(IgnorePattern::inverted);
    }

    /// The file that counts for a build: one that is named like the Dockerfile wins over that of the context.
    ///
    /// @param dockerfile, context paths with `/`, relative to the same folder; the context "" is that folder
    public static Optional<String> chosen(String dockerfile, String context, Predicate<String> exists) {
        String own = dockerfile + NAME;
        if (exists.test(own)) return Optional.of(own);
        String common = context.isEmpty() ? NAME : context + "/" + NAME;
        return exists.test(common) ? Optional.of(common) : Optional.empty();
    }

    /// Puts another pattern in the place of one; its line end and what is around it stay.
    public static EditResult replace(byte[] bytes, IgnorePattern old, String pattern) {
        if (TextSniff.of(bytes, 0).kind() != TextKind.UTF_8) {
            return new EditResult.Refused(EditResult.Reason.ENCODING, "");
        }
        byte[] written = pattern.getBytes(StandardCharsets.UTF_8);
        byte[] result = new byte[bytes.length - old.span().length() + written.length];
        System.arraycopy(bytes, 0, result, 0, old.span().start());
        System.arraycopy(written, 0, result, old.span().start(), written.length);
        byte[] rest = Arrays.copyOfRange(bytes, old.span().end(), bytes.length);
        System.arraycopy(rest, 0, result, old.span().start() + written.length, rest.length);
        return new EditResult.Edited(result);
    }

    /// Removes the lines of patterns.
    public static EditResult remove(byte[] bytes, List<IgnorePattern> gone) {
        if (TextSniff.of(bytes, 0).kind() != TextKind.UTF_8) {
            return new EditResult.Refused(EditResult.Reason.ENCODING, "");
        }
        StringBuilder text = new StringBuilder(new String(bytes, StandardCharsets.ISO_8859_1));
        for (IgnorePattern each : gone.reversed()) {
            int start = text.lastIndexOf("\n", each.span().start() - 1) + 1;
            int end = text.indexOf("\n", each.span().end());
            text.delete(start == 0 && isMarked(bytes) ? 3 : start, end < 0 ? text.length() : end + 1);
        }
        return new EditResult.Edited(text.toString().getBytes(StandardCharsets.ISO_8859_1));
    }

    private static boolean isMarked(byte[] bytes) {
        return bytes.length >= 3 && bytes[0] == (byte) 0xEF && bytes[1] == (byte) 0xBB && bytes[2] == (byte) 0xBF;
    }
}
