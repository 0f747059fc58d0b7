package io.devdoctor.check.docker;

import static io.devdoctor.check.CheckInfo.any;
import static io.devdoctor.check.Subject.MACHINE;

import io.devdoctor.check.Area;
import io.devdoctor.check.Check;
import io.devdoctor.check.CheckInfo;
import io.devdoctor.check.Evidence;
import io.devdoctor.check.Finding;
import io.devdoctor.check.Subject;
import io.devdoctor.check.Version;
import io.devdoctor.machine.Bytes;
import io.devdoctor.machine.DockerClient;
import io.devdoctor.machine.DockerFiles;
import io.devdoctor.machine.DockerFiles.File;
import io.devdoctor.machine.Machine;
import io.devdoctor.machine.Part;
import io.devdoctor.machine.Reading;
import io.devdoctor.machine.Source;
import io.devdoctor.text.Text;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// Whether the bytes of each JSON file that Docker reads are what its reader expects. Docker's parsers are stricter
/// than editors: three invisible bytes at the beginning are enough.
final class ConfigFilesCheck implements Check {
    private static final CheckInfo INFO = new CheckInfo(
            "docker.config-files",
            Area.DOCKER,
            Set.of(Part.DOCKER_FILES, Part.DOCKER_DESKTOP, Part.DOCKER_CLIENT, Part.DOCKER_ENGINE, Part.POLICIES),
            List.of(any("wsl.responds").ofUnread(), any("wsl.installed").ofUnread()));
    /// The release from which registry.json and admin-settings.json may begin with a byte order mark.
    private static final Version TAKES_MARK = Version.of("4.58");

    @Override
    public CheckInfo info() {
        return INFO;
    }

    @Override
    public List<Finding> examine(Machine machine) {
        if (Presence.isNowhere(machine)) return List.of(notApplicable(MACHINE));
        return judgeIfPresent(machine.part(Part.DOCKER_FILES), MACHINE, (files, _) -> {
            List<Finding> found = new ArrayList<>();
            files.files().forEach(file -> judge(machine, file).ifPresent(found::add));
            return found.isEmpty() ? List.of(ok(MACHINE, "ok", files.files().size())) : found;
        });
    }

    private Optional<Finding> judge(Machine machine, File file) {
        return switch (file.content()) {
            case Reading.Known<Bytes>(Bytes bytes, Source source) ->
                FileDamage.of(file.kind(), bytes)
                        .filter(damage -> !(damage.isMark() && takesMark(machine, file)))
                        .map(damage -> damaged(machine, file, damage, source)
                                .fixedBy(new FileCure(machine, file, bytes).fix()));
            case Reading.Unknown<Bytes> unread -> Optional.of(unknown(subject(file), unread));
            case Reading.Absent<Bytes> _, Reading.NotApplicable<Bytes> _ -> Optional.empty();
        };
    }

    private static boolean takesMark(Machine machine, File file) {
        boolean managed = file.kind() == DockerFiles.Kind.SIGN_IN || file.kind() == DockerFiles.Kind.ADMIN;
        // dockerd itself skips the mark; it is Docker Desktop that reads the file as well.
        boolean plain = file.kind() == DockerFiles.Kind.DAEMON
                && (!machine.platform().isWindows() || !file.distro().isEmpty());
        return plain
                || file.kind() == DockerFiles.Kind.WINDOWS_DAEMON
                || managed
                        && Presence.desktopVersion(machine)
                                .filter(version -> !version.isBefore(TAKES_MARK))
                                .isPresent();
    }

    private Finding damaged(Machine machine, File file, FileDamage damage, Source source) {
        Text what = JsonWords.of(damage.worst());
        int line = damage.worst().line();
        // A line of config.json may hold a password: of that file only the kind of damage is shown.
        boolean shown = line > 0 && file.kind() != DockerFiles.Kind.CONFIG;
        Source place = line == 0 ? source : source.at(":" + line);
        String kind = damage.worst().kind().name();
        Text unshown = Text.of(line == 0 ? "evidence.value.file" : "evidence.value.unshown");
        List<Evidence> evidence = List.of(
                shown
                        ? new Evidence(what, damage.document().line(line).strip(), place)
                        : new Evidence(what, kind, place, Optional.of(unshown)));
        Subject subject = subject(file);
        Object[] args = {name(file), what};
        Finding finding = switch (file.kind()) {
            case CONFIG ->
                damage.isGarbled()
                        ? likely(subject, "garbled", evidence, args)
                        : problem(subject, "config", evidence, args);
            case CONTEXT ->
                isUsed(machine, file)
                        ? problem(subject, "context-used", evidence, args)
                        : warning(subject, "context", evidence, args);
            case DAEMON -> {
                if (damage.isTakenByTheEngine()) yield likely(subject, "daemon-encoding", evidence, args);
                // Another encoding, such as GBK, keeps Docker Desktop from starting its engine like any other damage.
                yield file.distro().isEmpty()
                        ? problem(subject, "daemon", evidence, args)
                        : warning(subject, "daemon-in-distro", evidence, args);
            }
            case WINDOWS_DAEMON -> warning(subject, "daemon-windows", evidence, args);
            case SIGN_IN, ADMIN -> likely(subject, "managed", evidence, args);
        };
        return finding.at(file.path(), line);
    }

    /// The folder of a context is the hash of its name.
    private static boolean isUsed(Machine machine, File file) {
        return machine.dockerClient().known().stream()
                .flatMap(client -> Stream.concat(
                        client.variables().stream()
                                .filter(variable -> variable.name().equals("DOCKER_CONTEXT"))
                                .map(DockerClient.Variable::value),
                        client.currentContext().known().stream()))
                .map(name -> Bytes.of(name.getBytes(StandardCharsets.UTF_8)).sha256())
                .anyMatch(hash -> file.path().contains(hash));
    }

    private static Subject subject(File file) {
        return new Subject(Subject.Kind.FILE, name(file), file.distro());
    }

    private static String name(File file) {
        return file.distro().isEmpty() ? file.path() : file.distro() + ":" + file.path();
    }
}
