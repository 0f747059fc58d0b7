package io.devdoctor.probe;

import io.devdoctor.machine.Network.PortRange;
import io.devdoctor.machine.Reading;
import io.devdoctor.machine.Source;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Reads the table of `netsh interface ipv4 show excludedportrange`. Headings and the footnote are localized; the line
/// of dashes and the rows are not.
final class ExcludedPorts {
    private static final Pattern DASHES = Pattern.compile("\\s*-{4,}\\s+-{4,}\\s*");
    private static final Pattern ROW = Pattern.compile("\\s*(\\d{1,5})\\s+(\\d{1,5})\\s*(\\*)?\\s*");
    private static final Pattern NUMBER_IN_FRONT = Pattern.compile("\\s*\\d.*");
    private static final int LAST_PORT = 65535;

    private ExcludedPorts() {}

    /// netsh is known to end with exit 0 and an empty answer: without the line of dashes nothing was read.
    /// A table without rows is complete, since Windows may reserve nothing. An empty line and a footnote follow the
    /// last row: without them the answer was cut.
    static Reading<List<PortRange>> parse(String text, Source source) {
        List<PortRange> ranges = new ArrayList<>();
        boolean inTable = false;
        boolean ended = false;
        for (String line : text.lines().toList()) {
            Matcher row = ROW.matcher(line);
            if (!inTable) {
                inTable = DASHES.matcher(line).matches();
            } else if (row.matches()) {
                PortRange range = new PortRange(
                        Integer.parseInt(row.group(1)), Integer.parseInt(row.group(2)), row.group(3) != null);
                if (range.first() > range.last() || range.last() > LAST_PORT) return unreadable(line, source);
                ranges.add(range);
            } else if (NUMBER_IN_FRONT.matcher(line).matches()) {
                return unreadable(line, source);
            } else {
                ended = true;
            }
        }
        if (!inTable) return unreadable("no table", source);
        return ended ? new Reading.Known<>(List.copyOf(ranges), source) : unreadable("the table is cut", source);
    }

    private static Reading<List<PortRange>> unreadable(String line, Source source) {
        return new Reading.Unknown<>(Reading.Cause.UNREADABLE, line.strip(), source);
    }
}
