package io.devdoctor.check.project.stage;

import static org.assertj.core.api.Assertions.assertThat;

import io.devdoctor.check.project.Dockerfiles;
import io.devdoctor.check.project.Workspace;
import io.devdoctor.check.project.image.Answer;
import io.devdoctor.check.project.stage.Found.Origin;
import io.devdoctor.check.project.stage.Found.State;
import io.devdoctor.testing.ProjectFacts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BuildModelTest {
    private static BuildModel model(ProjectFacts folder) {
        Workspace workspace = Dockerfiles.workspace(folder);
        return BuildModel.of(workspace, workspace.builds().getFirst());
    }

    private static StageModel last(String... dockerfile) {
        return last(Dockerfiles.with(dockerfile));
    }

    private static StageModel last(ProjectFacts folder) {
        return model(folder).target().orElseThrow();
    }

    @Test
    void followsABinaryThroughTheStages() {
        StageModel stage = last(Dockerfiles.server(
                "FROM golang:1.26-alpine AS builder",
                "WORKDIR /app",
                "COPY go.mod .",
                "COPY go.sum .",
                "RUN go mod download",
                "COPY *.go ./",
                "RUN go build -o main .",
                "FROM alpine:3.23",
                "RUN apk --no-cache add ca-certificates",
                "WORKDIR /root/",
                "COPY --from=builder /app/main .",
                "CMD [\"./main\"]"));

        Found main = stage.look("/root/main");

        assertThat(main.origin()).isInstanceOfSatisfying(Origin.Built.class, built -> {
            assertThat(built.build().output()).contains("/app/main");
            assertThat(built.build().line()).isEqualTo(7);
        });
        assertThat(main.executable()).isEqualTo(Answer.YES);
        assertThat(stage.workdir()).contains("/root");
        assertThat(stage.installs("ca-certificates")).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "RUN go build -o /out/app ., /out/app",
        "RUN go build -o /out/ ./cmd/api, /out/api",
        "RUN go build ./cmd/api, /app/api",
        "RUN go build, /app/shop",
        "RUN go build main.go, /app/main",
        "RUN cd cmd/api && go build, /app/cmd/api/api",
        "RUN mkdir -p bin && go build -o bin ./cmd/api, /app/bin/api",
        "RUN CGO_ENABLED=0 GOOS=linux go build -a -installsuffix cgo -o main ./cmd/api, /app/main",
        "RUN go build -ldflags \"-s -w\" -o main ., /app/main",
    })
    void knowsWhereGoPutsABinary(String run, String output) {
        StageModel stage = last(Dockerfiles.server("FROM golang:1.26", "WORKDIR /app", "COPY . .", run));

        assertThat(stage.builds())
                .singleElement()
                .satisfies(build -> assertThat(build.output()).contains(output));
        if (!output.contains("cmd")) {
            assertThat(stage.look(output).origin()).isInstanceOf(Origin.Built.class);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "RUN go build ., , false",
        "RUN CGO_ENABLED=0 go build ., NO, true",
        "RUN export CGO_ENABLED=0 && go build ., NO, true",
        "RUN env CGO_ENABLED=1 go build ., YES, true",
        "RUN go env -w CGO_ENABLED=0 && go build ., NO, true",
        "RUN CGO_ENABLED=$X go build ., UNKNOWN, true",
    })
    void knowsWhatIsSaidAboutCgo(String run, Answer cgo, boolean told) {
        GoBuild build = last(Dockerfiles.server("FROM golang:1.26", "WORKDIR /app", "COPY . .", run))
                .builds()
                .getFirst();

        assertThat(build.cgo()).isEqualTo(cgo == null ? Answer.UNKNOWN : cgo);
        assertThat(build.told()).isEqualTo(told);
    }

    @Test
    void knowsWhatEnvironmentAndArgumentsSay() {
        StageModel stage = last(
                "ARG DIR=/srv",
                "FROM alpine:3.23",
                "ARG DIR",
                "ARG NAME=x",
                "ENV HOME_OF=$DIR/$NAME",
                "ENV NAME=y",
                "WORKDIR $HOME_OF",
                "RUN touch $NAME");

        assertThat(stage.workdir()).contains("/srv/x");
        assertThat(stage.look("/srv/x/y").isPresent()).isTrue();
        assertThat(stage.variable("TARGETARCH")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "/app/a.sh, PRESENT",
        "/app/sub/b.sh, PRESENT",
        "/app/sub, PRESENT",
        "/app/c.sh, PROBABLY_MISSING",
        "/x/a.sh, PRESENT",
        "/y, PRESENT",
        "/z/a.sh, PRESENT",
        "/usr/bin/a.sh, UNKNOWN",
        "/usr/local/bin/a.sh, PRESENT",
        "/other, PROBABLY_MISSING",
    })
    void putsCopiesWhereTheyGo(String path, State state) {
        StageModel stage = last(Dockerfiles.with(
                        "FROM alpine:3.23",
                        "WORKDIR /app",
                        "COPY . .",
                        "COPY a.sh /x/",
                        "COPY a.sh /y",
                        "COPY a.sh sub/b.sh /z",
                        "COPY a.* /usr/local/bin")
                .and("a.sh", "#!/bin/sh\n")
                .and("sub/b.sh", "#!/bin/sh\n"));

        assertThat(stage.look(path).state()).isEqualTo(state);
    }

    @ParameterizedTest
    @CsvSource({
        "'', PROBABLY_MISSING",
        "RUN mkdir -p /app, PRESENT",
        "WORKDIR /app/x, PRESENT",
        "RUN make install, UNKNOWN",
        "RUN apk add --no-cache nginx, PROBABLY_MISSING",
        "RUN adduser -D user, PROBABLY_MISSING",
        "RUN if [ -d /x ]; then mkdir /app; fi, UNKNOWN",
        "RUN mkdir $UNKNOWN, UNKNOWN",
        "RUN mkdir /tmp/x && mv /tmp/x /app, PRESENT",
        "RUN mkdir /app && rm -rf /app, MISSING",
        "RUN ln -s /tmp /app, PRESENT",
        "'RUN [\"mkdir\", \"/app\"]', PRESENT",
        "RUN git clone https://example.com/x /app, UNKNOWN",
        "COPY --from=nginx /x /app, UNKNOWN",
        "ADD https://example.com/x.tar /app/, UNKNOWN",
    })
    void takesNothingForMissingThatMayBeThere(String line, State state) {
        assertThat(last("FROM alpine:3.23", line).look("/app").state()).isEqualTo(state);
    }

    @Test
    void isCertainAboutScratchAlone() {
        assertThat(last("FROM scratch").look("/app").state()).isEqualTo(State.MISSING);
        assertThat(last("FROM example.com/base").look("/app").state()).isEqualTo(State.UNKNOWN);
        assertThat(last("FROM $BASE").look("/app").state()).isEqualTo(State.UNKNOWN);
    }

    @Test
    void goesOnFromAnEarlierStage() {
        StageModel stage = last(
                "FROM alpine:3.23 AS base",
                "ENV A=1",
                "WORKDIR /app",
                "RUN adduser -D shop && apk add tzdata",
                "USER shop",
                "ENTRYPOINT [\"/e\"]",
                "CMD [\"x\"]",
                "FROM base",
                "CMD [\"y\"]");

        assertThat(stage.variable("A")).contains("1");
        assertThat(stage.user()).contains("shop");
        assertThat(stage.userState("shop")).isEqualTo(State.PRESENT);
        assertThat(stage.userState("other")).isEqualTo(State.PROBABLY_MISSING);
        assertThat(stage.installs("tzdata")).isTrue();
        assertThat(stage.launch().words()).containsExactly("/e", "y");
        assertThat(stage.image().orElseThrow().family()).isEqualTo("alpine");
    }

    @Test
    void anEntrypointDropsTheCommandBelow() {
        StageModel stage = last("FROM alpine:3.23 AS base", "CMD [\"x\"]", "FROM base", "ENTRYPOINT [\"/e\"]");

        assertThat(stage.launch().words()).containsExactly("/e");
    }

    @Test
    void skipsStagesThatNobodyNeeds() {
        BuildModel model = model(Dockerfiles.with(
                "FROM golang:1.26 AS build",
                "FROM build AS test",
                "FROM alpine:3.23 AS certs",
                "FROM scratch",
                "COPY --from=0 /app /app",
                "RUN --mount=type=bind,from=certs,target=/c true"));

        assertThat(model.reachable()).extracting(StageModel::index).containsExactly(0, 2, 3);
    }

    @Test
    void keepsRightsAndOwners() {
        StageModel stage = last(Dockerfiles.with(
                        "FROM alpine:3.23",
                        "COPY --chmod=755 --chown=app:app a.sh /a",
                        "COPY a.sh /b",
                        "COPY a.sh /c",
                        "RUN chmod +x /b && chmod 644 /c",
                        "RUN chown -R 1001 /b")
                .and("a.sh", "x"));

        assertThat(stage.look("/a").mode()).contains(0755);
        assertThat(stage.look("/a").owner()).contains("app:app");
        assertThat(stage.look("/b").executable()).isEqualTo(Answer.YES);
        assertThat(stage.look("/b").owner()).contains("1001");
        assertThat(stage.look("/c").executable()).isEqualTo(Answer.NO);
        assertThat(stage.look("/c").owner()).contains("0");
    }

    @Test
    void knowsTheUsersThatAreCopied() {
        StageModel stage = last(
                "FROM alpine:3.23 AS build",
                "RUN adduser -D shop",
                "FROM scratch",
                "COPY --from=build /etc/passwd /etc/passwd");

        assertThat(stage.userState("shop")).isEqualTo(State.PRESENT);
        assertThat(stage.userState("other")).isEqualTo(State.PROBABLY_MISSING);
    }
}
