package io.devdoctor.system.recorded;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.devdoctor.machine.Reading;
import io.devdoctor.machine.project.GitRepository;
import io.devdoctor.system.Ports;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RecordedRepositoriesTest {
    private static final String RECORDING = """
        { "devdoctorRecording": 1, "taken": "2026-11-20T08:00:00Z", "os": { "family": "windows" }, "git": {
          "C:\\\\src\\\\shop": {
            "kind": "worktree", "gitDir": "C:\\\\src\\\\.git\\\\worktrees\\\\shop",
            "config": { "core.filemode": "false", "remote.origin.url": "https://u:hunter2@example.com/shop" },
            "index": { "run.sh": ["100755", "00ff", { "text": "#!/bin/sh\\r\\n" }],
                       "gbk.sh": ["100644", "01ff", { "base64": "xOO6ww==" }],
                       "big.sh": ["100644", "02ff", { "unknown": "unreadable", "detail": "2 GB" }],
                       "unknown": ["120000", "03ff"] } },
          "C:\\\\src\\\\free": null,
          "C:\\\\src\\\\lost": { "unknown": "unreadable", "detail": ".git names D:\\\\gone" },
          "C:\\\\src\\\\odd": { "index": { "denied": true } } } }
        """;
    private static final Set<String> ASKED = Set.of("run.sh", "gbk.sh", "big.sh", "unknown");

    @Test
    void repliesWhatWasRecordedAndIsRecordedAgain() {
        Ports ports = open(RECORDING);
        RecordingPorts recorder = RecordingPorts.around(ports, "");
        for (String name : List.of("shop", "free", "lost", "odd")) {
            recorder.ports().repositories().repository("C:\\src\\" + name, ASKED);
        }
        String again = new String(recorder.recording().bytes(), StandardCharsets.UTF_8);
        assertThat(again).doesNotContain("hunter2");
        for (String name : List.of("c:/SRC/free", "C:\\src\\lost", "C:\\src\\odd")) {
            assertThat(open(again).repositories().repository(name, ASKED))
                    .isEqualTo(ports.repositories().repository(name, ASKED));
        }
        GitRepository shop = shop(open(again));
        assertThat(shop.index()).isEqualTo(shop(ports).index());
        assertThat(shop.config()).containsEntry("core.filemode", "false");
        assertThat(shop.kind()).isEqualTo(GitRepository.Kind.WORKTREE);
        assertThat(requireNonNull(shop.index().known().orElseThrow().get("unknown"))
                        .isLink())
                .isTrue();
        assertThat(ports.repositories().repository("C:\\src\\free", Set.of())).isInstanceOf(Reading.Absent.class);
    }

    @Test
    void contentIsGivenWhereItWasAskedFor() {
        GitRepository shop = open(RECORDING)
                .repositories()
                .repository("C:\\src\\shop", Set.of("unknown"))
                .known()
                .orElseThrow();
        assertThat(requireNonNull(shop.index().known().orElseThrow().get("run.sh"))
                        .blob())
                .isEmpty();
        assertThat(requireNonNull(shop.index().known().orElseThrow().get("unknown"))
                        .blob()
                        .orElseThrow())
                .isInstanceOf(Reading.Unknown.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"kind\": \"tree\", \"index\": {}}",
                "{\"index\": {\"a\": [\"0x1\", \"b\"]}}",
                "{\"index\": {\"a\": [\"100644\"]}}",
                "{\"index\": {\"a\": {}}}",
                "{\"config\": [], \"index\": {}}"
            })
    void aWrongMemberIsRefusedWhenTheRecordingIsOpened(String repository) {
        String recording = "{\"devdoctorRecording\": 1, \"taken\": \"2026-11-20T08:00:00Z\","
                + " \"os\": {\"family\": \"linux\"}, \"git\": {\"/src\": " + repository + "}}";
        assertThatThrownBy(() -> RecordedPorts.open(recording.getBytes(StandardCharsets.UTF_8), "x"))
                .isInstanceOf(RecordingException.class);
    }

    private static GitRepository shop(Ports ports) {
        return ports.repositories().repository("C:\\src\\shop", ASKED).known().orElseThrow();
    }

    private static Ports open(String recording) {
        try {
            return RecordedPorts.open(recording.getBytes(StandardCharsets.UTF_8), "x");
        } catch (RecordingException e) {
            throw new AssertionError(e);
        }
    }
}
