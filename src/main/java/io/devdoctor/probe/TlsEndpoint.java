package io.devdoctor.probe;

import io.devdoctor.machine.DockerClient;
import io.devdoctor.machine.DockerClient.By;
import io.devdoctor.machine.DockerClient.Choice;
import io.devdoctor.machine.Reading;
import io.devdoctor.machine.Source;
import io.devdoctor.system.EngineApi.EngineReply;
import io.devdoctor.system.Ports;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Engines that want TLS. DevDoctor never touches a person's keys, so such an engine is not examined: what it answers
/// to a plain request says nothing about it.
final class TlsEndpoint {
    private static final Set<String> VARIABLES = Set.of("DOCKER_TLS_VERIFY", "DOCKER_TLS", "DOCKER_CERT_PATH");
    /// The port that Docker registered for TLS.
    private static final String PORT = ":2376";
    /// What a Go server answers to plain HTTP where it expects TLS.
    private static final String REFUSAL = "HTTP request to an HTTPS server";

    private static final int BAD_REQUEST = 400;
    private static final int STANDARD_PORT = 2376;
    private static final Pattern ADDRESS =
            Pattern.compile("(?:tcp|https)://\\[?([^/\\[\\]]+?)\\]?(?::(\\d{1,5}))?/*", Pattern.CASE_INSENSITIVE);

    private TlsEndpoint() {}

    static boolean isMeant(DockerClient client, Choice choice) {
        String endpoint = choice.endpoint().toLowerCase(Locale.ROOT);
        if (endpoint.startsWith("https://")) return true;
        if (!endpoint.startsWith("tcp://")) return false;
        boolean bySwitch = choice.by() == By.DOCKER_HOST
                && client.variables().stream().anyMatch(variable -> VARIABLES.contains(variable.name()));
        return bySwitch || endpoint.replaceFirst("/+$", "").endsWith(PORT);
    }

    /// Whether something is there at all: a virtual machine of Docker Toolbox, gone for years, is still looked for.
    static Reading<EngineReply> unlessGone(Ports system, String endpoint) {
        Source source = new Source(Source.Kind.ENGINE, endpoint, system.clock().now());
        Matcher address = ADDRESS.matcher(endpoint);
        if (!address.matches()) return unknown(source);
        int port = address.group(2) == null ? STANDARD_PORT : Integer.parseInt(address.group(2));
        return switch (system.network().connect(address.group(1), port)) {
            case Reading.Absent<Boolean>(Source from) -> new Reading.Absent<>(from);
            case Reading.Unknown<Boolean>(Reading.Cause cause, String detail, Source from)
            when cause == Reading.Cause.TIMED_OUT -> new Reading.Unknown<>(cause, detail, from);
            case Reading.Known<Boolean> _, Reading.Unknown<Boolean> _, Reading.NotApplicable<Boolean> _ ->
                unknown(source);
        };
    }

    /// The same answer, unless it says that TLS was expected.
    static Reading<EngineReply> unlessRefused(Reading<EngineReply> answer) {
        return answer.flatMap((reply, source) -> {
            String body = new String(reply.body().toArray(), StandardCharsets.UTF_8);
            return reply.status() == BAD_REQUEST && body.contains(REFUSAL)
                    ? unknown(source)
                    : new Reading.Known<>(reply, source);
        });
    }

    private static Reading<EngineReply> unknown(Source source) {
        return new Reading.Unknown<>(Reading.Cause.FAILED, "TLS endpoint: not examined", source);
    }
}
