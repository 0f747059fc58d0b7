package io.devdoctor.system.live;

import io.devdoctor.machine.Handshake;
import io.devdoctor.machine.Handshake.Certificate;
import io.devdoctor.machine.Reading;
import io.devdoctor.machine.Source;
import io.devdoctor.system.Budget;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManager;

/// One TLS handshake, direct or through an HTTP proxy, to see who answers.
final class TlsGreeting {
    private static final int MOST_HEADER = 8192;
    private static final Pattern STATUS = Pattern.compile("HTTP/1\\.[01] (\\d{3})\\b.*", Pattern.DOTALL);
    private static final int TIMEOUT = (int) Budget.HTTP.duration().toMillis();

    private TlsGreeting() {}

    static Reading<Handshake> of(String host, int port, String via) {
        String how = via.isEmpty() ? "" : " via " + via;
        Source source = new Source(Source.Kind.NETWORK, "TLS " + host + ":" + port + how, Instant.now());
        return Bounded.read(source, Budget.HTTP, () -> greet(host, port, via, source));
    }

    private static Reading<Handshake> greet(String host, int port, String via, Source source) {
        long start = System.nanoTime();
        String step = "tcp";
        try (Socket socket = new Socket()) {
            socket.setSoTimeout(TIMEOUT);
            connect(socket, host, port, via);
            step = "tls";
            Witness witness = new Witness();
            handshake(socket, host, port, witness);
            long millis = (System.nanoTime() - start) / 1_000_000;
            return new Reading.Known<>(
                    new Handshake(
                            witness.chain().stream()
                                    .map(one -> new Certificate(
                                            one.getSubjectX500Principal().getName(),
                                            one.getIssuerX500Principal().getName(),
                                            one.getNotBefore().toInstant(),
                                            one.getNotAfter().toInstant()))
                                    .toList(),
                            witness.trust(),
                            millis),
                    source);
        } catch (UnknownHostException e) {
            return failed("dns", e, source);
        } catch (SocketTimeoutException _) {
            return new Reading.Unknown<>(Reading.Cause.TIMED_OUT, step + ": no answer in time", source);
        } catch (IOException | GeneralSecurityException | IllegalArgumentException e) {
            return failed(step, e, source);
        }
    }

    private static void connect(Socket socket, String host, int port, String via) throws IOException {
        int colon = via.lastIndexOf(':');
        if (colon <= 0) {
            socket.connect(new InetSocketAddress(InetAddress.getByName(host), port), TIMEOUT);
            return;
        }
        InetAddress proxy = InetAddress.getByName(via.substring(0, colon));
        socket.connect(new InetSocketAddress(proxy, Integer.parseInt(via.substring(colon + 1))), TIMEOUT);
        String target = host + ":" + port;
        String request = "CONNECT " + target + " HTTP/1.1\r\nHost: " + target + "\r\n\r\n";
        socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
        Matcher status = STATUS.matcher(header(socket.getInputStream()));
        if (!status.matches()) throw new IOException("the proxy does not speak HTTP");
        if (!status.group(1).equals("200")) throw new IOException("the proxy answers " + status.group(1));
    }

    /// Byte by byte: what follows the empty line belongs to the handshake.
    private static String header(InputStream in) throws IOException {
        ByteArrayOutputStream header = new ByteArrayOutputStream();
        while (header.size() < MOST_HEADER) {
            int next = in.read();
            if (next < 0) break;
            header.write(next);
            if (next == '\n' && header.toString(StandardCharsets.ISO_8859_1).endsWith("\r\n\r\n")) break;
        }
        return header.toString(StandardCharsets.ISO_8859_1);
    }

    private static void handshake(Socket socket, String host, int port, Witness witness)
            throws IOException, GeneralSecurityException {
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, new TrustManager[] {witness}, null);
        try (SSLSocket tls = (SSLSocket) context.getSocketFactory().createSocket(socket, host, port, true)) {
            SSLParameters parameters = tls.getSSLParameters();
            parameters.setEndpointIdentificationAlgorithm("HTTPS");
            tls.setSSLParameters(parameters);
            tls.startHandshake();
        }
    }

    private static <T> Reading<T> failed(String word, Exception e, Source source) {
        return new Reading.Unknown<>(Reading.Cause.FAILED, word + ": " + Reading.reason(e), source);
    }
}
