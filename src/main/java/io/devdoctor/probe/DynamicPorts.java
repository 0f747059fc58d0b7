package io.devdoctor.probe;

import io.devdoctor.machine.Network.DynamicRange;
import io.devdoctor.machine.Reading;
import io.devdoctor.machine.Source;
import java.util.List;
import java.util.regex.Pattern;

/// Reads the answer of `netsh interface ipv4 show dynamicport tcp`: two lines end with a colon and a number, whatever
/// the language; the first is the start, the second the count.
final class DynamicPorts {
    private static final Pattern NUMBER = Pattern.compile("(?m)[:\uff1a]\\s*(\\d{1,5})\\s*$");
    private static final int LAST_PORT = 65535;

    private DynamicPorts() {}

    /// netsh is known to end with exit 0 and an empty answer: without two numbers nothing was read.
    static Reading<DynamicRange> parse(String text, Source source) {
        List<Integer> numbers = NUMBER.matcher(text)
                .results()
                .map(found -> Integer.valueOf(found.group(1)))
                .toList();
        if (numbers.size() != 2) return unreadable(text, source);
        DynamicRange range = new DynamicRange(numbers.getFirst(), numbers.getLast());
        boolean sound = range.start() > 0 && range.count() > 0 && range.last() <= LAST_PORT;
        return sound ? new Reading.Known<>(range, source) : unreadable(text, source);
    }

    private static Reading<DynamicRange> unreadable(String text, Source source) {
        String line = text.lines()
                .map(String::strip)
                .filter(each -> !each.isEmpty())
                .findFirst()
                .orElse("no numbers");
        return new Reading.Unknown<>(Reading.Cause.UNREADABLE, line, source);
    }
}
