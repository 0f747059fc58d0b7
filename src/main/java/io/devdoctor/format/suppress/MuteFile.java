package io.devdoctor.format.suppress;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/// `.devdoctor.yml`: what a project does not want to hear of, each with a reason.
///
/// ```yaml
/// mutes:
///   - check: dockerfile.user
///     path: build/**          # optional, a glob; without it the whole project
///     reason: drops root in entrypoint.sh
///     until: 2027-06-30       # optional
/// ```
public record MuteFile(List<Mute> mutes, List<Problem> problems) {
    private static final LoadSettings SETTINGS = LoadSettings.builder()
            .setMaxAliasesForCollections(10)
            .setCodePointLimit(1 << 20)
            .setUseMarks(true)
            .build();

    public MuteFile {
        mutes = List.copyOf(mutes);
        problems = List.copyOf(problems);
    }

    /// @param path a glob over paths relative to the project; "" = everywhere
    /// @param line 1-based
    public record Mute(String check, String path, String reason, Optional<LocalDate> until, int line) {}

    /// @param detail the key or value it is about, or the parser's words
    public record Problem(Kind kind, String detail, int line) {
        public enum Kind {
            /// Not YAML, or not the shape above.
            SYNTAX,
            UNKNOWN_KEY,
            NO_CHECK,
            NO_REASON,
            NO_DATE
        }
    }

    public static MuteFile read(byte[] bytes) {
        List<Mute> mutes = new ArrayList<>();
        List<Problem> problems = new ArrayList<>();
        try {
            Optional<Node> root = new Compose(SETTINGS).composeString(new String(bytes, StandardCharsets.UTF_8));
            root.ifPresent(node -> root(node, mutes, problems));
        } catch (MarkedYamlEngineException e) {
            int line = e.getProblemMark().map(mark -> mark.getLine() + 1).orElse(0);
            problems.add(new Problem(Problem.Kind.SYNTAX, String.valueOf(e.getProblem()), line));
        } catch (YamlEngineException | StackOverflowError e) {
            problems.add(new Problem(Problem.Kind.SYNTAX, String.valueOf(e.getMessage()), 0));
        }
        return new MuteFile(mutes, problems);
    }

    private static void root(Node root, List<Mute> mutes, List<Problem> problems) {
        if (!(root instanceof MappingNode mapping)) {
            problems.add(new Problem(Problem.Kind.SYNTAX, "mutes", line(root)));
            return;
        }
        for (NodeTuple member : mapping.getValue()) {
            String key = text(member.getKeyNode());
            if (!key.equals("mutes")) {
                problems.add(new Problem(Problem.Kind.UNKNOWN_KEY, key, line(member.getKeyNode())));
            } else if (member.getValueNode() instanceof SequenceNode list) {
                list.getValue().forEach(node -> mute(node, problems).ifPresent(mutes::add));
            } else {
                problems.add(new Problem(Problem.Kind.SYNTAX, key, line(member.getValueNode())));
            }
        }
    }

    private static Optional<Mute> mute(Node node, List<Problem> problems) {
        int line = line(node);
        if (!(node instanceof MappingNode mapping)) {
            problems.add(new Problem(Problem.Kind.SYNTAX, text(node), line));
            return Optional.empty();
        }
        String check = "";
        String path = "";
        String reason = "";
        Optional<LocalDate> until = Optional.empty();
        for (NodeTuple member : mapping.getValue()) {
            String value = text(member.getValueNode()).strip();
            switch (text(member.getKeyNode())) {
                case "check" -> check = value;
                case "path" -> path = value;
                case "reason" -> reason = value;
                case "until" -> {
                    until = date(value);
                    // A date that nobody can read must not mute for ever.
                    if (until.isEmpty()) {
                        problems.add(new Problem(Problem.Kind.NO_DATE, value, line(member.getValueNode())));
                        return Optional.empty();
                    }
                }
                case String other ->
                    problems.add(new Problem(Problem.Kind.UNKNOWN_KEY, other, line(member.getKeyNode())));
            }
        }
        if (check.isEmpty()) problems.add(new Problem(Problem.Kind.NO_CHECK, "check", line));
        if (reason.isEmpty()) problems.add(new Problem(Problem.Kind.NO_REASON, check, line));
        return check.isEmpty() || reason.isEmpty()
                ? Optional.empty()
                : Optional.of(new Mute(check, path, reason, until, line));
    }

    private static Optional<LocalDate> date(String text) {
        try {
            return Optional.of(LocalDate.parse(text));
        } catch (DateTimeException _) {
            return Optional.empty();
        }
    }

    private static String text(Node node) {
        return node instanceof ScalarNode scalar ? scalar.getValue() : "";
    }

    private static int line(Node node) {
        return node.getStartMark().map(mark -> mark.getLine() + 1).orElse(0);
    }
}
