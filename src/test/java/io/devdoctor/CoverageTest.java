package io.devdoctor;

import static org.assertj.core.api.Assertions.assertThat;

import io.devdoctor.check.Area;
import io.devdoctor.check.Check;
import io.devdoctor.check.CheckInfo;
import io.devdoctor.check.Checks;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

/// `docs/coverage.md` answers every item, and names checks that exist.
@TestInstance(Lifecycle.PER_CLASS)
class CoverageTest {
    private static final int ITEMS = 156;
    private static final Pattern ROW = Pattern.compile("(?m)^\\| (\\d+) \\| ([^|]+) \\| ([^|]+) \\|$");
    private static final Pattern CODE = Pattern.compile("`([a-z]+\\.[a-z0-9-]+)`");
    /// What an answer says where no check decides.
    private static final Pattern WORDS =
            Pattern.compile("\\b(not judged: \\S|left out so far|false\\b|sound\\b|see \\d)");

    private final Set<String> ids =
            Checks.ALL.stream().map(Check::info).map(CheckInfo::id).collect(Collectors.toSet());
    private final Set<String> groups =
            ids.stream().map(id -> id.substring(0, id.indexOf('.'))).collect(Collectors.toSet());
    private String text = "";

    @BeforeAll
    void read() throws IOException {
        text = Files.readString(Path.of("docs/coverage.md"));
    }

    @Test
    void everyItemStandsThereOnceAndInOrder() {
        List<Integer> numbers =
                rows().stream().map(row -> Integer.valueOf(row.group(1))).toList();
        assertThat(numbers).isEqualTo(IntStream.rangeClosed(1, ITEMS).boxed().toList());
    }

    @Test
    void everyItemIsAnsweredByACheckOrByAReason() {
        for (MatchResult row : rows()) {
            assertThat(row.group(2).strip().split("\\s+"))
                    .as("words of item " + row.group(1))
                    .hasSizeBetween(1, 12);
            boolean answered = !named(row.group(3)).isEmpty()
                    || WORDS.matcher(row.group(3)).find();
            assertThat(answered)
                    .as("answer to item " + row.group(1) + ": " + row.group(3))
                    .isTrue();
        }
    }

    @Test
    void everyCheckThatIsNamedExists() {
        assertThat(named(text)).isNotEmpty().isSubsetOf(ids);
    }

    @Test
    void everyCheckOfProjectsIsNamed() {
        Set<String> ofProjects = Checks.ALL.stream()
                .map(Check::info)
                .filter(info -> info.area() == Area.PROJECT)
                .map(CheckInfo::id)
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(named(text)).containsAll(ofProjects);
    }

    private List<MatchResult> rows() {
        return ROW.matcher(text).results().toList();
    }

    /// What looks like an id of ours: a group that has checks, a dot, and one word in kebab case.
    private Set<String> named(String words) {
        return CODE.matcher(words)
                .results()
                .map(match -> match.group(1))
                .filter(id -> groups.contains(id.substring(0, id.indexOf('.'))))
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
