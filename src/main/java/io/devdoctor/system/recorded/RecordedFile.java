package io.devdoctor.system.recorded;

import io.devdoctor.machine.Bytes;
import io.devdoctor.machine.FileContent;
import io.devdoctor.machine.FileState;
import io.devdoctor.machine.Reading;
import io.devdoctor.machine.Reading.Cause;
import io.devdoctor.machine.Source;
import io.devdoctor.system.Files;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/// One recorded file: how its members become a state and a content.
final class RecordedFile {
    private static final Set<String> LINK_TAGS = Set.of("0xA000000C", "0xA0000003");

    private RecordedFile() {}

    static FileState state(String path, Json json, Instant taken) {
        if (!json.node().isObject()) throw new Malformed(json.path(), "object");
        long size = json.has("size") ? json.number("size", 0) : bytes(json).size();
        return new FileState(
                path,
                kind(json),
                size,
                json.number("allocated", size),
                json.instant("modified", taken),
                attributes(json));
    }

    static Reading<FileContent> content(String path, Json json, Instant taken, Source source) {
        if (json.has("entries") || json.text("kind", "file").equals("folder"))
            return new Reading.Unknown<>(Cause.UNREADABLE, "a folder", source);
        if (json.number("size", 0) > Files.MOST_BYTES) {
            return new Reading.Unknown<>(Cause.UNREADABLE, json.number("size", 0) + " bytes", source);
        }
        if (!json.has("text") && !json.has("base64")) {
            return new Reading.Unknown<>(Cause.NOT_RECORDED, path, source);
        }
        Bytes bytes = bytes(json);
        if (bytes.size() > Files.MOST_BYTES) {
            return new Reading.Unknown<>(Cause.UNREADABLE, bytes.size() + " bytes", source);
        }
        return new Reading.Known<>(new FileContent(path, bytes, json.instant("modified", taken)), source);
    }

    private static Bytes bytes(Json json) {
        return json.content("text", "base64", json.charset("charset", StandardCharsets.UTF_8));
    }

    private static FileState.Kind kind(Json json) {
        if (json.has("entries")) return FileState.Kind.FOLDER;
        if (LINK_TAGS.contains(json.text("reparseTag", ""))) return FileState.Kind.LINK;
        return switch (json.text("kind", "file")) {
            case "file" -> FileState.Kind.FILE;
            case "folder" -> FileState.Kind.FOLDER;
            case "link" -> FileState.Kind.LINK;
            case "other" -> FileState.Kind.OTHER;
            default -> throw new Malformed(json.path() + "/kind", "file-kind");
        };
    }

    private static Set<FileState.Attribute> attributes(Json json) {
        Set<FileState.Attribute> attributes = EnumSet.noneOf(FileState.Attribute.class);
        if (json.has("reparseTag")) attributes.add(FileState.Attribute.REPARSE_POINT);
        for (Json name : json.elements("attributes")) {
            String word = name.text().toUpperCase(Locale.ROOT).replace('-', '_');
            for (FileState.Attribute attribute : FileState.Attribute.values()) {
                if (attribute.name().equals(word)) attributes.add(attribute);
            }
        }
        return attributes;
    }
}
