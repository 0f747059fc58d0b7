package io.devdoctor.check.docker;

import static io.devdoctor.check.Subject.MACHINE;

import io.devdoctor.check.Area;
import io.devdoctor.check.CheckInfo;
import io.devdoctor.check.Evidence;
import io.devdoctor.check.Finding;
import io.devdoctor.check.WindowsCheck;
import io.devdoctor.fix.Fix;
import io.devdoctor.fix.Step;
import io.devdoctor.format.JsonDocument;
import io.devdoctor.format.JsonProblem;
import io.devdoctor.format.JsonProblem.Kind;
import io.devdoctor.format.JsonType;
import io.devdoctor.format.JsonValue;
import io.devdoctor.machine.FileContent;
import io.devdoctor.machine.Machine;
import io.devdoctor.machine.Part;
import io.devdoctor.machine.Reading;
import io.devdoctor.machine.Source;
import io.devdoctor.text.Text;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Whether Docker Desktop can read its own settings, and whether they are the person's to change.
final class SettingsFileCheck implements WindowsCheck {
    private static final CheckInfo INFO = new CheckInfo(
            "docker.settings-file",
            Area.DOCKER,
            Set.of(Part.DOCKER_DESKTOP, Part.DOCKER_CLIENT, Part.DOCKER_ENGINE, Part.POLICIES),
            List.of());
    private static final String REPAIR = "docker.settings-file/repair";
    /// A member of another type stops the reading of the whole file (seen with IntegratedWslDistros in 4.29).
    private static final Map<String, JsonType> TYPES = Map.ofEntries(
            Map.entry("IntegratedWslDistros", JsonType.ARRAY),
            Map.entry("FilesharingDirectories", JsonType.ARRAY),
            Map.entry("EnableIntegrationWithDefaultWslDistro", JsonType.BOOLEAN),
            Map.entry("WslEngineEnabled", JsonType.BOOLEAN),
            Map.entry("UseWindowsContainers", JsonType.BOOLEAN),
            Map.entry("KubernetesEnabled", JsonType.BOOLEAN),
            Map.entry("ExposeDockerAPIOnTCP2375", JsonType.BOOLEAN),
            Map.entry("UseContainerdSnapshotter", JsonType.BOOLEAN),
            Map.entry("AutoStart", JsonType.BOOLEAN),
            Map.entry("UseResourceSaver", JsonType.BOOLEAN),
            Map.entry("Cpus", JsonType.NUMBER),
            Map.entry("MemoryMiB", JsonType.NUMBER),
            Map.entry("SwapMiB", JsonType.NUMBER),
            Map.entry("DiskSizeMiB", JsonType.NUMBER));

    @Override
    public CheckInfo info() {
        return INFO;
    }

    @Override
    public List<Finding> examineWindows(Machine machine) {
        if (!Presence.isDesktopHere(machine)) return List.of(notApplicable(MACHINE));
        return judge(
                DesktopSettings.inForce(machine),
                MACHINE,
                (file, source) -> List.of(judge(machine, file, source)),
                _ -> List.of(ok(MACHINE, "none")));
    }

    private Finding judge(Machine machine, FileContent file, Source source) {
        JsonDocument document = JsonDocument.parse(file.bytes().toArray());
        Optional<JsonProblem> first = document.problems().stream()
                .filter(problem -> problem.kind().fatal() || problem.kind() == Kind.EMPTY)
                .findFirst();
        if (first.isPresent()) return unreadable(machine, file, document, first.get(), source);
        return DesktopSettings.of(machine)
                .known()
                .map(settings -> judge(machine, settings))
                .orElseGet(() ->
                        unknown(MACHINE, new Reading.Unknown<>(Reading.Cause.UNREADABLE, "no JSON object", source)));
    }

    private Finding unreadable(
            Machine machine, FileContent file, JsonDocument document, JsonProblem problem, Source source) {
        String kind = problem.kind().name() + " " + String.join(" ", problem.arguments());
        Source where = problem.line() == 0 ? source : source.at(":" + problem.line());
        List<Evidence> evidence =
                List.of(Evidence.of("evidence.docker.settings-error", kind.strip(), JsonWords.of(problem), where));
        if (problem.kind() == Kind.EMPTY) return warning(MACHINE, "empty", evidence, file.path());
        Finding broken = problem(MACHINE, "broken", evidence, file.path(), String.valueOf(problem.line()))
                .at(file.path(), problem.line());
        return DesktopSettings.step(
                        file, JsonDocument.edit(file.bytes().toArray()).repair().result())
                .filter(_ -> document.root().isEmpty() || document.object().isPresent())
                .flatMap(step -> repair(machine, step))
                .map(broken::fixedBy)
                .orElseGet(() -> broken.fixedBy(byHand(file)));
    }

    private Finding judge(Machine machine, DesktopSettings settings) {
        if (settings.document().problems().stream().anyMatch(problem -> problem.kind() == Kind.MARK)) {
            return marked(machine, settings);
        }
        Optional<String> mistyped = TYPES.entrySet().stream()
                .filter(each -> isMistyped(settings, each.getKey(), each.getValue()))
                .map(Map.Entry::getKey)
                .sorted()
                .findFirst();
        if (mistyped.isPresent()) return mistyped(machine, settings, mistyped.get());
        return twice(settings).or(() -> leftover(machine, settings)).orElseGet(() -> locked(machine, settings));
    }

    /// As three people saw it: the file is thrown away and every default is back.
    private Finding marked(Machine machine, DesktopSettings settings) {
        List<Evidence> evidence = List.of(
                Evidence.of("evidence.docker.encoding", settings.document().encoding(), settings.source()));
        Finding marked = likely(MACHINE, "marked", evidence, settings.file().path())
                .at(settings.file().path(), 1);
        return settings.edited(edit -> edit)
                .flatMap(step -> repair(machine, step))
                .map(marked::fixedBy)
                .orElseGet(() -> marked.fixedBy(byHand(settings.file())));
    }

    private static boolean isMistyped(DesktopSettings settings, String key, JsonType type) {
        return settings.value(key)
                .filter(value -> value.type() != JsonType.NULL)
                .filter(value -> value.type() != type
                        || value instanceof JsonValue.ArrayValue list
                                && list.texts().size() != list.elements().size()
                                && key.equals("IntegratedWslDistros"))
                .isPresent();
    }

    private Finding mistyped(Machine machine, DesktopSettings settings, String key) {
        Finding mistyped = likely(
                        MACHINE,
                        "mistyped",
                        List.of(settings.evidence(key)),
                        settings.spelled(key),
                        JsonWords.type(TYPES.getOrDefault(key, JsonType.NULL)))
                .at(settings.file().path(), settings.line(key));
        return settings.edited(edit -> edit.remove("/" + settings.spelled(key)))
                .flatMap(step -> DesktopEdit.of(
                        machine,
                        "docker.settings-file/default",
                        Text.of("fix.docker.settings-file/default.title", settings.spelled(key)),
                        step))
                .map(mistyped::fixedBy)
                .orElseGet(() -> mistyped.fixedBy(byHand(settings.file())));
    }

    private Optional<Finding> twice(DesktopSettings settings) {
        List<JsonValue.Member> members = settings.root().members();
        for (int i = 0; i < members.size(); i++) {
            String name = members.get(i).name();
            Optional<JsonValue.Member> again = members.subList(i + 1, members.size()).stream()
                    .filter(other -> other.name().equalsIgnoreCase(name))
                    .findFirst();
            if (again.isEmpty()) continue;
            int line = settings.document().lineOf(again.get().nameSpan().start());
            return Optional.of(likely(
                            MACHINE,
                            "twice",
                            List.of(Evidence.of(
                                    "evidence.docker.settings-twice",
                                    name + ", " + again.get().name(),
                                    settings.source().at(":" + line))),
                            name,
                            again.get().name())
                    .at(settings.file().path(), line)
                    .fixedBy(byHand(settings.file())));
        }
        return Optional.empty();
    }

    /// Who edits the old file wonders why nothing happens.
    private Optional<Finding> leftover(Machine machine, DesktopSettings settings) {
        return machine.dockerDesktop()
                .flatMap((desktop, _) -> desktop.legacySettings())
                .known()
                .filter(old -> !old.path().equals(settings.file().path()))
                .map(old -> info(
                        MACHINE,
                        "leftover",
                        List.of(Evidence.of("evidence.docker.settings-old", old.modified(), settings.source())),
                        old.path(),
                        settings.file().path()));
    }

    private Finding locked(Machine machine, DesktopSettings settings) {
        return switch (machine.policies().flatMap((policies, _) -> policies.desktopLocked())) {
            case Reading.Known<List<String>>(List<String> locked, Source source)
            when !locked.isEmpty() ->
                overruled(machine, settings)
                        .orElseGet(() -> info(
                                MACHINE,
                                "locked",
                                List.of(Evidence.of(
                                        "evidence.docker.settings-locked", String.join(", ", locked), source)),
                                Text.several(locked)));
            case Reading.Unknown<List<String>> unread -> unknown(MACHINE, unread);
            case Reading.Known<List<String>> _, Reading.Absent<List<String>> _, Reading.NotApplicable<List<String>> _ ->
                ok(MACHINE, "ok", settings.root().members().size());
        };
    }

    /// Whoever edits such a setting wonders why nothing happens.
    private Optional<Finding> overruled(Machine machine, DesktopSettings settings) {
        List<Overruled> all = Overruled.in(machine, settings);
        if (all.isEmpty()) return Optional.empty();
        String first = all.getFirst().key();
        List<Evidence> evidence =
                all.stream().flatMap(each -> each.evidence().stream()).toList();
        return Optional.of(info(
                        MACHINE,
                        "overruled",
                        evidence,
                        Text.several(all.stream().map(Overruled::key).toList()))
                .at(settings.file().path(), settings.line(first)));
    }

    private static Optional<Fix> repair(Machine machine, Step step) {
        return DesktopEdit.of(machine, REPAIR, Text.of("fix." + REPAIR + ".title"), step);
    }

    private static Fix byHand(FileContent file) {
        return DesktopFixes.byHand("docker.settings-file/edit", "fix.docker.settings-file/edit", file.path());
    }
}
