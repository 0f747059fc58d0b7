package io.devdoctor.check.project.compose;

import static io.devdoctor.testing.Facts.SOURCE;
import static io.devdoctor.testing.Facts.known;
import static org.assertj.core.api.Assertions.assertThat;

import io.devdoctor.machine.EngineNetworks;
import io.devdoctor.machine.EngineNetworks.Subnets;
import io.devdoctor.machine.Machine;
import io.devdoctor.machine.Network;
import io.devdoctor.machine.Network.Route;
import io.devdoctor.machine.Part;
import io.devdoctor.machine.Reading;
import io.devdoctor.testing.Facts;
import io.devdoctor.testing.NetworkFacts;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NetworksCheckTest {
    private static final String GATEWAY = """
        services:
          gateway:
            image: nginx:alpine
            depends_on:
              - users
          users:
            image: users
            networks:
              - backend
        networks:
          backend:
        """;

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '^', textBlock = """
        a: {image: x, depends_on: [b]}, b: {image: x}                                        |
        a: {image: x, depends_on: [b]}, b: {image: x, networks: [n]}                         | warning apart 1
        a: {image: x, networks: [default, n], depends_on: [b]}, b: {image: x, networks: [n]} |
        a: {image: x, environment: {DB_HOST: b}}, b: {image: x, networks: [n]}               | warning apart 1
        a: {image: x, environment: {URL: 'http://b:80/x'}}, b: {image: x, networks: [n]}     | warning apart 1
        a: {image: x, environment: ['DSN=postgres://u:p@b/db']}, b: {image: x, networks: [n]} | warning apart 1
        a: {image: x, environment: {MODE: b}}, b: {image: x, networks: [n]}                  |
        a: {image: x, environment: {URL: 'http://b.example.com'}}, b: {image: x, networks: [n]} |
        a: {image: x, links: [b], networks: [n]}, b: {image: x}                              |
        a: {image: x, network_mode: bridge, ports: ['80:80']}                                |
        a: {image: x, network_mode: bridge, environment: {DB_HOST: b}}, b: {image: x}        | warning bridge 1
        a: {image: x, network_mode: host, ports: ['80:80']}                                  | warning host-ports 1
        a: {image: x, network_mode: host}                                                    | info host 1
        a: {image: x, network_mode: 'service:b', ports: ['80:80']}, b: {image: x}            | warning shared-ports 1
        a: {image: x, network_mode: 'service:b'}, b: {image: x, ports: ['80:80']}            |
        """)
    void says(String services, String expected) {
        assertThat(Compose.say(new NetworksCheck(), Compose.project("services: {" + services + "}\nnetworks: {n: }\n"))
                        .all())
                .isEqualTo(expected == null ? "" : expected);
    }

    @Test
    void takesTheGatewayOntoTheNetworkOfItsServices() {
        assertThat(Compose.say(new NetworksCheck(), Compose.project(GATEWAY)).fixed())
                .isEqualTo(GATEWAY.replace(
                        "      - users\n", "      - users\n    networks:\n      - default\n      - backend\n"));
    }

    private static Machine machine(String network) {
        return Compose.machine(
                Compose.project("services: {a: {image: x, networks: [n]}}\nnetworks:\n  n: " + network + "\n"));
    }

    @Test
    void comparesAddressesWithRoutesAndNetworks() {
        Machine fixed = machine("{ipam: {config: [{subnet: 10.8.0.0/16}]}}");
        assertThat(Compose.say(new NetworksCheck(), fixed).isOk()).isTrue();
        Network well = NetworkFacts.excluding(known(List.of())).known().orElseThrow();
        Network tunnel = new Network(
                well.excluded(),
                well.dynamic(),
                well.listeners(),
                known(List.of(new Route("10.8.4.0/24", "VPN"))),
                well.addresses(),
                well.proxies(),
                well.nat(),
                well.hosts());
        assertThat(Compose.say(new NetworksCheck(), fixed.with(Part.NETWORK, known(tunnel)))
                        .all())
                .isEqualTo("warning subnet 3");
        assertThat(Compose.say(new NetworksCheck(), fixed.with(Part.ENGINE_NETWORKS, engine("other", "10.8.0.0/20")))
                        .all())
                .isEqualTo("warning subnet-taken 3");
        assertThat(Compose.say(new NetworksCheck(), fixed.with(Part.ENGINE_NETWORKS, engine("shop_n", "10.8.0.0/16")))
                        .isOk())
                .isTrue();
        assertThat(Compose.say(new NetworksCheck(), fixed.with(Part.NETWORK, Facts.timedOut()))
                        .all())
                .isEqualTo("unknown TIMED_OUT");
    }

    private static Reading<EngineNetworks> engine(String name, String subnet) {
        return known(new EngineNetworks(List.of(new Subnets(name, List.of(subnet), SOURCE))));
    }

    @Test
    void looksForNetworksThatMustBeThere() {
        Machine external = machine("{external: true, name: proxy}");
        assertThat(Compose.say(new NetworksCheck(), external).all()).isEqualTo("warning external 3");
        assertThat(Compose.say(new NetworksCheck(), external.with(Part.ENGINE_NETWORKS, engine("proxy", "10.0.0.0/8")))
                        .isOk())
                .isTrue();
        assertThat(Compose.say(new NetworksCheck(), external.with(Part.ENGINE_NETWORKS, Facts.timedOut()))
                        .all())
                .isEqualTo("unknown TIMED_OUT");
    }
}
