package io.devdoctor.probe;

import static io.devdoctor.probe.Recordings.cause;
import static io.devdoctor.probe.Recordings.part;
import static io.devdoctor.probe.Recordings.read;
import static io.devdoctor.probe.Recordings.why;
import static io.devdoctor.probe.Recordings.windows;
import static org.assertj.core.api.Assertions.assertThat;

import io.devdoctor.machine.Drives;
import io.devdoctor.machine.Network;
import io.devdoctor.machine.Reading;
import java.util.List;
import org.junit.jupiter.api.Test;

class NetworkAndDrivesTest {
    private static final String PROVIDERS = "HKLM\\\\SYSTEM\\\\CurrentControlSet\\\\Control\\\\NetworkProvider";
    private static final String P9NP = "HKLM\\\\SYSTEM\\\\CurrentControlSet\\\\Services\\\\P9NP\\\\NetworkProvider";

    private static Network netsh(String answer) {
        return part(
                windows("'commands': [{'run': ['netsh.exe', 'interface', 'ipv4', 'show', 'excludedportrange',"
                        + " 'protocol=tcp'], "
                        + answer + "}]"),
                new NetworkProbe());
    }

    @Test
    void reservedPortsComeInTheOemCodePage() {
        Network network = netsh("'charset': 'GBK', 'stdout': '\\r\\n协议 tcp 端口排除范围\\r\\n\\r\\n开始端口    结束端口\\r\\n"
                + "----------    --------\\r\\n      1203        1302\\r\\n     50000       50059     *\\r\\n\\r\\n"
                + "* - 管理的端口排除。\\r\\n\\r\\n'");
        assertThat(network.excluded(Network.Stack.TCP4).known())
                .contains(List.of(new Network.PortRange(1203, 1302, false), new Network.PortRange(50000, 50059, true)));
        assertThat(cause(network.listeners())).isEqualTo(Reading.Cause.NOT_RECORDED);
    }

    @Test
    void anEmptyAnswerIsNotAnEmptyList() {
        assertThat(why(netsh("'stdout': '\\r\\n'").excluded(Network.Stack.TCP4)))
                .isEqualTo("UNREADABLE no table");
        assertThat(why(netsh("'exit': 1, 'stdout': 'The service has not been started.'")
                        .excluded(Network.Stack.TCP4)))
                .isEqualTo("FAILED exit 1: The service has not been started.");
        assertThat(cause(netsh("'timedOut': true").excluded(Network.Stack.TCP4)))
                .isEqualTo(Reading.Cause.TIMED_OUT);
    }

    @Test
    void listenersComeFromTheHardwarePort() {
        Network network = part(
                Recordings.linux("'hardware': {'listeners': [{'port': 8080, 'address': '0.0.0.0', 'protocol': 'tcp',"
                        + " 'pid': 4242, 'program': 'node'}]}"),
                new NetworkProbe());
        assertThat(network.listeners().known())
                .contains(List.of(new Network.Listener(8080, "0.0.0.0", "tcp", 4242, "node")));
        assertThat(network.excluded(Network.Stack.TCP4)).isInstanceOf(Reading.NotApplicable.class);
    }

    @Test
    void theOrderOfProvidersIsReadTwice() {
        Drives drives = part(
                windows(
                        """
                        'registry': {'%s\\\\Order': {'ProviderOrder': ['REG_SZ', 'RDPNP,LanmanWorkstation']},
                                     '%s\\\\HwOrder': {'ProviderOrder': ['REG_MULTI_SZ', ['P9NP']]},
                                     '%s': {'TriggerStartPrefix': ['REG_MULTI_SZ', ['wsl.localhost', 'wsl$']]}}\
                        """.formatted(PROVIDERS, PROVIDERS, P9NP),
                        "'services': {'P9Rdr': {'state': 'stopped', 'start': 'manual'}}"),
                new DrivesProbe());
        assertThat(drives.providerOrder().known()).contains("RDPNP,LanmanWorkstation");
        assertThat(why(drives.hwProviderOrder())).isEqualTo("UNREADABLE REG_MULTI_SZ, not REG_SZ");
        assertThat(drives.triggerPrefixes().known()).contains(List.of("wsl.localhost", "wsl$"));
        assertThat(drives.redirector().isKnown()).isTrue();
        assertThat(read(Recordings.linux(), new DrivesProbe())).isInstanceOf(Reading.NotApplicable.class);
    }
}
