package io.devdoctor.check.docker;

import io.devdoctor.fix.Choice;
import io.devdoctor.fix.Fix;
import io.devdoctor.fix.Parameter;
import io.devdoctor.fix.Step;
import io.devdoctor.format.DaemonKey;
import io.devdoctor.format.DaemonKeys;
import io.devdoctor.format.DaemonProblem;
import io.devdoctor.format.EditResult;
import io.devdoctor.format.JsonDocument;
import io.devdoctor.format.JsonEdit;
import io.devdoctor.format.JsonValue;
import io.devdoctor.machine.Bytes;
import io.devdoctor.machine.FileContent;
import io.devdoctor.machine.Machine;
import io.devdoctor.machine.Policies;
import io.devdoctor.text.Text;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Edits of daemon.json that keep every byte they are not about, made while Docker Desktop is stopped. On Linux the
/// file belongs to root: words only.
final class DaemonFixes {
    private static final String MIRRORS = "/registry-mirrors";
    private static final long MEBIBYTE = 1L << 20;
    private static final Parameter.Size LOG_SIZE =
            new Parameter.Size(Text.of("parameter.log-size"), MEBIBYTE, 1024 * MEBIBYTE, MEBIBYTE, 10 * MEBIBYTE);

    private DaemonFixes() {}

    /// Whether the administrator decides in the user's stead.
    static boolean isLocked(Machine machine) {
        return machine.policies().known().filter(Policies::locksDaemon).isPresent();
    }

    /// Cures what has one reading only; else words.
    static Fix repair(Machine machine, DaemonFile daemon) {
        return edit(
                        machine,
                        daemon.file(),
                        start(daemon.file()),
                        "docker.daemon-config/repair",
                        Text.of("fix.docker.daemon-config/repair.title"))
                .orElseGet(() -> byHand(daemon.file()));
    }

    /// Removes keys that dockerd refuses. Values of a wrong type, and keys that belong elsewhere in the file, are left
    /// to the person, who knows what was meant.
    static Fix removeKeys(Machine machine, DaemonFile daemon, List<DaemonProblem> refused) {
        boolean typed = refused.stream().anyMatch(problem -> problem.kind() == DaemonProblem.Kind.WRONG_TYPE);
        if (typed || refused.stream().anyMatch(DaemonFixes::isMisplaced)) return byHand(daemon.file());
        JsonEdit edit = start(daemon.file());
        for (DaemonProblem problem : refused) edit = edit.remove(problem.pointer());
        Text title = Text.of(
                "fix.docker.daemon-config/remove-keys.title",
                Text.several(refused.stream().map(DaemonProblem::key).toList()));
        return edit(machine, daemon.file(), edit, "docker.daemon-config/remove-keys", title)
                .orElseGet(() -> byHand(daemon.file()));
    }

    private static boolean isMisplaced(DaemonProblem problem) {
        return DaemonKeys.find(problem.key())
                .filter(key -> key.status() == DaemonKey.Status.MISPLACED)
                .isPresent();
    }

    /// Takes a mirror out of the list, wherever it stands in it.
    static Optional<Fix> removeMirror(Machine machine, FileContent file, String mirror) {
        JsonDocument document = JsonDocument.parse(bytes(file));
        List<JsonValue> listed = document.value(MIRRORS)
                .filter(JsonValue.ArrayValue.class::isInstance)
                .map(value -> ((JsonValue.ArrayValue) value).elements())
                .orElse(List.of());
        JsonEdit edit = start(file);
        for (int i = listed.size() - 1; i >= 0; i--) {
            if (listed.get(i).text().filter(mirror::equals).isPresent()) edit = edit.remove(MIRRORS + "/" + i);
        }
        return edit(
                machine,
                file,
                edit,
                "docker.registry-mirrors/remove",
                Text.of("fix.docker.registry-mirrors/remove.title", mirror));
    }

    /// Puts the mirrors into another order: each place of the list gets another text, and nothing else changes.
    ///
    /// @param best every mirror of the file, the best first
    static Optional<Fix> reorderMirrors(Machine machine, FileContent file, List<String> best) {
        List<String> listed = DaemonFile.of(file).mirrors().orElse(List.of());
        List<String> ordered = best.stream().filter(listed::contains).toList();
        if (ordered.size() != listed.size() || ordered.equals(listed)) return Optional.empty();
        Parameter.OneOf first = new Parameter.OneOf(
                Text.of("parameter.first-mirror"),
                Parameter.plain(ordered.stream().distinct().toList()),
                ordered.getFirst());
        return Choice.of(first, mirror -> reorder(machine, file, listed, withFirst(ordered, mirror)))
                .advised();
    }

    private static List<String> withFirst(List<String> ordered, String mirror) {
        List<String> all = new ArrayList<>(ordered);
        all.remove(mirror);
        all.addFirst(mirror);
        return List.copyOf(all);
    }

    private static Optional<Fix> reorder(Machine machine, FileContent file, List<String> listed, List<String> ordered) {
        if (ordered.equals(listed)) return Optional.empty();
        JsonEdit edit = start(file);
        for (int i = 0; i < ordered.size(); i++) edit = edit.setText(MIRRORS + "/" + i, ordered.get(i));
        return edit(
                machine,
                file,
                edit,
                "docker.registry-mirrors/reorder",
                Text.of("fix.docker.registry-mirrors/reorder.title", ordered.getFirst()));
    }

    /// Lets the log of a container turn over; a file that does not exist is made.
    static Optional<Fix> limitLogs(Machine machine, Optional<FileContent> file) {
        if (!machine.platform().isWindows()) return Optional.empty();
        FileContent before = file.orElseGet(() -> new FileContent(
                machine.platform().inHome(".docker", "daemon.json"), Bytes.of(new byte[0]), machine.taken()));
        Choice choice = Choice.of(LOG_SIZE, bytes -> limitLogs(machine, file, before, bytes));
        return choice.advised();
    }

    private static Optional<Fix> limitLogs(
            Machine machine, Optional<FileContent> file, FileContent before, long bytes) {
        String size = bytes / MEBIBYTE + "m";
        JsonEdit edit = start(before).setText("/log-opts/max-size", size).setText("/log-opts/max-file", "3");
        if (!(edit.result() instanceof EditResult.Edited(byte[] edited))) return Optional.empty();
        Step step =
                new Step.EditFile(before.path(), file.map(FileContent::bytes).orElse(null), Bytes.of(edited));
        Text title = Text.of("fix.docker.log-rotation/limit.title", Text.size(bytes));
        return desktop(machine, "docker.log-rotation/limit", title, step)
                .map(fix -> fix.warningToo(Text.of("warning.docker.log-rotation.new-containers")));
    }

    static Fix byHand(FileContent file) {
        return DesktopFixes.byHand("docker.daemon-config/edit", "fix.docker.daemon-config/edit", file.path());
    }

    private static Optional<Fix> edit(Machine machine, FileContent file, JsonEdit edit, String id, Text title) {
        if (!machine.platform().isWindows() || !(edit.result() instanceof EditResult.Edited(byte[] edited))) {
            return Optional.empty();
        }
        return replace(machine, file, Bytes.of(edited), id, title);
    }

    /// The file with other bytes.
    static Optional<Fix> replace(Machine machine, FileContent file, Bytes after, String id, Text title) {
        if (!machine.platform().isWindows() || after.equals(file.bytes())) return Optional.empty();
        return desktop(machine, id, title, new Step.EditFile(file.path(), file.bytes(), after));
    }

    private static Optional<Fix> desktop(Machine machine, String id, Text title, Step step) {
        return DesktopEdit.of(machine, id, title, step, DesktopEdit.DAEMON);
    }

    /// Whatever is changed, the file is UTF-8 without byte order mark afterwards. An empty one has nothing to repair.
    private static JsonEdit start(FileContent file) {
        JsonEdit edit = JsonDocument.edit(bytes(file));
        return new String(bytes(file), StandardCharsets.UTF_8).isBlank() ? edit : edit.repair();
    }

    private static byte[] bytes(FileContent file) {
        return file.bytes().toArray();
    }
}
