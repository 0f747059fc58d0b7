package io.devdoctor.check.docker;

import io.devdoctor.check.Evidence;
import io.devdoctor.check.Version;
import io.devdoctor.fix.Step;
import io.devdoctor.format.EditResult;
import io.devdoctor.format.JsonDocument;
import io.devdoctor.format.JsonEdit;
import io.devdoctor.format.JsonValue;
import io.devdoctor.format.JsonValue.ObjectValue;
import io.devdoctor.machine.Bytes;
import io.devdoctor.machine.DockerDesktop;
import io.devdoctor.machine.FileContent;
import io.devdoctor.machine.Machine;
import io.devdoctor.machine.Reading;
import io.devdoctor.machine.Source;
import io.devdoctor.text.Text;
import java.util.Optional;
import java.util.function.UnaryOperator;

/// The settings of Docker Desktop as its file holds them: only what differs from the defaults of that release. Names
/// are read in any case, since the file before 4.35 began them with small letters.
public record DesktopSettings(FileContent file, JsonDocument document, ObjectValue root, Source source) {
    /// From this release on settings-store.json counts, and settings.json is a leftover.
    static final Version STORE = Version.of("4.35");

    /// Absent = no file: every default applies.
    public static Reading<DesktopSettings> of(Machine machine) {
        return inForce(machine).flatMap((file, source) -> {
            JsonDocument document = JsonDocument.parse(file.bytes().toArray());
            return document.object()
                    .<Reading<DesktopSettings>>map(
                            root -> new Reading.Known<>(new DesktopSettings(file, document, root, source), source))
                    .orElseGet(() -> new Reading.Unknown<>(Reading.Cause.UNREADABLE, "no JSON object", source));
        });
    }

    /// The file that this release reads.
    static Reading<FileContent> inForce(Machine machine) {
        boolean old = Presence.desktopVersion(machine)
                .filter(version -> version.isBefore(STORE))
                .isPresent();
        return machine.dockerDesktop().flatMap((desktop, _) -> old ? ofOld(desktop) : ofNew(desktop));
    }

    private static Reading<FileContent> ofOld(DockerDesktop desktop) {
        return desktop.legacySettings().isAbsent() ? desktop.settings() : desktop.legacySettings();
    }

    private static Reading<FileContent> ofNew(DockerDesktop desktop) {
        return desktop.settings().isAbsent() ? desktop.legacySettings() : desktop.settings();
    }

    public Optional<JsonValue> value(String key) {
        return root.getIgnoreCase(key);
    }

    public boolean isOn(String key, boolean otherwise) {
        return value(key).flatMap(JsonValue::bool).orElse(otherwise);
    }

    /// As spelled in the file; what is not there gets the spelling of the file's kind.
    public String spelled(String key) {
        return root.members().stream()
                .map(JsonValue.Member::name)
                .filter(key::equalsIgnoreCase)
                .findFirst()
                .orElseGet(() -> isOld() ? Character.toLowerCase(key.charAt(0)) + key.substring(1) : key);
    }

    public Source source(String key) {
        return source.at(" : " + spelled(key));
    }

    /// The value, or that there is none. Never the line: other members of it may be secret.
    Evidence evidence(String key) {
        Object value = value(key).map(DesktopSettings::raw).orElse("-");
        Evidence plain = Evidence.of("evidence.docker.setting", value, source(key));
        return new Evidence(
                Text.of("evidence.docker.setting", spelled(key)), plain.value(), plain.source(), plain.words());
    }

    private static Object raw(JsonValue value) {
        return switch (value) {
            case JsonValue.BooleanValue(boolean content, var _) -> content;
            case JsonValue.NumberValue(String literal, var _) -> literal;
            case JsonValue.ArrayValue list -> String.join(", ", list.texts());
            case JsonValue.TextValue _, JsonValue.ObjectValue _, JsonValue.NullValue _ -> value.type();
        };
    }

    /// 1-based; 0 = it is not there.
    int line(String key) {
        return value(key).map(value -> document.lineOf(value.span().start())).orElse(0);
    }

    public Optional<Step> with(String key, String literal) {
        return edited(edit -> edit.set("/" + spelled(key), literal));
    }

    /// Always UTF-8 without byte order mark: with one, Docker Desktop throws the file away. Empty where the file cannot
    /// be edited without loss, or would not change.
    public Optional<Step> edited(UnaryOperator<JsonEdit> edits) {
        JsonEdit start = JsonDocument.edit(file.bytes().toArray()).repair();
        return step(file, edits.apply(start).result());
    }

    static Optional<Step> step(FileContent file, EditResult result) {
        if (!(result instanceof EditResult.Edited(byte[] bytes))) return Optional.empty();
        Bytes after = Bytes.of(bytes);
        return after.equals(file.bytes())
                ? Optional.empty()
                : Optional.of(new Step.EditFile(file.path(), file.bytes(), after));
    }

    private boolean isOld() {
        return file.path().endsWith("settings.json");
    }
}
