package io.devdoctor.check.docker;

import static io.devdoctor.check.CheckInfo.any;

import io.devdoctor.check.Area;
import io.devdoctor.check.Check;
import io.devdoctor.check.CheckInfo;
import io.devdoctor.check.Evidence;
import io.devdoctor.check.Finding;
import io.devdoctor.check.Subject;
import io.devdoctor.check.Version;
import io.devdoctor.fix.Effect;
import io.devdoctor.fix.Fix;
import io.devdoctor.fix.Step;
import io.devdoctor.fix.TakesEffect;
import io.devdoctor.fix.Tool;
import io.devdoctor.machine.DockerAccess;
import io.devdoctor.machine.DockerEngine;
import io.devdoctor.machine.DockerEngine.HttpStatus;
import io.devdoctor.machine.Machine;
import io.devdoctor.machine.Part;
import io.devdoctor.machine.Reading;
import io.devdoctor.machine.Reading.Cause;
import io.devdoctor.machine.Source;
import io.devdoctor.text.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// Whether this user is let in to the engine, and if not, why. The group `docker-users` is asked for by the Hyper-V
/// backend, by Windows containers and, before 4.65, by the WSL 2 backend too.
final class UserAccessCheck implements Check {
    private static final CheckInfo INFO = new CheckInfo(
            "docker.user-access",
            Area.DOCKER,
            Set.of(Part.DOCKER_DESKTOP, Part.DOCKER_CLIENT, Part.DOCKER_ENGINE, Part.DOCKER_ACCESS),
            List.of(any("docker.config-files").ofUnread(), any("wsl.responds").ofUnread()));
    private static final Version WITHOUT_GROUP = Version.of("4.65");

    @Override
    public CheckInfo info() {
        return INFO;
    }

    @Override
    public List<Finding> examine(Machine machine) {
        Subject subject = Endpoint.subject(machine);
        if (Presence.isNowhere(machine)) return List.of(notApplicable(subject));
        return judgeIfPresent(
                machine.dockerEngine(), subject, (engine, source) -> List.of(judge(machine, engine, subject, source)));
    }

    private Finding judge(Machine machine, DockerEngine engine, Subject subject, Source source) {
        // Elsewhere no right of this computer decides.
        if (new Endpoint(engine.endpoint()).isElsewhere()) return notApplicable(subject);
        List<Evidence> evidence = new ArrayList<>(List.of(Seen.ping(engine.ping(), source)));
        return switch (engine.ping()) {
            case Reading.Known<HttpStatus> _ -> ok(subject, "ok", engine.endpoint());
            case Reading.Absent<HttpStatus> _, Reading.NotApplicable<HttpStatus> _ -> notApplicable(subject);
            case Reading.Unknown<HttpStatus> unread when unread.cause() != Cause.DENIED -> unknown(subject, unread);
            case Reading.Unknown<HttpStatus> _
            when !machine.platform().isWindows() ->
                problem(subject, "socket", evidence, engine.endpoint())
                        .fixedBy(DesktopFixes.byHand("docker.user-access/group", "fix.docker.engine/group"));
            case Reading.Unknown<HttpStatus> _ -> denied(machine, engine, subject, evidence);
        };
    }

    private Finding denied(Machine machine, DockerEngine engine, Subject subject, List<Evidence> evidence) {
        Reading<DockerAccess> read = machine.part(Part.DOCKER_ACCESS);
        if (needsGroup(machine) && read instanceof Reading.Known<DockerAccess>(DockerAccess access, Source source)) {
            evidence.add(Seen.of("evidence.docker.group-member", access.member(), source));
            evidence.add(Seen.of("evidence.docker.group-listed", access.listed(), source));
            boolean listed = access.listed().known().orElse(false);
            if (listed && isFalse(access.member())) {
                return problem(subject, "sign-out", evidence, engine.endpoint())
                        .fixedBy(DesktopFixes.byHand("docker.user-access/sign-out", "fix.docker.user-access/sign-out"));
            }
            if (isFalse(access.listed()) && isFalse(access.member())) {
                return problem(subject, "not-member", evidence, engine.endpoint())
                        .fixedBy(join(access));
            }
        }
        return problem(subject, "other-user", evidence, engine.endpoint())
                .fixedBy(DesktopFixes.byHand("docker.user-access/other-user", "fix.docker.running/other-user"));
    }

    private static boolean isFalse(Reading<Boolean> reading) {
        return !reading.known().orElse(true);
    }

    /// Nobody is sent into a group that is equal to an administrator without need.
    private static boolean needsGroup(Machine machine) {
        boolean old = Presence.desktopVersion(machine)
                .filter(version -> version.isBefore(WITHOUT_GROUP))
                .isPresent();
        return old
                || DesktopSettings.of(machine)
                        .known()
                        .filter(settings -> !settings.isOn("WslEngineEnabled", true)
                                || settings.isOn("UseWindowsContainers", false))
                        .isPresent();
    }

    private static Fix join(DockerAccess access) {
        String id = "docker.user-access/join";
        if (!Tool.Grammar.ACCOUNT.admits(access.account())) {
            return DesktopFixes.byHand(id, "fix.docker.user-access/join-by-hand");
        }
        List<String> account = List.of(access.account());
        Step.RunTool leave = new Step.RunTool(Tool.DOCKER_USERS_LEAVE, account, null);
        return Fix.of(
                        id,
                        Text.of("fix.docker.user-access/join.title", access.account()),
                        Set.of(Effect.ADMIN),
                        new Step.RunTool(Tool.DOCKER_USERS_JOIN, account, leave))
                .takingEffect(TakesEffect.SIGN_OUT)
                .warning(Text.of("warning.docker.group-is-powerful"));
    }
}
