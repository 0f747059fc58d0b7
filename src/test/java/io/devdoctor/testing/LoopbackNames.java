package io.devdoctor.testing;

import io.devdoctor.machine.Handshake;
import io.devdoctor.machine.Reading;
import io.devdoctor.machine.Source;
import io.devdoctor.system.NetworkReach;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/// The network as it is, but for some names that are served on loopback, as an entry of a hosts file would have it,
/// and for answers that say they took longer than they did.
///
/// @param names by which address each is reached: `localhost`, or `127.0.0.1`, for which no certificate is issued
/// @param late  parts of addresses, and how much later their answers came
public record LoopbackNames(NetworkReach real, Map<String, String> names, Map<String, Duration> late)
        implements NetworkReach {
    @Override
    public Reading<NtpReply> ntp(String server) {
        return real.ntp(server);
    }

    @Override
    public Reading<HttpReply> http(HttpRequest request) {
        String url = request.url();
        for (var name : names.entrySet()) url = url.replace("//" + name.getKey() + ":", "//" + name.getValue() + ":");
        Duration more = late.entrySet().stream()
                .filter(each -> request.url().contains(each.getKey()))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse(Duration.ZERO);
        return real.http(new HttpRequest(request.method(), url, request.headers(), request.via()))
                .map(reply -> new HttpReply(
                        reply.status(),
                        reply.headers(),
                        reply.body(),
                        reply.took().plus(more),
                        reply.certificates()));
    }

    @Override
    public Reading<Boolean> connect(String host, int port) {
        return real.connect(names.getOrDefault(host, host), port);
    }

    @Override
    public Reading<List<String>> resolve(String name) {
        return names.containsKey(name)
                ? new Reading.Known<>(
                        List.of("127.0.0.1"), new Source(Source.Kind.NETWORK, "DNS " + name, Instant.now()))
                : real.resolve(name);
    }

    @Override
    public Reading<Handshake> tls(String host, int port, String via) {
        return real.tls(via.isEmpty() ? names.getOrDefault(host, host) : host, port, via);
    }
}
