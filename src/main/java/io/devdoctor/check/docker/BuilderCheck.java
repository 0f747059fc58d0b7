package io.devdoctor.check.docker;

import static io.devdoctor.check.CheckInfo.any;
import static io.devdoctor.check.Subject.MACHINE;

import io.devdoctor.check.Area;
import io.devdoctor.check.Check;
import io.devdoctor.check.CheckInfo;
import io.devdoctor.check.Evidence;
import io.devdoctor.check.Finding;
import io.devdoctor.fix.Fix;
import io.devdoctor.fix.Step;
import io.devdoctor.format.EditResult;
import io.devdoctor.format.JsonDocument;
import io.devdoctor.machine.Builders;
import io.devdoctor.machine.Builders.Builder;
import io.devdoctor.machine.Builders.By;
import io.devdoctor.machine.Bytes;
import io.devdoctor.machine.DockerClient;
import io.devdoctor.machine.DockerClient.Variable;
import io.devdoctor.machine.DockerEngine;
import io.devdoctor.machine.FileContent;
import io.devdoctor.machine.Machine;
import io.devdoctor.machine.Part;
import io.devdoctor.machine.Reading;
import io.devdoctor.machine.Source;
import io.devdoctor.text.Text;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// What `docker build` builds with: the engine's own builder, or one whose images nobody finds afterwards; the builder
/// of before 2023; for which platform.
final class BuilderCheck implements Check {
    private static final CheckInfo INFO = new CheckInfo(
            "docker.builder",
            Area.DOCKER,
            Set.of(Part.BUILDERS, Part.DOCKER_CLIENT, Part.DOCKER_ENGINE, Part.DOCKER_DESKTOP, Part.ENVIRONMENT),
            List.of(any("docker.endpoint").ofUnread()));
    /// Drivers that keep what they build to themselves unless told to hand it over.
    private static final Set<String> KEEPING = Set.of("docker-container", "kubernetes", "remote");

    @Override
    public CheckInfo info() {
        return INFO;
    }

    @Override
    public List<Finding> examine(Machine machine) {
        if (Presence.isNowhere(machine)) return List.of(notApplicable(MACHINE));
        return judgeIfPresent(
                machine.dockerClient(),
                MACHINE,
                (client, _) -> judgeIfPresent(
                        machine.part(Part.BUILDERS), MACHINE, (builders, _) -> judge(machine, client, builders)));
    }

    private List<Finding> judge(Machine machine, DockerClient client, Builders builders) {
        Optional<Finding> first = Stream.of(
                        legacy(machine, client), foreign(machine, client), plugin(machine, builders))
                .flatMap(Optional::stream)
                .findFirst();
        if (first.isPresent()) return List.of(first.get());
        Finding found = builder(machine, client, builders);
        boolean silent = !found.verdict().isIllness() && Presence.isDesktopHere(machine);
        return List.of(
                silent && builders.plugin() instanceof Reading.Unknown<Boolean> unread
                        ? unknown(MACHINE, unread)
                        : found);
    }

    /// BuildKit switched off for every build.
    private Optional<Finding> legacy(Machine machine, DockerClient client) {
        return variable(client, "DOCKER_BUILDKIT")
                .filter(variable -> Set.of("0", "false").contains(variable.value()))
                .map(variable -> warning(MACHINE, "legacy", said(variable), variable.name())
                        .fixedBy(remove(machine, client, variable)));
    }

    /// Everything is pulled, built and run for another processor.
    private Optional<Finding> foreign(Machine machine, DockerClient client) {
        String engine = machine.dockerEngine()
                .flatMap((asked, _) -> asked.version())
                .known()
                .map(DockerEngine.Version::architecture)
                .orElse("");
        return variable(client, "DOCKER_DEFAULT_PLATFORM")
                .filter(variable -> isForeign(variable.value(), engine))
                .map(variable -> warning(MACHINE, "platform", said(variable), variable.name(), variable.value(), engine)
                        .fixedBy(remove(machine, client, variable)));
    }

    private static boolean isForeign(String platform, String engine) {
        String[] parts = platform.split("/", 3);
        return parts.length > 1 && !engine.isEmpty() && !processor(parts[1]).equals(processor(engine));
    }

    /// One spelling of each, as containerd knows them (platforms, normalizeArch).
    private static String processor(String spelled) {
        String lower = spelled.toLowerCase(Locale.ROOT);
        return switch (lower) {
            case "x86_64", "x86-64" -> "amd64";
            case "aarch64" -> "arm64";
            case "i386" -> "386";
            case "armhf", "armel" -> "arm";
            default -> lower;
        };
    }

    /// Without it `docker build` takes the old builder, or refuses.
    private Optional<Finding> plugin(Machine machine, Builders builders) {
        return builders.plugin() instanceof Reading.Absent<Boolean>(Source source) && Presence.isDesktopHere(machine)
                ? Optional.of(
                        warning(MACHINE, "no-buildx", List.of(Evidence.of("evidence.docker.buildx", "absent", source)))
                                .fixedBy(DesktopFixes.byHand("docker.builder/repair", "fix.docker.builder/repair")))
                : Optional.empty();
    }

    private Finding builder(Machine machine, DockerClient client, Builders builders) {
        return switch (builders.chosen()) {
            case Reading.Known<Builder>(Builder builder, Source source) ->
                judge(machine, client, builders, builder, source);
            case Reading.Absent<Builder> _ -> ok(MACHINE, "own");
            case Reading.Unknown<Builder> unread -> unknown(MACHINE, unread);
            case Reading.NotApplicable<Builder> _ -> notApplicable(MACHINE);
        };
    }

    private Finding judge(Machine machine, DockerClient client, Builders builders, Builder builder, Source source) {
        List<Evidence> evidence = List.of(
                Evidence.of("evidence.docker.builder", builder.name() + " " + builder.driver(), source),
                Evidence.of("evidence.docker.builder-options", builder.options(), source));
        if (builder.driver().isEmpty()) {
            return fixed(machine, client, builders, builder, warning(MACHINE, "gone", evidence, builder.name()));
        }
        boolean loads = builder.options().getOrDefault("default-load", "").equals("true");
        if (loads || !KEEPING.contains(builder.driver())) {
            return ok(MACHINE, "other", builder.name(), builder.driver());
        }
        return fixed(
                machine,
                client,
                builders,
                builder,
                warning(MACHINE, "keeps", evidence, builder.name(), builder.driver()));
    }

    private static Finding fixed(
            Machine machine, DockerClient client, Builders builders, Builder builder, Finding found) {
        Finding advised = builder.by() == By.VARIABLE
                ? variable(client, "BUILDX_BUILDER")
                        .map(variable -> found.fixedBy(remove(machine, client, variable)))
                        .orElse(found)
                : useOwn(builders, builder).map(found::fixedBy).orElse(found);
        return builder.driver().isEmpty()
                ? advised
                : advised.fixedBy(
                        DesktopFixes.byHand("docker.builder/load", "fix.docker.builder/load", builder.name()));
    }

    /// As `docker buildx use` writes it for the engine's own builder.
    private static Optional<Fix> useOwn(Builders builders, Builder builder) {
        if (builder.by() != By.CURRENT
                || !(builders.current() instanceof Reading.Known<FileContent>(var file, var _))) {
            return Optional.empty();
        }
        EditResult edited =
                JsonDocument.edit(file.bytes().toArray()).setText("/Name", "").result();
        return edited instanceof EditResult.Edited(byte[] after)
                ? Optional.of(Fix.safe(
                        "docker.builder/use-own",
                        Text.of("fix.docker.builder/use-own.title"),
                        new Step.EditFile(file.path(), file.bytes(), Bytes.of(after))))
                : Optional.empty();
    }

    private static Fix remove(Machine machine, DockerClient client, Variable variable) {
        return EndpointFixes.remove("docker.builder/remove-variable", machine, client, variable);
    }

    private static List<Evidence> said(Variable variable) {
        return List.of(EndpointCheck.seen(variable));
    }

    private static Optional<Variable> variable(DockerClient client, String name) {
        return client.variables().stream()
                .filter(variable -> variable.name().equals(name))
                .findFirst();
    }
}
