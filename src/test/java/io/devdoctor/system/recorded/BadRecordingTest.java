package io.devdoctor.system.recorded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.devdoctor.text.Language;
import io.devdoctor.text.Messages;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What is not a recording is refused with a reason that can be told to a person.
class BadRecordingTest {
    private static final String HEAD = "{\"devdoctorRecording\":1,\"taken\":\"2026-11-20T08:00:00Z\",";

    private static RecordingException refusal(byte[] bytes) {
        RecordingException refusal =
                catchThrowableOfType(RecordingException.class, () -> RecordedPorts.open(bytes, "machine.devdoctor"));
        assertThat(refusal).isNotNull();
        return refusal;
    }

    private static RecordingException refusal(String json) {
        return refusal(json.getBytes(StandardCharsets.UTF_8));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
        ``                                        | recording.empty
        `   `                                     | recording.empty
        [1]                                       | recording.not-object
        "text"                                    | recording.not-object
        {}                                        | recording.no-format
        {"devdoctorRecording": "1"}               | recording.no-format
        {"devdoctorRecording": 0}                 | recording.no-format
        {"devdoctorRecording": 2}                 | recording.newer
        {"devdoctorRecording": 1, "taken"         | recording.truncated
        {"devdoctorRecording": 1,, }              | recording.garbled
        {"devdoctorRecording": 1} more            | recording.garbled
        {"devdoctorRecording": 1, "a": 1, "a": 2} | recording.garbled
        {"devdoctorRecording": 1}                 | recording.expected-text
        {"devdoctorRecording": 1, "taken": "now"} | recording.expected-instant
        """)
    void documentsThatAreNone(String json, String key) {
        assertThat(refusal(json).key()).isEqualTo(key);
    }

    @Test
    void garbageIsPlacedByLineAndColumn() {
        RecordingException refusal = refusal("{\n  \"devdoctorRecording\": 1,\n  nonsense\n}");
        assertThat(refusal.key()).isEqualTo("recording.garbled");
        assertThat(refusal.args().subList(0, 2)).isEqualTo(java.util.List.of("machine.devdoctor", 3L));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"os\":7}",
                "\"os\":{\"family\":\"amiga\"}}",
                "\"os\":{\"family\":\"windows\"},\"registry\":[]}",
                "\"os\":{\"family\":\"windows\"},\"registry\":{\"HKCU\\\\A\":{\"v\":[\"REG_DWORD\",\"2\"]}}}",
                "\"os\":{\"family\":\"windows\"},\"registry\":{\"HKCU\\\\A\":{\"v\":[\"REG_BINARY\",\"0\"]}}}",
                "\"os\":{\"family\":\"windows\"},\"registry\":{\"HKCU\\\\A\":{\"v\":[\"REG_WHAT\",\"0\"]}}}",
                "\"os\":{\"family\":\"windows\"},\"registry\":{\"HKCU\\\\A\":{\"v\":[]}}}",
                "\"os\":{\"family\":\"windows\"},\"services\":{\"a\":{\"state\":\"dancing\"}}}",
                "\"os\":{\"family\":\"windows\"},\"commands\":[{\"run\":[]}]}",
                "\"os\":{\"family\":\"windows\"},\"commands\":[{\"run\":\"wsl\"}]}",
                "\"os\":{\"family\":\"windows\"},\"commands\":[{\"run\":[\"w\"],\"stdoutBase64\":\"*\"}]}",
                "\"os\":{\"family\":\"windows\"},\"commands\":[{\"run\":[\"w\"],\"charset\":\"klingon\"}]}",
                "\"os\":{\"family\":\"windows\"},\"commands\":[{\"run\":[\"w\"],\"charset\":\"GBK\",\"stdout\":\"\u00df\"}]}",
                "\"os\":{\"family\":\"windows\"},\"files\":{\"C:\\\\a\":7}}",
                "\"os\":{\"family\":\"windows\"},\"files\":{\"C:\\\\a\":{\"entries\":\"b\"}}}",
                "\"os\":{\"family\":\"windows\"},\"hardware\":{\"memory\":{\"total\":1.5}}}",
                "\"os\":{\"family\":\"windows\"},\"network\":{\"http\":[{\"url\":\"u\",\"failed\":\"bored\"}]}}",
                "\"os\":{\"family\":\"windows\"},\"docker\":[{\"endpoint\":\"e\",\"get\":\"/\",\"failed\":\"bored\"}]}",
                "\"os\":{\"family\":\"windows\"},\"docker\":[{\"endpoint\":\"e\",\"get\":\"/\",\"status\":\"200\"}]}",
                "\"os\":{\"family\":\"windows\"},\"win32\":{\"hypervisorPresent\":\"yes\"}}",
                "\"os\":{\"family\":\"windows\"},\"wmi\":[{\"class\":\"C\"}]}",
                "\"os\":{\"family\":\"windows\"},\"pipes\":{\"a\":1}}"
            })
    void wrongTypesAreNamedByTheirPlace(String rest) {
        RecordingException refusal = refusal(HEAD + rest);
        assertThat(refusal.key()).startsWith("recording.expected-");
        assertThat(refusal.args().getLast().toString()).startsWith("/");
        for (Language language : Language.values()) {
            String said =
                    Messages.of(language).say(refusal.key(), refusal.args().toArray());
            assertThat(said)
                    .contains("machine.devdoctor")
                    .contains(refusal.args().getLast().toString());
        }
    }

    @Test
    void deepNestingIsRefused() {
        assertThat(refusal("{\"devdoctorRecording\":1,\"a\":" + "[".repeat(100_000))
                        .key())
                .isEqualTo("recording.too-much");
    }

    @Test
    void randomBytesNeverEscapeAsAnythingElse() {
        Random random = new Random(20261120);
        for (int round = 0; round < 500; round++) {
            byte[] bytes = new byte[random.nextInt(64)];
            random.nextBytes(bytes);
            assertThat(refusal(bytes).key()).startsWith("recording.");
        }
    }

    @Test
    void everyCutOfASoundRecordingIsRefused() {
        String whole = HEAD + "\"os\":{\"family\":\"windows\"},\"services\":{\"a\":{\"state\":\"running\"}}}";
        for (int length = 1; length < whole.length(); length++) {
            assertThat(refusal(whole.substring(0, length)).key()).startsWith("recording.");
        }
    }
}
