package io.devdoctor.system.recorded;

import io.devdoctor.machine.Bytes;
import io.devdoctor.machine.Handshake;
import io.devdoctor.machine.Reading;
import io.devdoctor.machine.Reading.Cause;
import io.devdoctor.machine.Source;
import io.devdoctor.privacy.Secrets;
import io.devdoctor.system.NetworkReach;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;

/// Answers of the network as they were recorded.
final class RecordedNetwork implements NetworkReach {
    private final Tape tape;
    private final Answers<String, Reading<NtpReply>> ntp = new Answers<>();
    private final Answers<String, Reading<HttpReply>> http = new Answers<>();
    private final Answers<String, Reading<Boolean>> tcp = new Answers<>();
    private final Answers<String, Reading<List<String>>> dns = new Answers<>();
    private final Answers<String, Reading<Handshake>> tls = new Answers<>();

    RecordedNetwork(Json root, Tape tape) {
        this.tape = tape;
        Json network = root.member("network");
        for (Json json : network.elements("ntp")) addNtp(json);
        for (Json json : network.elements("http")) addHttp(json);
        for (Json json : network.elements("tcp")) addTcp(json);
        for (Json json : network.elements("dns")) addDns(json);
        for (Json json : network.elements("tls")) addTls(json);
    }

    /// What distributions answer is recorded as the answer of a program.
    private void addDns(Json json) {
        if (!json.text("world", "windows").equals("windows")) return;
        String name = json.member("name").text();
        boolean none = json.has("failed") && json.member("failed").text().equals("dns");
        Source source = tape.source(Source.Kind.NETWORK, "DNS " + name);
        dns.add(
                key(name),
                none
                        ? new Reading.Absent<>(source)
                        : reading(
                                json,
                                "DNS " + name,
                                answer -> answer.member("addresses").texts()));
    }

    private void addNtp(Json json) {
        String server = json.member("server").text();
        ntp.add(key(server), reading(json, "SNTP " + server, this::ntpReply));
    }

    private NtpReply ntpReply(Json json) {
        Instant at = json.instant("at", tape.taken());
        Duration roundTrip = Duration.ofNanos(json.number("rttMicros", 20_000) * 1000);
        Bytes packet = json.has("replyBase64")
                ? json.content("", "replyBase64", StandardCharsets.UTF_8)
                : NtpPacket.reply(json, at, roundTrip);
        return new NtpReply(packet, at, roundTrip);
    }

    private void addHttp(Json json) {
        String url = json.member("url").text();
        String method = json.text("method", "GET");
        String key = httpKey(method, url, json.text("via", ""));
        http.add(key, reading(json, method + " " + url, RecordedNetwork::httpReply));
    }

    private static HttpReply httpReply(Json json) {
        Map<String, String> headers = new HashMap<>();
        if (json.has("headers")) {
            json.member("headers")
                    .textsByName()
                    .forEach((name, value) -> headers.put(name.toLowerCase(Locale.ROOT), value));
        }
        List<Certificate> certificates = json.elements("certificates").stream()
                .map(one -> new Certificate(
                        one.text("subject", ""),
                        one.text("issuer", ""),
                        one.member("notAfter").instant()))
                .toList();
        return new HttpReply(
                (int) json.member("status").number(),
                Map.copyOf(headers),
                json.content("body", "bodyBase64", json.charset("charset", StandardCharsets.UTF_8)),
                json.millis(),
                certificates);
    }

    private void addTls(Json json) {
        String to = json.member("to").text();
        tls.add(tlsKey(to, json.text("via", "")), reading(json, "TLS " + to, RecordedNetwork::handshake));
    }

    private static Handshake handshake(Json json) {
        List<Handshake.Certificate> chain = json.elements("certificates").stream()
                .map(one -> new Handshake.Certificate(
                        one.text("subject", ""),
                        one.text("issuer", ""),
                        one.member("notBefore").instant(),
                        one.member("notAfter").instant()))
                .toList();
        Json word = json.member("trust");
        Handshake.Trust trust = Arrays.stream(Handshake.Trust.values())
                .filter(one -> one.name().replace('_', '-').equalsIgnoreCase(word.text()))
                .findFirst()
                .orElseThrow(() -> new Malformed(word.path(), "failure"));
        return new Handshake(chain, trust, json.number("millis", 0));
    }

    private void addTcp(Json json) {
        String to = json.member("to").text();
        tcp.add(key(to), reading(json, "TCP " + to, _ -> true));
    }

    /// `failed` as the port words it: refused is knowledge, a timeout is a cause of its own.
    private <T> Reading<T> reading(Json json, String what, Function<Json, T> value) {
        Source source = new Source(Source.Kind.NETWORK, what, json.instant("at", tape.taken()));
        if (!json.has("failed")) return tape.reading(json, source, value);
        Json failed = json.member("failed");
        String word = failed.text();
        String detail = json.text("detail", word);
        return switch (word) {
            case "timeout" -> new Reading.Unknown<>(Cause.TIMED_OUT, detail, source);
            case "refused" -> new Reading.Absent<>(source);
            case "dns", "tcp", "tls" ->
                new Reading.Unknown<>(Cause.FAILED, detail.startsWith(word) ? detail : word + ": " + detail, source);
            default -> throw new Malformed(failed.path(), "failure");
        };
    }

    @Override
    public Reading<NtpReply> ntp(String server) {
        return ntp.next(key(server)).orElseGet(() -> notRecorded("SNTP " + server));
    }

    @Override
    public Reading<HttpReply> http(HttpRequest request) {
        return http.next(httpKey(request.method(), request.url(), request.via()))
                .orElseGet(() -> notRecorded(request.method() + " " + request.url()));
    }

    @Override
    public Reading<Boolean> connect(String host, int port) {
        return tcp.next(key(host + ":" + port)).orElseGet(() -> notRecorded("TCP " + host + ":" + port));
    }

    @Override
    public Reading<Handshake> tls(String host, int port, String via) {
        String to = host + ":" + port;
        return tls.next(tlsKey(to, via)).orElseGet(() -> notRecorded("TLS " + to));
    }

    private static String tlsKey(String to, String via) {
        return key(to + " via " + Secrets.mask(via).text());
    }

    @Override
    public Reading<List<String>> resolve(String name) {
        return dns.next(key(name)).orElseGet(() -> notRecorded("DNS " + name));
    }

    private <T> Reading<T> notRecorded(String what) {
        return tape.notRecorded(tape.source(Source.Kind.NETWORK, what));
    }

    private static String httpKey(String method, String url, String via) {
        // What was recorded is masked, so what is asked for must be.
        return method.toUpperCase(Locale.ROOT) + " " + Secrets.mask(url).text() + " via "
                + key(Secrets.mask(via).text());
    }

    private static String key(String name) {
        return name.toLowerCase(Locale.ROOT);
    }
}
