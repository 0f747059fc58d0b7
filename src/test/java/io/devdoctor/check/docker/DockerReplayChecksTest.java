package io.devdoctor.check.docker;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import io.devdoctor.check.Finding;
import io.devdoctor.examination.Cancellation;
import io.devdoctor.examination.Examination;
import io.devdoctor.probe.Probes;
import io.devdoctor.system.recorded.RecordedPorts;
import io.devdoctor.system.recorded.RecordingException;
import io.devdoctor.testing.FindingAssert;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// From recorded bytes through the probes to verdicts.
class DockerReplayChecksTest {
    private static final String DESKTOP = """
        "registry": {"HKLM\\\\SOFTWARE\\\\Microsoft\\\\Windows\\\\CurrentVersion\\\\Uninstall\\\\Docker Desktop":
            {"DisplayVersion": ["REG_SZ", "%s"]}},
        "services": {"com.docker.service": {"state": "stopped", "start": "manual"}},
        """;
    private static final String DAEMON = "C:\\\\Users\\\\li\\\\.docker\\\\daemon.json";
    private static final String CONFIG = "C:\\\\Users\\\\li\\\\.docker\\\\config.json";

    @Test
    void staleVariableAndBrokenSettings() throws RecordingException {
        Map<String, String> outcomes = outcomes(DESKTOP.formatted("4.43.2") + """
            "environment": {"process": {"DOCKER_HOST": "tcp://localhost:2375"},
                            "user": {"DOCKER_HOST": "tcp://localhost:2375"}, "machine": {}},
            "pipes": ["docker_engine"],
            "docker": [{"endpoint": "tcp://localhost:2375", "get": "/_ping", "failed": "refused"}],
            "files": {"%s": {"text": "{\\"debug\\": true，}", "charset": "UTF-8"}}\
            """.formatted(DAEMON));
        assertThat(outcomes)
                .containsEntry("docker.installed", "desktop")
                .containsEntry("docker.desktop-release", "insecure")
                .containsEntry("docker.endpoint", "variable-dead")
                .containsEntry("docker.engine", "absent")
                .containsEntry("docker.daemon-config", "broken");
    }

    @Test
    void contextThatWasDeleted() throws RecordingException {
        Map<String, String> outcomes =
                outcomes(DESKTOP.formatted("4.52.0") + """
                    "environment": {"process": {}, "user": {}, "machine": {}},
                    "pipes": ["docker_engine"],
                    "files": {"C:\\\\Users\\\\li\\\\.docker\\\\contexts\\\\meta": null, "%s": null,
                              "%s": {"text": "{\\"currentContext\\": \\"old\\"}", "charset": "UTF-8"},
                              "C:\\\\Users\\\\li\\\\.docker\\\\contexts\\\\meta\\\\%s\\\\meta.json": null}\
                    """.formatted(DAEMON, CONFIG, sha256("old")));
        assertThat(outcomes)
                // What this release needs of Windows cannot be compared: the recording does not tell its build.
                .containsEntry("docker.desktop-release", "unknown")
                .containsEntry("docker.endpoint", "context-missing")
                .containsEntry("docker.engine", "unknown")
                .containsEntry("docker.daemon-config", "absent");
    }

    private static String sha256(String name) {
        return io.devdoctor.machine.Bytes.of(name.getBytes(StandardCharsets.UTF_8))
                .sha256();
    }

    private static Map<String, String> outcomes(String sections) throws RecordingException {
        String json = """
            {"devdoctorRecording": 1, "taken": "2026-11-20T08:00:00Z",
             "os": {"family": "windows", "version": "10.0.26100.2314", "locale": "en-US", "ansiCodePage": 1252,
                    "oemCodePage": 437, "timeZone": "UTC", "user": "li", "home": "C:\\\\Users\\\\li"},
            %s}\
            """.formatted(sections);
        var ports = RecordedPorts.open(json.getBytes(StandardCharsets.UTF_8), "docker.devdoctor");
        return new Examination(ports, Probes.ALL, DockerChecks.ALL)
                .run(_ -> {}, new Cancellation()).findings().stream()
                        .collect(toMap((Finding finding) -> finding.check().id(), FindingAssert::outcome, (a, _) -> a));
    }
}
