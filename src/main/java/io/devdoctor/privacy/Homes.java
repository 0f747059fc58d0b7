package io.devdoctor.privacy;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Home folders: the known one in every notation becomes `path-n`, and the name in any other `…\Users\NAME`,
/// `/home/NAME` becomes `user-n`.
final class Homes {
    // One or more backslashes: JSON, and JSON inside JSON.
    private static final String SEPARATOR = "(?:\\\\{1,4}|/)";
    private static final String END = "(?![\\p{L}\\p{N}_~-]|\\.[\\p{L}\\p{N}])";
    private static final Pattern DRIVE = Pattern.compile("([A-Za-z]):[\\\\/]+(.*)", Pattern.DOTALL);
    private static final Pattern ANY = Pattern.compile(
            "(?i)(?:(?<![A-Za-z0-9])[a-z]:" + SEPARATOR + "|/[a-z]/)(?:Users|Documents and Settings)(" + SEPARATOR + ")"
                    + "(?:([^\\\\/:*?\"<>|\\r\\n\\t]{1,64})(?=\\1)|([^\\\\/:*?\"<>|\\s,;'`)\\]]{1,64}))"
                    + "|(?:(?<![\\w.-])/|\\\\{1,4})(?:home|Users)" + SEPARATOR + "([^\\\\/:*?\"<>|\\s,;'`)\\]]{1,64})");
    // Accounts that every Windows, base image or development container has.
    private static final Set<String> EVERYBODY = Set.of(
            "public",
            "default",
            "default user",
            "all users",
            "containeradministrator",
            "containeruser",
            "node",
            "vscode",
            "app",
            "jovyan",
            "runner",
            "linuxbrew",
            "coder",
            "gitpod",
            "ubuntu",
            "debian",
            "nonroot",
            "%username%",
            "$user",
            "~");

    /// One that [StandIns] made, or as much of it as stands before a blank or an apostrophe.
    private static final Pattern STAND_IN = Pattern.compile("us(?:'?[eé]r(?:[- ]\\d+)?)?");

    private record Notation(Pattern pattern, String key, Set<Shape> shape) {}

    private final List<Notation> notations = new ArrayList<>();

    Homes(Identity identity, Ledger ledger) {
        String home = identity.home().replaceAll("[\\\\/]+$", "");
        Matcher drive = DRIVE.matcher(home);
        if (drive.matches()) {
            String letter = drive.group(1).toLowerCase(Locale.ROOT);
            String rest = segments(drive.group(2));
            add(home, "(?i)(?<![A-Za-z0-9])" + letter + ":" + SEPARATOR + rest, ledger);
            for (String mount : List.of("/run/desktop/mnt/host/", "/host_mnt/", "/mnt/", "//", "/")) {
                String path = mount + letter + "/" + drive.group(2).replaceAll("[\\\\/]+", "/");
                add(path, "(?i)(?<![\\w./-])" + mount + letter + "/" + rest, ledger);
            }
        } else if (home.startsWith("/") && home.length() > 1 && !home.equals("/root")) {
            add(home, "(?<![\\w.-])" + SEPARATOR + segments(home.substring(1)), ledger);
        }
    }

    private void add(String home, String pattern, Ledger ledger) {
        Set<Shape> shape = Shapes.path(home);
        notations.add(new Notation(Pattern.compile(pattern + END, Pattern.UNICODE_CASE), home, shape));
        if (notations.size() == 1) {
            ledger.reserve(Kind.PATH, home, shape);
        }
    }

    /// Group 1 is the last segment: in a path that must stay one, the person's name alone goes.
    private static String segments(String path) {
        List<String> quoted = new ArrayList<>();
        for (String segment : path.split("[\\\\/]+")) {
            quoted.add(String.join(
                    "(?: |%20)",
                    List.of(segment.split(" ", -1)).stream().map(Pattern::quote).toList()));
        }
        quoted.add("(" + quoted.removeLast() + ")");
        return String.join(SEPARATOR, quoted);
    }

    String apply(String text, Ledger ledger) {
        if (text.indexOf('/') < 0 && text.indexOf('\\') < 0) return text;
        String result = text;
        for (Notation notation : notations) {
            result = ledger.isWellFormed()
                    ? Replacing.matches(notation.pattern(), result, 1, match -> last(match.group(1), ledger))
                            .text()
                    : Replacing.matches(
                                    notation.pattern(),
                                    result,
                                    0,
                                    _ -> ledger.use(Kind.PATH, notation.key(), notation.shape()))
                            .text();
        }
        for (int group = 2; group <= 4; group++) {
            int name = group;
            result = Replacing.matches(ANY, result, name, match -> user(match.group(name), ledger))
                    .text();
        }
        return result;
    }

    private static String last(String segment, Ledger ledger) {
        String name = segment.replace("%20", " ");
        return ledger.use(Kind.USER, name.toLowerCase(Locale.ROOT), Shapes.text(name));
    }

    private static String user(String name, Ledger ledger) {
        String key = name.toLowerCase(Locale.ROOT);
        boolean nobody = EVERYBODY.contains(key)
                || key.matches("user-\\d+|path-\\d+|\\*+|[.…]+")
                || ledger.isWellFormed() && STAND_IN.matcher(key).matches();
        return nobody ? name : ledger.use(Kind.USER, key, Shapes.text(name));
    }
}
