package io.devdoctor.probe;

import static io.devdoctor.probe.AtOnce.each;

import io.devdoctor.machine.Clocks.Sample;
import io.devdoctor.machine.Interval;
import io.devdoctor.machine.Reading;
import io.devdoctor.system.NetworkReach.NtpReply;
import io.devdoctor.system.Ports;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// Asks several time servers at once what the host's clock should show.
final class TimeServers {
    private static final int EXCHANGES = 4;
    private static final int AT_ONCE = 8;

    private final Ports system;
    private final Duration tick;

    TimeServers(Ports system, Duration tick) {
        this.system = system;
        this.tick = tick;
    }

    List<Sample> ask(List<String> servers) {
        return each(servers, AT_ONCE, server -> new Sample(server, best(server)));
    }

    /// The narrowest of a few answers, which is the one that travelled fastest. A silent server gets one more chance,
    /// since UDP may lose a packet.
    private Reading<Interval> best(String server) {
        Optional<Reading<Interval>> best = Optional.empty();
        Reading<Interval> last = exchange(server);
        for (int exchange = 1; exchange < EXCHANGES && deservesAnother(last, exchange); exchange++) {
            best = Optional.of(narrower(best, last));
            last = exchange(server);
        }
        return narrower(best, last);
    }

    private static boolean deservesAnother(Reading<Interval> last, int asked) {
        if (last.isKnown()) return true;
        return asked == 1
                && last instanceof Reading.Unknown<Interval>(Reading.Cause cause, String _, var _)
                && cause == Reading.Cause.TIMED_OUT;
    }

    private Reading<Interval> exchange(String server) {
        return system.network().ntp(server).flatMap((reply, source) -> {
            try {
                return new Reading.Known<>(NtpAnswer.hostOffset(reply, tick), source);
            } catch (IllegalArgumentException e) {
                return new Reading.Unknown<>(Reading.Cause.UNREADABLE, reason(e, reply), source);
            }
        });
    }

    private static String reason(IllegalArgumentException e, NtpReply reply) {
        return Optional.ofNullable(e.getMessage())
                .orElse("reply of " + reply.packet().size() + " bytes");
    }

    private static Reading<Interval> narrower(Optional<Reading<Interval>> best, Reading<Interval> last) {
        return best.filter(reading -> width(reading).compareTo(width(last)) <= 0)
                .orElse(last);
    }

    private static Duration width(Reading<Interval> reading) {
        return reading.known()
                .map(interval -> interval.high().minus(interval.low()))
                .orElse(Duration.ofDays(1));
    }
}
