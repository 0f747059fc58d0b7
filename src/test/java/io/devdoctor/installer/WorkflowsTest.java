package io.devdoctor.installer;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// What runs with the rights of the repository is what somebody looked at: a tag can be moved, a commit cannot.
class WorkflowsTest {
    private static final Pattern USES = Pattern.compile("^\\s*(?:- )?uses:\\s*(.+)$", Pattern.MULTILINE);
    private static final String PINNED = "[\\w.-]+/[\\w./-]+@[0-9a-f]{40} # v\\d+(\\.\\d+)*";

    static List<Path> workflows() throws IOException {
        try (Stream<Path> files = Files.list(Path.of(".github/workflows"))) {
            return files.toList();
        }
    }

    @ParameterizedTest
    @MethodSource("workflows")
    void everyActionIsPinnedToACommit(Path workflow) throws IOException {
        List<String> used = USES.matcher(Files.readString(workflow))
                .results()
                .map(match -> match.group(1))
                .toList();

        assertThat(used).isNotEmpty().allMatch(action -> action.matches(PINNED));
    }

    @ParameterizedTest
    @MethodSource("workflows")
    void rightsAreReadingUnlessAJobSaysOtherwise(Path workflow) throws IOException {
        assertThat(Files.readString(workflow)).contains("\npermissions:\n  contents: read\n");
    }

    @ParameterizedTest
    @MethodSource("workflows")
    void theTokenDoesNotStayInTheCheckout(Path workflow) throws IOException {
        String text = Files.readString(workflow);

        assertThat(text.split("actions/checkout@", -1)).hasSameSizeAs(text.split("persist-credentials: false", -1));
    }
}
