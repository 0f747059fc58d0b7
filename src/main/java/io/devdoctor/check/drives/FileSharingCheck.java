package io.devdoctor.check.drives;

import io.devdoctor.check.Area;
import io.devdoctor.check.CheckInfo;
import io.devdoctor.check.Evidence;
import io.devdoctor.check.Finding;
import io.devdoctor.check.Subject;
import io.devdoctor.check.WindowsCheck;
import io.devdoctor.check.docker.VirtualMachine;
import io.devdoctor.format.JsonDocument;
import io.devdoctor.format.JsonValue;
import io.devdoctor.machine.DockerDesktop;
import io.devdoctor.machine.FileContent;
import io.devdoctor.machine.Machine;
import io.devdoctor.machine.Part;
import io.devdoctor.machine.Reading;
import io.devdoctor.machine.Source;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/// With the Hyper-V backend, Docker Desktop shows its machine only the folders in a list; what lies elsewhere cannot be
/// bound. With WSL 2 there is no such list.
final class FileSharingCheck implements WindowsCheck {
    private static final CheckInfo INFO = new CheckInfo(
            "drives.file-sharing",
            Area.DRIVES,
            Set.of(Part.DOCKER_DESKTOP, Part.CONTAINERS, Part.DOCKER_ENGINE),
            List.of(CheckInfo.sameWorld("docker.engine").ofUnread()));

    @Override
    public CheckInfo info() {
        return INFO;
    }

    @Override
    public List<Finding> examineWindows(Machine machine) {
        boolean hyperV = machine.dockerEngine()
                .flatMap((engine, _) -> engine.info())
                .known()
                .filter(info -> info.isDockerDesktop() && VirtualMachine.of(machine, info) == VirtualMachine.DESKTOP)
                .isPresent();
        if (!hyperV) return List.of(notApplicable(Subject.MACHINE));
        Subject whole = Subject.endpoint(DriveFixes.endpoint(machine));
        return judgeIfPresent(machine.containers(), whole, (containers, _) -> {
            List<Bind> binds = containers.all().stream()
                    .flatMap(one -> Bind.of(one).stream())
                    .toList();
            if (binds.isEmpty()) return List.of(ok(whole, "none"));
            return judgeIfPresent(
                    machine.dockerDesktop().flatMap((desktop, _) -> shared(desktop)),
                    whole,
                    (shared, source) -> judge(whole, binds, shared, source));
        });
    }

    /// A list that was never written is empty.
    private static Reading<List<String>> shared(DockerDesktop desktop) {
        Reading<FileContent> file = desktop.settings().isAbsent() ? desktop.legacySettings() : desktop.settings();
        return file.flatMap((content, source) -> {
            JsonDocument document = JsonDocument.parse(content.bytes().toArray());
            if (document.object().isEmpty()) {
                return new Reading.Unknown<>(Reading.Cause.UNREADABLE, "no JSON document", source);
            }
            return new Reading.Known<>(
                    document.memberIgnoreCase("FilesharingDirectories")
                            .map(JsonValue::texts)
                            .orElse(List.of()),
                    source.at(" : FilesharingDirectories"));
        });
    }

    private List<Finding> judge(Subject whole, List<Bind> binds, List<String> shared, Source source) {
        Map<Subject, Finding> found = new LinkedHashMap<>();
        for (Bind bind : binds) {
            if (shared.stream().anyMatch(folder -> isWithin(bind.path(), folder))) continue;
            String name = bind.container().name();
            List<Evidence> evidence = List.of(
                    Evidence.of(
                            "evidence.drives.bind",
                            bind.path() + " -> " + bind.mount().target(),
                            bind.container().source()),
                    Evidence.of("evidence.drives.shared-folders", String.join(", ", shared), source));
            Subject subject = Subject.container(name, whole.name());
            found.putIfAbsent(
                    subject,
                    warning(subject, "unshared", evidence, name, bind.path())
                            .fixedBy(DriveFixes.manual("drives.file-sharing/share", null)));
        }
        return found.isEmpty() ? List.of(ok(whole, "ok")) : List.copyOf(found.values());
    }

    private static boolean isWithin(String path, String folder) {
        return slashed(path).startsWith(slashed(folder));
    }

    private static String slashed(String path) {
        String plain = path.replace('/', '\\').toLowerCase(Locale.ROOT);
        return plain.endsWith("\\") ? plain : plain + "\\";
    }
}
