package io.devdoctor.installer;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/// What DevDoctor ships of others goes with the text of its licence. That the list is complete, the build judges.
class ThirdPartyTest {
    private static final Pattern ROW = Pattern.compile("\\| `[^`]+` \\| [^|]+ \\| ([^|]+) \\| https://[^| ]+ \\|");
    private static final Pattern CONTAINED = Pattern.compile("(?<!])\\(([A-Z][A-Za-z]*(?:-[0-9.]+)?)[),]");

    @Test
    void everyLicenceGoesWithItsText() throws IOException {
        var licences = new TreeSet<String>();
        for (String row : rows()) {
            var cells = ROW.matcher(row);
            assertThat(cells.matches()).as(row).isTrue();
            licences.add(cells.group(1).split(" or ", 2)[0]);
        }
        CONTAINED.matcher(list()).results().forEach(name -> licences.add(name.group(1)));

        licences.remove("Apache-2.0"); // DevDoctor's own
        assertThat(licences)
                .contains("GPL-2.0-with-classpath-exception", "MIT", "EPL-2.0", "MPL-2.0")
                .allSatisfy(name -> assertThat(Path.of("installer/legal", name + ".txt"))
                        .as("the text of " + name)
                        .isNotEmptyFile());
    }

    @Test
    void theLibrariesOfTheScreenAreNamed() throws IOException {
        assertThat(rows()).hasSizeGreaterThan(30).anyMatch(row -> row.contains("`org.openjfx:javafx-graphics`"));
    }

    private static List<String> rows() throws IOException {
        return list().lines().filter(line -> line.startsWith("| `")).toList();
    }

    private static String list() throws IOException {
        return Files.readString(Path.of("THIRD-PARTY.md"));
    }
}
