package io.devdoctor.probe;

import static io.devdoctor.probe.AtOnce.each;

import io.devdoctor.machine.Clocks.Sample;
import io.devdoctor.machine.Interval;
import io.devdoctor.machine.Reading;
import io.devdoctor.machine.Source;
import io.devdoctor.system.NetworkReach.HttpReply;
import io.devdoctor.system.NetworkReach.HttpRequest;
import io.devdoctor.system.Ports;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;

/// True time to about a second, from the Date header of web servers: for networks that block UDP 123. Plain HTTP, since
/// TLS itself fails where the clock is badly wrong.
final class WebDates {
    /// The page by which Windows itself finds out whether it is online, and two that are near in China.
    private static final List<String> PAGES = List.of(
            "http://www.msftconnecttest.com/connecttest.txt",
            "http://www.baidu.com/",
            "http://connect.rom.miui.com/generate_204");

    private static final Duration SECOND = Duration.ofSeconds(1);

    private WebDates() {}

    static List<Sample> ask(Ports system, Duration tick) {
        return each(PAGES, PAGES.size(), page -> new Sample(page, offset(system, page, tick)));
    }

    private static Reading<Interval> offset(Ports system, String page, Duration tick) {
        return system.network().http(HttpRequest.get(page)).flatMap((reply, source) -> {
            if (reply.headers().containsKey("age")) {
                return new Reading.Unknown<>(Reading.Cause.UNREADABLE, "answered from a cache", source);
            }
            String date = reply.headers().getOrDefault("date", "");
            return date.isEmpty()
                    ? new Reading.Unknown<>(Reading.Cause.UNREADABLE, "no Date header", source)
                    : new Reading.Known<>(hostOffset(date, reply, source, tick), source);
        });
    }

    /// The server wrote the date, cut to a whole second, somewhere between request and answer.
    private static Interval hostOffset(String date, HttpReply reply, Source source, Duration tick) {
        Instant least =
                ZonedDateTime.parse(date, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant();
        Instant asked = source.at();
        Instant answered = asked.plus(reply.took());
        return new Interval(
                Duration.between(least.plus(SECOND), asked).minus(tick),
                Duration.between(least, answered).plus(tick));
    }
}
