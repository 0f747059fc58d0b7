package io.devdoctor.check.project.compose;

import static io.devdoctor.testing.Facts.known;
import static org.assertj.core.api.Assertions.assertThat;

import io.devdoctor.machine.Containers.Container;
import io.devdoctor.machine.Machine;
import io.devdoctor.machine.Network;
import io.devdoctor.machine.Network.Listener;
import io.devdoctor.machine.Network.PortRange;
import io.devdoctor.machine.Part;
import io.devdoctor.machine.Reading;
import io.devdoctor.testing.EngineFacts;
import io.devdoctor.testing.Facts;
import io.devdoctor.testing.NetworkFacts;
import io.devdoctor.testing.ProjectFacts;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PortsCheckTest {
    private static final ProjectFacts WEB = Compose.project("services: {web: {image: x, ports: ['8080:80']}}\n");

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '^', textBlock = """
        a: {image: x, ports: ['80:80']}, b: {image: x, ports: ['127.0.0.1:80:80']}        | problem collision 1
        a: {image: x, ports: ['127.0.0.2:80:80']}, b: {image: x, ports: ['127.0.0.1:80:80']} |
        a: {image: x, ports: ['53:53/tcp', '53:53/udp']}                                  |
        a: {image: x, ports: ['53:53', '53:54']}                                          | problem collision 1
        a: {image: x, ports: ['80:80'], profiles: [dev]}, b: {image: x, ports: ['80:80'], profiles: [prod]} |
        a: {image: x, ports: ['80:80'], profiles: [dev]}, b: {image: x, ports: ['80:80']} | problem collision 1
        a: {image: x, ports: ['80']}, b: {image: x, ports: ['80']}                        |
        a: {image: x, ports: ['8000-8010:80']}, b: {image: x, ports: ['8005:80']}         |
        a: {image: x, ports: ['8000-8010:8000-8010']}, b: {image: x, ports: ['8005:80']}  | problem collision 1
        a: {image: x, ports: ['${P}:80']}, b: {image: x, ports: ['${P}:80']}              |
        a: {image: x, ports: ['80:80'], network_mode: host}, b: {image: x, ports: ['80:80']} |
        a: {image: x, ports: ['80:80'], deploy: {replicas: 2}}                            | problem replicas 1
        a: {image: x, ports: ['80-81:80'], deploy: {replicas: 2}}                         |
        a: {image: x, ports: [{target: 80, published: '80'}]}, b: {image: x, ports: ['80:8']} | problem collision 1
        a: {image: x, ports: [80:80]}                                                     |
        a: {image: x, ports: [22:22]}                                                     | info quotes 1
        """)
    void says(String services, String expected) {
        assertThat(Compose.say(new PortsCheck(), Compose.project("services: {" + services + "}\n"))
                        .all())
                .isEqualTo(expected == null ? "" : expected);
    }

    @Test
    void putsQuotesAround() {
        assertThat(Compose.say(new PortsCheck(), Compose.project("services:\n  a:\n    ports:\n      - 22:22\n"))
                        .fixed())
                .isEqualTo("services:\n  a:\n    ports:\n      - \"22:22\"\n");
    }

    private static String with(Reading<Network> network, Container... containers) {
        Machine machine = Compose.machine(WEB)
                .with(Part.NETWORK, network)
                .with(Part.CONTAINERS, EngineFacts.containers(containers));
        return Compose.say(new PortsCheck(), machine).all();
    }

    private static Reading<Network> network(Listener... listeners) {
        return NetworkFacts.excluding(known(List.of()))
                .map(well -> new Network(
                        well.excluded(),
                        well.dynamic(),
                        known(List.of(listeners)),
                        well.routes(),
                        well.addresses(),
                        well.proxies(),
                        well.nat(),
                        well.hosts()));
    }

    private static Container container(String project, String folder) {
        Container plain = EngineFacts.publishing(EngineFacts.container(project + "-web-1", "running"), 8080);
        return new Container(
                plain.id(),
                plain.name(),
                plain.image(),
                plain.state(),
                plain.ports(),
                Map.of("com.docker.compose.project", project, "com.docker.compose.project.working_dir", folder),
                plain.mounts(),
                plain.details(),
                plain.source());
    }

    @Test
    void knowsPortsThatOthersHave() {
        assertThat(with(network(), container("other", "C:\\src\\other"))).isEqualTo("warning container 1");
        assertThat(with(network(), container("shop", "C:\\src\\shop"))).isEmpty();
        assertThat(with(network(), container("shop", "D:\\shop"))).isEqualTo("warning container 1");
        assertThat(with(network(new Listener(8080, "0.0.0.0", "tcp", 42, "java.exe"))))
                .isEqualTo("problem program 1");
        assertThat(with(network(new Listener(8080, "127.0.0.1", "tcp", 42, "java.exe"))))
                .isEmpty();
        assertThat(with(network(new Listener(8080, "0.0.0.0", "tcp", 42, "com.docker.backend.exe"))))
                .isEmpty();
        assertThat(with(network(new Listener(8081, "0.0.0.0", "tcp", 42, "java.exe"))))
                .isEmpty();
    }

    @Test
    void knowsPortsThatWindowsWithholds() {
        assertThat(with(NetworkFacts.excluding(known(List.of(new PortRange(8050, 8149, false))))))
                .isEqualTo("problem reserved 1");
        assertThat(with(NetworkFacts.excluding(known(List.of(new PortRange(8050, 8149, true))))))
                .isEmpty();
        assertThat(with(
                        NetworkFacts.excluding(known(List.of(new PortRange(8050, 8149, false)))),
                        container("shop", "C:\\src\\shop")))
                .isEmpty();
    }

    @Test
    void asksForWhatIsUnreadOnlyWherePortsAreWanted() {
        assertThat(with(Facts.timedOut())).isEqualTo("unknown TIMED_OUT");
        Machine silent =
                Compose.machine(Compose.project("services: {a: {image: x}}\n")).with(Part.NETWORK, Facts.timedOut());
        assertThat(Compose.say(new PortsCheck(), silent).isOk()).isTrue();
    }
}
