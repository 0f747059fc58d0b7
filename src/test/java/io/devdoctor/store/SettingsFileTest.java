package io.devdoctor.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.devdoctor.disk.Crashpoint;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SettingsFileTest {
    private static final Instant NOW = Instant.parse("2026-11-20T08:00:00Z");

    @TempDir
    Path folder;

    private DataFolder data;
    private SettingsFile file;

    @BeforeEach
    void create() throws IOException {
        data = new DataFolder(folder.resolve("d")).create();
        file = new SettingsFile(data, AtomicFile.onDisk());
    }

    @Test
    void startsWithTheDefaults() {
        assertThat(file.load(NOW))
                .isEqualTo(new SettingsFile.Loaded(Settings.defaults(), Optional.empty(), Optional.empty()));
    }

    @Test
    void readsWhatItSaved() throws IOException {
        Settings settings = Settings.defaults()
                .withLanguage(Settings.Language.CHINESE)
                .withTheme(Settings.Theme.DARK)
                .withProjects(List.of("D:\\项目 一"))
                .withRecentRecording("a")
                .withRecentRecording("b")
                .withRecentRecording("a")
                .withWindow(new Settings.Bounds(-8, 0, 1280.5, 800, true))
                .withMutes(Mutes.NONE.with(MutesTest.mute("wsl.release")))
                .withLooks(now -> now.withFontPercent(150).withMotion(Settings.Motion.REDUCED))
                .withAsking(now -> now.withPatience(4)
                        .withTimeServers(List.of("ntp.example", "10.0.0.1:1123"))
                        .withEngine(Optional.of("npipe:////./pipe/docker_engine")))
                .withWatching(now -> now.withOn(true).withMinutes(15).withTold())
                .withMemory(now -> now.withHistorySize(300));
        assertThat(file.change(_ -> settings, NOW)).isEqualTo(settings);
        assertThat(file.load(NOW).settings()).isEqualTo(settings);
        assertThat(settings.recentRecordings()).containsExactly("a", "b");
    }

    @Test
    void keepsMembersItDoesNotKnow() throws IOException {
        Files.writeString(data.settings(), "{\"language\":\"en\",\"future\":{\"a\":[1,2.50]}}");
        file.change(now -> now.withTheme(Settings.Theme.LIGHT), NOW);
        assertThat(Files.readString(data.settings()).replaceAll("\\s", ""))
                .contains("\"language\":\"en\"", "\"theme\":\"light\"", "\"future\":{\"a\":[1,2.5");
    }

    @Test
    void givesAMemberOfTheWrongTypeItsDefault() throws IOException {
        Files.writeString(
                data.settings(),
                "{\"language\":\"tlh\",\"theme\":7,\"projects\":{},\"window\":{\"x\":1},\"mutes\":null}");
        assertThat(file.load(NOW).settings()).isEqualTo(Settings.defaults());
    }

    @Test
    void givesAMemberOutOfRangeItsDefault() throws IOException {
        Files.writeString(data.settings(), """
            {"fontPercent":900,"motion":"wild","patience":-1,"timeServers":["a b","-x","ok.example",5],
             "engine":"http://x","watch":"yes","watchMinutes":0,"historySize":99999999}\
            """);
        Settings settings = file.load(NOW).settings();
        assertThat(settings)
                .isEqualTo(Settings.defaults().withAsking(now -> now.withTimeServers(List.of("ok.example"))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"pool.ntp.org", "10.0.0.1", "ntp.example:1123", "localhost", "a-b.c"})
    void knowsATimeServer(String address) {
        assertThat(Asking.isTimeServer(address)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", " ", "a b", "-a", "a-", "a..b", "a:", "a:0", "a:65536", "a:b", "http://a", "a/b", "a,b"})
    void refusesWhatIsNoTimeServer(String address) {
        assertThat(Asking.isTimeServer(address)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "npipe:////./pipe/dockerDesktopLinuxEngine",
                "unix:///var/run/docker.sock",
                "tcp://127.0.0.1:2375",
                "tcp://build.example:2376/"
            })
    void knowsAnEndpoint(String address) {
        assertThat(Asking.isEndpoint(address)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "docker_engine",
                "npipe:////./pipe/",
                "npipe:////server/pipe/x",
                "unix://var",
                "tcp://host",
                "tcp://host:99999",
                "tcp://user:secret@host:2375",
                "http://host:2375",
                "ssh://host"
            })
    void refusesWhatIsNoEndpoint(String address) {
        assertThat(Asking.isEndpoint(address)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "[]", "{\"language\":\"en\"", "null", "\u0000\u0001"})
    void setsABrokenFileAside(String content) throws IOException {
        Files.writeString(data.settings(), content);
        SettingsFile.Loaded loaded = file.load(NOW);
        Path aside = data.root().resolve("settings.json.broken-20261120T080000000Z");
        assertThat(loaded.settings()).isEqualTo(Settings.defaults());
        assertThat(loaded.setAside()).contains(aside);
        assertThat(loaded.problem()).isPresent();
        assertThat(aside).hasContent(content);
        assertThat(data.settings()).doesNotExist();
    }

    /// Every mute would be gone, and nobody the wiser.
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void saysOnceThatAFileWasSetAsideBeforeItStartsAnew(boolean loadedBefore) throws IOException {
        Files.writeString(data.settings(), "{\"mutes\":[");
        if (loadedBefore) assertThat(file.load(NOW).setAside()).isPresent();
        Path aside = data.root().resolve("settings.json.broken-20261120T080000000Z");
        assertThatThrownBy(() -> file.change(now -> now.withTheme(Settings.Theme.DARK), NOW))
                .isInstanceOfSatisfying(
                        SettingsSetAsideException.class,
                        told -> assertThat(told.kept()).isEqualTo(aside));
        assertThat(data.settings()).doesNotExist();
        assertThat(aside).hasContent("{\"mutes\":[");
        assertThat(file.change(now -> now.withTheme(Settings.Theme.DARK), NOW).theme())
                .isEqualTo(Settings.Theme.DARK);
    }

    @Test
    void sweepsWhatAKilledWriterLeft() throws IOException {
        file.change(now -> now.withTheme(Settings.Theme.DARK), NOW);
        Files.writeString(data.root().resolve(".settings.json.devdoctor-0123456789abcdef.tmp"), "{");
        file.change(now -> now.withLanguage(Settings.Language.CHINESE), NOW);
        assertThat(names()).noneMatch(name -> name.startsWith(".settings.json"));
        assertThat(file.load(NOW).settings().theme()).isEqualTo(Settings.Theme.DARK);
    }

    private List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(data.root())) {
            return files.map(path -> path.getFileName().toString()).toList();
        }
    }

    @Test
    void startsAlsoWithAFolderInItsPlace() throws IOException {
        Files.createDirectory(data.settings());
        SettingsFile.Loaded loaded = file.load(NOW);
        assertThat(loaded.settings()).isEqualTo(Settings.defaults());
        assertThat(loaded.problem()).isPresent();
        assertThatThrownBy(() -> file.change(now -> now.withTheme(Settings.Theme.DARK), NOW))
                .isInstanceOf(IOException.class);
        assertThat(data.settings()).isDirectory();
    }

    /// Else one that may not be read for a moment would be replaced by the defaults.
    @Test
    void keepsAFileThatItMayNotRead() throws IOException {
        file.change(now -> now.withTheme(Settings.Theme.DARK), NOW);
        Path real = folder.resolve("real.json");
        Files.move(data.settings(), real);
        Files.createSymbolicLink(data.settings(), folder.resolve("gone.json"));
        assertThatThrownBy(() -> file.change(now -> now.withLanguage(Settings.Language.CHINESE), NOW))
                .isInstanceOf(IOException.class);
        assertThat(real).content().contains("dark");
    }

    @Test
    void losesNothingOnAFullDisk() throws IOException {
        file.change(_ -> Settings.defaults().withTheme(Settings.Theme.DARK), NOW);
        AtomicFile full = new AtomicFile(new FaultyDisk(FaultyDisk.Fault.WRITE, 5), Crashpoint.NONE);
        assertThatThrownBy(() -> new SettingsFile(data, full).change(_ -> Settings.defaults(), NOW))
                .hasMessageContainingAll(data.settings().toString(), "No space left on device");
        assertThat(file.load(NOW).settings().theme()).isEqualTo(Settings.Theme.DARK);
    }
}
