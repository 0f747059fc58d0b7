package io.devdoctor.check.drives;

import io.devdoctor.fix.Step;
import io.devdoctor.format.EditResult;
import io.devdoctor.format.JsonDocument;
import io.devdoctor.format.JsonEdit;
import io.devdoctor.format.JsonValue;
import io.devdoctor.machine.Bytes;
import io.devdoctor.machine.DockerDesktop;
import io.devdoctor.machine.FileContent;
import io.devdoctor.machine.Reading;
import io.devdoctor.machine.Source;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// The folders that Docker Desktop shares with its Hyper-V machine, as its settings name them.
///
/// @param key     as spelled in the file: the names of old settings begin with a small letter
/// @param listed  whether the list stands in the file; what was never written is empty
record SharedFolders(FileContent file, String key, boolean listed, List<String> folders, Source source) {
    private static final String KEY = "FilesharingDirectories";

    SharedFolders {
        folders = List.copyOf(folders);
    }

    static Reading<SharedFolders> of(DockerDesktop desktop) {
        return desktop.settings().isAbsent()
                ? read(desktop.legacySettings(), "filesharingDirectories")
                : read(desktop.settings(), KEY);
    }

    private static Reading<SharedFolders> read(Reading<FileContent> file, String newKey) {
        return file.flatMap((content, source) -> JsonDocument.parse(
                        content.bytes().toArray())
                .object()
                .<Reading<SharedFolders>>map(root -> new Reading.Known<>(of(content, root, newKey, source), source))
                .orElseGet(() -> new Reading.Unknown<>(Reading.Cause.UNREADABLE, "no JSON object", source)));
    }

    private static SharedFolders of(FileContent file, JsonValue.ObjectValue root, String newKey, Source source) {
        Optional<JsonValue> list = root.getIgnoreCase(KEY).filter(JsonValue.ArrayValue.class::isInstance);
        String key = root.members().stream()
                .map(JsonValue.Member::name)
                .filter(KEY::equalsIgnoreCase)
                .findFirst()
                .orElse(newKey);
        return new SharedFolders(
                file, key, list.isPresent(), list.map(JsonValue::texts).orElse(List.of()), source.at(" : " + key));
    }

    boolean contain(String path) {
        return folders.stream().anyMatch(folder -> isWithin(path, folder));
    }

    /// The list with more folders in it; empty where the file cannot be edited without loss.
    Optional<Step> with(List<String> more) {
        JsonEdit edit = JsonDocument.edit(file.bytes().toArray());
        if (!listed) edit = edit.set("/" + key, "[]");
        for (String folder : more) edit = edit.setText("/" + key + "/-", folder);
        return edit.result() instanceof EditResult.Edited(byte[] after)
                ? Optional.of(new Step.EditFile(file.path(), file.bytes(), Bytes.of(after)))
                : Optional.empty();
    }

    /// Windows' folders, in any case and with either slash.
    static boolean isWithin(String path, String folder) {
        return slashed(path).startsWith(slashed(folder));
    }

    private static String slashed(String path) {
        String plain = path.replace('/', '\\').toLowerCase(Locale.ROOT);
        return plain.endsWith("\\") ? plain : plain + "\\";
    }
}
