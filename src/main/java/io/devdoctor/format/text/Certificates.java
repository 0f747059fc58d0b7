package io.devdoctor.format.text;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The X.509 certificates of a file, PEM or DER. What cannot be read is left out.
public final class Certificates {
    private static final Pattern PEM = Pattern.compile(
            "-----BEGIN (?:TRUSTED )?CERTIFICATE-----.*?-----END (?:TRUSTED )?CERTIFICATE-----", Pattern.DOTALL);
    private static final int MOST = 1000;
    private static final byte SEQUENCE = 0x30;

    private Certificates() {}

    /// @param subject, issuer distinguished names (RFC 2253)
    /// @param line    1-based, where it begins; 0 = the file is binary
    public record Certificate(String subject, String issuer, Instant from, Instant until, int line) {}

    public static List<Certificate> read(byte[] bytes) {
        List<Certificate> found = new ArrayList<>();
        if (bytes.length > 0 && bytes[0] == SEQUENCE) one(bytes, 0).ifPresent(found::add);
        String text = new String(bytes, StandardCharsets.ISO_8859_1);
        Matcher matcher = PEM.matcher(text);
        int line = 1;
        int seen = 0;
        while (found.size() < MOST && matcher.find()) {
            line += (int) text.substring(seen, matcher.start())
                    .chars()
                    .filter(c -> c == '\n')
                    .count();
            seen = matcher.start();
            one(matcher.group().getBytes(StandardCharsets.ISO_8859_1), line).ifPresent(found::add);
        }
        return List.copyOf(found);
    }

    private static Optional<Certificate> one(byte[] bytes, int line) {
        try {
            CertificateFactory factory = CertificateFactory.getInstance("X.509");
            X509Certificate read = (X509Certificate) factory.generateCertificate(new ByteArrayInputStream(bytes));
            return Optional.of(new Certificate(
                    read.getSubjectX500Principal().getName(),
                    read.getIssuerX500Principal().getName(),
                    read.getNotBefore().toInstant(),
                    read.getNotAfter().toInstant(),
                    line));
        } catch (CertificateException | RuntimeException _) {
            // A provider throws what it likes where the bytes are damaged.
            return Optional.empty();
        }
    }
}
