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
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/// Corrects a line of `.wslconfig` or `wsl.conf` that has one obvious cure, and nothing else; an edit counts only if
/// the
/// file has fewer problems afterwards.
final class ConfigCure {
    private static final int LARGEST = 1 << 20;
    /// Bytes that may be read again and again, so that a file of ten thousand bad lines costs a second and no minutes.
    private static final int MOST_READ = 1 << 24;

    private final WslConfigFile kind;
    private final Predicate<WslConfigProblem> wanted;
    private final State start;
    private int attempts;

    /// @param wanted the problems that may be cured
    ConfigCure(byte[] file, WslConfigFile kind, Predicate<WslConfigProblem> wanted) {
        this.kind = kind;
        this.wanted = wanted;
        this.start = new State(file, WslConfig.parse(file, kind));
        this.attempts = file.length > LARGEST ? 0 : Math.max(8, MOST_READ / Math.max(1, file.length));
    }

    /// A file, and what WSL makes of it.
    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record State(byte[] bytes, WslConfig config) {
        /// What each line sets.
        Map<Integer, String> settings() {
            return config.entries().stream()
                    .collect(Collectors.toMap(
                            WslConfigEntry::line, entry -> entry.name().toLowerCase(Locale.ROOT), (one, _) -> one));
        }
    }

    /// A line, or the lines of one setting, which are one subject wherever an edit moves them; line 0 is the whole
    /// file.
    private record Place(int line, String setting) {
        boolean holds(WslConfigProblem problem, Map<Integer, String> settings) {
            String other = settings.getOrDefault(problem.line(), "");
            return setting.isEmpty() ? other.isEmpty() && problem.line() == line : other.equals(setting);
        }
    }

    /// The file without this problem; empty where it has no obvious cure.
    Optional<Bytes> cure(WslConfigProblem problem) {
        Place place = new Place(problem.line(), start.settings().getOrDefault(problem.line(), ""));
        Set<WslConfigProblem> hopeless = new HashSet<>();
        State state = start;
        for (Optional<State> next = improve(state, place, hopeless);
                next.isPresent();
                next = improve(state, place, hopeless)) {
            state = next.get();
        }
        Map<Integer, String> settings = state.settings();
        boolean left = state.config().problems().stream()
                .anyMatch(other -> other.kind() == problem.kind() && place.holds(other, settings));
        return left || state == start ? Optional.empty() : Optional.of(Bytes.of(state.bytes()));
    }

    private Optional<State> improve(State state, Place place, Set<WslConfigProblem> hopeless) {
        Map<Integer, String> settings = state.settings();
        for (WslConfigProblem problem : state.config().problems()) {
            if (!wanted.test(problem) || !place.holds(problem, settings) || hopeless.contains(problem)) continue;
            if (attempts-- <= 0) return Optional.empty();
            Optional<State> better = attempt(state.config(), state.bytes(), problem)
                    .map(bytes -> new State(bytes, WslConfig.parse(bytes, kind)))
                    .filter(edited -> edited.config().problems().size()
                            < state.config().problems().size());
            if (better.isPresent()) return better;
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
            case SEMICOLON_COMMENT ->
                Optional.of(
                        hashForSemicolon(config, result(edit.toUtf8WithoutBom()).orElse(bytes), line));
            case DUPLICATE_KEY -> ConfigProblems.isRepeated(problem) ? result(edit.removeLine(line)) : Optional.empty();
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
                    ONLY_ZEROS,
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

    /// Places in the text are places in the file, since its encoding is cured first.
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
