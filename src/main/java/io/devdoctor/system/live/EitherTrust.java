package io.devdoctor.system.live;

import java.net.Socket;
import java.security.GeneralSecurityException;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.util.stream.Stream;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509ExtendedTrustManager;

/// Believes whom everybody believes, and whom this computer was told to believe: behind the inspecting proxy of a
/// company Docker Desktop works, and so must we.
final class EitherTrust extends ServerTrust {
    private final X509ExtendedTrustManager everybody;
    private final X509ExtendedTrustManager system;

    private EitherTrust(X509ExtendedTrustManager everybody, X509ExtendedTrustManager system) {
        this.everybody = everybody;
        this.system = system;
    }

    /// @throws GeneralSecurityException if Java's own store cannot be read
    static SSLContext context() throws GeneralSecurityException {
        X509ExtendedTrustManager everybody = TrustStores.ofEverybody();
        TrustManager either = TrustStores.ofSystem()
                .<TrustManager>map(system -> new EitherTrust(everybody, system))
                .orElse(everybody);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, new TrustManager[] {either}, null);
        return context;
    }

    private interface Question {
        void ask(X509ExtendedTrustManager store) throws CertificateException;
    }

    private void either(Question question) throws CertificateException {
        try {
            question.ask(everybody);
        } catch (CertificateException e) {
            try {
                question.ask(system);
            } catch (CertificateException second) {
                e.addSuppressed(second);
                throw e;
            }
        }
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type, Socket socket) throws CertificateException {
        either(store -> store.checkServerTrusted(chain, type, socket));
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type, SSLEngine engine) throws CertificateException {
        either(store -> store.checkServerTrusted(chain, type, engine));
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type) throws CertificateException {
        either(store -> store.checkServerTrusted(chain, type));
    }

    @Override
    public X509Certificate[] getAcceptedIssuers() {
        return Stream.of(everybody, system)
                .flatMap(store -> Stream.of(store.getAcceptedIssuers()))
                .toArray(X509Certificate[]::new);
    }
}
