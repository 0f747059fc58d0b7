package io.devdoctor.system.recorded;

import io.devdoctor.machine.Platform;
import io.devdoctor.machine.Reading;
import io.devdoctor.machine.Reading.Cause;
import io.devdoctor.machine.Source;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// The document that grows while a machine is being recorded. Thread-safe; everything in it is masked already.
final class Spool {
    static final JsonNodeFactory JSON = Documents.MAPPER.getNodeFactory();
    private final ObjectNode root = JSON.objectNode();
    private final Masking masking;

    Spool(Platform platform, Instant taken, String note) {
        masking = new Masking(new Encodings(platform));
        root.put("devdoctorRecording", RecordedPorts.FORMAT);
        root.put("taken", taken.toString());
        root.put("note", masking.text(note));
        root.putObject("os")
                .put("family", platform.family().name().toLowerCase(Locale.ROOT))
                .put("version", platform.version())
                .put("locale", platform.locale())
                .put("ansiCodePage", platform.ansiCodePage())
                .put("oemCodePage", platform.oemCodePage())
                .put("timeZone", platform.timeZone())
                .put("user", platform.user())
                .put("home", platform.home())
                .put("hostName", platform.hostName());
    }

    Masking masking() {
        return masking;
    }

    synchronized ObjectNode document() {
        return root.deepCopy();
    }

    /// Sets a member of a section, for reads that answer alike however often they are asked.
    synchronized void put(String section, String name, JsonNode value) {
        object(section).set(name, value);
    }

    /// The same, where nothing was said about this name yet.
    synchronized void putIfNew(String section, String name, JsonNode value) {
        if (!object(section).has(name)) object(section).set(name, value);
    }

    /// Appends to a list, for reads whose order matters. `section` may be `network/ntp`.
    synchronized void add(String section, JsonNode value) {
        int slash = section.indexOf('/');
        ObjectNode parent = slash < 0 ? root : object(section.substring(0, slash));
        String name = section.substring(slash + 1);
        ArrayNode list = parent.get(name) instanceof ArrayNode known ? known : parent.putArray(name);
        list.add(value);
    }

    private ObjectNode object(String name) {
        return root.get(name) instanceof ObjectNode known ? known : root.putObject(name);
    }

    /// A read as a recording writes it: the value, `null` for absent, or why there is none. Empty where replaying would
    /// say the same without an entry.
    <T> Optional<JsonNode> outcome(Reading<T> reading, Function<T, JsonNode> value) {
        return switch (reading) {
            case Reading.Known<T>(T known, Source _) -> Optional.of(value.apply(known));
            case Reading.Absent<T> _ -> Optional.of(JSON.nullNode());
            case Reading.Unknown<T>(Cause cause, String _, Source _)
            when cause == Cause.NOT_RECORDED -> Optional.empty();
            case Reading.Unknown<T> unknown -> Optional.of(unknown(JSON.objectNode(), unknown));
            case Reading.NotApplicable<T>(String why) ->
                Optional.of(JSON.objectNode().put("notApplicable", why));
        };
    }

    /// The same for an entry of a list, which carries its request in `entry`.
    <T> void append(String section, ObjectNode entry, Reading<T> reading, Function<T, ObjectNode> value) {
        outcome(reading, value::apply).ifPresent(outcome -> {
            if (outcome instanceof ObjectNode object) entry.setAll(object);
            else entry.put("absent", true);
            add(section, entry);
        });
    }

    <T> ObjectNode unknown(ObjectNode to, Reading.Unknown<T> unknown) {
        switch (unknown.cause()) {
            case DENIED -> to.put("denied", true);
            case TIMED_OUT -> to.put("timedOut", true);
            case UNREADABLE, FAILED, NOT_RECORDED ->
                to.put(
                        "unknown",
                        unknown.cause().name().toLowerCase(Locale.ROOT).replace('_', '-'));
        }
        return unknown.detail().isEmpty() ? to : to.put("detail", masking.text(unknown.detail()));
    }

    /// Rounded up: a clock read within a longer time is a weaker claim, never a wrong one.
    static long millis(Duration took) {
        return took.plusNanos(999_999).toMillis();
    }
}
