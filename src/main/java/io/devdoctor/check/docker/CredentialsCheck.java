package io.devdoctor.check.docker;

import static io.devdoctor.check.CheckInfo.any;
import static io.devdoctor.check.CheckInfo.sameWorld;
import static io.devdoctor.check.Subject.MACHINE;

import io.devdoctor.check.Area;
import io.devdoctor.check.Check;
import io.devdoctor.check.CheckInfo;
import io.devdoctor.check.Evidence;
import io.devdoctor.check.Finding;
import io.devdoctor.check.Subject;
import io.devdoctor.format.CredentialSettings;
import io.devdoctor.format.JsonDocument;
import io.devdoctor.machine.Bytes;
import io.devdoctor.machine.DockerFiles;
import io.devdoctor.machine.DockerFiles.File;
import io.devdoctor.machine.DockerFiles.Kind;
import io.devdoctor.machine.DockerFiles.Program;
import io.devdoctor.machine.Machine;
import io.devdoctor.machine.Part;
import io.devdoctor.machine.Reading;
import io.devdoctor.machine.Source;
import io.devdoctor.machine.WslAnswer;
import io.devdoctor.text.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Whether the programs that keep the passwords of registries are there, in Windows and in each running distribution:
/// without them even a public image cannot be pulled. And whether passwords stand in the file itself.
final class CredentialsCheck implements Check {
    private static final CheckInfo INFO = new CheckInfo(
            "docker.credentials",
            Area.DOCKER,
            Set.of(Part.DOCKER_FILES, Part.WSL_ANSWER, Part.DOCKER_DESKTOP, Part.DOCKER_CLIENT, Part.DOCKER_ENGINE),
            List.of(
                    any("docker.config-files").ofUnread(),
                    any("wsl.responds").ofUnread(),
                    any("wsl.installed").ofUnread(),
                    any("host.path-variable"),
                    sameWorld("wsl.interop"),
                    sameWorld("wsl.distro-config")));

    @Override
    public CheckInfo info() {
        return INFO;
    }

    @Override
    public List<Finding> examine(Machine machine) {
        if (Presence.isNowhere(machine)) return List.of(notApplicable(MACHINE));
        return judgeIfPresent(machine.part(Part.DOCKER_FILES), MACHINE, (files, _) -> {
            List<Finding> found = new ArrayList<>();
            files.files().stream()
                    .filter(file -> file.kind() == Kind.CONFIG)
                    .forEach(file -> judge(machine, files, file, found));
            return found.isEmpty() ? List.of(ok(MACHINE, "ok", helpers(files))) : found;
        });
    }

    private static String helpers(DockerFiles files) {
        return String.valueOf(files.helpers().stream()
                .filter(helper -> helper.found().isKnown())
                .count());
    }

    private void judge(Machine machine, DockerFiles files, File file, List<Finding> found) {
        switch (file.content()) {
            case Reading.Known<Bytes>(Bytes bytes, Source source) -> {
                if (JsonDocument.parse(bytes.toArray()).readable()) {
                    judge(machine, files, new Config(file, bytes, source), found);
                } else {
                    found.add(unknown(
                            subject(file, ""), new Reading.Unknown<>(Reading.Cause.UNREADABLE, "not JSON", source)));
                }
            }
            case Reading.Unknown<Bytes> unread -> found.add(unknown(subject(file, ""), unread));
            case Reading.Absent<Bytes> _, Reading.NotApplicable<Bytes> _ -> {}
        }
    }

    private record Config(File file, Bytes bytes, Source source, CredentialSettings settings) {
        Config(File file, Bytes bytes, Source source) {
            this(file, bytes, source, CredentialSettings.of(Optional.of(bytes.toArray())));
        }
    }

    private void judge(Machine machine, DockerFiles files, Config config, List<Finding> found) {
        for (String name : config.settings().helpers()) {
            files.helpers().stream()
                    .filter(helper -> helper.name().equals(name)
                            && helper.distro().equals(config.file().distro()))
                    .findFirst()
                    .ifPresent(helper -> helper(machine, files, config, helper).ifPresent(found::add));
        }
        List<String> plain = config.settings().plain().stream()
                .filter(host -> config.settings().store().isEmpty()
                        && !config.settings().byHost().containsKey(host))
                // Some wrote their sign-in into the address as well.
                .map(host -> host.replaceFirst("//[^/@]*@", "//"))
                .toList();
        if (!plain.isEmpty()) found.add(plain(machine, config, plain));
    }

    private Optional<Finding> helper(Machine machine, DockerFiles files, Config config, Program helper) {
        Subject subject = subject(config.file(), helper.name());
        return switch (helper.found()) {
            case Reading.Known<String> _, Reading.NotApplicable<String> _ -> Optional.empty();
            case Reading.Unknown<String> unread -> Optional.of(unknown(subject, unread));
            case Reading.Absent<String>(Source from) ->
                Optional.of(
                        config.file().distro().isEmpty()
                                ? missing(machine, files, config, helper, subject, from)
                                : missingInside(machine, config, helper, subject, from));
        };
    }

    private Finding missing(
            Machine machine, DockerFiles files, Config config, Program helper, Subject subject, Source from) {
        Finding missing = problem(
                        subject,
                        "missing",
                        evidence(config, helper, from),
                        config.file().path(),
                        "docker-credential-" + helper.name(),
                        usedFor(config, helper))
                .at(config.file().path(), line(config, helper));
        return missing.fixedBy(CredentialFixes.replace(
                machine, files, config.file().path(), config.bytes(), config.settings(), helper.name()));
    }

    /// A folder that only a login shell adds to its PATH is not seen; the folders of Windows are there for every one.
    private Finding missingInside(Machine machine, Config config, Program helper, Subject subject, Source from) {
        List<Evidence> evidence = evidence(config, helper, from);
        Object[] args = {helper.distro(), "docker-credential-" + helper.name(), usedFor(config, helper)};
        boolean used = machine.wslAnswer()
                .known()
                .map(answer -> answer.live().get(helper.distro()))
                .map((WslAnswer.Live live) -> live.entry("/usr/bin/docker"))
                .filter(Reading::isAbsent)
                .isEmpty();
        if (!used) return info(subject, "missing-unused", evidence, args);
        boolean windows = helper.name().endsWith(".exe");
        Finding missing = windows
                ? problem(subject, "missing-windows-helper", evidence, args)
                : likely(subject, "missing-in-distro", evidence, args);
        String key = windows ? "windows-helper" : "in-distro";
        return missing.fixedBy(DesktopFixes.byHand(
                "docker.credentials/" + key, "fix.docker.credentials/" + key, helper.distro(), helper.name()));
    }

    private Finding plain(Machine machine, Config config, List<String> hosts) {
        List<Evidence> evidence = hosts.stream()
                .map(host -> Evidence.of("evidence.docker.plain-login", host, config.source()))
                .toList();
        boolean windows =
                machine.platform().isWindows() && config.file().distro().isEmpty();
        String key = windows ? "store" : "store-in-linux";
        return warning(subject(config.file(), "auths"), "plain", evidence, name(config.file()), Text.several(hosts))
                .at(config.file().path(), 0)
                .fixedBy(DesktopFixes.byHand(
                        "docker.credentials/" + key,
                        "fix.docker.credentials/" + key,
                        name(config.file()),
                        hosts.getFirst()));
    }

    private static List<Evidence> evidence(Config config, Program helper, Source from) {
        String program = "docker-credential-" + helper.name();
        return List.of(
                Evidence.of("evidence.docker.credential-helper", helper.name(), config.source()),
                Evidence.of(
                        "evidence.docker.helper-program",
                        program + ": absent",
                        Text.of("evidence.value.of", program, Text.of("evidence.value.absent")),
                        from));
    }

    /// Every registry, or the ones that are named.
    private static Object usedFor(Config config, Program helper) {
        return helper.name().equals(config.settings().store())
                ? Text.of("credentials.every-registry")
                : Text.several(config.settings().byHost().entrySet().stream()
                        .filter(entry -> entry.getValue().equals(helper.name()))
                        .map(java.util.Map.Entry::getKey)
                        .sorted()
                        .toList());
    }

    private static int line(Config config, Program helper) {
        JsonDocument document = JsonDocument.parse(config.bytes().toArray());
        String member = helper.name().equals(config.settings().store()) ? "credsStore" : "credHelpers";
        return document.memberIgnoreCase(member)
                .map(value -> document.lineOf(value.span().start()))
                .orElse(0);
    }

    private static Subject subject(File file, String setting) {
        String suffix = setting.isEmpty() ? "" : " " + setting;
        return new Subject(Subject.Kind.FILE, name(file) + suffix, file.distro());
    }

    private static String name(File file) {
        return file.distro().isEmpty() ? file.path() : file.distro() + ":" + file.path();
    }
}
