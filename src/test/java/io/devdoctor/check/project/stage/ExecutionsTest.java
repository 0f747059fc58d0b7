package io.devdoctor.check.project.stage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import io.devdoctor.check.project.Dockerfiles;
import io.devdoctor.check.project.Workspace;
import io.devdoctor.check.project.image.Answer;
import io.devdoctor.check.project.stage.Execution.How;
import io.devdoctor.testing.ProjectFacts;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExecutionsTest {
    private static List<Execution> executed(ProjectFacts folder) {
        Workspace workspace = Dockerfiles.workspace(folder);
        return BuildModel.of(workspace, workspace.builds().getFirst()).executed();
    }

    private static List<Execution> executed(String... dockerfile) {
        return executed(Dockerfiles.with(dockerfile)
                .and("entrypoint.sh", "#!/bin/sh\nset -e\n. ./lib/env.sh\nexec \"$@\"\n")
                .and("lib/env.sh", "A=1\n")
                .and("build.sh", "#!/bin/sh\n")
                .and("app.py", "print(1)\n")
                .and("other.sh", "#!/bin/sh\n"));
    }

    @ParameterizedTest
    @CsvSource({
        "'ENTRYPOINT [\"/app/entrypoint.sh\"]', entrypoint.sh, DIRECT",
        "'ENTRYPOINT [\"./entrypoint.sh\"]', entrypoint.sh, DIRECT",
        "'ENTRYPOINT ./entrypoint.sh', entrypoint.sh, DIRECT",
        "'ENTRYPOINT exec ./entrypoint.sh --x', entrypoint.sh, DIRECT",
        "'ENTRYPOINT [\"sh\", \"-e\", \"/app/entrypoint.sh\"]', entrypoint.sh, THROUGH_INTERPRETER",
        "'ENTRYPOINT [\"tini\", \"-g\", \"--\", \"/app/entrypoint.sh\"]', entrypoint.sh, DIRECT",
        "'ENTRYPOINT [\"gosu\", \"app\", \"/app/entrypoint.sh\"]', entrypoint.sh, DIRECT",
        "'CMD [\"sh\", \"-c\", \"cd /app && /app/other.sh\"]', other.sh, DIRECT",
        "'CMD [\"python\", \"app.py\"]', app.py, THROUGH_INTERPRETER",
        "'RUN ./build.sh', build.sh, DIRECT",
        "'RUN cd / && sh app/build.sh', build.sh, THROUGH_INTERPRETER",
        "'RUN . ./build.sh', build.sh, SOURCED",
        "'HEALTHCHECK CMD [\"/app/other.sh\"]', other.sh, DIRECT",
        "'HEALTHCHECK CMD ./other.sh || exit 1', other.sh, DIRECT",
        "'RUN --mount=type=bind,source=build.sh,target=/b.sh /b.sh', build.sh, DIRECT",
    })
    void findsWhatIsExecuted(String line, String path, How how) {
        assertThat(executed("FROM debian:trixie", "WORKDIR /app", "COPY . .", line))
                .filteredOn(execution -> execution.by().isEmpty())
                .singleElement()
                .satisfies(execution -> {
                    assertThat(execution.path()).isEqualTo(path);
                    assertThat(execution.how()).isEqualTo(how);
                    assertThat(execution.line()).isEqualTo(4);
                });
    }

    @Test
    void followsScripts() {
        List<Execution> executed = executed(
                "FROM debian:trixie",
                "WORKDIR /app",
                "COPY . .",
                "ENTRYPOINT [\"/app/entrypoint.sh\"]",
                "CMD [\"./other.sh\"]");

        assertThat(executed)
                .extracting(Execution::path, Execution::how, Execution::by)
                .containsExactly(
                        tuple("entrypoint.sh", How.DIRECT, ""),
                        tuple("lib/env.sh", How.SOURCED, "entrypoint.sh"),
                        tuple("other.sh", How.DIRECT, ""));
    }

    @Test
    void looksAlongThePath() {
        assertThat(executed(
                        "FROM debian:trixie",
                        "COPY entrypoint.sh /usr/local/bin/",
                        "ENV PATH=/opt/x:$PATH",
                        "COPY other.sh /opt/x/run",
                        "ENTRYPOINT [\"entrypoint.sh\", \"run\"]"))
                .extracting(Execution::path)
                .containsExactly("entrypoint.sh", "other.sh");
    }

    @ParameterizedTest
    @CsvSource({
        "RUN sed -i 's/\\r$//' /entrypoint.sh",
        "RUN dos2unix /entrypoint.sh && true",
        "'RUN find / -name ''*.sh'' -exec sed -i ''s/\\r$//'' {} +'",
        "RUN apt-get update && apt-get install -y dos2unix && dos2unix /*.sh",
    })
    void seesWhatIsMended(String line) {
        assertThat(executed("FROM debian:trixie", "COPY *.sh /", line, "ENTRYPOINT [\"/entrypoint.sh\"]"))
                .filteredOn(execution -> execution.path().equals("entrypoint.sh"))
                .singleElement()
                .satisfies(execution -> assertThat(execution.mended()).isTrue());
    }

    @Test
    void seesRightsOnlyWhereTheyComeAfterTheCopy() {
        assertThat(executed(
                        "FROM debian", "COPY *.sh /", "RUN chmod +x /entrypoint.sh", "ENTRYPOINT [\"/entrypoint.sh\"]"))
                .extracting(Execution::executable)
                .containsExactly(Answer.YES);
        assertThat(executed(
                        "FROM debian", "RUN chmod +x /entrypoint.sh", "COPY *.sh /", "ENTRYPOINT [\"/entrypoint.sh\"]"))
                .extracting(Execution::executable)
                .containsExactly(Answer.UNKNOWN);
        assertThat(executed("FROM debian", "COPY --chmod=755 *.sh /", "ENTRYPOINT [\"/entrypoint.sh\"]"))
                .extracting(Execution::executable)
                .containsExactly(Answer.YES);
    }

    @Test
    void knowsFoldersWhoseContentRuns() {
        assertThat(executed(Dockerfiles.with("FROM postgres:17", "COPY db/ /docker-entrypoint-initdb.d/")
                        .and("db/10-init.sh", "#!/bin/bash\n")
                        .and("db/20-data.sql", "select 1;\n")))
                .extracting(Execution::path, Execution::how)
                .containsExactly(tuple("db/10-init.sh", How.BY_FOLDER), tuple("db/20-data.sql", How.BY_FOLDER));
    }

    @Test
    void leavesOutWhatNobodyBuildsOrStarts() {
        assertThat(executed(
                        "FROM debian:trixie AS unused",
                        "COPY . .",
                        "RUN ./build.sh",
                        "FROM debian:trixie",
                        "COPY other.sh /x.sh",
                        "ENTRYPOINT [\"/y.sh\"]"))
                .isEmpty();
    }

    @Test
    void comesToAnEndWithScriptsThatStartEachOther() {
        assertThat(executed(Dockerfiles.with("FROM debian", "WORKDIR /a", "COPY . .", "CMD [\"./a.sh\"]")
                        .and("a.sh", "#!/bin/sh\n./b.sh\n")
                        .and("b.sh", "#!/bin/sh\n./a.sh\n")))
                .extracting(Execution::path)
                .containsExactly("a.sh", "b.sh");
    }
}
