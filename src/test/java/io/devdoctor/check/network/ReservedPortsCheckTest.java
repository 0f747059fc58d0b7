package io.devdoctor.check.network;

import static io.devdoctor.testing.EngineFacts.container;
import static io.devdoctor.testing.EngineFacts.containers;
import static io.devdoctor.testing.EngineFacts.failed;
import static io.devdoctor.testing.EngineFacts.publishing;
import static io.devdoctor.testing.Facts.absent;
import static io.devdoctor.testing.Facts.known;
import static io.devdoctor.testing.Facts.timedOut;
import static io.devdoctor.testing.FindingAssert.expect;
import static io.devdoctor.testing.FindingAssert.title;
import static org.assertj.core.api.Assertions.assertThat;

import io.devdoctor.check.Check;
import io.devdoctor.check.Finding;
import io.devdoctor.check.Verdict;
import io.devdoctor.machine.Containers;
import io.devdoctor.machine.Machine;
import io.devdoctor.machine.Network.PortRange;
import io.devdoctor.machine.Part;
import io.devdoctor.machine.Reading;
import io.devdoctor.testing.EngineFacts;
import io.devdoctor.testing.Facts;
import io.devdoctor.testing.NetworkFacts;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReservedPortsCheckTest {
    private static final Reading<List<PortRange>> RANGES =
            known(List.of(new PortRange(5400, 5499, false), new PortRange(50000, 50059, true)));
    private final Check check = new ReservedPortsCheck();

    /// Docker's own words, with what a Chinese Windows adds.
    @Test
    void portThatCouldNotBeBoundIsAProblem() {
        Containers.Container refused = failed(
                container("db", "created"),
                "Ports are not available: exposing port TCP 0.0.0.0:5432 -> 127.0.0.1:0: listen tcp 0.0.0.0:5432: bind:"
                        + " 以一种访问权限不允许的方式做了一个访问套接字的尝试。");
        Finding found = expect(check, machine(RANGES, containers(refused)), Verdict.PROBLEM, "reserved");
        assertThat(title(found)).isEqualTo("Port 5432 lies in a range Windows reserves (5400–5499)");
    }

    @Test
    void runningContainerIsAtRisk() {
        Containers.Container web = publishing(container("web", "running"), 5432);
        expect(check, machine(RANGES, containers(web)), Verdict.WARNING, "at-risk");
    }

    @Test
    void administeredRangesAndOtherPortsAreHarmless() {
        Containers.Container starred = publishing(container("web", "created"), 50010);
        expect(check, machine(RANGES, containers(starred)), Verdict.OK, "ok");
        Containers.Container other = publishing(container("web", "created"), 8080);
        expect(check, machine(RANGES, containers(other)), Verdict.OK, "ok");
        expect(check, machine(RANGES, absent()), Verdict.OK, "ok");
    }

    @Test
    void whatWasNotReadIsUnknown() {
        expect(check, machine(timedOut(), containers()), Verdict.UNKNOWN, "unknown");
        Finding silent = expect(check, machine(RANGES, timedOut()), Verdict.UNKNOWN, "unknown");
        assertThat(silent.subject().world()).isEqualTo(EngineFacts.ENDPOINT);
    }

    private static Machine machine(Reading<List<PortRange>> ranges, Reading<Containers> containers) {
        return Facts.windows()
                .with(Part.NETWORK, NetworkFacts.excluding(ranges))
                .with(Part.CONTAINERS, containers)
                .with(Part.WSL, absent())
                .with(Part.DOCKER_DESKTOP, absent())
                .with(Part.WSL_ANSWER, absent())
                .with(Part.DOCKER_ENGINE, EngineFacts.silent());
    }
}
