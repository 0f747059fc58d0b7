package io.devdoctor.check.project;

import io.devdoctor.machine.project.GoFile;
import io.devdoctor.machine.project.Project;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Whether Go compiles a file for Linux: by the ending of its name and by its `//go:build` line (go/build/constraint).
final class GoConstraint {
    private static final Set<String> SYSTEMS = Set.of(
            ("aix android darwin dragonfly freebsd hurd illumos ios js linux nacl netbsd openbsd plan9 solaris wasip1"
                            + " windows zos")
                    .split(" "));
    private static final Set<String> PROCESSORS = Set.of(
            "386 amd64 arm arm64 loong64 mips mips64 mips64le mipsle ppc64 ppc64le riscv64 s390x wasm".split(" "));
    private static final Set<String> HOLD = Set.of("linux", "unix", "amd64", "gc", "cgo");
    private static final Pattern TOKEN = Pattern.compile("\\s*(&&|\\|\\||!|\\(|\\)|[\\w.]+)");

    private final Matcher matcher;
    private String token = "";

    private GoConstraint(String expression) {
        this.matcher = TOKEN.matcher(expression);
        advance();
    }

    static boolean isForLinux(GoFile file) {
        return byName(file.path()) && (file.constraint().isEmpty() || new GoConstraint(file.constraint()).either());
    }

    /// `name_windows.go`, `name_windows_amd64.go`, `name_arm64.go`, each before `_test`.
    private static boolean byName(String path) {
        String name = Project.name(path).replaceFirst("(_test)?\\.go$", "");
        List<String> parts = List.of(name.split("_"));
        // The first part is never a system: a file may be called linux.go.
        Optional<String> last = parts.size() < 2 ? Optional.empty() : Optional.of(parts.getLast());
        boolean processor = last.filter(PROCESSORS::contains).isPresent();
        Optional<String> system = processor && parts.size() > 2 ? Optional.of(parts.get(parts.size() - 2)) : last;
        return system.filter(SYSTEMS::contains).map("linux"::equals).orElse(true);
    }

    private void advance() {
        token = matcher.lookingAt() ? matcher.group(1) : "";
        if (!token.isEmpty()) matcher.region(matcher.end(), matcher.regionEnd());
    }

    private boolean either() {
        boolean value = both();
        while (token.equals("||")) {
            advance();
            value |= both();
        }
        return value;
    }

    private boolean both() {
        boolean value = one();
        while (token.equals("&&")) {
            advance();
            value &= one();
        }
        return value;
    }

    private boolean one() {
        String now = token;
        advance();
        if (now.equals("!")) return !one();
        if (now.equals("(")) {
            boolean value = either();
            if (token.equals(")")) advance();
            return value;
        }
        return HOLD.contains(now) || now.matches("go1\\.\\d+");
    }
}
