package io.devdoctor;

import static org.assertj.core.api.Assertions.assertThat;

import io.devdoctor.examination.Cancellation;
import io.devdoctor.examination.MachineMutes;
import io.devdoctor.examination.Wish;
import io.devdoctor.machine.DockerClient;
import io.devdoctor.machine.Machine;
import io.devdoctor.machine.Reading;
import io.devdoctor.store.Asking;
import io.devdoctor.store.Settings;
import io.devdoctor.system.Budget;
import io.devdoctor.system.Ports;
import io.devdoctor.system.Queries;
import io.devdoctor.system.posix.PosixPorts;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

/// What a person chose holds in the very next examination.
class LocalMachinesTest {
    private static final String NOBODY = "unix:///no/such/engine.sock";
    private final AtomicReference<Asking> chosen =
            new AtomicReference<>(Settings.defaults().asking());
    private final LocalMachines machines = new LocalMachines(PosixPorts::live, () -> MachineMutes.NONE, chosen::get);

    private Machine examined(String check) {
        return examined(check, Wish.NOTHING);
    }

    private Machine examined(String check, Wish wish) {
        return machines.live(wish)
                .only(info -> info.id().equals(check))
                .run(_ -> {}, new Cancellation())
                .machine();
    }

    @Test
    void examinesTheEngineThatIsWishedForOnce() {
        assertThat(endpoint(examined("docker.engine", Wish.NOTHING.withEngine(NOBODY))))
                .isEqualTo(NOBODY);
        assertThat(endpoint(examined("docker.endpoint"))).isNotEqualTo(NOBODY);
    }

    @Test
    void examinesTheEngineThatWasChosen() {
        assertThat(endpoint(examined("docker.endpoint"))).isNotEqualTo(NOBODY);
        chosen.set(chosen.get().withEngine(Optional.of(NOBODY)));
        Machine machine = examined("docker.engine");
        assertThat(endpoint(machine)).isEqualTo(NOBODY);
        assertThat(machine.dockerEngine().isKnown()
                        && machine.dockerEngine().known().orElseThrow().ping().isKnown())
                .isFalse();
    }

    @Test
    void asksTheTimeServersThatWereChosen() {
        chosen.set(chosen.get().withTimeServers(List.of("127.0.0.1:9")));
        assertThat(examined("clock.host").clocks().known().orElseThrow().samples())
                .anyMatch(sample -> sample.server().equals("127.0.0.1:9"))
                .noneMatch(sample -> sample.server().equals("pool.ntp.org"));
    }

    @Test
    void waitsAsLongAsWasChosen() {
        Ports usual = PosixPorts.live();
        Ports patient = usual.patient(4);
        Duration command = usual.commands().limit(Queries.WSL_LIST.fill());
        Duration call = usual.engine().limit(Budget.ENGINE_INFO);
        assertThat(patient.commands().limit(Queries.WSL_LIST.fill())).isEqualTo(command.multipliedBy(4));
        assertThat(patient.engine().limit(Budget.ENGINE_INFO)).isEqualTo(call.multipliedBy(4));
    }

    private static String endpoint(Machine machine) {
        return machine.dockerClient().flatMap((client, _) -> client.chosen())
                        instanceof Reading.Known<DockerClient.Choice>(var choice, var _)
                ? choice.endpoint()
                : "";
    }
}
