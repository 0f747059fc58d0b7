package io.devdoctor.fix;

import static org.assertj.core.api.Assertions.assertThat;

import io.devdoctor.fix.Tool.Grammar;
import io.devdoctor.testing.Hostile;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.Test;

/// Hostile strings in every hole of every tool: what is admitted is one plain argument, judged by other words than the
/// grammars themselves.
class ToolFuzzTest {
    /// A value that each hole is meant for.
    static final Map<Grammar, String> REAL = real();

    private static Map<Grammar, String> real() {
        Map<Grammar, String> real = new EnumMap<>(Grammar.class);
        real.put(Grammar.DISTRO, "Ubuntu-24.04");
        real.put(Grammar.WSL_MODE, "2");
        real.put(Grammar.DISK_PATH, "C:\\Users\\li ming\\wsl\\ext4.vhdx");
        real.put(Grammar.FOLDER, "C:\\src\\my shop");
        real.put(Grammar.TRACKED_PATH, "docker/entry point.sh");
        real.put(Grammar.MODE_CHANGE, "--chmod=+x");
        real.put(Grammar.TRUTH, "true");
        real.put(Grammar.FEATURE, "/FeatureName:VirtualMachinePlatform");
        real.put(Grammar.SERVICE, "WSLService");
        real.put(Grammar.SYNC_FROM, "/syncfromflags:manual");
        real.put(Grammar.START_TYPE, "auto");
        real.put(Grammar.PROVIDER_KEY, "HKLM\\SYSTEM\\CurrentControlSet\\Control\\NetworkProvider\\Order");
        real.put(Grammar.PROVIDER_ORDER, "RDPNP,LanmanWorkstation,P9NP");
        real.put(Grammar.SWITCH_KEY, "HKLM\\SYSTEM\\CurrentControlSet\\Control\\FileSystem");
        real.put(Grammar.SWITCH_NAME, "LongPathsEnabled");
        real.put(Grammar.SWITCH_VALUE, "1");
        real.put(Grammar.IP, "ipv4");
        real.put(Grammar.TRANSPORT, "tcp");
        real.put(Grammar.PROTOCOL, "protocol=tcp");
        real.put(Grammar.START, "start=49152");
        real.put(Grammar.NUMBER, "num=16384");
        real.put(Grammar.START_PORT, "startport=8080");
        real.put(Grammar.LISTEN_PORT, "listenport=8080");
        real.put(Grammar.CONNECT_PORT, "connectport=65535");
        real.put(Grammar.LISTEN_ADDRESS, "listenaddress=0.0.0.0");
        real.put(Grammar.CONNECT_ADDRESS, "connectaddress=172.29.1.2");
        real.put(Grammar.ACCOUNT, "DESKTOP-7K\\li ming");
        real.put(Grammar.CONTEXT, "desktop-linux");
        return real;
    }

    @Test
    void everyHoleHasARealValueThatIsAdmitted() {
        for (Grammar grammar : Grammar.values())
            assertThat(grammar.admits(Objects.requireNonNull(REAL.get(grammar))))
                    .as("%s", grammar)
                    .isTrue();
    }

    @Test
    void everyHoleOfEveryTool() {
        Random random = new Random(20261121);
        int refused = 0;
        int admitted = 0;
        for (Tool tool : Tool.values()) {
            for (int hole = 0; hole < tool.holes().size(); hole++) {
                String real = Objects.requireNonNull(REAL.get(tool.holes().get(hole)));
                List<String> inputs = new ArrayList<>(Hostile.all(real));
                for (int i = 0; i < 500; i++) inputs.add(Hostile.string(real, random));
                for (String input : inputs) {
                    if (isAdmitted(tool, hole, input)) admitted++;
                    else refused++;
                }
            }
        }
        IO.println("Holes of tools: " + (admitted + refused) + " hostile values, " + admitted + " of them harmless.");
        assertThat(refused).isGreaterThan(10_000);
        assertThat(admitted).isPositive();
    }

    private static boolean isAdmitted(Tool tool, int hole, String input) {
        List<String> values =
                new ArrayList<>(tool.holes().stream().map(REAL::get).toList());
        values.set(hole, input);
        try {
            List<String> line = tool.commandLine(values);
            ToolLines.assertHarmless(line);
            assertThat(line)
                    .hasSize(tool.commandLine(
                                    tool.holes().stream().map(REAL::get).toList())
                            .size());
            return true;
        } catch (IllegalArgumentException _) {
            return false;
        }
    }

    @Test
    void tooFewAndTooManyValues() {
        int tried = 0;
        for (Tool tool : Tool.values()) {
            List<String> values =
                    new ArrayList<>(tool.holes().stream().map(REAL::get).toList());
            values.add("extra");
            assertThat(refuses(tool, values)).isTrue();
            if (values.size() > 1)
                assertThat(refuses(tool, values.subList(0, values.size() - 2))).isTrue();
            tried++;
        }
        assertThat(tried).isEqualTo(Tool.values().length);
    }

    private static boolean refuses(Tool tool, List<String> values) {
        try {
            tool.commandLine(values);
            return false;
        } catch (IllegalArgumentException _) {
            return true;
        }
    }

    @Test
    void noIdAndNoEndpointBecomesAnotherRequest() {
        Random random = new Random(7);
        String image = "sha256:" + "0a".repeat(32);
        String endpoint = "npipe:////./pipe/docker_engine";
        int tried = 0;
        for (int i = 0; i < 10_000; i++) {
            String id = Hostile.string(image, random);
            String to = Hostile.string(endpoint, random);
            assertThat(new Step.EngineCall(endpoint, new EngineChange.RemoveImage(id, "x", 1)).isPlain())
                    .as(id)
                    .isEqualTo(id.equals(image));
            Step.EngineCall call = new Step.EngineCall(to, new EngineChange.RemoveImage(image, "x", 1));
            if (call.isPlain()) {
                assertThat(to)
                        .matches("npipe:////\\./pipe/[\\w.-]+|https?://[\\w.-]+/?(:\\d+)?/?")
                        .doesNotContain("?", "#", "%", "\\");
            }
            tried += 2;
        }
        IO.println("Ids and endpoints: " + tried + " hostile values.");
    }
}
