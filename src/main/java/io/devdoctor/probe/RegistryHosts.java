package io.devdoctor.probe;

import io.devdoctor.format.JsonDocument;
import io.devdoctor.format.JsonValue;
import io.devdoctor.machine.DockerClient;
import io.devdoctor.machine.DockerDesktop;
import io.devdoctor.machine.FileContent;
import io.devdoctor.machine.Machine;
import io.devdoctor.machine.Reading;
import io.devdoctor.system.Query;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// The host names of the registries that this machine uses: Docker Hub's, then mirrors of daemon.json, then those that
/// the user has signed in to.
final class RegistryHosts {
    /// Where the engine pulls from if nothing else is said. It comes first, as the name that must have an address.
    static final String DEFAULT = "registry-1.docker.io";

    private static final int MOST = 5;
    private static final Pattern HOST = Pattern.compile("(?i)(?:https?://)?([^/:@\\s]+)(?::\\d+)?(?:/.*)?");
    /// What `docker login` writes for Docker Hub, which has been asked for already.
    private static final String HUB = "index.docker.io";

    private RegistryHosts() {}

    static List<String> of(Machine known) {
        Stream<String> mirrors = document(known.dockerDesktop().flatMap((desktop, _) -> daemonJson(desktop)))
                .flatMap(daemon -> daemon.value("/registry-mirrors").stream())
                .flatMap(value -> value instanceof JsonValue.ArrayValue list ? list.texts().stream() : Stream.of());
        Stream<String> signedIn = document(known.dockerClient().flatMap((client, _) -> configJson(client)))
                .flatMap(config -> config.value("/auths").stream())
                .flatMap(value -> value instanceof JsonValue.ObjectValue auths
                        ? auths.members().stream().map(JsonValue.Member::name)
                        : Stream.of());
        return Stream.concat(
                        Stream.of(DEFAULT), Stream.concat(mirrors, signedIn).flatMap(RegistryHosts::host))
                .distinct()
                .limit(MOST)
                .toList();
    }

    /// What is no name, such as an address, needs no resolver.
    static Stream<String> host(String address) {
        Matcher host = HOST.matcher(address.strip());
        if (!host.matches()) return Stream.of();
        String name = host.group(1).toLowerCase(Locale.ROOT);
        boolean isAddress = name.chars().allMatch(c -> c == '.' || Character.isDigit(c));
        return isAddress || name.equals(HUB) || !Query.Grammar.HOST.admits(name) ? Stream.of() : Stream.of(name);
    }

    private static Reading<FileContent> daemonJson(DockerDesktop desktop) {
        return desktop.daemonJson();
    }

    private static Reading<FileContent> configJson(DockerClient client) {
        return client.configJson();
    }

    private static Stream<JsonDocument> document(Reading<FileContent> file) {
        return file.known().stream()
                .map(content -> JsonDocument.parse(content.bytes().toArray()));
    }
}
