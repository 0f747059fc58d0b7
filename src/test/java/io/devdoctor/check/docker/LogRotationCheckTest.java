package io.devdoctor.check.docker;

import static io.devdoctor.testing.Facts.NOW;
import static io.devdoctor.testing.Facts.absent;
import static io.devdoctor.testing.Facts.known;
import static io.devdoctor.testing.FindingAssert.expect;
import static io.devdoctor.testing.FindingAssert.title;
import static org.assertj.core.api.Assertions.assertThat;

import io.devdoctor.check.Finding;
import io.devdoctor.check.Verdict;
import io.devdoctor.machine.Containers;
import io.devdoctor.machine.Containers.Container;
import io.devdoctor.machine.Containers.Details;
import io.devdoctor.machine.Containers.LogTarget;
import io.devdoctor.machine.Containers.Privileges;
import io.devdoctor.machine.Containers.Setup;
import io.devdoctor.machine.Containers.Wiring;
import io.devdoctor.machine.Machine;
import io.devdoctor.machine.Part;
import io.devdoctor.machine.Source;
import io.devdoctor.testing.DockerFacts;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// Logs whose size is known: where the files of the engine can be seen.
class LogRotationCheckTest {
    private static final long MIB = 1 << 20;

    @Test
    void aLogThatHasGrownWithoutALimitIsAWarningAndNamesItsContainer() {
        Finding large = expect(new LogRotationCheck(), machine(501 * MIB, Map.of()), Verdict.WARNING, "large");
        assertThat(title(large)).isEqualTo("Container logs without a limit have grown large");
        assertThat(large.message().args().toString()).contains("web-1");
        assertThat(large.fixes()).isNotEmpty();
    }

    @Test
    void aSmallLogAndALimitedOneAreNone() {
        expect(new LogRotationCheck(), machine(500 * MIB, Map.of()), Verdict.INFO, "unlimited");
        expect(new LogRotationCheck(), machine(900 * MIB, Map.of("max-size", "1g")), Verdict.INFO, "unlimited");
    }

    private static Machine machine(long size, Map<String, String> options) {
        Setup setup = new Setup(
                absent(),
                known(NOW),
                "sha256:1",
                "",
                "nginx",
                new Privileges(false, List.of(), List.of(), "", ""),
                new Wiring("bridge", List.of(), List.of(), List.of(), false),
                new LogTarget("json-file", options, known(size)),
                absent(),
                0);
        Details details = new Details(0, false, "", absent(), 0, 0, "no", "", setup);
        Container web = new Container(
                "1",
                "web-1",
                "nginx",
                "running",
                List.of(),
                Map.of(),
                List.of(),
                known(details),
                new Source(Source.Kind.ENGINE, "/containers/1/json", NOW));
        return new DockerFacts()
                .daemonJson("{\"debug\": true}")
                .windows()
                .with(Part.CONTAINERS, known(new Containers(List.of(web), false)));
    }
}
