package io.devdoctor.system.live;

import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.Arrays;
import java.util.Optional;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509ExtendedTrustManager;
import org.jspecify.annotations.Nullable;

/// Whom this computer believes: the authorities that everybody knows, and on Windows those added to it as well, which
/// Docker Desktop takes over.
final class TrustStores {
    private static final String OF_WINDOWS = "Windows-ROOT";

    private TrustStores() {}

    static X509ExtendedTrustManager ofEverybody() throws GeneralSecurityException {
        return manager(null);
    }

    /// Empty where the system keeps no store of its own that Java can read.
    static Optional<X509ExtendedTrustManager> ofSystem() throws GeneralSecurityException {
        // unverified on Windows: the store holds what was imported for the user and what the company rolled out.
        if (java.security.Security.getProvider("SunMSCAPI") == null) return Optional.empty();
        try {
            KeyStore store = KeyStore.getInstance(OF_WINDOWS);
            store.load(null, null);
            return Optional.of(manager(store));
        } catch (java.io.IOException e) {
            throw new GeneralSecurityException(e);
        }
    }

    private static X509ExtendedTrustManager manager(@Nullable KeyStore store) throws GeneralSecurityException {
        TrustManagerFactory factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        factory.init(store);
        return Arrays.stream(factory.getTrustManagers())
                .filter(X509ExtendedTrustManager.class::isInstance)
                .map(X509ExtendedTrustManager.class::cast)
                .findFirst()
                .orElseThrow(() -> new GeneralSecurityException("no X.509 trust manager"));
    }
}
