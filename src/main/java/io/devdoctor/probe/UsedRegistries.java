package io.devdoctor.probe;

import io.devdoctor.format.JsonDocument;
import io.devdoctor.format.JsonValue;
import io.devdoctor.format.JsonValue.Member;
import io.devdoctor.format.JsonValue.ObjectValue;
import io.devdoctor.machine.FileContent;
import io.devdoctor.machine.Machine;
import io.devdoctor.machine.Reading;
import io.devdoctor.machine.RegistryAccess.Use;
import io.devdoctor.machine.Source;
import io.devdoctor.system.Budget;
import io.devdoctor.system.Ports;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/// Where the images of this machine came from, and where its user has signed in.
///
/// @param images   registries in the digests of images, one for each image, however often
/// @param use      what such a digest proves
/// @param signedIn registries of config.json
record UsedRegistries(Reading<List<String>> images, Use use, Reading<List<String>> signedIn) {
    static final String HUB = "docker.io";
    private static final int MOST = 8;
    /// Stores in which only a pull, or a push, gives an image a digest of a registry. The store of containerd, the
    /// default of new installations, gives one to every image, and shares names with some of the older stores.
    private static final Set<String> CLASSIC =
            Set.of("overlay2", "overlay", "aufs", "devicemapper", "vfs", "windowsfilter");
    private static final Pattern NAME = Pattern.compile("(?:https?://)?([a-z0-9.-]+(?::\\d{1,5})?)(?:/.*)?");
    /// Registries of this computer, or of Docker Desktop itself, are not reached through any network.
    private static final Pattern OWN =
            Pattern.compile("(localhost|127(\\.\\d+){3}|.*\\.docker\\.internal|.*\\.localhost)(:\\d+)?");

    static UsedRegistries of(Ports system, Machine known) {
        Reading<List<String>> images = EngineCalls.to(known, system)
                .get("/images/json", Budget.ENGINE_LIST, (tree, source, _) -> pulled(tree, source));
        Reading<List<String>> signedIn =
                known.dockerClient().flatMap((client, _) -> client.configJson()).flatMap(UsedRegistries::signedIn);
        Use use = known.dockerEngine()
                .flatMap((engine, _) -> engine.info())
                .known()
                .filter(info -> CLASSIC.contains(info.driver()))
                .map(_ -> Use.PULLED)
                .orElse(Use.NAMED);
        return new UsedRegistries(images, use, signedIn);
    }

    /// Each registry once, those of images first; Docker Hub where there are none.
    Map<String, Use> names() {
        Map<String, Use> names = new LinkedHashMap<>();
        images.known().stream().flatMap(List::stream).forEach(name -> names.putIfAbsent(name, use));
        signedIn.known().stream().flatMap(List::stream).forEach(name -> names.putIfAbsent(name, Use.SIGNED_IN));
        names.keySet().removeIf(name -> OWN.matcher(name).matches());
        if (names.isEmpty()) names.put(HUB, Use.DEFAULT);
        Map<String, Use> first = new LinkedHashMap<>();
        names.entrySet().stream().limit(MOST).forEach(entry -> first.put(entry.getKey(), entry.getValue()));
        return first;
    }

    /// An image that was built here has a name too, but in a classic store no digest of a registry.
    private static Reading<List<String>> pulled(JsonNode tree, Source source) {
        if (!tree.isArray()) return new Reading.Unknown<>(Reading.Cause.UNREADABLE, "no list of images", source);
        List<String> names = tree.values().stream()
                .flatMap(image ->
                        EngineJson.texts(image.path("RepoDigests")).stream().limit(1))
                .map(digest -> digest.replaceFirst("@.*", ""))
                .filter(name -> !name.equals("<none>"))
                .map(UsedRegistries::registry)
                .toList();
        return new Reading.Known<>(names, source);
    }

    /// As Docker reads a name: the first part is a registry if it has a dot, a colon, or is `localhost`.
    static String registry(String repository) {
        int slash = repository.indexOf('/');
        String first = slash < 0 ? "" : repository.substring(0, slash);
        boolean isHost = first.contains(".") || first.contains(":") || first.equals("localhost");
        return isHost ? first.toLowerCase(Locale.ROOT) : HUB;
    }

    private static Reading<List<String>> signedIn(FileContent file, Source source) {
        JsonDocument document = JsonDocument.parse(file.bytes().toArray());
        if (!document.readable()) return new Reading.Unknown<>(Reading.Cause.UNREADABLE, "not JSON", source);
        List<String> hosts = Stream.of("auths", "credHelpers")
                .flatMap(member -> document.memberIgnoreCase(member).stream())
                .flatMap(UsedRegistries::names)
                .flatMap(UsedRegistries::host)
                .distinct()
                .toList();
        return new Reading.Known<>(hosts, source);
    }

    private static Stream<String> names(JsonValue value) {
        return value instanceof ObjectValue(var members, var _)
                ? members.stream().map(Member::name)
                : Stream.of();
    }

    private static Stream<String> host(String address) {
        Matcher name = NAME.matcher(address.strip().toLowerCase(Locale.ROOT));
        if (!name.matches() || name.group(1).startsWith("-")) return Stream.of();
        String host = name.group(1);
        return Stream.of(host.equals("index.docker.io") || host.equals("registry-1.docker.io") ? HUB : host);
    }
}
