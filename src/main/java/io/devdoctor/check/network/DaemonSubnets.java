package io.devdoctor.check.network;

import io.devdoctor.format.JsonDocument;
import io.devdoctor.format.JsonValue;
import io.devdoctor.format.Subnet;
import io.devdoctor.machine.FileContent;
import io.devdoctor.machine.Reading;
import io.devdoctor.machine.Source;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Addresses that daemon.json keeps for networks of Docker: `bip` for the bridge, `default-address-pools` for all that
/// will be made.
final class DaemonSubnets {
    private DaemonSubnets() {}

    /// @param key `bip` or `default-address-pools`
    /// @param line 1-based
    record Kept(String key, Subnet subnet, int line) {}

    /// A blank file is one without settings, for dockerd too; from anything else that is not JSON nothing is known.
    static Reading<FileContent> readable(FileContent file, Source source) {
        byte[] bytes = file.bytes().toArray();
        return JsonDocument.parse(bytes).readable() || new String(bytes, StandardCharsets.ISO_8859_1).isBlank()
                ? new Reading.Known<>(file, source)
                : new Reading.Unknown<>(Reading.Cause.UNREADABLE, "not JSON", source);
    }

    /// What is no network of IPv4 is left out: dockerd refuses it, and another check says so.
    static List<Kept> of(FileContent file) {
        JsonDocument document = JsonDocument.parse(file.bytes().toArray());
        List<Kept> kept = new ArrayList<>();
        document.value("/bip").flatMap(value -> kept(document, "bip", value)).ifPresent(kept::add);
        List<JsonValue> pools = document.value("/default-address-pools")
                .map(value -> value instanceof JsonValue.ArrayValue list ? list.elements() : List.<JsonValue>of())
                .orElse(List.of());
        for (JsonValue pool : pools) {
            if (!(pool instanceof JsonValue.ObjectValue members)) continue;
            members.getIgnoreCase("base")
                    .flatMap(value -> kept(document, "default-address-pools", value))
                    .ifPresent(kept::add);
        }
        return List.copyOf(kept);
    }

    private static Optional<Kept> kept(JsonDocument document, String key, JsonValue value) {
        return value.text()
                .flatMap(Subnet::parse)
                .map(subnet ->
                        new Kept(key, subnet, document.lineOf(value.span().start())));
    }
}
