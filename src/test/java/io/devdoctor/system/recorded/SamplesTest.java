package io.devdoctor.system.recorded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.devdoctor.machine.Origin;
import io.devdoctor.machine.Reading;
import io.devdoctor.system.Ports;
import io.devdoctor.system.Queries;
import io.devdoctor.text.Language;
import io.devdoctor.text.Messages;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/// The sample machines open, carry the bytes that Windows would send, and have titles.
class SamplesTest {
    static final List<String> NAMES = Samples.NAMES;

    @ParameterizedTest
    @FieldSource("NAMES")
    void everySampleOpens(String name) throws RecordingException {
        Ports ports = Samples.open(name);
        assertThat(ports.platform().isWindows()).isTrue();
        assertThat(ports.origin())
                .isInstanceOfSatisfying(
                        Origin.Replay.class, replay -> assertThat(replay.name()).isEqualTo(name));
        for (Language language : Language.values()) {
            assertThat(Messages.of(language).has(Samples.titleKey(name))).isTrue();
        }
    }

    @Test
    void anotherNameIsRefused() {
        assertThatThrownBy(() -> Samples.open("../healthy-en"))
                .isInstanceOfSatisfying(
                        RecordingException.class, e -> assertThat(e.key()).isEqualTo("recording.no-sample"));
    }

    @Test
    void chineseWindowsAnswersInItsOwnEncodings() throws RecordingException {
        Ports ports = Samples.open("starved-zh-cn");
        byte[] netsh = bytes(ports.commands()
                .run(Queries.EXCLUDED_PORTS.fill("ipv4", "protocol=tcp"))
                .map(out -> out.stdout().toArray()));
        assertThat(new String(netsh, Charset.forName("GBK"))).contains("协议 tcp 端口排除范围");
        assertThat(new String(netsh, StandardCharsets.UTF_8)).doesNotContain("协议");
        byte[] list = bytes(ports.commands()
                .run(Queries.WSL_LIST.fill())
                .map(out -> out.stdout().toArray()));
        assertThat(list).startsWith((byte) ' ', (byte) 0, (byte) ' ', (byte) 0, (byte) 'N', (byte) 0);
    }

    private static byte[] bytes(Reading<byte[]> reading) {
        return reading.known().orElseThrow();
    }
}
