package io.devdoctor.system.recorded;

import io.devdoctor.machine.Handshake;
import io.devdoctor.machine.Reading;
import io.devdoctor.system.NetworkReach;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// Keeps what the network answered. Addresses are masked like any text, and so is what replay compares them with.
final class RecordingNetwork implements NetworkReach {
    private final NetworkReach source;
    private final Spool spool;

    RecordingNetwork(NetworkReach source, Spool spool) {
        this.source = source;
        this.spool = spool;
    }

    @Override
    public Reading<NtpReply> ntp(String server) {
        Reading<NtpReply> reading = source.ntp(server);
        spool.append(
                "network/ntp",
                Spool.JSON.objectNode().put("server", server),
                reading,
                reply -> Spool.JSON
                        .objectNode()
                        .put("at", reply.sentAt().toString())
                        .put("rttMicros", reply.roundTrip().plusNanos(999).toNanos() / 1000)
                        .put(
                                "replyBase64",
                                Base64.getEncoder()
                                        .encodeToString(reply.packet().toArray())));
        return reading;
    }

    @Override
    public Reading<HttpReply> http(HttpRequest request) {
        Reading<HttpReply> reading = source.http(request);
        ObjectNode entry = Spool.JSON.objectNode().put("url", spool.masking().text(request.url()));
        if (!request.method().equals("GET")) entry.put("method", request.method());
        if (!request.via().isEmpty()) entry.put("via", spool.masking().text(request.via()));
        spool.append("network/http", entry, reading, this::reply);
        return reading;
    }

    private ObjectNode reply(HttpReply reply) {
        ObjectNode json = Spool.JSON.objectNode().put("status", reply.status());
        ObjectNode headers = json.putObject("headers");
        reply.headers()
                .forEach((name, value) -> headers.put(name, spool.masking().value(name, value)));
        spool.masking().content(json, reply.body(), "body", "bodyBase64", "charset");
        json.put("millis", Spool.millis(reply.took()));
        ArrayNode certificates = json.putArray("certificates");
        for (Certificate one : reply.certificates()) {
            certificates
                    .addObject()
                    .put("subject", one.subject())
                    .put("issuer", one.issuer())
                    .put("notAfter", one.notAfter().toString());
        }
        return json;
    }

    @Override
    public Reading<List<String>> resolve(String name) {
        Reading<List<String>> reading = source.resolve(name);
        ObjectNode entry = Spool.JSON.objectNode().put("name", name).put("world", "windows");
        spool.append("network/dns", entry, reading, addresses -> {
            ObjectNode json = Spool.JSON.objectNode();
            ArrayNode list = json.putArray("addresses");
            addresses.forEach(list::add);
            return json;
        });
        return reading;
    }

    @Override
    public Reading<Handshake> tls(String host, int port, String via) {
        Reading<Handshake> reading = source.tls(host, port, via);
        ObjectNode entry = Spool.JSON.objectNode().put("to", host + ":" + port);
        if (!via.isEmpty()) entry.put("via", spool.masking().text(via));
        spool.append("network/tls", entry, reading, RecordingNetwork::handshake);
        return reading;
    }

    private static ObjectNode handshake(Handshake handshake) {
        ObjectNode json = Spool.JSON
                .objectNode()
                .put("trust", handshake.trust().name().toLowerCase(Locale.ROOT).replace('_', '-'))
                .put("millis", handshake.millis());
        ArrayNode chain = json.putArray("certificates");
        for (Handshake.Certificate one : handshake.chain()) {
            chain.addObject()
                    .put("subject", one.subject())
                    .put("issuer", one.issuer())
                    .put("notBefore", one.notBefore().toString())
                    .put("notAfter", one.notAfter().toString());
        }
        return json;
    }

    @Override
    public Reading<Boolean> connect(String host, int port) {
        Reading<Boolean> reading = source.connect(host, port);
        ObjectNode entry = Spool.JSON.objectNode().put("to", host + ":" + port);
        spool.append("network/tcp", entry, reading, _ -> Spool.JSON.objectNode());
        return reading;
    }
}
