package io.devdoctor.system;

import static org.assertj.core.api.Assertions.assertThat;

import io.devdoctor.machine.Bytes;
import io.devdoctor.machine.FileContent;
import io.devdoctor.machine.FileState;
import io.devdoctor.machine.Reading;
import io.devdoctor.system.recorded.RecordedPorts;
import io.devdoctor.system.recorded.RecordingException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// What would be read after some edits, without making them.
class AssumedFilesTest {
    private static final String RECORDING = """
        { "devdoctorRecording": 1, "taken": "2026-11-20T08:00:00Z",
          "os": { "family": "windows", "version": "10.0.26100.1", "locale": "en-US", "ansiCodePage": 1252,
                  "oemCodePage": 437, "timeZone": "UTC", "user": "li", "home": "C:\\\\Users\\\\li" },
          "files": { "C:\\\\p": { "entries": ["a.txt", "b.txt"] },
                     "C:\\\\p\\\\a.txt": { "text": "old" }, "C:\\\\p\\\\b.txt": { "text": "stays" },
                     "C:\\\\p\\\\new.txt": null } }
        """;

    private final Files files = assuming(Map.of(
            "C:\\p\\A.txt", Optional.of(bytes("newer")),
            "C:\\p\\new.txt", Optional.of(bytes("made")),
            "C:\\p\\b.txt", Optional.empty()));

    @Test
    void whatWouldBeWrittenIsReadWithItsSizeUnderAnySpelling() {
        assertThat(text("C:/p/a.TXT")).isEqualTo("newer");
        assertThat(files.state("C:\\p\\a.txt").known().orElseThrow().size()).isEqualTo(5);
        assertThat(text("C:\\p\\new.txt")).isEqualTo("made");
    }

    @Test
    void whatWouldBeRemovedIsAbsent() {
        assertThat(files.read("C:\\p\\b.txt").isAbsent()).isTrue();
        assertThat(files.state("C:\\p\\b.txt").isAbsent()).isTrue();
    }

    @Test
    void foldersListWhatWouldStandInThem() {
        assertThat(files.list("C:\\p").known()).contains(List.of("A.txt", "new.txt"));
        assertThat(files.children("C:\\p").known().orElseThrow())
                .extracting(Files.Child::name, child -> child.state().known().map(FileState::size))
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("A.txt", Optional.of(5L)),
                        org.assertj.core.groups.Tuple.tuple("new.txt", Optional.of(4L)));
        assertThat(files.readAll(List.of("C:\\p\\new.txt", "C:\\p\\b.txt")))
                .extracting(Reading::isKnown)
                .containsExactly(true, false);
    }

    @Test
    void theRestIsAsItIs() {
        Files one = assuming(Map.of("C:\\p\\new.txt", Optional.of(bytes("made"))));
        assertThat(one.read("C:\\p\\a.txt").known().map(FileContent::bytes)).contains(bytes("old"));
        assertThat(one.list("C:\\q").isKnown()).isFalse();
    }

    private String text(String path) {
        byte[] content = files.read(path).known().orElseThrow().bytes().toArray();
        return new String(content, StandardCharsets.UTF_8);
    }

    private static Files assuming(Map<String, Optional<Bytes>> edits) {
        try {
            return RecordedPorts.open(RECORDING.getBytes(StandardCharsets.UTF_8), "test")
                    .assuming(edits)
                    .files();
        } catch (RecordingException e) {
            throw new AssertionError(e);
        }
    }

    private static Bytes bytes(String text) {
        return Bytes.of(text.getBytes(StandardCharsets.UTF_8));
    }
}
