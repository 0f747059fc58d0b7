package io.devdoctor.format.dockerfile;

import io.devdoctor.format.dockerfile.DockerfileError.Kind;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// The flags that each instruction knows. Names are case-sensitive.
final class FlagRules {
    private static final Map<String, Set<String>> KNOWN = Map.of(
            "FROM", Set.of("platform"),
            "COPY", Set.of("from", "chown", "chmod", "link", "parents", "exclude"),
            "ADD", Set.of("chown", "chmod", "link", "keep-git-dir", "checksum", "unpack", "exclude"),
            "RUN", Set.of("mount", "network", "security", "device"),
            "HEALTHCHECK", Set.of("interval", "timeout", "start-period", "start-interval", "retries"));
    private static final Set<String> REPEATABLE = Set.of("mount", "exclude", "device");
    private static final Set<String> SWITCHES = Set.of("link", "parents", "keep-git-dir", "unpack");
    private static final Set<String> BOOLEANS = Set.of("true", "false");
    /// BuildKit does not look at the flags of these.
    private static final Set<String> UNREAD = Set.of("STOPSIGNAL", "ARG");

    private FlagRules() {}

    static void judge(String instruction, List<Flag> flags, ErrorList errors) {
        if (UNREAD.contains(instruction)) return;
        Set<String> seen = new HashSet<>();
        for (Flag flag : flags) {
            String message = message(instruction, flag, seen);
            if (!message.isEmpty()) {
                errors.understanding(Kind.FLAG, flag.line(), "--" + flag.name(), message);
                return;
            }
            seen.add(flag.name());
        }
    }

    /// "" = all is well.
    private static String message(String instruction, Flag flag, Set<String> seen) {
        String name = flag.name();
        if (!KNOWN.getOrDefault(instruction, Set.of()).contains(name)) return "unknown flag: --" + name;
        if (seen.contains(name) && !REPEATABLE.contains(name)) return "duplicate flag specified: --" + name;
        boolean empty = flag.value().isEmpty();
        if (SWITCHES.contains(name)) {
            if (flag.hasValue() && empty) return "missing a value on flag: --" + name;
            boolean right = empty || BOOLEANS.contains(flag.value().toLowerCase(java.util.Locale.ROOT));
            return right ? "" : "expecting boolean value for flag --" + name + ", not: " + flag.value();
        }
        if (!flag.hasValue()) return "missing a value on flag: --" + name;
        return name.equals("mount") ? mount(Mount.of(flag)) : "";
    }

    private static String mount(Mount mount) {
        if (mount.from().map(from -> from.matches("(?s).*\\$..*")).orElse(false)) {
            return "'from' doesn't support variable expansion, define alias stage instead";
        }
        return "";
    }
}
