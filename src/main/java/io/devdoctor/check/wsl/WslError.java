package io.devdoctor.check.wsl;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// An error that wsl.exe itself has told, by the only parts that no language changes: an id such as
/// `Wsl/Service/CreateInstance/MountDisk/HCS/ERROR_FILE_NOT_FOUND`, the bare number of older releases, or an exit code
/// of theirs that means one thing only.
///
/// @param id as printed
record WslError(String id) {
    /// How the probe writes down a failure: the id, a number or the exit code, then the first line as it came.
    private static final Pattern HEAD =
            Pattern.compile("((?:Wsl|WslConfig|Bash|Wslg)(?:/[A-Za-z0-9_]+)+|0x[0-9A-Fa-f]{3,8}|exit -?\\d+)(?:: .*)?");

    private static final Pattern NUMBER = Pattern.compile("0[xX][0-9A-Fa-f]{1,8}");

    /// The error in the detail of a failed reading; empty where what failed may be something other than WSL.
    static Optional<WslError> in(String detail) {
        Matcher head = HEAD.matcher(detail.lines().findFirst().orElse(""));
        if (!head.matches()) return Optional.empty();
        WslError error = new WslError(head.group(1));
        boolean isExit = error.id.startsWith("exit ");
        return isExit && error.known().isEmpty() ? Optional.empty() : Optional.of(error);
    }

    /// What the dated table says of it.
    Optional<KnownError> known() {
        List<String> path = List.of(id.split("/"));
        String code = code(path.getLast());
        return KnownError.ALL.stream()
                .filter(row -> row.codes().contains(code) || row.codes().contains("*"))
                .filter(row -> row.path().isEmpty() || path.stream().anyMatch(row.path()::contains))
                .findFirst();
    }

    /// A code in its one spelling: symbols as they are, numbers in lower case without leading zeros.
    static String code(String printed) {
        return NUMBER.matcher(printed).matches()
                ? "0x" + Long.toHexString(Long.parseLong(printed.substring(2), 16))
                : printed.startsWith("exit ") ? printed : printed.toUpperCase(Locale.ROOT);
    }
}
