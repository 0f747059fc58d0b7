package io.devdoctor.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.devdoctor.machine.FileState.Attribute;
import io.devdoctor.machine.Reading;
import io.devdoctor.machine.ServiceState;
import io.devdoctor.machine.Source;
import io.devdoctor.text.Language;
import io.devdoctor.text.Messages;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The raw value is kept, and a person is shown words.
class EvidenceTest {
    private static final Source SOURCE = new Source(Source.Kind.SERVICE, "W32Time", Instant.EPOCH);

    @Test
    void whatOnlyProgrammersWriteIsSaidInWords() {
        assertThat(shown(ServiceState.Start.DISABLED)).isEqualTo("disabled");
        assertThat(shown(List.of(Attribute.COMPRESSED, Attribute.SPARSE))).isEqualTo("compressed, sparse");
        assertThat(shown(List.of())).isEqualTo("none");
        assertThat(shown(Map.of())).isEqualTo("none");
        assertThat(shown(true)).isEqualTo("yes");
        assertThat(shown("absent")).isEqualTo("not there");
        assertThat(Evidence.of("evidence.clock.service", ServiceState.Start.DISABLED, SOURCE)
                        .value())
                .isEqualTo("DISABLED");
        assertThatThrownBy(() -> shown(SOURCE)).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @CsvSource({
        "TIMED_OUT, 5000 ms, no answer in time (5000 ms), TIMED_OUT 5000 ms",
        "TIMED_OUT, timeout, no answer in time, TIMED_OUT timeout",
        "FAILED, dns, the name was not resolved, FAILED dns",
        "DENIED, '', access refused, DENIED"
    })
    void whatWasNotReadIsSaidInWords(Reading.Cause cause, String detail, String shown, String value) {
        Evidence evidence = Evidence.unread("evidence.docker.ping", new Reading.Unknown<String>(cause, detail, SOURCE));
        assertThat(evidence.words().map(Messages.of(Language.ENGLISH)::say)).contains(shown);
        assertThat(evidence.value()).isEqualTo(value);
    }

    @ParameterizedTest
    @CsvSource({
        "wsl.exe -d U -e date +%z, wsl.exe -d U -e date +%z",
        "wsl.exe -d U -e stat -c %f -- /a /b /c /d, wsl.exe -d U -e stat -c %f -- /a and 3 more",
        "wsl.exe -d U -e head -v -- /a /b /c /b, wsl.exe -d U -e head -v -- … /b",
        "wsl.exe -d U -e head -v -- /a /b /c /b:3, wsl.exe -d U -e head -v -- … /b:3",
        "wsl.exe -d U -e head -v -- /a /b, wsl.exe -d U -e head -v -- /a /b"
    })
    void longCommandsAreShortened(String command, String shown) {
        Source source = new Source(Source.Kind.COMMAND, command, Instant.EPOCH);
        Evidence evidence = Evidence.of("evidence.clock.zone-name", "x", source);
        assertThat(Messages.of(Language.ENGLISH).say(evidence.place())).isEqualTo(shown);
        assertThat(evidence.source().what()).isEqualTo(command);
    }

    private static String shown(Object value) {
        Evidence evidence = Evidence.of("evidence.clock.service", value, SOURCE);
        return evidence.words().map(Messages.of(Language.ENGLISH)::say).orElse(evidence.value());
    }
}
