package io.devdoctor.check.docker;

import static io.devdoctor.check.CheckInfo.any;
import static io.devdoctor.check.Subject.MACHINE;

import io.devdoctor.check.Area;
import io.devdoctor.check.Check;
import io.devdoctor.check.CheckInfo;
import io.devdoctor.check.Evidence;
import io.devdoctor.check.Finding;
import io.devdoctor.check.Verdict;
import io.devdoctor.fix.Fix;
import io.devdoctor.machine.DockerClient;
import io.devdoctor.machine.DockerClient.Choice;
import io.devdoctor.machine.DockerClient.Context;
import io.devdoctor.machine.DockerClient.Variable;
import io.devdoctor.machine.DockerDesktop.Pipe;
import io.devdoctor.machine.DockerEngine;
import io.devdoctor.machine.DockerEngine.HttpStatus;
import io.devdoctor.machine.FileContent;
import io.devdoctor.machine.Machine;
import io.devdoctor.machine.Part;
import io.devdoctor.machine.Reading;
import io.devdoctor.machine.Reading.Cause;
import io.devdoctor.machine.Source;
import io.devdoctor.text.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// Which endpoint the docker command line chooses, by which rule, and whether that can be what the user wants.
final class EndpointCheck implements Check {
    private static final CheckInfo INFO = new CheckInfo(
            "docker.endpoint",
            Area.DOCKER,
            Set.of(Part.DOCKER_DESKTOP, Part.DOCKER_CLIENT, Part.DOCKER_ENGINE, Part.ENVIRONMENT),
            List.of(any("docker.running"), any("docker.config-files")));

    private static final String LINUX = "dockerDesktopLinuxEngine";
    /// Each changes where the commands of the default context go, or breaks them, once DOCKER_HOST is gone.
    private static final List<String> LEFT_BEHIND =
            List.of("DOCKER_TLS_VERIFY", "DOCKER_TLS", "DOCKER_CERT_PATH", "DOCKER_MACHINE_NAME");

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
                (client, _) -> List.of(orPinned(machine, client, judge(machine, client))));
    }

    /// Whatever the way is, an engine that refuses the version of every command is not reached.
    private Finding orPinned(Machine machine, DockerClient client, Finding judged) {
        if (judged.verdict().isIllness() || judged.verdict() == Verdict.UNKNOWN) return judged;
        return PinnedVersion.refused(machine, client)
                .map(pinned -> problem(
                                MACHINE,
                                "api-version",
                                pinned.evidence(),
                                pinned.variable().name(),
                                pinned.variable().value(),
                                pinned.lowest(),
                                pinned.highest())
                        .fixedBy(EndpointFixes.remove(machine, client, pinned.variable())))
                .orElse(judged);
    }

    private Finding judge(Machine machine, DockerClient client) {
        return switch (client.chosen()) {
            case Reading.Known<Choice>(Choice choice, Source source) -> chosen(machine, client, choice, source);
            case Reading.Unknown<Choice> unread ->
                missing(machine, client, unread).orElseGet(() -> unknown(MACHINE, unread));
            case Reading.Absent<Choice> _, Reading.NotApplicable<Choice> _ -> notApplicable(MACHINE);
        };
    }

    /// The chosen context does not exist, so that every docker command fails.
    private Optional<Finding> missing(Machine machine, DockerClient client, Reading.Unknown<Choice> unread) {
        Optional<Variable> variable = variable(client, "DOCKER_CONTEXT");
        Optional<String> name =
                variable.map(Variable::value).or(() -> client.currentContext().known());
        if (unread.cause() != Cause.FAILED || name.isEmpty() || isListed(client, name.get())) return Optional.empty();
        List<Evidence> evidence = new ArrayList<>();
        variable.ifPresent(by -> evidence.add(seen(by)));
        if (variable.isEmpty()) {
            evidence.add(Seen.of("evidence.docker.current-context", client.currentContext(), unread.source()));
        }
        evidence.add(Evidence.of("evidence.docker.context", unread.detail(), unread.source()));
        Finding missing = problem(MACHINE, "context-missing", evidence, name.get());
        if (variable.isPresent()) {
            return Optional.of(missing.fixedBy(EndpointFixes.remove(machine, client, variable.get())));
        }
        return Optional.of(EndpointFixes.useContext(client, EndpointFixes.desktopContext(client))
                .map(missing::fixedBy)
                .orElse(missing));
    }

    private Finding chosen(Machine machine, DockerClient client, Choice choice, Source source) {
        return switch (choice.by()) {
            case OVERRIDE -> ok(MACHINE, "override", choice.endpoint());
            case DOCKER_HOST ->
                variable(client, "DOCKER_HOST")
                        .map(variable -> byVariable(machine, client, choice, variable))
                        .orElseGet(() -> ok(MACHINE, "variable", choice.endpoint(), "DOCKER_HOST"));
            case DOCKER_CONTEXT, CURRENT_CONTEXT, DEFAULT -> byContext(machine, client, choice, source);
        };
    }

    private Finding byVariable(Machine machine, DockerClient client, Choice choice, Variable variable) {
        Reading<HttpStatus> ping = machine.dockerEngine().flatMap((engine, _) -> engine.ping());
        List<Evidence> evidence = new ArrayList<>(List.of(seen(variable), Seen.ping(ping, variable.source())));
        evidence.addAll(leftBehind(client));
        Fix remove = EndpointFixes.remove(machine, client, variable, LEFT_BEHIND);
        boolean standard = new Endpoint(choice.endpoint()).isStandard();
        return switch (ping) {
            case Reading.Known<HttpStatus> _ -> answering(machine, client, choice, variable, evidence);
            case Reading.Absent<HttpStatus> _
            when !standard ->
                problem(MACHINE, "variable-dead", evidence, "DOCKER_HOST", choice.endpoint())
                        .fixedBy(remove);
            case Reading.Unknown<HttpStatus>(Cause cause, var _, var _)
            when cause == Cause.TIMED_OUT && !standard ->
                warning(MACHINE, "variable-silent", evidence, "DOCKER_HOST", choice.endpoint())
                        .fixedBy(remove);
            case Reading.Unknown<HttpStatus> unread
            when !standard ->
                // Docker Desktop is there, and no command reaches it.
                Presence.isDesktopHere(machine)
                        ? likely(MACHINE, "variable-unread", evidence, "DOCKER_HOST", choice.endpoint())
                                .fixedBy(remove)
                        : unknown(MACHINE, unread);
            // The choice is sound; whether an engine is behind it is another check's question.
            case Reading.Absent<HttpStatus> _, Reading.Unknown<HttpStatus> _, Reading.NotApplicable<HttpStatus> _ ->
                ok(MACHINE, "variable", choice.endpoint(), "DOCKER_HOST");
        };
    }

    /// The variable works, but a context that the user chose is never used.
    private Finding answering(
            Machine machine, DockerClient client, Choice choice, Variable variable, List<Evidence> evidence) {
        Optional<Context> overridden = client.currentContext().known().stream()
                .flatMap(name -> client.contexts().stream()
                        .filter(context -> context.name().equals(name)))
                .filter(context -> !context.host().isEmpty() && !isSame(machine, choice, context))
                .findFirst();
        if (overridden.isEmpty()) return ok(MACHINE, "variable", choice.endpoint(), "DOCKER_HOST");
        Context context = overridden.get();
        return warning(
                        MACHINE,
                        "variable-overrides",
                        evidence,
                        "DOCKER_HOST",
                        choice.endpoint(),
                        context.name(),
                        context.host())
                .with(Evidence.of("evidence.docker.context", context.name() + " " + context.host(), context.source()))
                .fixedBy(EndpointFixes.remove(machine, client, variable));
    }

    /// Docker Desktop serves its Linux engine at two pipes.
    private static boolean isSame(Machine machine, Choice choice, Context context) {
        if (context.host().equals(choice.endpoint())) return true;
        boolean linux = machine.dockerEngine()
                .flatMap((engine, _) -> engine.version())
                .known()
                .filter(version -> version.os().equals("linux"))
                .isPresent();
        return linux
                && Stream.of(choice.endpoint(), context.host()).allMatch(url -> new Endpoint(url).isDesktopLinux());
    }

    private Finding byContext(Machine machine, DockerClient client, Choice choice, Source source) {
        if (client.currentContext() instanceof Reading.Unknown<String>(Cause cause, String detail, Source from)
                && cause == Cause.UNREADABLE) {
            List<Evidence> evidence = List.of(Evidence.of("evidence.docker.config-file", detail, from));
            String file = client.configJson().known().map(FileContent::path).orElse(from.what());
            return warning(MACHINE, "config-ignored", evidence, file, choice.endpoint());
        }
        return wrongPipe(machine, client, choice, source)
                .or(() -> byTlsVariable(machine, client, choice))
                .orElseGet(() -> choice.context().equals("default")
                        ? ok(MACHINE, "default", choice.endpoint())
                        : ok(MACHINE, "context", choice.endpoint(), choice.context()));
    }

    /// Nothing is at the chosen pipe. That another one exists proves little: those of engines that do not run are
    /// there too.
    private Optional<Finding> wrongPipe(Machine machine, DockerClient client, Choice choice, Source source) {
        Optional<DockerEngine> engine =
                machine.dockerEngine().known().filter(asked -> asked.ping().isAbsent());
        if (engine.isEmpty() || new Endpoint(choice.endpoint()).pipe().isEmpty()) return Optional.empty();
        Evidence chosen = Evidence.of("evidence.docker.endpoint", choice.endpoint(), source);
        if (engine.get().elsewhere() instanceof Reading.Known<String>(String url, Source from)) {
            List<Evidence> evidence = List.of(chosen, Evidence.of("evidence.docker.endpoint", url, from));
            Finding wrong = problem(MACHINE, "wrong-pipe", evidence, choice.endpoint(), url);
            return Optional.of(toPipe(machine, client, source, url, wrong));
        }
        return otherPipe(machine, choice).map(pipe -> {
            List<Evidence> evidence = List.of(
                    chosen,
                    Evidence.of("evidence.docker.pipe", true, pipe.state().sourceOr(source)));
            Finding likely = likely(MACHINE, "other-pipe", evidence, choice.endpoint(), pipe.name());
            return toPipe(machine, client, source, "npipe:////./pipe/" + pipe.name(), likely);
        });
    }

    /// The one at which no other engine than that of Linux containers is ever served.
    private static Optional<Pipe> otherPipe(Machine machine, Choice choice) {
        return machine.dockerDesktop().known().stream()
                .flatMap(desktop -> desktop.pipes().stream())
                .filter(pipe -> pipe.name().equalsIgnoreCase(LINUX))
                .filter(pipe -> !new Endpoint(choice.endpoint()).isPipe(pipe.name()))
                .filter(pipe -> pipe.state().known().orElse(false))
                .findFirst();
    }

    private static Finding toPipe(Machine machine, DockerClient client, Source source, String url, Finding wrong) {
        Optional<Variable> variable = variable(client, "DOCKER_CONTEXT");
        if (variable.isPresent()) return wrong.fixedBy(EndpointFixes.remove(machine, client, variable.get()));
        String name = new Endpoint(url).pipe().orElse("");
        return Stream.concat(client.contexts().stream(), standard(source))
                .filter(context -> new Endpoint(context.host()).isPipe(name))
                .findFirst()
                .flatMap(context -> EndpointFixes.useContext(client, context.name()))
                .map(wrong::fixedBy)
                .orElse(wrong);
    }

    /// Without DOCKER_HOST, a switch for TLS alone sends the commands of the default context to another place.
    private Optional<Finding> byTlsVariable(Machine machine, DockerClient client, Choice choice) {
        Optional<Variable> variable = Stream.of("DOCKER_TLS_VERIFY", "DOCKER_TLS")
                .flatMap(name -> variable(client, name).stream())
                .findFirst();
        boolean sent = choice.context().equals("default") && choice.endpoint().startsWith("tcp://");
        if (variable.isEmpty() || !sent) return Optional.empty();
        Reading<HttpStatus> ping = machine.dockerEngine().flatMap((engine, _) -> engine.ping());
        List<Evidence> evidence = new ArrayList<>(leftBehind(client));
        evidence.add(Seen.ping(ping, variable.get().source()));
        Finding found = ping.isAbsent()
                ? problem(MACHINE, "tls-variable", evidence, variable.get().name(), choice.endpoint())
                : likely(MACHINE, "tls-variable-set", evidence, variable.get().name(), choice.endpoint());
        return Optional.of(found.fixedBy(EndpointFixes.remove(machine, client, variable.get(), LEFT_BEHIND)));
    }

    /// What stays of Docker Toolbox besides DOCKER_HOST.
    private static List<Evidence> leftBehind(DockerClient client) {
        return LEFT_BEHIND.stream()
                .flatMap(name -> variable(client, name).stream())
                .map(EndpointCheck::seen)
                .toList();
    }

    private static Stream<Context> standard(Source source) {
        return Stream.of(new Context("default", "npipe:////./pipe/docker_engine", source));
    }

    private static boolean isListed(DockerClient client, String context) {
        return client.contexts().stream().anyMatch(listed -> listed.name().equals(context));
    }

    private static Optional<Variable> variable(DockerClient client, String name) {
        return client.variables().stream()
                .filter(variable -> variable.name().equals(name))
                .findFirst();
    }

    /// The variable with the place that sets it, as evidence.
    static Evidence seen(Variable variable) {
        String set = variable.name() + "=" + variable.value();
        Text words = Text.of("evidence.value.because", set, Text.of("evidence.scope." + variable.scope()));
        return Evidence.of("evidence.docker.variable", set + " (" + variable.scope() + ")", words, variable.source());
    }
}
