package io.devdoctor.check.wsl;

import io.devdoctor.format.EditResult;
import io.devdoctor.format.Span;
import io.devdoctor.format.WslConfig;
import io.devdoctor.format.WslConfigEdit;
import io.devdoctor.format.WslConfigEntry;
import io.devdoctor.format.WslConfigFile;
import io.devdoctor.format.WslConfigKeys;
import io.devdoctor.format.WslConfigProblem;
import io.devdoctor.machine.Bytes;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Corrects every line of `.wslconfig` that has one obvious cure, one after the other; an edit counts only if the file
/// has fewer problems afterwards.
final class ConfigCure {
    private static final int MOST_EDITS = 200;
    private static final int LARGEST = 1 << 20;
    /// Bytes that may be read again and again, so that a file of ten thousand bad lines costs a second and no minutes.
    private static final int MOST_READ = 1 << 24;

    private final WslConfigFile kind;
    private final Predicate<WslConfigProblem> wanted;
    private final Set<WslConfigProblem> hopeless = new HashSet<>();
    private int attempts;

    private ConfigCure(WslConfigFile kind, Predicate<WslConfigProblem> wanted, int length) {
        this.kind = kind;
        this.wanted = wanted;
        this.attempts = Math.max(8, MOST_READ / Math.max(1, length));
    }

    /// A corrected file.
    ///
    /// @param left what is still wrong in it
    record Cured(Bytes bytes, Set<List<String>> left) {
        /// Lines may have moved, so a problem is known by its kind and arguments.
        boolean cures(WslConfigProblem problem) {
            return !left.contains(name(problem));
        }

        private static List<String> name(WslConfigProblem problem) {
            return Stream.concat(Stream.of(problem.kind().name()), problem.arguments().stream())
                    .toList();
        }
    }

    /// The cured file; empty when nothing could be cured.
    ///
    /// @param wanted the problems that are to be cured, others stay as they are
    static Optional<Cured> cure(byte[] file, WslConfigFile kind, Predicate<WslConfigProblem> wanted) {
        if (file.length > LARGEST) return Optional.empty();
        Bytes cured = Bytes.of(new ConfigCure(kind, wanted, file.length).run(file));
        if (cured.equals(Bytes.of(file))) return Optional.empty();
        return Optional.of(new Cured(
                cured,
                WslConfig.parse(cured.toArray(), kind).problems().stream()
                        .map(Cured::name)
                        .collect(Collectors.toSet())));
    }

    private byte[] run(byte[] file) {
        byte[] bytes = file;
        for (int edits = 0; edits < MOST_EDITS; edits++) {
            Optional<byte[]> better = improve(bytes);
            if (better.isEmpty()) break;
            bytes = better.get();
        }
        return bytes;
    }

    private Optional<byte[]> improve(byte[] bytes) {
        WslConfig config = WslConfig.parse(bytes, kind);
        int before = config.problems().size();
        for (WslConfigProblem problem : config.problems()) {
            if (!wanted.test(problem) || hopeless.contains(problem)) continue;
            if (attempts-- <= 0) return Optional.empty();
            Optional<byte[]> edited = attempt(config, bytes, problem);
            if (edited.isPresent()
                    && WslConfig.parse(edited.get(), kind).problems().size() < before) return edited;
            hopeless.add(problem);
        }
        return Optional.empty();
    }

    private Optional<byte[]> attempt(WslConfig config, byte[] bytes, WslConfigProblem problem) {
        WslConfigEdit edit = WslConfig.edit(bytes, kind);
        int line = problem.line();
        List<String> args = problem.arguments();
        return switch (problem.kind()) {
            case UTF_16BE, UTF_16_WITHOUT_MARK, UTF_16LE, UTF_8_MARK, MARK_IN_WSL_CONF ->
                result(edit.toUtf8WithoutBom());
            case CRLF_IN_WSL_CONF -> Optional.of(withoutReturns(bytes));
            case SEMICOLON_COMMENT -> Optional.of(hashForSemicolon(config, bytes, line));
            case DUPLICATE_KEY -> result(edit.removeLine(line));
            case INVALID_SIZE, SIZE_WITHOUT_UNIT ->
                args.get(2).isEmpty() ? Optional.empty() : set(config, edit, line, _ -> args.get(2));
            case INVALID_BOOLEAN -> set(config, edit, line, entry -> bool(entry.value()));
            case INVALID_ESCAPE, ESCAPE_IN_PATH -> set(config, edit, line, entry -> escaped(entry.rawValue()));
            case MISPLACED_KEY, KEY_ABOVE_SECTION ->
                args.get(1).isEmpty() ? Optional.empty() : result(edit.moveKey(line, args.get(1)));
            case UNKNOWN_KEY -> rename(edit, line, args);
            case OTHER_FILE, REMOVED_KEY, INEFFECTIVE_KEY -> result(edit.commentOut(line));
            case NOT_UTF_8,
                    NOT_UTF_8_AT_END,
                    NUL_BYTES,
                    CTRL_Z,
                    VERY_LARGE,
                    INVALID_SECTION_NAME,
                    EXPECTED_BRACKET,
                    TEXT_AFTER_SECTION,
                    INVALID_KEY_NAME,
                    EXPECTED_EQUALS,
                    UNCLOSED_QUOTE,
                    SWALLOWED_LINE,
                    NON_ASCII_VALUE,
                    NOT_UTF_8_VALUE,
                    LONE_RETURN_IN_COMMENT,
                    REST_LOST,
                    KEY_AFTER_BAD_SECTION,
                    UNKNOWN_SECTION,
                    DANGEROUS_VALUE,
                    INVALID_INTEGER,
                    INVALID_CHOICE,
                    INVALID_MAC_ADDRESS,
                    MORE -> Optional.empty();
        };
    }

    private static Optional<byte[]> result(WslConfigEdit edit) {
        return switch (edit.result()) {
            case EditResult.Edited(byte[] bytes) -> Optional.of(bytes);
            case EditResult.Refused _ -> Optional.empty();
        };
    }

    /// Sets the entry of a line, unless another line of the same name is the one that an edit would reach.
    private static Optional<byte[]> set(
            WslConfig config, WslConfigEdit edit, int line, Function<WslConfigEntry, String> value) {
        return config.entries().stream()
                .filter(entry -> entry.line() == line)
                .filter(entry -> config.entry(entry.section(), entry.key())
                        .map(counts -> counts.line() == line)
                        .orElse(true))
                .findFirst()
                .filter(entry -> !value.apply(entry).isEmpty())
                .flatMap(entry -> result(edit.set(entry.section(), entry.key(), value.apply(entry))));
    }

    /// Every backslash that is not one of a pair gets its partner.
    private static String escaped(String raw) {
        return raw.replace("\\\\", "\\").replace("\\", "\\\\");
    }

    private static String bool(String value) {
        return switch (value.toLowerCase(Locale.ROOT)) {
            case "yes", "on", "enable", "enabled", "t", "y" -> "true";
            case "no", "off", "disable", "disabled", "f", "n" -> "false";
            default -> "";
        };
    }

    private Optional<byte[]> rename(WslConfigEdit edit, int line, List<String> args) {
        return WslConfigKeys.of(kind).stream()
                .filter(key -> args.size() > 1 && key.fullName().equals(args.get(1)))
                .filter(key -> args.getFirst()
                        .toLowerCase(Locale.ROOT)
                        .startsWith(key.section().toLowerCase(Locale.ROOT) + "."))
                .findFirst()
                .flatMap(key -> result(edit.renameKey(line, key.name())));
    }

    /// A return belongs to the line end that follows it; one alone stays.
    private static byte[] withoutReturns(byte[] bytes) {
        return new String(bytes, StandardCharsets.ISO_8859_1)
                .replace("\r\n", "\n")
                .getBytes(StandardCharsets.ISO_8859_1);
    }

    /// Encodings are cured first, so that places in the text are places in the file.
    private static byte[] hashForSemicolon(WslConfig config, byte[] bytes, int line) {
        byte[] result = bytes.clone();
        Span span = config.lines().get(line - 1).span();
        for (int at = span.start(); at < span.end(); at++) {
            if (result[at] == ';') {
                result[at] = '#';
                break;
            }
        }
        return result;
    }
}
