package io.devdoctor.check.docker;

import static io.devdoctor.check.Subject.MACHINE;

import io.devdoctor.check.Area;
import io.devdoctor.check.Certainty;
import io.devdoctor.check.Check;
import io.devdoctor.check.CheckInfo;
import io.devdoctor.check.Evidence;
import io.devdoctor.check.Finding;
import io.devdoctor.check.Thresholds;
import io.devdoctor.check.Verdict;
import io.devdoctor.check.Version;
import io.devdoctor.format.DaemonKey;
import io.devdoctor.format.DaemonProblem;
import io.devdoctor.format.JsonProblem;
import io.devdoctor.format.JsonValue;
import io.devdoctor.machine.DockerEngine;
import io.devdoctor.machine.DockerFiles;
import io.devdoctor.machine.Machine;
import io.devdoctor.machine.Part;
import io.devdoctor.machine.Source;
import io.devdoctor.text.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Whether the engine can read its daemon.json, knows every key in it, and has taken it over.
final class DaemonConfigCheck implements Check {
    private static final CheckInfo INFO = new CheckInfo(
            "docker.daemon-config",
            Area.DOCKER,
            Set.of(Part.DOCKER_DESKTOP, Part.DOCKER_CLIENT, Part.DOCKER_ENGINE, Part.POLICIES),
            List.of());

    @Override
    public CheckInfo info() {
        return INFO;
    }

    @Override
    public List<Finding> examine(Machine machine) {
        if (Presence.isNowhere(machine)) return List.of(notApplicable(MACHINE));
        return judge(
                machine.dockerDesktop().flatMap((desktop, _) -> desktop.daemonJson()),
                MACHINE,
                (file, source) -> List.of(unlessLocked(machine, judge(machine, DaemonFile.of(machine, file), source))),
                source -> List.of(unlessLocked(
                        machine,
                        drift(machine, source.what(), none(machine), source)
                                .orElseGet(() -> ok(MACHINE, "absent", source.what())))));
    }

    private static Finding unlessLocked(Machine machine, Finding found) {
        return DaemonFixes.isLocked(machine) ? found.unfixed() : found;
    }

    private Finding judge(Machine machine, DaemonFile daemon, Source source) {
        Optional<JsonProblem> broken = daemon.broken();
        if (broken.isPresent()) return broken(machine, daemon, broken.get(), source);
        List<DaemonProblem> refused = daemon.refused();
        if (!refused.isEmpty()) return refused(machine, daemon, refused, source);
        List<String> mirrors = daemon.badMirrors();
        if (!mirrors.isEmpty()) return badMirrors(daemon, mirrors, source);
        List<String> owned = machine.platform().isWindows() ? daemon.ownedByDesktop() : List.of();
        if (!owned.isEmpty()) return owned(daemon, owned, source);
        return drift(machine, path(daemon), listed(machine, daemon), source)
                .or(() -> driverDrift(machine, daemon, source))
                .or(() -> idle(daemon, source))
                .orElseGet(() -> ok(MACHINE, "ok", path(daemon)));
    }

    private Finding broken(Machine machine, DaemonFile daemon, JsonProblem problem, Source source) {
        Text what = JsonWords.of(problem);
        Finding broken;
        if (problem.line() == 0) {
            Evidence evidence =
                    new Evidence(what, problem.kind().name(), source, Optional.of(Text.of("evidence.value.file")));
            broken = problem(MACHINE, "broken-file", List.of(evidence), path(daemon), what);
        } else {
            Evidence evidence =
                    new Evidence(what, daemon.document().line(problem.line()), source.at(":" + problem.line()));
            broken = problem(
                    MACHINE,
                    "broken",
                    List.of(evidence),
                    path(daemon),
                    String.valueOf(problem.line()),
                    String.valueOf(problem.column()),
                    what);
        }
        boolean bytes =
                FileDamage.of(DockerFiles.Kind.DAEMON, daemon.file().bytes()).isPresent();
        return bytes
                ? broken.at(path(daemon), problem.line())
                        .explainedBy(List.of(CheckInfo.any("docker.config-files")))
                        .fixedBy(DaemonFixes.byHand(daemon.file()))
                : broken.at(path(daemon), problem.line()).fixedBy(DaemonFixes.repair(machine, daemon));
    }

    private Finding refused(Machine machine, DaemonFile daemon, List<DaemonProblem> refused, Source source) {
        boolean unknownOnly = refused.stream().allMatch(problem -> problem.kind() == DaemonProblem.Kind.UNKNOWN);
        // An engine newer than our table may know a key that the table lacks.
        boolean likely = unknownOnly && !isCoveredByTable(machine);
        return finding(
                        MACHINE,
                        likely ? Verdict.WARNING : Verdict.PROBLEM,
                        likely ? Certainty.LIKELY : Certainty.CERTAIN,
                        likely ? "unknown-keys" : "refused",
                        evidence(daemon, refused, source),
                        path(daemon),
                        Text.several(refused.stream().map(DaemonProblem::key).toList()))
                .at(path(daemon), refused.getFirst().line())
                .fixedBy(DaemonFixes.removeKeys(machine, daemon, refused));
    }

    private Finding badMirrors(DaemonFile daemon, List<String> mirrors, Source source) {
        List<Evidence> evidence = mirrors.stream()
                .map(mirror -> Evidence.of("evidence.docker.mirror", mirror, source))
                .toList();
        return problem(MACHINE, "bad-mirrors", evidence, path(daemon), Text.several(mirrors))
                .fixedBy(DaemonFixes.byHand(daemon.file()));
    }

    /// Docker Desktop tells its engine where to listen and where its data lies; a second word of it clashes.
    private Finding owned(DaemonFile daemon, List<String> keys, Source source) {
        return likely(
                        MACHINE,
                        "owned-by-desktop",
                        List.of(Evidence.of("evidence.docker.desktop-key", keys, source)),
                        path(daemon),
                        Text.several(keys))
                .fixedBy(DaemonFixes.byHand(daemon.file()));
    }

    /// A file that does not speak of mirrors means none to Docker Desktop; a plain dockerd may have been told some by
    /// its command line.
    private static Optional<List<String>> listed(Machine machine, DaemonFile daemon) {
        return daemon.mirrors().or(() -> none(machine));
    }

    private static Optional<List<String>> none(Machine machine) {
        return machine.platform().isWindows() ? Optional.of(List.of()) : Optional.empty();
    }

    /// The engine has other mirrors than the file that it was, or will be, started with.
    private Optional<Finding> drift(Machine machine, String path, Optional<List<String>> listed, Source source) {
        Optional<List<String>> inFile = listed.map(DaemonConfigCheck::slashed);
        Optional<DockerEngine.Info> info =
                Endpoint.info(machine).known().filter(told -> DaemonFile.isReadBy(machine, told));
        if (inFile.isEmpty() || info.isEmpty()) return Optional.empty();
        List<String> inEngine = slashed(info.get().mirrors());
        if (inFile.get().equals(inEngine)) return Optional.empty();
        List<Evidence> evidence = List.of(
                Evidence.of("evidence.docker.mirrors-file", inFile.get(), source),
                Evidence.of(
                        "evidence.docker.mirrors-engine",
                        inEngine,
                        Endpoint.info(machine).sourceOr(source)));
        return Optional.of(restart(machine, warning(MACHINE, "not-applied", evidence, path), info.get()));
    }

    /// The engine keeps logs in another way than the file says.
    private Optional<Finding> driverDrift(Machine machine, DaemonFile daemon, Source source) {
        Optional<String> inFile = daemon.document().value("/log-driver").flatMap(JsonValue::text);
        Optional<DockerEngine.Info> info = Endpoint.info(machine)
                .known()
                .filter(told -> DaemonFile.isReadBy(machine, told))
                .filter(told -> !told.loggingDriver().isEmpty());
        if (inFile.isEmpty() || info.isEmpty() || inFile.get().equals(info.get().loggingDriver())) {
            return Optional.empty();
        }
        List<Evidence> evidence = List.of(
                Evidence.of("evidence.docker.log-driver-file", inFile.get(), source),
                Evidence.of(
                        "evidence.docker.log-driver-engine",
                        info.get().loggingDriver(),
                        Endpoint.info(machine).sourceOr(source)));
        Finding drift = warning(
                MACHINE,
                "driver-not-applied",
                evidence,
                path(daemon),
                inFile.get(),
                info.get().loggingDriver());
        return Optional.of(restart(machine, drift, info.get()));
    }

    private static Finding restart(Machine machine, Finding drift, DockerEngine.Info info) {
        return machine.platform().isWindows()
                ? drift.fixedBy(DesktopFixes.restart(machine, "docker.daemon-config/restart", info.running() != 0))
                : drift.fixedBy(DesktopFixes.byHand(
                        "docker.daemon-config/restart-engine", "fix.docker.daemon-config/restart-engine"));
    }

    private Optional<Finding> idle(DaemonFile daemon, Source source) {
        List<Evidence> evidence = new ArrayList<>(evidence(daemon, daemon.idle(), source));
        for (JsonProblem duplicate : daemon.duplicates()) {
            evidence.add(new Evidence(
                    JsonWords.of(duplicate),
                    daemon.document().line(duplicate.line()),
                    source.at(":" + duplicate.line())));
        }
        if (evidence.isEmpty()) return Optional.empty();
        List<String> keys = new ArrayList<>();
        daemon.idle().forEach(problem -> keys.add(problem.key()));
        daemon.duplicates().forEach(problem -> keys.add(problem.arguments().getFirst()));
        return Optional.of(info(MACHINE, "no-effect", evidence, path(daemon), Text.several(keys))
                .fixedBy(DaemonFixes.byHand(daemon.file())));
    }

    /// By the engine's own version, or where it does not run by that of the Docker Desktop that brings it.
    private static boolean isCoveredByTable(Machine machine) {
        Version newest = new Version(List.of((int) Thresholds.number("docker.daemon-keys-newest-engine") + 1));
        Version desktop = new Version(List.of(4, (int) Thresholds.number("docker.daemon-keys-newest-desktop-4") + 1));
        return machine.dockerEngine()
                .flatMap((engine, _) -> engine.version())
                .known()
                .flatMap(version -> Version.parse(version.engine()))
                .map(version -> version.isBefore(newest))
                .or(() -> Presence.desktopVersion(machine).map(version -> version.isBefore(desktop)))
                .orElse(false);
    }

    private static List<Evidence> evidence(DaemonFile daemon, List<DaemonProblem> problems, Source source) {
        return problems.stream()
                .map(problem -> new Evidence(
                        words(problem),
                        daemon.document().line(problem.line()).strip(),
                        source.at(":" + problem.line())))
                .toList();
    }

    private static Text words(DaemonProblem problem) {
        Object argument = problem.kind() == DaemonProblem.Kind.WRONG_TYPE
                ? JsonWords.type(DaemonKey.Type.valueOf(problem.argument()).json())
                : problem.argument();
        return Text.of("daemon.kind." + problem.kind().name(), problem.key(), argument);
    }

    private static List<String> slashed(List<String> mirrors) {
        return mirrors.stream()
                .map(mirror -> mirror.endsWith("/") ? mirror : mirror + "/")
                .toList();
    }

    private static String path(DaemonFile daemon) {
        return daemon.file().path();
    }
}
