package io.devdoctor.probe;

import static io.devdoctor.probe.Recordings.cause;
import static io.devdoctor.probe.Recordings.part;
import static io.devdoctor.probe.Recordings.value;
import static io.devdoctor.probe.Recordings.why;
import static io.devdoctor.probe.Recordings.windows;
import static org.assertj.core.api.Assertions.assertThat;

import io.devdoctor.machine.Reading;
import io.devdoctor.machine.RegistryMirrors;
import io.devdoctor.machine.RegistryMirrors.Mirror;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RegistryMirrorsProbeTest {
    private static final String ENDPOINT = "tcp://127.0.0.1:2375";

    private static RegistryMirrors mirrors(String daemonJson, String inEngine, String http) {
        String info = inEngine.isEmpty() ? "" : """
            {'endpoint': '%s', 'get': '/_ping', 'status': 200, 'body': 'OK'},
            {'endpoint': '%s', 'get': '/info', 'status': 200,
             'body': {'OSType': 'linux', 'RegistryConfig': {'Mirrors': [%s]}}}\
            """.formatted(ENDPOINT, ENDPOINT, inEngine);
        return part(
                windows(
                        "'files': {'C:\\\\Users\\\\li\\\\.docker\\\\daemon.json': " + daemonJson + "}",
                        "'docker': [" + info + "]",
                        "'network': {'http': [" + http + "]}"),
                new RegistryMirrorsProbe(),
                new DockerDesktopProbe(),
                new DockerClientProbe(Optional.of(ENDPOINT)),
                new DockerEngineProbe(),
                new GitProbe(),
                new ProxiesProbe());
    }

    private static String text(String json) {
        return "{'text': '" + json.replace("\"", "\\\"") + "'}";
    }

    @Test
    void fileAndEngineTogetherEachMirrorOnce() {
        RegistryMirrors mirrors = mirrors(
                text("{\"registry-mirrors\": [\"https://a.example\", \"https://b.example/\"]}"),
                "'https://b.example/', 'https://c.example/v2/'",
                """
                {'url': 'https://a.example/v2/', 'status': 401, 'millis': 210,
                 'headers': {'Docker-Distribution-Api-Version': 'registry/2.0', 'Content-Type': 'application/json'}},
                {'url': 'https://b.example/v2/', 'failed': 'dns'},
                {'url': 'https://c.example/v2/', 'failed': 'timeout'}\
                """);
        assertThat(mirrors.inFile().known()).contains(List.of("https://a.example", "https://b.example/"));
        assertThat(mirrors.mirrors())
                .extracting(Mirror::url, Mirror::inFile, Mirror::inEngine)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("https://a.example", true, false),
                        org.assertj.core.groups.Tuple.tuple("https://b.example/", true, true),
                        org.assertj.core.groups.Tuple.tuple("https://c.example/v2", false, true));
        assertThat(value(mirrors.mirrors().get(0).answer()))
                .isEqualTo(new RegistryMirrors.HttpAnswer(401, "application/json", "registry/2.0", 210));
        assertThat(why(mirrors.mirrors().get(1).answer())).startsWith("FAILED dns");
        assertThat(cause(mirrors.mirrors().get(2).answer())).isEqualTo(Reading.Cause.TIMED_OUT);
    }

    @Test
    void addressesThatDockerRefusesAreNotAsked() {
        RegistryMirrors mirrors = mirrors(
                text("{\"registry-mirrors\": [\"a.example\", \"https://u:p@b.example\", \"https://c.example/?x\"]}"),
                "",
                "");
        assertThat(mirrors.mirrors())
                .hasSize(3)
                .allSatisfy(mirror ->
                        assertThat(why(mirror.answer())).isEqualTo("UNREADABLE not an address that Docker accepts"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
        {"registry-mirrors": ["https://a.example",]}  | UNREADABLE
        {"registry-mirrors": "https://a.example"}     | UNREADABLE
        {"registry-mirrors": ["https://a.example      | UNREADABLE
        []                                            | UNREADABLE
        """)
    void aBrokenFileIsNotAnEmptyList(String json, Reading.Cause cause) {
        RegistryMirrors mirrors = mirrors(text(json), "", "");
        assertThat(cause(mirrors.inFile())).isEqualTo(cause);
        assertThat(mirrors.mirrors()).isEmpty();
    }

    @Test
    void noFileNoMemberAndABlankFileAreAbsence() {
        assertThat(mirrors("null", "", "").inFile()).isInstanceOf(Reading.Absent.class);
        assertThat(mirrors(text("{}"), "", "").inFile()).isInstanceOf(Reading.Absent.class);
        assertThat(mirrors(text(" "), "", "").inFile()).isInstanceOf(Reading.Absent.class);
        assertThat(cause(mirrors("{'denied': true}", "", "").inFile())).isEqualTo(Reading.Cause.DENIED);
        assertThat(cause(mirrors("null", "", "").inEngine())).isEqualTo(Reading.Cause.NOT_RECORDED);
    }

    private static final String NO_VARIABLES = "'environment': {'process': {}, 'user': {}, 'machine': {}}";

    private static RegistryMirrors proxied(String settings, String user, String environment, String http) {
        return part(
                windows(
                        "'registry': {'HKCU\\\\Software\\\\Microsoft\\\\Windows\\\\CurrentVersion\\\\Internet"
                                + " Settings': {"
                                + settings + "}, 'HKCU\\\\Environment': {" + user + "}}",
                        "'registryAbsent': ['HKLM\\\\SOFTWARE\\\\Policies\\\\Microsoft\\\\Windows\\\\CurrentVersion"
                                + "\\\\Internet Settings', 'HKLM\\\\SYSTEM\\\\CurrentControlSet\\\\Control"
                                + "\\\\Session Manager\\\\Environment']",
                        environment,
                        "'files': {'C:\\\\Users\\\\li\\\\.docker\\\\daemon.json': "
                                + text("{\"registry-mirrors\": [\"https://a.example\"]}")
                                + ", 'C:\\\\Users\\\\li\\\\AppData\\\\Roaming\\\\Docker\\\\settings-store.json': null"
                                + ", 'C:\\\\Users\\\\li\\\\AppData\\\\Roaming\\\\Docker\\\\settings.json': null}",
                        "'network': {'http': [" + http + "]}"),
                new RegistryMirrorsProbe(),
                new DockerDesktopProbe(),
                new DockerClientProbe(Optional.of(ENDPOINT)),
                new DockerEngineProbe(),
                new GitProbe(),
                new ProxiesProbe());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
        'ProxyEnable': ['REG_DWORD', 1], 'ProxyServer': ['REG_SZ', '10.0.0.1:3128']                  | | 10.0.0.1:3128
        'ProxyEnable': ['REG_DWORD', 1], 'ProxyServer': ['REG_SZ', 'http=p:80;https=q:81']           | | q:81
        'ProxyEnable': ['REG_DWORD', 1], 'ProxyServer': ['REG_SZ', 'socks=127.0.0.1:1080']           | | automatic
        'ProxyEnable': ['REG_DWORD', 0], 'AutoConfigURL': ['REG_SZ', 'http://wpad/proxy.pac']        | | automatic
        'ProxyEnable': ['REG_DWORD', 0]         | 'HTTPS_PROXY': ['REG_SZ', 'http://me:secret@10.0.0.2:8080/'] | 10.0.0.2:8080
        """)
    void proxiesAreFoundWhereverTheyAreConfigured(String settings, String user, String expected) {
        String http = "{'url': 'https://a.example/v2/', 'failed': 'timeout'}";
        RegistryMirrors mirrors = proxied(settings, user == null ? "" : user, NO_VARIABLES, http);
        assertThat(mirrors.proxy().known()).contains(expected);
        assertThat(mirrors.proxy().toString()).doesNotContain("secret");
    }

    @Test
    void aMirrorThatOnlyTheProxyReachesIsAlive() {
        String settings = "'ProxyEnable': ['REG_DWORD', 1], 'ProxyServer': ['REG_SZ', '10.0.0.1:3128']";
        String direct = "{'url': 'https://a.example/v2/', 'failed': 'timeout'}";
        RegistryMirrors alive = proxied(
                settings,
                "",
                NO_VARIABLES,
                direct + ", {'url': 'https://a.example/v2/', 'via': '10.0.0.1:3128', 'status': 401}");
        assertThat(value(alive.mirrors().getFirst().answer()).status()).isEqualTo(401);
        RegistryMirrors refused = proxied(
                settings,
                "",
                NO_VARIABLES,
                direct + ", {'url': 'https://a.example/v2/', 'via': '10.0.0.1:3128', 'status': 407}");
        assertThat(cause(refused.mirrors().getFirst().answer())).isEqualTo(Reading.Cause.TIMED_OUT);
    }

    @Test
    void onlyWhereEveryPlaceWasReadThereIsNoProxy() {
        String http = "{'url': 'https://a.example/v2/', 'failed': 'timeout'}";
        assertThat(proxied("'ProxyEnable': ['REG_DWORD', 0]", "", NO_VARIABLES, http)
                        .proxy())
                .isInstanceOf(Reading.Absent.class);
        assertThat(cause(proxied("'ProxyEnable': ['REG_DWORD', 0]", "", "'environment': {}", http)
                        .proxy()))
                .isEqualTo(Reading.Cause.NOT_RECORDED);
    }
}
