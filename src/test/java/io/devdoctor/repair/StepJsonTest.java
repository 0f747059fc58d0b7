package io.devdoctor.repair;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.devdoctor.disk.Crashpoint;
import io.devdoctor.disk.DiskCalls;
import io.devdoctor.fix.DistroCommand;
import io.devdoctor.fix.DistroFile;
import io.devdoctor.fix.EngineChange;
import io.devdoctor.fix.Step;
import io.devdoctor.fix.Tool;
import io.devdoctor.machine.Bytes;
import io.devdoctor.machine.RegistryValue;
import io.devdoctor.store.DataFolder;
import io.devdoctor.store.Journal;
import io.devdoctor.text.Text;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

/// What stands in the journal is the step itself.
class StepJsonTest {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    @TempDir
    private Path temp;

    static Stream<Step> steps() {
        Bytes odd = Bytes.of(new byte[] {0, (byte) 0xFF, 13, 10});
        Text words = Text.of(
                "key",
                "word",
                3L,
                Text.size(1L << 40),
                Duration.ofMillis(-41200),
                Instant.parse("2026-11-20T08:00:00Z"),
                Text.share(0.25),
                Text.of("nested", "x"),
                Text.several(List.of("a", "b")));
        Stream<RegistryValue> values = Stream.of(
                new RegistryValue.Text("中文"),
                new RegistryValue.ExpandText("%USERPROFILE%\\x"),
                new RegistryValue.Dword(4294967295L),
                new RegistryValue.Qword(-1),
                new RegistryValue.MultiText(List.of("a", "", "b")),
                new RegistryValue.Binary(odd),
                new RegistryValue.Other(6, odd));
        Step.RunTool back = new Step.RunTool(Tool.WSL_SET_VERSION, List.of("Debian", "1"), null);
        return Stream.concat(
                values.map(value -> new Step.SetRegistryValue("HKCU\\Environment", "X", value, null)),
                Stream.of(
                        new Step.EditFile("C:\\用户 x\\.wslconfig", odd, Bytes.EMPTY),
                        new Step.EditFile("/x", null, odd),
                        new Step.EditFile("/x", odd, null),
                        new Step.MoveAside("C:\\用户 x\\run", "C:\\用户 x\\run.old"),
                        new Step.SetRegistryValue("HKCU\\X", "", null, new RegistryValue.Dword(2)),
                        new Step.RunTool(Tool.WSL_SET_VERSION, List.of("Debian", "2"), back),
                        new Step.RunTool(Tool.TIME_RESYNC, List.of(), null),
                        new Step.InDistro("Ubuntu-24.04", DistroCommand.CLOCK_FROM_HARDWARE),
                        new Step.EditDistroFile("Ubuntu-24.04", DistroFile.WSL_CONF, null, Bytes.of(new byte[] {1})),
                        new Step.EditDistroFile("Ubuntu-24.04", DistroFile.WSL_CONF, Bytes.of(new byte[] {1}), null),
                        new Step.EngineCall("unix:///s", new EngineChange.RemoveImage("sha256:1", "<none>", 3)),
                        new Step.EngineCall("unix:///s", new EngineChange.RemoveBuildCache("abc", "COPY", 0)),
                        new Step.EngineCall("unix:///s", new EngineChange.RemoveContainer("def", "old", 9)),
                        new Step.Manual(words, "ms-settings:dateandtime"),
                        new Step.Manual(words, null)));
    }

    /// Such a record was not written by us, and would lead to another file from another folder.
    @ParameterizedTest
    @ValueSource(strings = {"../../../etc/hostname", "x", "", "C:x", "/home/li/../x", "C:\\a\\..\\b"})
    void onlyAnAbsolutePathIsFollowed(String path) throws IOException {
        Journal journal = new Journal(new DataFolder(temp).create(), DiskCalls.REAL, Crashpoint.NONE);
        StepJson json = new StepJson(journal.backups());
        var record = json.write(new Step.EditFile(path, null, Bytes.EMPTY));
        assertThatThrownBy(() -> json.read(record)).isInstanceOf(IllegalArgumentException.class);
        var move = json.write(new Step.MoveAside("/a", "/b"));
        move.put("to", path);
        assertThatThrownBy(() -> json.read(move)).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @MethodSource("steps")
    void comesBackAsItWent(Step step) throws IOException {
        Journal journal = new Journal(new DataFolder(temp).create(), DiskCalls.REAL, Crashpoint.NONE);
        StepJson json = new StepJson(journal.backups());
        String record = JSON.writeValueAsString(json.write(step));
        assertThat(json.read(JSON.readTree(record))).isEqualTo(step);
    }
}
