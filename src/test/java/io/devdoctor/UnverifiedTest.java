package io.devdoctor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// What nobody ran on Windows is marked, listed, and real: no adapter answers a constant or swallows an error.
class UnverifiedTest {
    private static final Path SOURCES = Path.of("src/main/java/io/devdoctor");
    private static final Pattern EMPTY_CATCH = Pattern.compile("catch \\([^)]*\\) \\{\\s*}");
    private static final Pattern CONSTANT_ANSWER = Pattern.compile("public [^;{}=]*\\([^;{}]*\\) \\{\\s*return"
            + " (?:true|false|null|\\d+|\"[^\"]*\"|List\\.of\\(\\)|Map\\.of\\(\\));\\s*}");

    @Test
    void everyMarkedClassIsListed() throws IOException {
        String list = Files.readString(Path.of("docs/unverified.md"));
        for (Path source : sources(SOURCES)) {
            if (!Files.readString(source).contains("unverified on Windows")) continue;
            String name = source.getFileName().toString().replace(".java", "");
            assertThat(list).as("docs/unverified.md names " + name).containsPattern("[`.]" + name + "[`.]");
        }
    }

    @Test
    void everyListedClassExists() throws IOException {
        List<String> names = sources(SOURCES).stream()
                .map(source -> source.getFileName().toString().replace(".java", ""))
                .toList();
        String list = Files.readString(Path.of("docs/unverified.md"));
        Pattern.compile("`(Windows\\w+|NtDll|MoreKernel32|SystemFolder|Disk\\w+|File\\w+|Oshi\\w+|Engine\\w+)`")
                .matcher(list)
                .results()
                .forEach(match -> assertThat(names).contains(match.group(1)));
    }

    @Test
    void windowsAdaptersNeitherSwallowErrorsNorAnswerConstants() throws IOException {
        List<Path> adapters = sources(SOURCES.resolve("system/windows"));
        assertThat(adapters).isNotEmpty();
        for (Path adapter : adapters) {
            String text = Files.readString(adapter);
            assertThat(EMPTY_CATCH.matcher(text).find())
                    .as("empty catch in " + adapter)
                    .isFalse();
            assertThat(CONSTANT_ANSWER.matcher(text).find())
                    .as("constant answer in " + adapter)
                    .isFalse();
        }
    }

    private static List<Path> sources(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(".java")).toList();
        }
    }
}
