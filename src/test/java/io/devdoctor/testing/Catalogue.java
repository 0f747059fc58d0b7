package io.devdoctor.testing;

import static org.assertj.core.api.Assertions.assertThat;

import io.devdoctor.check.Finding;
import io.devdoctor.check.Verdict;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/// The agreed list of checks of the finished areas, `src/test/resources/catalogue.txt`, with the worst that each may
/// say.
public final class Catalogue {
    private static final Map<String, Verdict> WORST = read();

    private Catalogue() {}

    public static Set<String> ids() {
        return WORST.keySet();
    }

    /// An INFO check never warns, a WARNING check never calls a problem what it found.
    public static void admits(Finding finding) {
        Verdict worst = WORST.get(finding.check().id());
        if (worst == null || !finding.verdict().isIllness()) return;
        assertThat(finding.verdict().rank()).as(finding.check().id()).isLessThanOrEqualTo(worst.rank());
    }

    private static Map<String, Verdict> read() {
        try {
            Map<String, Verdict> worst = new TreeMap<>();
            for (String line : Files.readAllLines(Path.of("src/test/resources/catalogue.txt"))) {
                if (line.startsWith("#")) continue;
                String[] words = line.split(" ");
                worst.put(words[0], Verdict.valueOf(words[1]));
            }
            return worst;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
