package io.devdoctor.probe;

import static io.devdoctor.probe.Recordings.windows;
import static org.assertj.core.api.Assertions.assertThat;

import io.devdoctor.machine.Network.DynamicRange;
import io.devdoctor.machine.Network.PortProxy;
import io.devdoctor.machine.Reading;
import io.devdoctor.machine.Source;
import io.devdoctor.testing.Facts;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What netsh prints in any language, and the rules of port proxies as the registry keeps them.
class NetshNumbersTest {
    private static final Source NETSH = new Source(Source.Kind.COMMAND, "netsh", Facts.NOW);
    private static final String KEY = "HKLM\\\\SYSTEM\\\\CurrentControlSet\\\\Services\\\\PortProxy\\\\v4tov4\\\\tcp";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\r\n"
                        + "Protocol tcp Dynamic Port Range\r\n"
                        + "----\r\n"
                        + "Start Port      : 49152\r\n"
                        + "Number of Ports : 16384\r\n\r\n",
                "\r\n协议 tcp 动态端口范围\r\n----\r\n启动端口        : 49152\r\n端口数          : 16384\r\n",
                "启动端口：49152\n端口数：16384",
                "Port de démarrage   : 49152 \nNombre de ports     : 16384 ",
                "???? : 49152\n????? : 16384\n",
            })
    void theTwoNumbersCountInEveryLanguage(String text) {
        assertThat(DynamicPorts.parse(text, NETSH).known()).contains(new DynamicRange(49152, 16384));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "\r\n",
                "Start Port      : 49152\r\nNumber of Po",
                "Start Port      : 49152\r\nNumber of Ports : ",
                "Start Port : 49152\nNumber of Ports : 16384\nMore : 1\n",
                "Start Port : 65535\nNumber of Ports : 2\n",
                "Start Port : 0\nNumber of Ports : 0\n",
                "Start Port : 999999\nNumber of Ports : 16384\n",
                "Die angeforderte Operation erfordert erhöhte Rechte.",
            })
    void withoutTwoSoundNumbersNothingWasRead(String text) {
        assertThat(Recordings.cause(DynamicPorts.parse(text, NETSH))).isEqualTo(Reading.Cause.UNREADABLE);
    }

    @Test
    void onlyWhatLooksLikeARuleIsOne() {
        var ports = windows("'registry': {'" + KEY + "': {"
                + "'0.0.0.0/8080': ['REG_SZ', '172.29.99.7/80'], '*/3000': ['REG_SZ', 'localhost/3000'],"
                + "'0.0.0.0': ['REG_SZ', '172.29.99.7/80'], '0.0.0.0/99999': ['REG_SZ', '172.29.99.7/80'],"
                + "'0.0.0.0/1': ['REG_SZ', '172.29.99.7'], '0.0.0.0/2': ['REG_DWORD', 80],"
                + "'0.0.0.0/0': ['REG_SZ', '1.2.3.4/1'], '': ['REG_SZ', ''], '规则/5': ['REG_SZ', '主机/6']}}");
        List<PortProxy> rules = Recordings.value(PortProxies.read(ports.registry()));
        assertThat(rules)
                .extracting(rule -> rule.listenAddress() + " " + rule.listenPort() + " " + rule.connectAddress() + " "
                        + rule.connectPort())
                .containsExactlyInAnyOrder("0.0.0.0 8080 172.29.99.7 80", "* 3000 localhost 3000", "规则 5 主机 6");
    }

    @Test
    void noKeyIsNoRuleAndADeniedOneIsUnread() {
        var none = windows("'registryAbsent': ['" + KEY + "']");
        assertThat(PortProxies.read(none.registry()).known()).contains(List.of());
        var denied = windows("'registry': {'" + KEY + "': {'denied': true}}");
        assertThat(Recordings.cause(PortProxies.read(denied.registry()))).isEqualTo(Reading.Cause.DENIED);
    }
}
