package io.devdoctor.check.network;

import static io.devdoctor.check.Subject.MACHINE;

import io.devdoctor.check.Area;
import io.devdoctor.check.Check;
import io.devdoctor.check.CheckInfo;
import io.devdoctor.check.Evidence;
import io.devdoctor.check.Finding;
import io.devdoctor.check.Subject;
import io.devdoctor.fix.Fix;
import io.devdoctor.fix.Step;
import io.devdoctor.machine.Loopback;
import io.devdoctor.machine.Machine;
import io.devdoctor.machine.Part;
import io.devdoctor.machine.Reading;
import io.devdoctor.machine.Source;
import io.devdoctor.text.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;

/// Whether ports that running containers publish answer on `localhost`. A program that listens on 127.0.0.1 inside its
/// container cannot be told from here: the proxy in front of it accepts every connection.
final class LoopbackCheck implements Check {
    private static final CheckInfo INFO = new CheckInfo(
            "network.loopback",
            Area.NETWORK,
            Set.of(Part.LOOPBACK, Part.DOCKER_ENGINE),
            List.of(
                    CheckInfo.sameWorld("docker.engine").ofUnread(),
                    CheckInfo.any("docker.endpoint").ofUnread(),
                    CheckInfo.sameSubject("network.reserved-ports"),
                    CheckInfo.sameSubject("network.port-owner")));

    @Override
    public CheckInfo info() {
        return INFO;
    }

    @Override
    public List<Finding> examine(Machine machine) {
        if (EngineHere.isElsewhere(machine)) return List.of(notApplicable(MACHINE));
        return judgeIfPresent(
                machine.part(Part.LOOPBACK), EngineHere.subject(machine), (loopback, _) -> judge(loopback));
    }

    private List<Finding> judge(Loopback loopback) {
        List<Finding> found = new ArrayList<>();
        new TreeMap<>(loopback.ports()).forEach((port, answer) -> judge(port, answer, found));
        return found.isEmpty() ? List.of(ok(MACHINE, "ok", loopback.ports().size())) : List.copyOf(found);
    }

    private void judge(int port, Loopback.Answer answer, List<Finding> found) {
        String number = String.valueOf(port);
        Subject subject = Subject.of(Subject.Kind.PORT, number);
        switch (answer.four()) {
            case Reading.Known<Boolean> _ -> {
                if (answer.six() instanceof Reading.Absent<Boolean>(Source six)) {
                    found.add(info(subject, "four-only", List.of(refused("[::1]:" + port, six)), number));
                }
            }
            case Reading.Absent<Boolean>(Source four) ->
                found.add(warning(subject, "refused", List.of(refused("127.0.0.1:" + port, four)), number)
                        .fixedBy(byHand()));
            case Reading.Unknown<Boolean> unread
            when unread.cause() == Reading.Cause.TIMED_OUT ->
                found.add(
                        warning(subject, "silent", List.of(Evidence.unread("evidence.network.connect", unread)), number)
                                .fixedBy(byHand()));
            case Reading.Unknown<Boolean> unread -> found.add(unknown(subject, unread));
            case Reading.NotApplicable<Boolean> _ -> {}
        }
    }

    private static Evidence refused(String to, Source source) {
        Text words = Text.of("evidence.value.of", to, Text.of("evidence.value.refused"));
        return Evidence.of("evidence.network.connect", to + " refused", words, source);
    }

    private static Fix byHand() {
        return Fix.safe(
                "network.loopback/restart",
                Text.of("fix.network.loopback/restart.title"),
                new Step.Manual(Text.of("fix.network.loopback/restart.words"), null));
    }
}
