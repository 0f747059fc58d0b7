package io.devdoctor.check.drives;

import io.devdoctor.format.JsonDocument;
import io.devdoctor.format.JsonValue;
import io.devdoctor.machine.DockerDesktop;
import io.devdoctor.machine.Machine;
import io.devdoctor.machine.Reading;
import io.devdoctor.machine.Source;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/// The folders that an organization lets people share, with all below them: `filesharingAllowedDirectories` of
/// admin-settings.json. Docker Desktop heeds the file only for accounts of the organization.
record AllowedFolders(List<String> folders) {
    static final String KEY = "filesharingAllowedDirectories";

    AllowedFolders {
        folders = List.copyOf(folders);
    }

    /// Absent where no organization says anything.
    static Reading<AllowedFolders> of(Machine machine) {
        return machine.dockerDesktop()
                .flatMap((desktop, _) -> of(desktop, machine.platform().home()));
    }

    private static Reading<AllowedFolders> of(DockerDesktop desktop, String home) {
        return desktop.adminSettings()
                .flatMap((content, source) -> JsonDocument.parse(content.bytes().toArray())
                        .object()
                        .map(root -> root.get(KEY)
                                .map(value -> list(value, home, source.at(" : " + KEY)))
                                .orElseGet(() -> new Reading.Absent<>(source)))
                        .orElseGet(() -> new Reading.Unknown<>(Reading.Cause.UNREADABLE, "no JSON object", source)));
    }

    /// Either the list itself, or `{ "locked": …, "value": [ … ] }` as other settings are written.
    private static Reading<AllowedFolders> list(JsonValue value, String home, Source source) {
        return switch (value) {
            case JsonValue.ArrayValue array ->
                new Reading.Known<>(
                        new AllowedFolders(array.elements().stream()
                                .flatMap(one -> path(one, home))
                                .toList()),
                        source);
            case JsonValue.ObjectValue object
            when object.get("value").isPresent() -> list(object.get("value").orElseThrow(), home, source);
            case JsonValue.ObjectValue _,
                    JsonValue.TextValue _,
                    JsonValue.NumberValue _,
                    JsonValue.BooleanValue _,
                    JsonValue.NullValue _ ->
                new Reading.Unknown<>(Reading.Cause.UNREADABLE, "no list of folders", source);
        };
    }

    private static Stream<String> path(JsonValue element, String home) {
        return Stream.concat(
                        element.text().stream(),
                        element instanceof JsonValue.ObjectValue object
                                ? object.get("path").flatMap(JsonValue::text).stream()
                                : Stream.empty())
                .map(path -> expanded(path, home));
    }

    /// The variables that Docker Desktop knows there.
    private static String expanded(String path, String home) {
        String upper = path.toUpperCase(Locale.ROOT);
        for (String variable : List.of("$HOME", "$TEMP", "$TMP")) {
            if (!upper.startsWith(variable)) continue;
            String start = variable.equals("$HOME") ? home : home + "\\AppData\\Local\\Temp";
            return start + path.substring(variable.length());
        }
        return path;
    }

    boolean permit(String path) {
        return folders.stream().anyMatch(folder -> SharedFolders.isWithin(path, folder));
    }
}
