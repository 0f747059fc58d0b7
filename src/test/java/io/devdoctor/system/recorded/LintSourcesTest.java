package io.devdoctor.system.recorded;

import static org.assertj.core.api.Assertions.assertThat;

import io.devdoctor.machine.Bytes;
import io.devdoctor.system.Ports;
import io.devdoctor.system.Queries;
import io.devdoctor.system.Query;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.junit.jupiter.api.Test;

/// A Dockerfile in base64 would carry its secrets past every mask.
class LintSourcesTest {
    private static final String SECRET =
            Base64.getEncoder().encodeToString("ENV PASSWORD=hunter2\n".getBytes(StandardCharsets.UTF_8));

    private static String without(String text) {
        return new String(
                LintSources.without(Bytes.of(text.getBytes(StandardCharsets.UTF_8)))
                        .toArray(),
                StandardCharsets.UTF_8);
    }

    @Test
    void onlyTheDataGoes() {
        assertThat(without("{\"warnings\": [{\"detail\": \"ünlich \\\"data\\\": \\\"x\\\"\"}],"
                        + " \"sources\": [{\"data\" : \"" + SECRET + "\", \"filename\": \"Dockerfile\"}]}"))
                .isEqualTo("{\"warnings\": [{\"detail\": \"ünlich \\\"data\\\": \\\"x\\\"\"}],"
                        + " \"sources\": [{\"data\" : \"\", \"filename\": \"Dockerfile\"}]}");
        assertThat(without("{\"sources\": [{\"data\": \"" + SECRET)).isEqualTo("{\"sources\": [{\"data\": \"");
    }

    @Test
    void aRecordingHoldsNone() throws RecordingException {
        Query.Filled question = Queries.BUILD_CHECK.fill("/src/Dockerfile", "/src");
        Ports ports = RecordedPorts.open("""
            {"devdoctorRecording": 1, "taken": "2026-11-20T08:00:00Z", "os": {"family": "linux", "home": "/home/li"},
             "commands": [{"run": ["docker", "build", "--call=check,format=json", "-f", "/src/Dockerfile", "/src"],
               "exit": 1, "stdout": "{\\"warnings\\": [], \\"sources\\": [{\\"data\\": \\"%s\\"}]}"}]}
            """.formatted(SECRET).getBytes(StandardCharsets.UTF_8), "a.devdoctor");
        RecordingPorts recorder = RecordingPorts.around(ports, "");
        assertThat(recorder.ports()
                        .commands()
                        .run(question)
                        .known()
                        .orElseThrow()
                        .exit())
                .isEqualTo(1);
        String recorded = new String(recorder.recording().bytes(), StandardCharsets.UTF_8);
        assertThat(recorded).contains("--call=check", "sources").doesNotContain(SECRET);
    }
}
