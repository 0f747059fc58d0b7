package io.devdoctor.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/// An authority of a test, as a program that looks into encrypted connections brings one along. It issues certificates
/// for `localhost`, and this process believes it only while it is told to.
public final class CertificateAuthority {
    public static final String NAME = "Inspecting Proxy CA";
    private static final String SECRET = "of-this-test";
    private static final String TRUSTED = "javax.net.ssl.trustStore";

    private final Path folder;

    public CertificateAuthority(Path folder) throws Exception {
        this.folder = folder;
        keytool("-genkeypair", "-alias", "ca", "-dname", "CN=" + NAME + ",O=Example", "-ext", "bc:c");
        KeyStore authority = KeyStore.getInstance("PKCS12");
        authority.load(null, null);
        authority.setCertificateEntry("ca", store(folder.resolve("keys.p12")).getCertificate("ca"));
        try (OutputStream out = Files.newOutputStream(folder.resolve("authority.p12"))) {
            authority.store(out, SECRET.toCharArray());
        }
    }

    /// @param from as keytool takes it, such as `-30d`
    public CertificateAuthority issue(String alias, String from, String days) throws Exception {
        keytool(
                "-genkeypair",
                "-alias",
                alias,
                "-dname",
                "CN=" + alias,
                "-ext",
                "san=dns:localhost",
                "-signer",
                "ca",
                "-startdate",
                from,
                "-validity",
                days);
        return this;
    }

    public void trust() {
        System.setProperty(TRUSTED, folder.resolve("authority.p12").toString());
        System.setProperty(TRUSTED + "Password", SECRET);
    }

    public static void distrust() {
        System.clearProperty(TRUSTED);
        System.clearProperty(TRUSTED + "Password");
    }

    /// For a server that shows the certificate of that alias.
    public SSLContext server(String alias) throws GeneralSecurityException, IOException {
        KeyStore all = store(folder.resolve("keys.p12"));
        KeyStore own = KeyStore.getInstance("PKCS12");
        own.load(null, null);
        own.setKeyEntry(
                alias, all.getKey(alias, SECRET.toCharArray()), SECRET.toCharArray(), all.getCertificateChain(alias));
        KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        keys.init(own, SECRET.toCharArray());
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(keys.getKeyManagers(), null, null);
        return context;
    }

    private void keytool(String... words) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                words[0],
                "-keystore",
                folder.resolve("keys.p12").toString(),
                "-storetype",
                "PKCS12",
                "-storepass",
                SECRET,
                "-keyalg",
                "EC"));
        command.addAll(Arrays.asList(words).subList(1, words.length));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(said).isZero();
    }

    private static KeyStore store(Path file) throws GeneralSecurityException, IOException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(file)) {
            store.load(in, SECRET.toCharArray());
        }
        return store;
    }
}
