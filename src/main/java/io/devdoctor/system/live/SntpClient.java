package io.devdoctor.system.live;

import io.devdoctor.machine.Bytes;
import io.devdoctor.machine.Reading;
import io.devdoctor.machine.Source;
import io.devdoctor.system.Budget;
import io.devdoctor.system.NetworkReach.NtpReply;
import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.PortUnreachableException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import org.apache.commons.net.ntp.NtpV3Impl;
import org.apache.commons.net.ntp.NtpV3Packet;
import org.apache.commons.net.ntp.TimeStamp;

/// One SNTP exchange. commons-net builds the packet; the round trip is measured by ourselves with the monotonic clock,
/// because its client takes it from the wall clock, which is the very thing in doubt.
final class SntpClient {
    private static final int PORT = 123;

    private SntpClient() {}

    /// @param server a host name, or `host:port`
    static Reading<NtpReply> ask(String server) {
        Source source = new Source(Source.Kind.NETWORK, "SNTP " + server, Instant.now());
        return Bounded.read(source, Budget.NTP, () -> exchange(server, source));
    }

    private static Reading<NtpReply> exchange(String server, Source source) throws IOException {
        try (DatagramSocket socket = new DatagramSocket()) {
            socket.setSoTimeout((int) Budget.NTP.duration().toMillis());
            socket.connect(address(server));
            NtpV3Packet request = new NtpV3Impl();
            request.setMode(NtpV3Packet.MODE_CLIENT);
            request.setVersion(NtpV3Packet.VERSION_4);
            Instant sentAt = Instant.now();
            request.setTransmitTime(TimeStamp.getNtpTime(sentAt.toEpochMilli()));
            long start = System.nanoTime();
            socket.send(request.getDatagramPacket());
            DatagramPacket reply = new DatagramPacket(new byte[512], 512);
            socket.receive(reply);
            Duration roundTrip = Duration.ofNanos(System.nanoTime() - start);
            byte[] packet = Arrays.copyOf(reply.getData(), reply.getLength());
            return new Reading.Known<>(new NtpReply(Bytes.of(packet), sentAt, roundTrip), source);
        } catch (UnknownHostException e) {
            return new Reading.Unknown<>(Reading.Cause.FAILED, "dns: " + e.getMessage(), source);
        } catch (SocketTimeoutException _) {
            return new Reading.Unknown<>(Reading.Cause.TIMED_OUT, "no reply", source);
        } catch (PortUnreachableException _) {
            return new Reading.Unknown<>(Reading.Cause.FAILED, "refused", source);
        }
    }

    private static InetSocketAddress address(String server) throws UnknownHostException {
        int colon = server.lastIndexOf(':');
        boolean hasPort = colon > 0 && server.indexOf(':') == colon;
        String host = hasPort ? server.substring(0, colon) : server;
        int port = hasPort ? Integer.parseInt(server.substring(colon + 1)) : PORT;
        return new InetSocketAddress(InetAddress.getByName(host), port);
    }
}
