package io.devdoctor.machine;

import java.time.Instant;
import java.util.List;

/// How a server introduced itself over TLS, whether it was believed or not.
///
/// @param chain its own certificate first
public record Handshake(List<Certificate> chain, Trust trust, long millis) {
    public Handshake {
        chain = List.copyOf(chain);
    }

    /// @param subject, issuer distinguished names (RFC 2253)
    public record Certificate(String subject, String issuer, Instant notBefore, Instant notAfter) {}

    public enum Trust {
        /// Issued by an authority that everybody knows.
        PUBLIC,
        /// Issued by an authority that was added to this computer, such as that of a company.
        LOCAL,
        /// Believed, but issued for another name.
        OTHER_NAME,
        /// By the clock of this computer.
        EXPIRED,
        /// By the clock of this computer.
        NOT_YET_VALID,
        /// Issued by somebody whom this computer does not know.
        UNKNOWN_ISSUER
    }
}
