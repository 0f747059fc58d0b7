package io.devdoctor.format.suppress;

import io.devdoctor.format.dockerfile.Dockerfile;
import io.devdoctor.format.dockerfile.Instruction;
import io.devdoctor.format.suppress.Suppression.Tool;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Reads the comments of one file that ask to be spared. A comment on a line of its own is about the next line that
/// says something, in a Dockerfile about the whole instruction; one behind something is about its own line.
public final class Suppressions {
    private static final String MARK = "(?:#|//|--|;|<!--|\\bREM\\b|::)\\s*";
    private static final Pattern OURS = Pattern.compile(
            MARK + "devdoctor:ignore(?<file>-file)?\\s+(?<codes>[a-z*][\\w.*-]*(?:\\s*,\\s*[a-z*][\\w.*-]*)*)"
                    + "\\s*(?<reason>.*?)\\s*(?:-->)?$");
    private static final Pattern HADOLINT =
            Pattern.compile("#\\s*hadolint\\s+(?<file>global\\s+)?ignore\\s*=\\s*(?<codes>[\\w, ]+)(?<reason>)");
    private static final Pattern BUILDKIT =
            Pattern.compile("#\\s*check\\s*=\\s*(?:[^;]*;)*?\\s*skip\\s*=\\s*(?<codes>[\\w, ]+)(?<file>)(?<reason>)");
    private static final Pattern DCLINT = Pattern.compile(
            "#\\s*dclint[ -]disable(?<file>-file)?(?:-(?:next-)?line)?(?<codes>(?:\\s+[\\w-]+)*)(?<reason>)");
    private static final int LONGEST = 4096;

    private final List<String> lines;
    private final Optional<Dockerfile> dockerfile;
    private final List<Suppression> found = new ArrayList<>();

    private Suppressions(byte[] bytes, Optional<Dockerfile> dockerfile) {
        this.lines = List.of(new String(bytes, StandardCharsets.UTF_8).split("\n", -1));
        this.dockerfile = dockerfile;
    }

    public static List<Suppression> of(byte[] bytes) {
        return new Suppressions(bytes, Optional.empty()).read();
    }

    public static List<Suppression> of(Dockerfile file) {
        return new Suppressions(file.print(), Optional.of(file)).read();
    }

    private List<Suppression> read() {
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i);
            if (line.length() > LONGEST) continue;
            take(Tool.DEVDOCTOR, OURS, line, i + 1);
            if (dockerfile.isPresent()) {
                take(Tool.HADOLINT, HADOLINT, line, i + 1);
                take(Tool.BUILDKIT, BUILDKIT, line, i + 1);
            } else {
                take(Tool.DCLINT, DCLINT, line, i + 1);
            }
        }
        return List.copyOf(found);
    }

    private void take(Tool tool, Pattern pattern, String line, int number) {
        Matcher match = pattern.matcher(line);
        if (!match.find()) return;
        Set<String> codes = List.of(match.group("codes").strip().split("[,\\s]+")).stream()
                .filter(code -> !code.isEmpty())
                .map(code -> code.equals("all") ? Suppression.EVERYTHING : code)
                .collect(Collectors.toSet());
        if (codes.isEmpty()) codes = Set.of(Suppression.EVERYTHING);
        String reason = match.group("reason").strip();
        boolean whole = match.group("file") != null && !match.group("file").isEmpty()
                || tool == Tool.BUILDKIT && isDirective(number);
        if (whole) {
            found.add(new Suppression(tool, codes, reason, number, 1, Integer.MAX_VALUE));
            return;
        }
        int from = line.substring(0, match.start()).isBlank() ? nextSaying(number) : number;
        int to = instructionAt(from).map(Instruction::endLine).orElse(from);
        from = instructionAt(from).map(Instruction::line).orElse(from);
        found.add(new Suppression(tool, codes, reason, number, from, to));
    }

    private boolean isDirective(int line) {
        return dockerfile.stream()
                .flatMap(file -> file.directives().stream())
                .anyMatch(directive -> directive.line() == line);
    }

    private int nextSaying(int line) {
        for (int i = line; i < lines.size(); i++) {
            String text = lines.get(i).strip();
            if (!text.isEmpty() && !text.startsWith("#") && !text.startsWith("//")) return i + 1;
        }
        return line;
    }

    private Optional<Instruction> instructionAt(int line) {
        return dockerfile.stream()
                .flatMap(file -> file.instructions().stream())
                .filter(instruction -> instruction.line() <= line && line <= instruction.endLine())
                .findFirst();
    }
}
