package io.devdoctor.probe;

import io.devdoctor.machine.Clocks.Sample;
import io.devdoctor.machine.Interval;
import io.devdoctor.machine.Reading;
import io.devdoctor.machine.Source;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;

/// What several clocks prove together (Marzullo's algorithm): the intersection of those that a majority shares. Without
/// a majority nothing is proven.
final class Agreement {
    private Agreement() {}

    static Reading<Interval> of(List<Sample> samples, Source source) {
        List<Interval> intervals = samples.stream()
                .flatMap(sample -> sample.offset().known().stream())
                .toList();
        if (intervals.isEmpty()) return nobody(samples, source);
        // The most shared region begins where one of the intervals begins.
        List<Interval> majority = intervals.stream()
                .map(interval -> around(interval, intervals))
                .max(Comparator.comparingInt(List::size))
                .orElseThrow();
        if (majority.size() * 2 <= intervals.size()) {
            return new Reading.Unknown<>(Reading.Cause.UNREADABLE, "the time servers contradict each other", source);
        }
        return new Reading.Known<>(
                new Interval(
                        Collections.max(majority.stream().map(Interval::low).toList()),
                        Collections.min(majority.stream().map(Interval::high).toList())),
                source);
    }

    private static List<Interval> around(Interval start, List<Interval> all) {
        return all.stream()
                .filter(other ->
                        other.low().compareTo(start.low()) <= 0 && other.high().compareTo(start.low()) >= 0)
                .toList();
    }

    private static Reading<Interval> nobody(List<Sample> samples, Source source) {
        return samples.stream()
                .map(Sample::offset)
                .filter(offset -> offset instanceof Reading.Unknown)
                .findFirst()
                .orElseGet(() -> new Reading.Unknown<>(Reading.Cause.FAILED, "no time server answered", source));
    }
}
