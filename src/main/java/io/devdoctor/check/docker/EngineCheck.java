package io.devdoctor.check.docker;

import static io.devdoctor.check.CheckInfo.any;

import io.devdoctor.check.Area;
import io.devdoctor.check.Check;
import io.devdoctor.check.CheckInfo;
import io.devdoctor.check.Evidence;
import io.devdoctor.check.Finding;
import io.devdoctor.check.Subject;
import io.devdoctor.machine.DockerEngine;
import io.devdoctor.machine.DockerEngine.HttpStatus;
import io.devdoctor.machine.Machine;
import io.devdoctor.machine.Reading;
import io.devdoctor.machine.Reading.Cause;
import io.devdoctor.machine.Source;
import java.util.List;
import java.util.stream.Stream;

/// Whether an engine is alive behind the endpoint: ping, version and info, each within its budget.
final class EngineCheck implements Check {
    private static final CheckInfo INFO = new CheckInfo(
            "docker.engine",
            Area.DOCKER,
            Presence.NEEDS_AND_WSL,
            List.of(
                    any("docker.running"),
                    any("docker.user-access"),
                    any("docker.endpoint").whenBroken(),
                    any("docker.endpoint").ofUnread(),
                    any("docker.daemon-config"),
                    any("wsl.responds"),
                    any("wsl.installed").whenBroken(),
                    any("host.virtual-machine-platform"),
                    any("host.hypervisor"),
                    any("host.virtualization")));
    private static final int OK = 200;
    private static final int SERVER_ERROR = 500;

    @Override
    public CheckInfo info() {
        return INFO;
    }

    @Override
    public List<Finding> examine(Machine machine) {
        Subject subject = Endpoint.subject(machine);
        if (Presence.isNowhere(machine)) return List.of(notApplicable(subject));
        return judgeIfPresent(
                machine.dockerEngine(), subject, (engine, source) -> judge(machine, engine, subject, source));
    }

    private List<Finding> judge(Machine machine, DockerEngine engine, Subject subject, Source source) {
        List<Evidence> evidence = List.of(Seen.ping(engine.ping(), source));
        return switch (engine.ping()) {
            case Reading.Known<HttpStatus>(HttpStatus status, var _)
            when status.status() == OK -> List.of(alive(engine, subject, source));
            case Reading.Known<HttpStatus>(HttpStatus status, var _) ->
                List.of(error(machine, engine, subject, status, evidence));
            case Reading.Absent<HttpStatus> _ -> List.of(absent(machine, engine, subject, evidence));
            case Reading.Unknown<HttpStatus>(Cause cause, var _, var _)
            when cause == Cause.TIMED_OUT -> List.of(silent(subject, evidence, engine));
            case Reading.Unknown<HttpStatus>(Cause cause, var _, var _)
            when cause == Cause.DENIED -> List.of(denied(machine, engine, subject, evidence));
            case Reading.Unknown<HttpStatus> unread
            when unread.cause() == Cause.UNREADABLE -> List.of(unreadable(engine, subject, unread));
            case Reading.Unknown<HttpStatus> unread -> List.of(unknown(subject, unread));
            case Reading.NotApplicable<HttpStatus> _ -> List.of(notApplicable(subject));
        };
    }

    /// A chosen endpoint that keeps silent explains the silence, though nobody can prove that it is dead.
    private Finding silent(Subject subject, List<Evidence> evidence, DockerEngine engine) {
        return warning(subject, "silent", evidence, engine.endpoint())
                .explainedBy(Stream.concat(INFO.causes().stream(), Stream.of(any("docker.endpoint")))
                        .toList());
    }

    /// Docker Desktop's proxy answers with an error while its engine starts; nobody else does.
    private Finding error(
            Machine machine, DockerEngine engine, Subject subject, HttpStatus status, List<Evidence> evidence) {
        String code = String.valueOf(status.status());
        if (Presence.isPaused(status)) return warning(subject, "paused", evidence, engine.endpoint());
        boolean starting = status.status() >= SERVER_ERROR && new Endpoint(engine.endpoint()).isDesktops();
        return starting && !Presence.isWslIll(machine)
                ? likely(subject, "not-ready", evidence, engine.endpoint(), code)
                : problem(subject, "error", evidence, engine.endpoint(), code);
    }

    private Finding alive(DockerEngine engine, Subject subject, Source source) {
        return switch (engine.version()) {
            case Reading.Known<DockerEngine.Version>(var version, var _) -> described(engine, version, subject, source);
            case Reading.Unknown<DockerEngine.Version> unread -> slowOrUnread(engine, subject, unread);
            case Reading.Absent<DockerEngine.Version>(var from) -> halfDead(engine, subject, from);
            case Reading.NotApplicable<DockerEngine.Version> _ -> notApplicable(subject);
        };
    }

    private Finding described(DockerEngine engine, DockerEngine.Version version, Subject subject, Source source) {
        return switch (engine.info()) {
            case Reading.Known<DockerEngine.Info> _
            when version.platform().startsWith("Docker Desktop") ->
                ok(subject, "desktop", version.engine(), engine.endpoint(), version.platform());
            case Reading.Known<DockerEngine.Info> _ -> ok(subject, "ok", version.engine(), engine.endpoint());
            case Reading.Unknown<DockerEngine.Info> unread -> slowOrUnread(engine, subject, unread);
            case Reading.Absent<DockerEngine.Info>(var from) -> halfDead(engine, subject, from);
            case Reading.NotApplicable<DockerEngine.Info> _ -> halfDead(engine, subject, source);
        };
    }

    private Finding slowOrUnread(DockerEngine engine, Subject subject, Reading.Unknown<?> unread) {
        if (unread.cause() == Cause.UNREADABLE) return unreadable(engine, subject, unread);
        if (unread.cause() != Cause.TIMED_OUT) return unknown(subject, unread);
        Evidence evidence = Evidence.of("evidence.docker.answer", unread.detail(), unread.source());
        return warning(
                subject,
                "slow",
                List.of(evidence),
                engine.endpoint(),
                unread.source().what());
    }

    /// Bytes came that are no engine's: whoever asks there, docker included, gets the same.
    private Finding unreadable(DockerEngine engine, Subject subject, Reading.Unknown<?> unread) {
        Evidence evidence = Evidence.of("evidence.docker.answer", unread.detail(), unread.source());
        return problem(subject, "unreadable", List.of(evidence), engine.endpoint());
    }

    /// It answered the ping and was gone for the next question.
    private Finding halfDead(DockerEngine engine, Subject subject, Source from) {
        Evidence evidence = Evidence.of("evidence.docker.answer", "absent", from);
        return warning(subject, "slow", List.of(evidence), engine.endpoint(), from.what());
    }

    private Finding absent(Machine machine, DockerEngine engine, Subject subject, List<Evidence> evidence) {
        boolean windows = machine.platform().isWindows();
        if (!windows && new Endpoint(engine.endpoint()).isStandard()) {
            return info(subject, "not-started", evidence, engine.endpoint())
                    .fixedBy(DesktopFixes.byHand("docker.engine/start", "fix.docker.engine/start"));
        }
        // Nothing is broken where Docker Desktop just does not run.
        return new Endpoint(engine.endpoint()).isDesktops()
                ? warning(subject, "stopped", evidence, engine.endpoint())
                : problem(subject, "absent", evidence, engine.endpoint());
    }

    private Finding denied(Machine machine, DockerEngine engine, Subject subject, List<Evidence> evidence) {
        Finding denied = problem(subject, "denied", evidence, engine.endpoint());
        return machine.platform().isWindows()
                ? denied
                : denied.fixedBy(DesktopFixes.byHand("docker.engine/group", "fix.docker.engine/group"));
    }
}
