package io.devdoctor.probe;

import io.devdoctor.machine.Bytes;
import io.devdoctor.machine.Interval;
import io.devdoctor.system.NetworkReach.NtpReply;
import java.net.DatagramPacket;
import java.time.Duration;
import java.time.Instant;
import org.apache.commons.net.ntp.NtpV3Impl;
import org.apache.commons.net.ntp.NtpV3Packet;
import org.apache.commons.net.ntp.TimeStamp;

/// What one SNTP reply (RFC 5905, 48 bytes) proves about the host's clock.
final class NtpAnswer {
    private static final int LENGTH = 48;
    private static final int UNSYNCHRONIZED = 16;
    private static final Duration SLOWEST = Duration.ofMillis(1500);
    /// A recording rounds the time at which the request was sent.
    private static final Duration ORIGIN_TOLERANCE = Duration.ofMillis(5);

    private static final long NANOS = 1_000_000_000L;

    private NtpAnswer() {}

    /// Host minus true time.
    ///
    /// @param tick the granularity of the host's wall clock
    /// @throws IllegalArgumentException if the server does not know the time, or answered another request
    static Interval hostOffset(NtpReply reply, Duration tick) {
        NtpV3Packet packet = packet(reply.packet());
        refuseUnsynchronized(packet);
        Instant sent = reply.sentAt();
        Instant received = sent.plus(reply.roundTrip());
        refuse(
                reply.roundTrip().compareTo(SLOWEST) > 0,
                "round trip of " + reply.roundTrip().toMillis() + " ms");
        Duration drift =
                Duration.between(sent, instant(packet.getOriginateTimeStamp())).abs();
        refuse(drift.compareTo(ORIGIN_TOLERANCE) > 0, "reply to another request");
        Duration outward = Duration.between(sent, instant(packet.getReceiveTimeStamp()));
        Duration homeward = Duration.between(received, instant(packet.getTransmitTimeStamp()));
        Duration offset = outward.plus(homeward).dividedBy(2);
        Duration uncertainty = reply.roundTrip()
                .plus(fixedPoint(packet.getRootDelay()))
                .dividedBy(2)
                .plus(fixedPoint(packet.getRootDispersion()))
                .plus(tick);
        return Interval.around(offset.negated(), uncertainty);
    }

    private static NtpV3Packet packet(Bytes bytes) {
        refuse(bytes.size() < LENGTH, "reply of " + bytes.size() + " bytes");
        NtpV3Impl packet = new NtpV3Impl();
        packet.setDatagramPacket(new DatagramPacket(bytes.toArray(), LENGTH));
        return packet;
    }

    private static void refuseUnsynchronized(NtpV3Packet packet) {
        refuse(packet.getMode() != NtpV3Packet.MODE_SERVER, "mode " + packet.getMode());
        refuse(packet.getLeapIndicator() == NtpV3Packet.LI_ALARM_CONDITION, "server not synchronized (leap 3)");
        // Stratum 0 is the kiss of death: go away.
        refuse(packet.getStratum() == 0, "stratum 0, " + packet.getReferenceIdString());
        refuse(packet.getStratum() >= UNSYNCHRONIZED, "stratum " + packet.getStratum());
        refuse(packet.getTransmitTimeStamp().ntpValue() == 0, "no transmit time");
        refuse(fixedPoint(packet.getRootDelay()).isNegative(), "negative root delay");
        refuse(fixedPoint(packet.getRootDispersion()).isNegative(), "negative root dispersion");
    }

    private static void refuse(boolean reason, String words) {
        if (reason) throw new IllegalArgumentException(words);
    }

    private static Instant instant(TimeStamp stamp) {
        // commons-net knows the era (2036), but only to the millisecond: the fraction is added apart.
        long seconds = TimeStamp.getTime(stamp.ntpValue() & 0xFFFF_FFFF_0000_0000L) / 1000;
        return Instant.ofEpochSecond(seconds, stamp.getFraction() * NANOS >>> 32);
    }

    /// 16.16 fixed point seconds.
    private static Duration fixedPoint(int value) {
        return Duration.ofNanos((value * NANOS) >> 16);
    }
}
