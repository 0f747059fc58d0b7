package io.devdoctor.check.docker;

import io.devdoctor.format.DaemonKeys;
import io.devdoctor.format.DaemonProblem;
import io.devdoctor.format.JsonDocument;
import io.devdoctor.format.JsonProblem;
import io.devdoctor.format.JsonValue;
import io.devdoctor.format.TextEncoding;
import io.devdoctor.machine.DockerEngine;
import io.devdoctor.machine.FileContent;
import io.devdoctor.machine.Machine;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// A daemon.json as dockerd takes it.
///
/// @param engine version of the engine that reads it; "" = not known
record DaemonFile(FileContent file, JsonDocument document, String engine) {
    private static final String MIRRORS = "/registry-mirrors";

    static DaemonFile of(FileContent file) {
        return new DaemonFile(file, JsonDocument.parse(file.bytes().toArray()), "");
    }

    /// The same file as the engine takes it that answers now, if it is the one that reads it.
    static DaemonFile of(Machine machine, FileContent file) {
        String engine = Endpoint.info(machine)
                .known()
                .filter(info -> isReadBy(machine, info))
                .map(DockerEngine.Info::serverVersion)
                .orElse("");
        return new DaemonFile(file, JsonDocument.parse(file.bytes().toArray()), engine);
    }

    /// Whether the engine that was asked is the one that this file is for.
    static boolean isReadBy(Machine machine, DockerEngine.Info info) {
        if (machine.platform().isWindows())
            return info.isDockerDesktop() && info.osType().equals("linux");
        return machine.dockerEngine()
                .known()
                .filter(engine -> new Endpoint(engine.endpoint()).isStandard())
                .isPresent();
    }

    /// What keeps dockerd from reading the file at all. It decodes UTF-16LE with its mark (moby, config.go).
    Optional<JsonProblem> broken() {
        return document.problems().stream()
                .filter(problem -> problem.kind().fatal())
                .filter(problem ->
                        problem.kind() != JsonProblem.Kind.UTF_16 || document.encoding() != TextEncoding.UTF_16LE_BOM)
                .findFirst();
    }

    /// Keys with which dockerd refuses to start.
    List<DaemonProblem> refused() {
        return DaemonKeys.problems(document, engine).stream()
                .filter(problem -> problem.kind().fatal())
                .toList();
    }

    /// Keys that do nothing.
    List<DaemonProblem> idle() {
        return DaemonKeys.problems(document, engine).stream()
                .filter(problem -> !problem.kind().fatal())
                .toList();
    }

    /// Keys that belong to Docker Desktop where it runs the engine.
    List<String> ownedByDesktop() {
        return java.util.stream.Stream.of("data-root", "hosts")
                .filter(key -> document.value("/" + key).isPresent())
                .toList();
    }

    List<JsonProblem> duplicates() {
        return document.problems().stream()
                .filter(problem -> problem.kind() == JsonProblem.Kind.DUPLICATE_NAME)
                .toList();
    }

    /// Empty = the file does not speak of mirrors.
    Optional<List<String>> mirrors() {
        return document.value(MIRRORS)
                .filter(JsonValue.ArrayValue.class::isInstance)
                .map(JsonValue::texts);
    }

    /// Mirrors with which dockerd refuses to start (moby, ValidateMirror).
    List<String> badMirrors() {
        return mirrors().orElse(List.of()).stream()
                .filter(mirror -> !isValidMirror(mirror))
                .toList();
    }

    private static boolean isValidMirror(String mirror) {
        String url = mirror.toLowerCase(Locale.ROOT);
        if (!url.startsWith("http://") && !url.startsWith("https://")) return false;
        try {
            URI uri = URI.create(mirror);
            return uri.getRawQuery() == null && uri.getRawFragment() == null && uri.getRawUserInfo() == null;
        } catch (IllegalArgumentException _) {
            // Go's parser takes more than Java's: what only Java refuses is not called wrong.
            return true;
        }
    }
}
