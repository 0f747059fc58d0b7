package io.devdoctor.store;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.util.LogbackMDCAdapter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OwnLogTest {
    @TempDir
    Path folder;

    private final LoggerContext context = new LoggerContext();
    private DataFolder data;

    @BeforeEach
    void create() throws IOException {
        context.setMDCAdapter(new LogbackMDCAdapter());
        data = new DataFolder(folder.resolve("d")).create();
    }

    @AfterEach
    void close() {
        context.stop();
    }

    @Test
    void masksMessagesAndStackTraces() throws IOException {
        Path file = started(100_000);
        context.getLogger("x").info("password {}", "kanari");
        context.getLogger("x").warn("名字", new IllegalStateException("token kanari"));
        assertThat(Files.readString(file))
                .contains("password ****", "名字", "token ****", "OwnLogTest")
                .doesNotContain("kanari");
    }

    @Test
    void keepsNoisyLibrariesQuiet() throws IOException {
        Path file = started(100_000);
        context.getLogger("com.github.dockerjava.zerodep").info("retry");
        context.getLogger("oshi.hardware").info("detail");
        context.getLogger("oshi.hardware").warn("worth it");
        context.getLogger("x").debug("detail");
        assertThat(Files.readAllLines(file)).singleElement().asString().contains("worth it");
    }

    @Test
    void staysBoundedAndKeepsFive() throws IOException {
        started(2_000);
        for (int i = 0; i < 2_000; i++) {
            context.getLogger("x").info("line {} {}", i, "x".repeat(80));
        }
        try (Stream<Path> files = Files.list(data.logs())) {
            assertThat(files.toList()).hasSizeBetween(1, 6);
        }
    }

    @Test
    void saysOnceThatItCannotWrite() throws IOException {
        Files.createDirectory(data.logs().resolve("devdoctor.log"));
        assertThat(OwnLog.start(context, data, text -> text, 1_000))
                .isInstanceOfSatisfying(OwnLog.Started.Nowhere.class, nowhere -> {
                    assertThat(nowhere.file()).isEqualTo(data.logs().resolve("devdoctor.log"));
                    assertThat(nowhere.why()).contains("devdoctor.log");
                });
        context.getLogger("x").error("goes nowhere, harms nobody");
        assertThat(context.getLogger("x").isErrorEnabled()).isFalse();
    }

    private Path started(long bytes) {
        return ((OwnLog.Started.ToFile) OwnLog.start(context, data, text -> text.replace("kanari", "****"), bytes))
                .file();
    }
}
