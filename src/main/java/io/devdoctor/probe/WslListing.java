package io.devdoctor.probe;

import io.devdoctor.machine.Reading;
import io.devdoctor.machine.Source;
import io.devdoctor.machine.WslAnswer;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Reads the answer of `wsl.exe --list --verbose` by position: mark, name, state, version. Names have no blanks.
final class WslListing {
    /// States are literals in WSL's source, too. A word that is none of them may well mean that it runs.
    private static final Pattern ROW = Pattern.compile("\\s*(\\*)?\\s*(\\S+)\\s+"
            + "(Running|Stopped|Installing|Uninstalling|Converting|Exporting|Compacting)\\s+(\\d)\\s*");

    /// Literals in WSL's source, no resources: the one label that is the same in every language.
    private static final Pattern HEADER = Pattern.compile("\\s*NAME\\s+STATE\\s+VERSION\\s*");

    private static final String NO_DEFAULT = "WSL_E_DEFAULT_DISTRO_NOT_FOUND";

    private static final int EXCERPT = 300;

    private WslListing() {}

    /// @param noneRegistered the registry holds no distribution, which is how "there are none" is told from other
    /// failures: wsl.exe says it with exit code -1 and a localized text, as it says many other things
    static Reading<List<WslAnswer.Row>> parse(CommandText answer, Source source, boolean noneRegistered) {
        if (answer.exit() == 0) return rows(answer.out(), source);
        boolean saysNone = answer.errorId().map(id -> id.endsWith(NO_DEFAULT)).orElse(answer.exit() == -1);
        return noneRegistered && saysNone
                ? new Reading.Absent<>(source)
                : new Reading.Unknown<>(Reading.Cause.FAILED, answer.failure(), source);
    }

    private static Reading<List<WslAnswer.Row>> rows(String text, Source source) {
        List<WslAnswer.Row> rows = new ArrayList<>();
        boolean underHeader = false;
        for (String line : text.lines().filter(line -> !line.isBlank()).toList()) {
            Matcher row = ROW.matcher(line);
            if (row.matches() && underHeader) {
                rows.add(new WslAnswer.Row(
                        row.group(2), row.group(3), Integer.parseInt(row.group(4)), row.group(1) != null));
            } else if (underHeader) {
                // A row we cannot read is a distribution we would silently lose.
                return new Reading.Unknown<>(Reading.Cause.UNREADABLE, "not a row" + excerpt(line), source);
            } else {
                underHeader = HEADER.matcher(line).matches();
            }
        }
        return rows.isEmpty()
                ? new Reading.Unknown<>(Reading.Cause.UNREADABLE, "no row in the answer" + excerpt(text), source)
                : new Reading.Known<>(List.copyOf(rows), source);
    }

    /// The beginning of what came instead.
    private static String excerpt(String text) {
        String all = text.strip();
        if (all.isEmpty()) return "";
        return ": " + (all.length() > EXCERPT ? all.substring(0, EXCERPT) + "…" : all);
    }
}
