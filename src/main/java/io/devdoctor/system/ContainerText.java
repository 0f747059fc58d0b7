package io.devdoctor.system;

import io.devdoctor.machine.Bytes;
import io.devdoctor.privacy.Secrets;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// What programs in containers wrote, as a person may see it: decoded leniently, bounded, without secrets. Nothing
/// behind this boundary ever holds more.
///
/// A log is a raw stream (a container with a terminal) or frames of eight bytes head (stream, three zeros, length)
/// and content, as `GET /containers/<id>/logs` sends it. Older engines do not say which, so its first bytes decide.
public final class ContainerText {
    private static final int HEAD = 8;
    private static final int LONGEST_LINE = 400;
    private static final int SHORTEST_SECRET = 4;
    /// Shorter ones are parts of other words too often: only whole words are masked.
    private static final int SHORTEST_WITHIN_WORDS = 6;
    /// Of a value whose name says nothing: shorter ones are words too often.
    private static final int SHORTEST_UNNAMED = 8;

    private static final Pattern RELEASE =
            Pattern.compile("[A-Za-z]{0,4}[-_]?\\d+(?:\\.\\d+)+(?:[-+_][A-Za-z0-9._+-]*)?");
    private static final String MASK = "****";
    private static final byte STANDARD_OUTPUT = 1;
    private final List<String> secrets;

    private ContainerText(List<String> secrets) {
        this.secrets = secrets;
    }

    /// Text of a container with these variables (`NAME=value`) and arguments: values of secret names, and values that
    /// nobody would take for words, are masked wherever they stand.
    public static ContainerText of(List<String> variables, List<String> arguments) {
        Stream<String> named = variables.stream()
                .map(variable -> variable.split("=", 2))
                .filter(parts -> parts.length == 2 && (isSecret(parts[0], parts[1]) || isNoWord(parts[1])))
                .map(parts -> parts[1]);
        return new ContainerText(Stream.concat(named, secretArguments(arguments))
                .filter(value -> value.length() >= SHORTEST_SECRET && !value.equals(MASK))
                .distinct()
                .sorted(Comparator.comparingInt(String::length).reversed())
                .toList());
    }

    /// Not where the value is `true` or the name of another variable.
    private static boolean isSecret(String name, String value) {
        return Secrets.isSecretKey(name)
                && Secrets.maskValue(name, value).text().equals(MASK);
    }

    /// Those of `--token=value` and of `--token value`.
    private static Stream<String> secretArguments(List<String> arguments) {
        List<String> values = new ArrayList<>();
        String flag = "";
        for (String argument : arguments) {
            boolean isFlag = argument.startsWith("-");
            String[] parts = argument.replaceFirst("^-+", "").split("=", 2);
            if (!isFlag && Secrets.isSecretKey(flag)) values.add(argument);
            if (isFlag && parts.length == 2 && Secrets.isSecretKey(parts[0])) values.add(parts[1]);
            flag = isFlag && parts.length == 1 ? parts[0] : "";
        }
        return values.stream();
    }

    /// Letters and digits mixed, as in passwords and keys; neither a path nor a release, and names of services stay.
    private static boolean isNoWord(String value) {
        boolean address = value.contains("://") && value.contains("@");
        boolean mixed = value.chars().anyMatch(Character::isLetter)
                && value.chars().anyMatch(Character::isDigit)
                && value.chars().noneMatch(c -> c == '/' || Character.isWhitespace(c));
        return address
                || mixed
                        && value.length() >= SHORTEST_UNNAMED
                        && !RELEASE.matcher(value).matches();
    }

    /// The last lines of a log. A carriage return within a line reads `\r`.
    public List<String> lines(Bytes log, int most) {
        // A terminal ends its lines with both characters; elsewhere a return is the program's own.
        String end = isFramed(log.toArray()) ? "\n" : "\r?\n";
        List<String> lines = Secrets.maskLines(List.of(without(text(log)).split(end))).stream()
                .map(ContainerText::visibleReturns)
                .filter(line -> !line.isBlank())
                .map(ContainerText::bounded)
                .toList();
        return lines.subList(Math.max(0, lines.size() - most), lines.size());
    }

    /// One text, such as an error of the engine: its end, where it is longer than that.
    public String text(String raw, int most) {
        String masked = masked(raw).strip();
        return masked.length() <= most ? masked : "…" + masked.substring(masked.length() - most);
    }

    /// The same text without its secrets.
    public String masked(String raw) {
        return Secrets.mask(without(raw)).text();
    }

    /// The same log with its secrets masked, as one frame where there were frames: what may be kept in a recording.
    public Bytes masked(Bytes log) {
        byte[] text = masked(text(log)).getBytes(StandardCharsets.UTF_8);
        if (!isFramed(log.toArray())) return Bytes.of(text);
        return Bytes.of(ByteBuffer.allocate(HEAD + text.length)
                .put(STANDARD_OUTPUT)
                .put(new byte[3])
                .putInt(text.length)
                .put(text)
                .array());
    }

    private String without(String text) {
        String masked = text;
        for (String secret : secrets) {
            masked = secret.length() < SHORTEST_WITHIN_WORDS
                    ? word(secret).matcher(masked).replaceAll(MASK)
                    : masked.replace(secret, MASK);
        }
        return masked;
    }

    private static Pattern word(String secret) {
        return Pattern.compile("(?<![\\p{L}\\p{N}])" + Pattern.quote(secret) + "(?![\\p{L}\\p{N}])");
    }

    private static String text(Bytes log) {
        byte[] bytes = log.toArray();
        return new String(isFramed(bytes) ? unframed(bytes) : bytes, StandardCharsets.UTF_8);
    }

    private static boolean isFramed(byte[] bytes) {
        return bytes.length >= HEAD
                && bytes[0] >= 0
                && bytes[0] <= 3
                && bytes[1] == 0
                && bytes[2] == 0
                && bytes[3] == 0;
    }

    /// A frame that claims more than is left ends the log.
    private static byte[] unframed(byte[] bytes) {
        ByteArrayOutputStream content = new ByteArrayOutputStream(bytes.length);
        int at = 0;
        while (bytes.length - at >= HEAD) {
            int claimed = ByteBuffer.wrap(bytes, at + 4, 4).getInt();
            int left = bytes.length - at - HEAD;
            int length = claimed < 0 ? left : Math.min(claimed, left);
            content.writeBytes(Arrays.copyOfRange(bytes, at + HEAD, at + HEAD + length));
            at += HEAD + length;
        }
        return content.toByteArray();
    }

    private static String visibleReturns(String line) {
        return line.replace("\r", "\\r");
    }

    private static String bounded(String line) {
        return line.length() <= LONGEST_LINE ? line : line.substring(0, LONGEST_LINE) + "…";
    }
}
