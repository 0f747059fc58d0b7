package io.devdoctor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// A command loads only what it needs: whoever asks for help or looks at a sample waits for no native library, no
/// client of an engine, no window, no sender of measurements and no git.
class LoadedClassesTest {
    private static final List<String> HEAVY = List.of(
            "oshi.",
            "com.sun.jna.",
            "com.github.dockerjava.core.",
            "com.github.dockerjava.zerodep.",
            "com.google.common.",
            "io.opentelemetry.",
            "io.devdoctor.report.telemetry.",
            "javafx.",
            "com.sun.javafx.",
            "java.awt.",
            "org.eclipse.jgit.",
            "gg.jte.",
            "org.apache.commons.io.",
            "org.apache.commons.lang3.");

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "--help",
                "--version",
                "list",
                "check --sample healthy-en",
                "check --sample healthy-en --format json",
                "check --sample hung-wsl-en --format sarif --exit-zero"
            })
    void nothingIsLoadedThatIsNotNeeded(String line) throws IOException, InterruptedException {
        List<String> loaded = loaded(line);

        assertThat(loaded).contains("io.devdoctor.Main");
        assertThat(loaded.stream().filter(LoadedClassesTest::isHeavy)).isEmpty();
    }

    /// Neither does this machine itself, however much of it is read.
    @ParameterizedTest
    @ValueSource(
            strings = {"check --only project --project . --exit-zero", "check --only clock --timeout 30s --exit-zero"})
    void whatSendsIsLoadedOnlyToSend(String line) throws IOException, InterruptedException {
        assertThat(loaded(line))
                .contains("io.devdoctor.cli.Delivery")
                .noneMatch(name ->
                        name.startsWith("io.opentelemetry.") || name.startsWith("io.devdoctor.report.telemetry."));
    }

    private static boolean isHeavy(String name) {
        return HEAVY.stream().anyMatch(name::startsWith);
    }

    @ParameterizedTest
    @ValueSource(strings = "check --sample healthy-en --format json")
    void aCommandReadsTheOptionsOfNoOther(String line) throws IOException, InterruptedException {
        assertThat(loaded(line))
                .contains("io.devdoctor.cli.CheckCommand")
                .doesNotContain("io.devdoctor.cli.FixCommand", "io.devdoctor.cli.CompareCommand");
    }

    private List<String> loaded(String line) throws IOException, InterruptedException {
        Path log = folder.resolve("classes.txt");
        Program.Ended ended = Program.in(folder, "-Xlog:class+load:file=" + log).run(line.split(" "));
        assertThat(ended.exit()).as(ended.err()).isZero();
        try (var lines = Files.lines(log)) {
            return lines.filter(each -> each.contains("source:"))
                    .map(each -> each.replaceFirst("^(?:\\[[^]]*])*\\s*(\\S+) source:.*", "$1"))
                    .toList();
        }
    }
}
