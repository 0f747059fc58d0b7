package io.devdoctor.system.live;

import io.devdoctor.machine.Handshake.Trust;
import java.net.Socket;
import java.security.GeneralSecurityException;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.X509ExtendedTrustManager;

/// Sees every certificate and judges it, but stops no handshake: nothing is sent over a connection that it lets pass.
final class Witness extends ServerTrust {
    private final X509ExtendedTrustManager everybody;
    private final Optional<X509ExtendedTrustManager> system;
    private List<X509Certificate> chain = List.of();
    private Trust trust = Trust.UNKNOWN_ISSUER;

    Witness() throws GeneralSecurityException {
        this.everybody = TrustStores.ofEverybody();
        this.system = TrustStores.ofSystem();
    }

    List<X509Certificate> chain() {
        return chain;
    }

    Trust trust() {
        return trust;
    }

    @Override
    public void checkServerTrusted(X509Certificate[] shown, String type, Socket socket) {
        chain = List.of(shown);
        trust = judge(shown, type, socket);
    }

    private Trust judge(X509Certificate[] shown, String type, Socket socket) {
        Instant now = Instant.now();
        X509Certificate own = shown[0];
        if (now.isAfter(own.getNotAfter().toInstant())) return Trust.EXPIRED;
        if (now.isBefore(own.getNotBefore().toInstant())) return Trust.NOT_YET_VALID;
        if (believes(everybody, shown, type)) return named(everybody, shown, type, socket, Trust.PUBLIC);
        return system.filter(store -> believes(store, shown, type))
                .map(store -> named(store, shown, type, socket, Trust.LOCAL))
                .orElse(Trust.UNKNOWN_ISSUER);
    }

    private static boolean believes(X509ExtendedTrustManager store, X509Certificate[] shown, String type) {
        try {
            store.checkServerTrusted(shown, type);
            return true;
        } catch (CertificateException _) {
            return false;
        }
    }

    /// With the socket the name is compared as well.
    private static Trust named(
            X509ExtendedTrustManager store, X509Certificate[] shown, String type, Socket socket, Trust trust) {
        try {
            store.checkServerTrusted(shown, type, socket);
            return trust;
        } catch (CertificateException _) {
            return Trust.OTHER_NAME;
        }
    }

    @Override
    public void checkServerTrusted(X509Certificate[] shown, String type, SSLEngine engine) throws CertificateException {
        throw new CertificateException("no engines are used here");
    }

    @Override
    public void checkServerTrusted(X509Certificate[] shown, String type) throws CertificateException {
        throw new CertificateException("no connection without a socket is made here");
    }

    @Override
    public X509Certificate[] getAcceptedIssuers() {
        return everybody.getAcceptedIssuers();
    }
}
