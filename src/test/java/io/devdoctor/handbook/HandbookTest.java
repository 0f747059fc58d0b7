package io.devdoctor.handbook;

import static org.assertj.core.api.Assertions.assertThat;

import io.devdoctor.check.Check;
import io.devdoctor.check.Checks;
import io.devdoctor.check.Verdict;
import io.devdoctor.text.Language;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

/// `docs/checks` says what the program says. `mvn -Pdocs test` writes it anew.
@TestInstance(Lifecycle.PER_CLASS)
class HandbookTest {
    private static final String WRITE = "devdoctor.docs.write";
    private Examples examples = new Examples();

    @BeforeAll
    void examineEveryMachine() throws Exception {
        examples = Examples.ofAllMachines();
    }

    @Test
    void thePagesAreUpToDate() throws Exception {
        Map<String, String> pages = new TreeMap<>();
        Numbers numbers = new Numbers();
        for (Language language : Language.values()) pages.putAll(new CheckPages(language, examples, numbers).write());
        if (Boolean.getBoolean(WRITE)) write(pages);
        for (Map.Entry<String, String> page : pages.entrySet()) {
            Path file = Path.of(page.getKey());
            assertThat(Files.exists(file) ? Files.readString(file).replace("\r\n", "\n") : "")
                    .as("%s is stale; run: mvn -Pdocs test", file)
                    .isEqualTo(page.getValue());
        }
        for (String folder : List.of("docs/checks", "docs/zh-CN/checks")) {
            try (Stream<Path> files = Files.list(Path.of(folder))) {
                assertThat(files.map(file -> file.toString().replace('\\', '/')))
                        .isSubsetOf(pages.keySet());
            }
        }
    }

    /// Fires and stays silent, both from recorded bytes.
    @Test
    void everyCheckIsProvenByRecordedMachines() {
        for (Check check : Checks.ALL) {
            List<Verdict> said = examples.verdicts(check);
            assertThat(said).as("%s is silent", check.info().id()).contains(Verdict.OK);
            assertThat(said)
                    .as("%s fires", check.info().id())
                    .containsAnyOf(Verdict.INFO, Verdict.WARNING, Verdict.PROBLEM);
        }
    }

    private static void write(Map<String, String> pages) throws Exception {
        for (Map.Entry<String, String> page : pages.entrySet()) {
            Path file = Path.of(page.getKey());
            Files.createDirectories(file.toAbsolutePath().getParent());
            Files.writeString(file, page.getValue());
        }
    }
}
