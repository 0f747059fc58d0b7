package io.devdoctor.system.live;

import io.devdoctor.machine.Bytes;
import io.devdoctor.machine.Handshake;
import io.devdoctor.machine.Reading;
import io.devdoctor.machine.Source;
import io.devdoctor.system.Budget;
import io.devdoctor.system.NetworkReach;
import java.io.IOException;
import java.io.InputStream;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ProxySelector;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.UnknownHostException;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLPeerUnverifiedException;

/// The network through the JDK.
public final class LocalNetwork implements NetworkReach {
    private static final int MOST_BODY = 64 << 10;

    @Override
    public Reading<NtpReply> ntp(String server) {
        return SntpClient.ask(server);
    }

    @Override
    public Reading<Boolean> connect(String host, int port) {
        Source source = new Source(Source.Kind.NETWORK, "TCP " + host + ":" + port, Instant.now());
        return Bounded.read(source, Budget.TCP, () -> {
            try (Socket socket = new Socket()) {
                InetAddress address = InetAddress.getByName(host);
                socket.connect(new InetSocketAddress(address, port), (int)
                        Budget.TCP.duration().toMillis());
                return new Reading.Known<>(true, source);
            } catch (ConnectException _) {
                return new Reading.Absent<>(source);
            } catch (UnknownHostException e) {
                return failed("dns", e, source);
            } catch (SocketTimeoutException _) {
                return timedOut(source);
            }
        });
    }

    @Override
    public Reading<List<String>> resolve(String name) {
        Source source = new Source(Source.Kind.NETWORK, "DNS " + name, Instant.now());
        return Bounded.read(source, Budget.DNS, () -> {
            try {
                return new Reading.Known<>(
                        Arrays.stream(InetAddress.getAllByName(name))
                                .map(InetAddress::getHostAddress)
                                .toList(),
                        source);
            } catch (UnknownHostException _) {
                return new Reading.Absent<>(source);
            }
        });
    }

    @Override
    public Reading<HttpReply> http(HttpRequest request) {
        Source source = new Source(Source.Kind.NETWORK, request.method() + " " + request.url(), Instant.now());
        return Bounded.read(source, Budget.HTTP, () -> exchange(request, source));
    }

    @Override
    public Reading<Handshake> tls(String host, int port, String via) {
        return TlsGreeting.of(host, port, via);
    }

    private static Reading<HttpReply> exchange(HttpRequest request, Source source)
            throws IOException, InterruptedException {
        long start = System.nanoTime();
        try (HttpClient client = client(request)) {
            HttpResponse<InputStream> response = client.send(toJdk(request), HttpResponse.BodyHandlers.ofInputStream());
            byte[] body;
            try (InputStream in = response.body()) {
                body = in.readNBytes(MOST_BODY);
            }
            Duration took = Duration.ofNanos(System.nanoTime() - start);
            HttpReply reply = new HttpReply(
                    response.statusCode(), headers(response), Bytes.of(body), took, certificates(response));
            client.shutdownNow();
            return new Reading.Known<>(reply, source);
        } catch (HttpConnectTimeoutException | SocketTimeoutException _) {
            return timedOut(source);
        } catch (HttpTimeoutException _) {
            return timedOut(source);
        } catch (SSLException e) {
            return failed("tls", e, source);
        } catch (ConnectException | UnknownHostException e) {
            return failed(isUnresolved(e) ? "dns" : "tcp", e, source);
        } catch (IllegalArgumentException e) {
            return new Reading.Unknown<>(Reading.Cause.UNREADABLE, "not an address: " + e.getMessage(), source);
        } catch (IOException e) {
            return failed("tcp", e, source);
        }
    }

    private static HttpClient client(HttpRequest request) {
        HttpClient.Builder builder = HttpClient.newBuilder()
                .followRedirects(HttpClient.Redirect.NEVER)
                .connectTimeout(Budget.HTTP.duration());
        trust().ifPresent(builder::sslContext);
        int colon = request.via().lastIndexOf(':');
        if (colon > 0) {
            String host = request.via().substring(0, colon);
            int port = Integer.parseInt(request.via().substring(colon + 1));
            builder.proxy(ProxySelector.of(InetSocketAddress.createUnresolved(host, port)));
        } else {
            builder.proxy(HttpClient.Builder.NO_PROXY);
        }
        return builder.build();
    }

    /// Empty where only Java's own way of believing is left.
    private static Optional<SSLContext> trust() {
        try {
            return Optional.of(EitherTrust.context());
        } catch (GeneralSecurityException _) {
            return Optional.empty();
        }
    }

    private static java.net.http.HttpRequest toJdk(HttpRequest request) {
        java.net.http.HttpRequest.Builder builder = java.net.http.HttpRequest.newBuilder(URI.create(request.url()))
                .timeout(Budget.HTTP.duration())
                .method(request.method(), java.net.http.HttpRequest.BodyPublishers.noBody());
        request.headers().forEach(builder::header);
        return builder.build();
    }

    private static Map<String, String> headers(HttpResponse<?> response) {
        Map<String, String> headers = new TreeMap<>();
        response.headers()
                .map()
                .forEach((name, values) -> headers.put(name.toLowerCase(Locale.ROOT), String.join(", ", values)));
        return headers;
    }

    private static List<Certificate> certificates(HttpResponse<?> response) {
        return response.sslSession()
                .map(session -> {
                    try {
                        return Arrays.stream(session.getPeerCertificates())
                                .filter(X509Certificate.class::isInstance)
                                .map(X509Certificate.class::cast)
                                .map(certificate -> new Certificate(
                                        certificate.getSubjectX500Principal().getName(),
                                        certificate.getIssuerX500Principal().getName(),
                                        certificate.getNotAfter().toInstant()))
                                .toList();
                    } catch (SSLPeerUnverifiedException _) {
                        return List.<Certificate>of();
                    }
                })
                .orElse(List.of());
    }

    /// The JDK's client wraps an unresolved name in a ConnectException without a message.
    private static boolean isUnresolved(Throwable error) {
        for (Throwable cause = error; cause != null; cause = cause.getCause()) {
            if (cause instanceof UnresolvedAddressException || cause instanceof UnknownHostException) return true;
        }
        return false;
    }

    private static <T> Reading<T> failed(String word, Exception e, Source source) {
        return new Reading.Unknown<>(Reading.Cause.FAILED, word + ": " + Reading.reason(e), source);
    }

    private static <T> Reading<T> timedOut(Source source) {
        return new Reading.Unknown<>(Reading.Cause.TIMED_OUT, "no answer in time", source);
    }
}
