package io.devdoctor.system.recorded;

import io.devdoctor.machine.Bytes;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;

/// Makes the 48 bytes a time server would have sent, from the shorthand of a recording.
final class NtpPacket {
    private static final long UNIX_EPOCH = 2_208_988_800L;

    private NtpPacket() {}

    /// A reply as of RFC 5905 whose evaluation gives exactly `offsetMillis` = server minus client.
    ///
    /// @param sentAt    the client's clock when it sent the request
    /// @param roundTrip halved to place the server's clock in the middle
    static Bytes reply(Json json, Instant sentAt, Duration roundTrip) {
        Instant server = sentAt.plus(roundTrip.dividedBy(2)).plusMillis(json.number("offsetMillis", 0));
        ByteBuffer packet = ByteBuffer.allocate(48);
        packet.put((byte) (json.whole("leap", 0) << 6 | 4 << 3 | 4));
        packet.put((byte) json.whole("stratum", 2));
        packet.put((byte) 6).put((byte) -24);
        packet.putInt(0x0000_0200).putInt(0x0000_0100); // 7.8 ms to the root and 3.9 ms of dispersion
        packet.put(referenceId(json));
        timestamp(packet, server.minusSeconds(37));
        timestamp(packet, sentAt);
        timestamp(packet, server);
        timestamp(packet, server);
        return Bytes.of(packet.array());
    }

    private static byte[] referenceId(Json json) {
        byte[] id = json.text("referenceId", "GNSS").getBytes(StandardCharsets.US_ASCII);
        if (id.length != 4) throw new Malformed(json.path() + "/referenceId", "text");
        return id;
    }

    private static void timestamp(ByteBuffer packet, Instant instant) {
        packet.putInt((int) (instant.getEpochSecond() + UNIX_EPOCH));
        packet.putInt((int) (((long) instant.getNano() << 32) / 1_000_000_000L));
    }
}
