package io.devdoctor.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class MutesTest {
    private static final Instant NOW = Instant.parse("2026-11-20T08:00:00Z");
    private static final int EACH = 25;

    @TempDir
    Path folder;

    private DataFolder data;
    private SettingsFile file;

    static Mute mute(String check) {
        return new Mute(
                check,
                Optional.of(new Mute.About("DISTRO", "Ubuntu", "Ubuntu")),
                "WARNING",
                "known, see ticket 7",
                Optional.of(LocalDate.parse("2027-06-30")),
                Optional.of("Ubuntu is old"),
                Optional.of("wsl.release.old"),
                Optional.of("D:\\项目"),
                NOW,
                Map.of());
    }

    private static Mute plain(String check) {
        return new Mute(
                check,
                Optional.empty(),
                "INFO",
                "ok",
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                NOW,
                Map.of());
    }

    @BeforeEach
    void create() throws IOException {
        data = new DataFolder(folder.resolve("d")).create();
        file = new SettingsFile(data, AtomicFile.onDisk());
    }

    private Mutes kept() {
        return file.load(NOW).settings().mutes();
    }

    private void add(Mute mute) throws IOException {
        file.change(now -> now.withMutes(now.mutes().with(mute)), NOW);
    }

    private static JsonNode json(Path path) throws IOException {
        return JsonMapper.shared().readTree(Files.readAllBytes(path));
    }

    @Test
    void readsWhatItKept() throws IOException {
        add(mute("wsl.release"));
        add(plain("docker.release"));
        assertThat(kept()).isEqualTo(new Mutes(List.of(mute("wsl.release"), plain("docker.release")), List.of()));
    }

    @Test
    void hasEachFindingOnce() {
        Mutes twice = Mutes.NONE.with(mute("a.b")).with(plain("a.b")).with(mute("a.b"));
        assertThat(twice.all()).containsExactly(plain("a.b"), mute("a.b"));
        assertThat(twice.without(plain("a.b")).all()).containsExactly(mute("a.b"));
        assertThat(twice.without(plain("c.d"))).isEqualTo(twice);
    }

    @Test
    void needsAReason() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Mute(
                        "a.b",
                        Optional.empty(),
                        "INFO",
                        " ",
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        NOW,
                        Map.of()));
    }

    @Test
    void keepsMembersOfAMuteThatItDoesNotKnow() throws IOException {
        Files.writeString(data.settings(), """
            {"mutes":[{"check":"a.b","verdict":"WARNING","reason":"r","mutedAt":"2026-11-20T08:00:00Z",
                       "ticket":{"id":[7]}}]}\
            """);
        assertThat(kept().all())
                .singleElement()
                .satisfies(mute -> assertThat(mute.unknown()).containsKey("ticket"));
        add(mute("c.d"));
        assertThat(json(data.settings()).at("/mutes/0/ticket/id/0").asInt()).isEqualTo(7);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "7",
                "\"wsl.release\"",
                "[]",
                "null",
                "{}",
                "{\"check\":\"a.b\",\"subject\":\"\"}",
                "{\"check\":\"a.b\",\"verdict\":\"INFO\",\"mutedAt\":\"2026-11-20T08:00:00Z\"}",
                "{\"check\":\"a.b\",\"verdict\":\"INFO\",\"reason\":\" \",\"mutedAt\":\"2026-11-20T08:00:00Z\"}",
                "{\"check\":\"a.b\",\"verdict\":\"INFO\",\"reason\":[],\"mutedAt\":\"2026-11-20T08:00:00Z\"}",
                "{\"check\":7,\"verdict\":\"INFO\",\"reason\":\"r\",\"mutedAt\":\"2026-11-20T08:00:00Z\"}",
                "{\"check\":\"a.b\",\"verdict\":\"INFO\",\"reason\":\"r\",\"mutedAt\":\"yesterday\"}",
                "{\"check\":\"a.b\",\"verdict\":\"INFO\",\"reason\":\"r\",\"mutedAt\":\"2026-11-20T08:00:00Z\","
                        + "\"until\":\"2026-02-30\"}",
                "{\"check\":\"a.b\",\"verdict\":\"INFO\",\"reason\":\"r\",\"mutedAt\":\"2026-11-20T08:00:00Z\","
                        + "\"until\":null}",
                "{\"check\":\"a.b\",\"verdict\":\"INFO\",\"reason\":\"r\",\"mutedAt\":\"2026-11-20T08:00:00Z\","
                        + "\"value\":7}",
                "{\"check\":\"a.b\",\"verdict\":\"INFO\",\"reason\":\"r\",\"mutedAt\":\"2026-11-20T08:00:00Z\","
                        + "\"subject\":{\"kind\":\"DISTRO\"}}"
            })
    void mutesNothingByWhatItDoesNotUnderstandAndKeepsIt(String entry) throws IOException {
        Files.writeString(data.settings(), "{\"mutes\":[" + entry + "]}");
        assertThat(kept().all()).isEmpty();
        assertThat(kept().unclear()).hasSize(1);
        add(mute("c.d"));
        assertThat(kept().all()).containsExactly(mute("c.d"));
        assertThat(json(data.settings()).at("/mutes/1"))
                .isEqualTo(JsonMapper.shared().readTree(entry));
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"a\":1}", "\"all\"", "true"})
    void keepsWhatIsNoListOfMutes(String value) throws IOException {
        Files.writeString(data.settings(), "{\"mutes\":" + value + "}");
        add(mute("c.d"));
        assertThat(kept().all()).containsExactly(mute("c.d"));
        assertThat(json(data.settings()).at("/mutes/1"))
                .isEqualTo(JsonMapper.shared().readTree(value));
    }

    @Test
    void setsABrokenFileAsideBeforeItWritesAnother() throws IOException {
        Files.writeString(data.settings(), "{\"mutes\":[");
        assertThatExceptionOfType(SettingsSetAsideException.class).isThrownBy(() -> add(mute("c.d")));
        add(mute("c.d"));
        assertThat(data.root().resolve("settings.json.broken-20261120T080000000Z"))
                .hasContent("{\"mutes\":[");
        assertThat(kept().all()).containsExactly(mute("c.d"));
    }

    /// The window holds settings in memory for hours while the command line writes others.
    @Test
    void losesNoMuteWhileOthersWriteOtherSettings() throws Exception {
        List<Callable<Void>> writers = new ArrayList<>();
        for (int writer = 0; writer < 4; writer++) {
            SettingsFile own = new SettingsFile(data, AtomicFile.onDisk());
            String name = "writer-" + writer;
            writers.add(() -> {
                for (int i = 0; i < EACH; i++) {
                    Mute mute = plain(name + ".check-" + i);
                    own.change(now -> now.withMutes(now.mutes().with(mute)).withRecentRecording(name), NOW);
                }
                return null;
            });
        }
        try (ExecutorService threads = Executors.newFixedThreadPool(writers.size())) {
            for (Future<Void> done : threads.invokeAll(writers)) done.get();
        }
        assertThat(kept().all()).hasSize(4 * EACH);
        assertThat(file.load(NOW).settings().recentRecordings())
                .containsExactlyInAnyOrder("writer-0", "writer-1", "writer-2", "writer-3");
    }

    @Test
    void losesNoMuteOfAnotherProcess() throws Exception {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        List<Process> others = new ArrayList<>();
        for (String name : List.of("one", "two")) {
            others.add(new ProcessBuilder(
                            java,
                            "-XX:TieredStopAtLevel=1",
                            "-cp",
                            System.getProperty("java.class.path"),
                            OtherWriter.class.getName(),
                            data.root().toString(),
                            name)
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start());
        }
        for (int i = 0; i < EACH; i++) add(plain("here.check-" + i));
        for (Process other : others) assertThat(other.waitFor()).isZero();
        assertThat(kept().all().stream().map(Mute::check))
                .containsExactlyInAnyOrderElementsOf(List.of("one", "two", "here").stream()
                        .flatMap(name -> IntStream.range(0, EACH).mapToObj(i -> name + ".check-" + i))
                        .toList());
    }

    /// Another process that mutes.
    static final class OtherWriter {
        private OtherWriter() {}

        public static void main(String[] arguments) throws IOException {
            SettingsFile file = new SettingsFile(new DataFolder(Path.of(arguments[0])), AtomicFile.onDisk());
            for (int i = 0; i < EACH; i++) {
                Mute mute = plain(arguments[1] + ".check-" + i);
                file.change(now -> now.withMutes(now.mutes().with(mute)), NOW);
            }
        }
    }
}
