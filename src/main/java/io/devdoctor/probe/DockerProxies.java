package io.devdoctor.probe;

import io.devdoctor.format.JsonDocument;
import io.devdoctor.format.JsonValue;
import io.devdoctor.machine.DockerDesktop;
import io.devdoctor.machine.FileContent;
import io.devdoctor.machine.Machine;
import io.devdoctor.machine.Proxies.Server;
import io.devdoctor.machine.Proxies.Setting;
import io.devdoctor.machine.Reading;
import io.devdoctor.machine.Source;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// The proxies in files of Docker: what Docker Desktop is told to use, and what `config.json` gives to containers.
record DockerProxies(Machine known, ProxyServers servers) {

    /// The proxy set by hand; Absent where Docker Desktop follows Windows, or uses none.
    Reading<Setting> desktop() {
        return settings().flatMap((document, source) -> {
            if (!isManual(document)) return new Reading.Absent<>(source);
            List<Server> found = Stream.of("OverrideProxyHTTPS", "OverrideProxyHTTP")
                    .flatMap(name -> text(document, name).stream())
                    .flatMap(text -> ProxyAddress.parse(text).stream())
                    .map(servers::server)
                    .distinct()
                    .toList();
            String bypass = text(document, "OverrideProxyExclude").orElse("");
            if (!found.isEmpty()) return new Reading.Known<>(new Setting(found, "", bypass), source);
            boolean blank = text(document, "OverrideProxyHTTPS").isEmpty()
                    && text(document, "OverrideProxyHTTP").isEmpty();
            return blank ? new Reading.Absent<>(source) : ProxyServers.unreadable(source);
        });
    }

    /// Docker Desktop takes what Windows has unless it is told otherwise.
    Reading<Boolean> follows() {
        Reading<JsonDocument> settings = settings();
        return settings instanceof Reading.Absent<JsonDocument>(Source source)
                ? known.dockerDesktop()
                        .flatMap((desktop, _) -> desktop.install().map(_ -> true))
                : settings.map(document -> !isManual(document));
    }

    /// `proxies.default`, which containers and builds get as variables. An address of this computer is not asked: in
    /// a container it means the container.
    Reading<Setting> containers() {
        Reading<JsonDocument> config =
                known.dockerClient().flatMap((client, _) -> client.configJson().flatMap(DockerProxies::document));
        return config.flatMap((document, source) -> {
            Source place = source.at(" : proxies.default");
            List<String> texts = Stream.of("httpsProxy", "httpProxy", "allProxy")
                    .flatMap(name -> document.value("/proxies/default/" + name).stream())
                    .flatMap(value -> value.text().stream())
                    .filter(text -> !text.isBlank())
                    .toList();
            if (texts.isEmpty()) return new Reading.Absent<>(place);
            List<Server> found = texts.stream()
                    .flatMap(text -> ProxyAddress.parse(text).stream())
                    .map(ProxyServers::elsewhere)
                    .distinct()
                    .toList();
            String bypass = document.value("/proxies/default/noProxy")
                    .flatMap(JsonValue::text)
                    .orElse("");
            return found.isEmpty()
                    ? ProxyServers.unreadable(place)
                    : new Reading.Known<>(new Setting(found, "", bypass), place);
        });
    }

    /// The settings of this release, or of one before 4.35.
    private Reading<JsonDocument> settings() {
        return known.dockerDesktop().flatMap((DockerDesktop desktop, Source _) -> {
            Reading<FileContent> file = desktop.settings().isAbsent() ? desktop.legacySettings() : desktop.settings();
            return file.flatMap(DockerProxies::document);
        });
    }

    private static Reading<JsonDocument> document(FileContent file, Source source) {
        JsonDocument document = JsonDocument.parse(file.bytes().toArray());
        return document.readable()
                ? new Reading.Known<>(document, source)
                : new Reading.Unknown<>(Reading.Cause.UNREADABLE, "not JSON", source);
    }

    private static boolean isManual(JsonDocument settings) {
        return text(settings, "ProxyHTTPMode").orElse("system").equalsIgnoreCase("manual");
    }

    private static Optional<String> text(JsonDocument settings, String name) {
        return settings.memberIgnoreCase(name).flatMap(JsonValue::text).filter(text -> !text.isBlank());
    }
}
