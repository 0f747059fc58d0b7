package io.devdoctor.format.suppress;

import io.devdoctor.format.dockerfile.Dockerfile;
import io.devdoctor.format.dockerfile.Instruction;
import io.devdoctor.format.suppress.Suppression.Tool;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Reads the comments of one file that ask to be spared. A comment on a line of its own is about the next line that
/// says something, in a Dockerfile about the whole instruction; one behind something is about its own line.
public final class Suppressions {
    private static final String MARK = "(?:#|//|--|;|<!--|\\bREM\\b|::)\\s*";
    /// What stands behind the words is taken apart by hand: a pattern over a list of any length is no good servant.
    private static final Pattern OURS = Pattern.compile(MARK + "devdoctor:ignore(?<file>-file)?(?=\\s)");
    private static final Pattern HADOLINT = Pattern.compile("#\\s*+hadolint\\s++(?<file>global\\s++)?ignore\\s*+=");
    private static final Pattern BUILDKIT = Pattern.compile("#\\s*+check\\s*+=(?<file>)");
    private static final Pattern DCLINT =
            Pattern.compile("#\\s*+dclint[ -]disable(?<file>-file)?(?:-(?:next-)?line)?(?![\\w-])");
    private static final Pattern CODE = Pattern.compile("[\\w*][\\w.*-]*+");
    private static final int MOST_CODES = 100;
    private static final int LONGEST = 4096;

    private final List<String> lines;
    private final Optional<Dockerfile> dockerfile;
    private final TreeMap<Integer, Instruction> instructions = new TreeMap<>();
    private final List<Suppression> found = new ArrayList<>();
    /// The next line from here on that is neither blank nor a comment, filled from below.
    private int[] saying = {};

    private Suppressions(byte[] bytes, Optional<Dockerfile> dockerfile) {
        String text = new String(bytes, StandardCharsets.UTF_8);
        this.lines = List.of((text.startsWith("\uFEFF") ? text.substring(1) : text).split("\n", -1));
        this.dockerfile = dockerfile;
        dockerfile.stream()
                .flatMap(file -> file.instructions().stream())
                .forEach(instruction -> instructions.put(instruction.line(), instruction));
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
        String rest = rest(tool, line.substring(match.end()));
        Set<String> codes = new LinkedHashSet<>();
        String reason = codes(tool, rest, codes);
        if (codes.isEmpty() && tool != Tool.DCLINT) return;
        if (codes.isEmpty() || codes.remove("all")) codes.add(Suppression.EVERYTHING);
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

    /// Of BuildKit what stands behind `skip=` alone, of ours without the end of a comment of HTML.
    private static String rest(Tool tool, String behind) {
        return switch (tool) {
            case DEVDOCTOR -> behind.strip().replaceFirst("\\s*-->$", "");
            case HADOLINT, DCLINT -> behind.strip();
            case BUILDKIT -> {
                for (String setting : behind.split(";")) {
                    String clean = setting.strip();
                    if (clean.startsWith("skip"))
                        yield clean.substring(4).strip().replaceFirst("^=", "");
                }
                yield "";
            }
        };
    }

    /// Takes the codes in front and gives back what is behind them: the author's reason, as only ours has one.
    private static String codes(Tool tool, String text, Set<String> codes) {
        String rest = text.strip();
        while (codes.size() < MOST_CODES) {
            Matcher code = CODE.matcher(rest);
            if (!code.lookingAt()) return rest;
            codes.add(code.group());
            rest = rest.substring(code.end()).strip();
            boolean more = rest.startsWith(",");
            if (more) rest = rest.substring(1).strip();
            else if (tool != Tool.DCLINT) return tool == Tool.DEVDOCTOR ? rest : "";
        }
        return "";
    }

    private boolean isDirective(int line) {
        return dockerfile.stream()
                .flatMap(file -> file.directives().stream())
                .anyMatch(directive -> directive.line() == line);
    }

    private int nextSaying(int line) {
        if (saying.length == 0) {
            saying = new int[lines.size() + 1];
            for (int i = lines.size() - 1, next = 0; i >= 0; i--) {
                String text = lines.get(i).strip();
                if (!text.isEmpty() && !text.startsWith("#") && !text.startsWith("//")) next = i + 1;
                saying[i] = next;
            }
        }
        return saying[line] == 0 ? line : saying[line];
    }

    private Optional<Instruction> instructionAt(int line) {
        return Optional.ofNullable(instructions.floorEntry(line))
                .map(Map.Entry::getValue)
                .filter(instruction -> line <= instruction.endLine());
    }
}
