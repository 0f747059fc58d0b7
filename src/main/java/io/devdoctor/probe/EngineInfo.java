package io.devdoctor.probe;

import io.devdoctor.machine.DockerEngine.Info;
import io.devdoctor.machine.Reading;
import io.devdoctor.machine.Source;
import io.devdoctor.system.EngineApi.EngineReply;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Locale;
import tools.jackson.databind.JsonNode;

/// Reads the answer of `GET /info`.
final class EngineInfo {
    private EngineInfo() {}

    static Reading<Info> read(Reading<EngineReply> reply) {
        return EngineJson.document(reply).flatMap((tree, source) -> {
            // Docker Desktop's proxy answers some refused calls with the shape of an Info without content.
            if (EngineJson.text(tree, "OSType").isEmpty()) {
                return new Reading.Unknown<>(Reading.Cause.UNREADABLE, "no OSType in the answer", source);
            }
            return reply.map(answer -> info(tree, answer, source));
        });
    }

    private static Info info(JsonNode tree, EngineReply answer, Source source) {
        return new Info(
                EngineJson.text(tree, "ID"),
                EngineJson.text(tree, "OSType"),
                EngineJson.text(tree, "OperatingSystem"),
                EngineJson.text(tree, "Architecture"),
                EngineJson.text(tree, "KernelVersion"),
                EngineJson.amount(tree, "NCPU", source).map(Math::toIntExact),
                EngineJson.amount(tree, "MemTotal", source),
                instant(tree, "SystemTime", source),
                answer.askedAt(),
                answer.answeredAt(),
                EngineJson.text(tree, "Driver"),
                EngineJson.text(tree, "DockerRootDir"),
                EngineJson.texts(tree.path("RegistryConfig").path("Mirrors")),
                EngineJson.texts(tree.path("Warnings")),
                ProxyAddress.withoutCredentials(EngineJson.text(tree, "HttpProxy")),
                ProxyAddress.withoutCredentials(EngineJson.text(tree, "HttpsProxy")),
                EngineJson.text(tree, "ServerVersion"),
                EngineJson.integer(tree, "Containers", -1),
                EngineJson.integer(tree, "ContainersRunning", -1),
                EngineJson.text(tree, "LoggingDriver"));
    }

    /// A time as Go writes it, with an offset of any zone.
    static Reading<Instant> instant(JsonNode tree, String name, Source source) {
        Source member = source.at(" : " + name);
        JsonNode value = tree.path(name);
        if (!value.isMissingNode() && !value.isNull() && !value.isString()) {
            return new Reading.Unknown<>(
                    Reading.Cause.UNREADABLE,
                    "no time: " + value.getNodeType().name().toLowerCase(Locale.ROOT),
                    member);
        }
        String text = EngineJson.text(tree, name);
        return text.isEmpty()
                ? new Reading.Absent<>(member)
                : new Reading.Known<>(text, member)
                        .map(time -> OffsetDateTime.parse(time).toInstant());
    }
}
