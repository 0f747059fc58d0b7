package io.devdoctor.probe;

import io.devdoctor.format.JsonDocument;
import io.devdoctor.format.JsonValue;
import io.devdoctor.machine.Reading;
import io.devdoctor.machine.RegistryMirrors.HttpAnswer;
import io.devdoctor.machine.RegistryMirrors.Stage;
import io.devdoctor.machine.RegistryMirrors.Trial;
import io.devdoctor.machine.Source;
import io.devdoctor.system.NetworkReach;
import io.devdoctor.system.NetworkReach.HttpReply;
import io.devdoctor.system.NetworkReach.HttpRequest;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The questions of a pull of the smallest image that every mirror of Docker Hub has, in the order of a pull. Nothing
/// larger than the image's configuration is fetched.
final class RegistryTrial {
    private static final String REPOSITORY = "library/hello-world";
    private static final String ACCEPT = "application/vnd.oci.image.index.v1+json, "
            + "application/vnd.docker.distribution.manifest.list.v2+json, "
            + "application/vnd.oci.image.manifest.v1+json, application/vnd.docker.distribution.manifest.v2+json";
    private static final Pattern REALM = Pattern.compile("(?i)\\bBearer\\b.*?\\brealm=\"(https?://[^\"\\s]+)\".*");
    private static final Pattern SERVICE = Pattern.compile("(?i).*\\bservice=\"([^\"]*)\".*");
    private static final Pattern DIGEST = Pattern.compile("sha256:[0-9a-f]{64}");
    private static final int MOST_REDIRECTS = 4;
    private static final int OK = 200;
    private static final int UNAUTHORIZED = 401;

    private final NetworkReach network;
    private final String base;
    private final String via;
    private final Map<String, String> headers = new HashMap<>(Map.of("Accept", ACCEPT));

    /// @param base ends with `/v2`
    RegistryTrial(NetworkReach network, String base, String via) {
        this.network = network;
        this.base = base;
        this.via = via;
    }

    Reading<HttpReply> ping() {
        return network.http(new HttpRequest("GET", base + "/", Map.of(), via));
    }

    /// @param ping what it answered, and where
    /// @param blob whether to go as far as the blob, which on Docker Hub itself would count as a pull
    List<Trial> pull(HttpReply ping, Source source, boolean blob) {
        List<Trial> trials = new ArrayList<>();
        if (ping.status() == UNAUTHORIZED) {
            Reading<HttpAnswer> token = token(ping, source);
            trials.add(new Trial(Stage.TOKEN, token));
            if (!isGood(token)) return trials;
        }
        Reading<HttpReply> manifest = ask("HEAD", base + "/" + REPOSITORY + "/manifests/latest?ns=docker.io");
        trials.add(new Trial(Stage.MANIFEST, answer(manifest)));
        if (blob && isGood(answer(manifest))) {
            trials.add(new Trial(Stage.BLOB, manifest.flatMap(this::blob)));
        }
        return trials;
    }

    private Reading<HttpAnswer> token(HttpReply ping, Source source) {
        String challenge = ping.headers().getOrDefault("www-authenticate", "");
        Matcher realm = REALM.matcher(challenge);
        if (!realm.find()) return new Reading.Known<>(answer(ping), source);
        Matcher service = SERVICE.matcher(challenge);
        String url = realm.group(1)
                + (realm.group(1).contains("?") ? "&" : "?")
                + "service=" + encoded(service.matches() ? service.group(1) : "")
                + "&scope=" + encoded("repository:" + REPOSITORY + ":pull");
        Reading<HttpReply> reply = network.http(new HttpRequest("GET", url, Map.of(), via));
        reply.known()
                .map(RegistryTrial::json)
                .flatMap(json -> text(json, "/token").or(() -> text(json, "/access_token")))
                .ifPresent(token -> headers.put("Authorization", "Bearer " + token));
        return answer(reply);
    }

    /// By way of the index, if there is one, and the manifest.
    private Reading<HttpAnswer> blob(HttpReply head, Source source) {
        String digest = head.headers().getOrDefault("docker-content-digest", "");
        for (int level = 0; level < 2; level++) {
            if (!DIGEST.matcher(digest).matches()) return nonsense("no digest", source);
            Reading<HttpReply> reply = follow(base + "/" + REPOSITORY + "/manifests/" + digest);
            if (!isGood(answer(reply))) return answer(reply);
            JsonDocument json = reply.known().map(RegistryTrial::json).orElseThrow();
            Optional<String> config = text(json, "/config/digest").filter(DIGEST.asMatchPredicate());
            if (config.isPresent()) return answer(follow(base + "/" + REPOSITORY + "/blobs/" + config.get()));
            digest = ofPlatform(json).orElse("");
        }
        return nonsense("no configuration", source);
    }

    private static Optional<String> ofPlatform(JsonDocument index) {
        List<JsonValue> listed = index.value("/manifests")
                .filter(JsonValue.ArrayValue.class::isInstance)
                .map(value -> ((JsonValue.ArrayValue) value).elements())
                .orElse(List.of());
        for (int i = 0; i < listed.size(); i++) {
            String at = "/manifests/" + i;
            boolean wanted = text(index, at + "/platform/os").equals(Optional.of("linux"))
                    && text(index, at + "/platform/architecture").equals(Optional.of("amd64"));
            if (wanted) return text(index, at + "/digest");
        }
        return text(index, "/manifests/0/digest");
    }

    /// Blobs often lie elsewhere; whoever is sent there takes no token along.
    private Reading<HttpReply> follow(String url) {
        Reading<HttpReply> reply = ask("GET", url);
        String at = url;
        for (int i = 0; i < MOST_REDIRECTS; i++) {
            Optional<String> next = reply.known()
                    .filter(answer -> answer.status() / 100 == 3)
                    .map(answer -> answer.headers().getOrDefault("location", ""));
            if (next.isEmpty() || next.get().isEmpty()) return reply;
            try {
                at = URI.create(at).resolve(next.get()).toString();
            } catch (IllegalArgumentException _) {
                return reply;
            }
            reply = network.http(new HttpRequest("GET", at, Map.of(), via));
        }
        return reply;
    }

    private Reading<HttpReply> ask(String method, String url) {
        return network.http(new HttpRequest(method, url, Map.copyOf(headers), via));
    }

    static Reading<HttpAnswer> answer(Reading<HttpReply> reply) {
        return reply.map(RegistryTrial::answer);
    }

    static HttpAnswer answer(HttpReply reply) {
        return new HttpAnswer(
                reply.status(),
                reply.headers().getOrDefault("content-type", ""),
                reply.headers().getOrDefault("docker-distribution-api-version", ""),
                reply.took().toMillis());
    }

    private static boolean isGood(Reading<HttpAnswer> answer) {
        return answer.known().filter(http -> http.status() == OK).isPresent();
    }

    private static Reading<HttpAnswer> nonsense(String what, Source source) {
        return new Reading.Unknown<>(Reading.Cause.UNREADABLE, what, source);
    }

    private static JsonDocument json(HttpReply reply) {
        return JsonDocument.parse(reply.body().toArray());
    }

    private static Optional<String> text(JsonDocument json, String pointer) {
        return json.value(pointer).flatMap(JsonValue::text);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
