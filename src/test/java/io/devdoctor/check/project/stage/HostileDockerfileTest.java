package io.devdoctor.check.project.stage;

import static org.assertj.core.api.Assertions.assertThat;

import io.devdoctor.check.Finding;
import io.devdoctor.check.project.Dockerfiles;
import io.devdoctor.check.project.Workspace;
import io.devdoctor.check.project.dockerfile.DockerfileChecks;
import io.devdoctor.testing.ProjectFacts;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Files that nobody writes on purpose: each comes to an end, with an answer.
class HostileDockerfileTest {
    private static final List<String> LINES = List.of(
            "FROM alpine AS a",
            "FROM a AS b",
            "FROM scratch",
            "FROM golang:1.26 AS c",
            "FROM $X",
            "ARG X=1",
            "ENV PATH=$PATH:/x TZ=Asia/Shanghai",
            "WORKDIR ..",
            "WORKDIR $Y/z",
            "USER a:b:c",
            "USER",
            "COPY . /",
            "COPY --from=0 / /",
            "COPY --from=a /x /y",
            "COPY --from=c --chown=u --chmod=9 * .",
            "COPY [\"a b\", \"c\"]",
            "COPY <<E /e",
            "x",
            "E",
            "RUN go build -o",
            "RUN go build -o / ./... && cp -r / /x && mv /x /",
            "RUN ln -s / /l && ln -s /l /l/l && rm -rf *",
            "RUN chmod 999999 /x; chown : /; chown",
            "RUN adduser; useradd -u; addgroup $A",
            "RUN [\"\", \"\"]",
            "RUN sed -i 's/\\r//'",
            "RUN . ; source",
            "RUN --mount=type=bind,target=,from=9 x",
            "CMD []",
            "CMD [\"\"]",
            "ENTRYPOINT [\"sh\", \"-c\"]",
            "ENTRYPOINT exec",
            "HEALTHCHECK CMD",
            "EXPOSE 99999999999 a-b $X",
            "SHELL []",
            "\\",
            "# x");

    private static List<Long> seeds() {
        return IntStream.range(0, 150).mapToObj(Long::valueOf).toList();
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void answersWhateverTheOrderOfLines(long seed) {
        Random random = new Random(seed);
        String file = random.ints(25, 0, LINES.size()).mapToObj(LINES::get).collect(Collectors.joining("\n"));

        assertThat(findings("FROM alpine\n" + file)).isNotEmpty();
    }

    /// Of the checks that need nothing but the project.
    private static List<Finding> findings(String dockerfile) {
        ProjectFacts project = Dockerfiles.server(dockerfile.split("\n"));
        return DockerfileChecks.ALL.stream()
                .filter(check -> check.info().needs().size() == 1)
                .flatMap(check -> project.examine(check).stream())
                .toList();
    }

    private static BuildModel model(String dockerfile) {
        Workspace workspace = Dockerfiles.workspace(Dockerfiles.server(dockerfile.split("\n")));
        return BuildModel.of(workspace, workspace.builds().getFirst());
    }

    @Test
    void boundsCopiesOfCopies() {
        StringBuilder file = new StringBuilder("FROM alpine\nRUN mkdir /x\n");
        for (int stage = 1; stage < 40; stage++) {
            file.append("FROM alpine\n");
            for (int copy = 0; copy < 10; copy++)
                file.append("COPY --from=").append(stage - 1).append(" / /\n");
        }

        assertThat(model(file.toString()).target().orElseThrow().look("/x/y").state())
                .isEqualTo(Found.State.UNKNOWN);
    }

    @Test
    void boundsValuesThatDouble() {
        StageModel stage = model("FROM scratch\nENV A=x\n" + "ENV A=$A$A\n".repeat(200))
                .target()
                .orElseThrow();

        assertThat(stage.variable("A")).isEmpty();
        assertThat(stage.sets("A")).isTrue();
    }

    @Test
    void boundsLinksAndMoves() {
        String file =
                "FROM alpine\nRUN " + "ln -s /a /b && ln -s /b /a && mv /a /c && cp -r /c /a && ".repeat(300) + "true";

        assertThat(model(file).target().orElseThrow().look("/a/b/c").state()).isNotEqualTo(Found.State.PRESENT);
    }

    @ParameterizedTest
    @ValueSource(strings = {"RUN touch a && touch b\n", "COPY . .\n", "ENV A=$A$A$A\n", "FROM alpine\n"})
    void saysNothingAboutFilesThatNobodyWrote(String line) {
        BuildModel model = model("FROM alpine\n" + line.repeat(5000));

        assertThat(model.stages()).isEmpty();
        assertThat(model.executed()).isEmpty();
        assertThat(model.target()).isEmpty();
    }
}
