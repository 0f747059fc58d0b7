package io.devdoctor.system;

import io.devdoctor.machine.Bytes;
import io.devdoctor.machine.Handshake;
import io.devdoctor.machine.Reading;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/// Questions to the network. Failures carry one of the words `dns`, `tcp`, `tls` at the start of their detail, or are
/// TIMED_OUT.
public interface NetworkReach {
    /// One SNTP exchange with `server` (UDP 123, or `host:port`).
    Reading<NtpReply> ntp(String server);

    /// One HTTP exchange; redirects are not followed. Any status is Known.
    Reading<HttpReply> http(HttpRequest request);

    /// Whether something accepts a TCP connection: Known(true), or Absent if refused.
    Reading<Boolean> connect(String host, int port);

    /// The addresses of a host name as programs of this system get them, an empty list never; Absent = it has none.
    Reading<List<String>> resolve(String name);

    /// One TLS handshake that ends there; a server that is not to be believed is Known too. A failure before it says
    /// `dns` or `tcp`; of a proxy that does not connect it ends with `the proxy answers <status>`.
    ///
    /// @param via proxy as `host:port`, or "" for a direct connection
    Reading<Handshake> tls(String host, int port, String via);

    /// The 48 bytes of the reply as they came, the wall clock when the request was sent, and the round trip measured
    /// with a monotonic clock.
    record NtpReply(Bytes packet, Instant sentAt, Duration roundTrip) {}

    /// @param via proxy as `host:port`, or "" for a direct connection
    record HttpRequest(String method, String url, Map<String, String> headers, String via) {
        public static HttpRequest get(String url) {
            return new HttpRequest("GET", url, Map.of(), "");
        }
    }

    /// @param headers names in lower case; @param body at most 64 KiB
    record HttpReply(
            int status, Map<String, String> headers, Bytes body, Duration took, List<Certificate> certificates) {}

    record Certificate(String subject, String issuer, Instant notAfter) {}
}
