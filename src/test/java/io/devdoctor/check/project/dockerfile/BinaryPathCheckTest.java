package io.devdoctor.check.project.dockerfile;

import static org.assertj.core.api.Assertions.assertThat;

import io.devdoctor.check.project.Dockerfiles;
import io.devdoctor.testing.ProjectFacts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BinaryPathCheckTest {
    private static final String BUILD =
            "FROM golang:1.26 AS b;WORKDIR /app;COPY . .;RUN CGO_ENABLED=0 go build -o main .;";

    private static ProjectFacts project(String dockerfile) {
        return Dockerfiles.server(
                        (dockerfile.startsWith("+") ? BUILD + dockerfile.substring(1) : dockerfile).split(";"))
                .and("run.sh", "#!/bin/sh\n")
                .and("bash.sh", "#!/usr/bin/env bash\n");
    }

    private static String said(String dockerfile) {
        return Said.by(new BinaryPathCheck(), project(dockerfile)).all();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '^',
            quoteCharacter = '~',
            value = {
                "+FROM scratch;COPY --from=b /app/main .;CMD [\"./main\"]^",
                "+FROM alpine;WORKDIR /root/;COPY --from=b /app/main .;CMD [\"./main\"]^",
                "+FROM alpine;COPY --from=b /app/server /server;CMD [\"/server\"]^warning copied-missing 6 4",
                "+FROM alpine;COPY --from=b /out /server;CMD [\"/server\"]^warning copied-missing 6 4",
                "+RUN make;FROM alpine;COPY --from=b /app/server /server;CMD [\"/server\"]^",
                "FROM example.com/b AS b;FROM alpine;COPY --from=b /app/server /server;CMD [\"/server\"]^",
                "+FROM alpine;COPY --from=b /app/main* /server/;CMD [\"/server/main\"]^",
                "FROM scratch AS b;COPY run.sh /;FROM alpine;COPY --from=b /x /y^warning copied-missing 4",
                "FROM gcr.io/distroless/nodejs24;WORKDIR /a;COPY *.sh .;CMD [\"run.sh\"]^",
                "FROM gcr.io/distroless/base;WORKDIR /a;COPY *.sh .;CMD [\"run.sh\"]^warning not-on-path 4 3",
                "FROM node:24;WORKDIR /a;COPY *.sh .;CMD [\"run.sh\"]^",
                "FROM example.com/base;WORKDIR /a;CMD [\"/a\"]^",
                "FROM example.com/base;WORKDIR /a;ENTRYPOINT [\"/a\"]^problem folder-started 3 2",
                "FROM scratch;COPY --from=busybox /bin /bin;COPY run.sh /;CMD [\"/run.sh\"]^",
                "FROM alpine;COPY run.sh nothing.txt /x/^warning context-missing 2",
                "FROM alpine;COPY run.sh /;COPY nothing.txt /x;COPY none.conf bash.sh /y/^warning context-missing 3 4",
                "FROM alpine;COPY other/nothing.txt other/none.txt run.sh /x/^",
                "FROM alpine;COPY RUN.sh /x^",
                "FROM alpine;COPY nothing*.txt run.sh /x/^",
                "FROM alpine AS builder;FROM alpine;COPY --from=bilder /etc/hosts /x^warning unknown-stage 3",
                "FROM alpine AS builder;FROM alpine;COPY --from=nginx /etc/hosts /x^",
                "FROM alpine;COPY --from=later /etc/hosts /x;FROM alpine AS later^",
                "FROM alpine;COPY target/app.jar /x^",
                "FROM alpine;COPY artifacts/tool.conf /x^",
                "FROM alpine;COPY tool /x^",
                "FROM python:3.14 AS b;COPY *.sh .;RUN pip wheel --wheel-dir /wheels -r r.txt;FROM python:3.14;COPY"
                        + " --from=b /wheels /w^",
                "FROM python:3.14 AS b;RUN pip install --prefix=/install x;FROM python:3.14;COPY --from=b /install /w^",
                "FROM alpine AS b;RUN apk add --root /out --initdb busybox;FROM scratch;COPY --from=b /out /^",
                "FROM alpine AS b;RUN upx --best -o/packed /bin/x;FROM scratch;COPY --from=b /packed /^",
                "FROM golang:1.26 AS b;ENV GOBIN=/tools;RUN go install example.com/x@v1;FROM alpine;COPY --from=b"
                        + " /tools/x /^",
                "FROM golang:1.26 AS b;WORKDIR /a;COPY . .;RUN go build -o $(pwd) .;FROM alpine;COPY --from=b /a/x /^",
                "FROM golang:1.26 AS b;WORKDIR /a;COPY . .;RUN go build *.go;FROM alpine;COPY --from=b /a/x /^",
                "FROM alpine AS b;RUN mkdir -p /src && cp -r /etc/. /src;FROM scratch;COPY --from=b /src/hosts /^",
                "FROM alpine;COPY --from=nginx /nothing /x^",
                "+FROM scratch;COPY --from=b /app/main /main;CMD [\"/server\"]^problem start-missing 7",
                "+FROM alpine;COPY --from=b /app/main /main;CMD [\"/server\"]^warning start-missing 7",
                "+FROM alpine;WORKDIR /x;COPY --from=b /app/main /main;CMD [\"./main\"]^warning start-missing 8",
                "+FROM alpine;COPY --from=b /app/main /main;CMD [\"/usr/bin/main\"]^",
                "+FROM alpine;COPY --from=b /app/main /main;ENTRYPOINT [\"/bin/sh\", \"-c\", \"/main\"]^",
                "+FROM scratch;COPY --from=b /app/main /main;CMD [\"main\"]^problem not-on-path 7 6",
                "+FROM alpine;WORKDIR /x;COPY --from=b /app/main .;CMD [\"main\"]^warning not-on-path 8 7",
                "+FROM alpine;COPY --from=b /app/main /usr/local/bin/;CMD [\"main\"]^",
                "+FROM scratch;ENV PATH=/x;COPY --from=b /app/main /x/;CMD [\"main\"]^",
                "+FROM alpine;COPY --from=b /app /app;CMD [\"/app\"]^problem folder-started 7 6",
                "+FROM alpine;COPY --from=b /app /app;CMD [\"/app/main\"]^",
                "FROM python:3.14;WORKDIR /a;COPY *.sh .;CMD [\"python\", \"app.py\"]^warning start-missing 4",
                "FROM nginx:alpine;COPY run.sh /x^",
                "FROM alpine;COPY run.sh bash.sh /;CMD [\"/bash.sh\"]^warning no-interpreter 3 1",
                "FROM alpine;RUN apk add bash;COPY run.sh bash.sh /;CMD [\"/bash.sh\"]^",
                "FROM alpine;COPY run.sh bash.sh /;CMD [\"/run.sh\"]^",
                "FROM debian;COPY run.sh bash.sh /;CMD [\"/bash.sh\"]^",
                "FROM scratch;COPY run.sh /;CMD [\"/run.sh\"]^problem no-interpreter 3 1",
                "FROM gcr.io/distroless/static:debug;COPY run.sh /;CMD [\"/run.sh\"]^warning no-interpreter 3 1",
                "FROM alpine;COPY bash.sh /b;RUN /b^warning no-interpreter 3 1",
            })
    void says(String dockerfile, String expected) {
        assertThat(said(dockerfile)).isEqualTo(expected == null ? "" : expected);
    }

    @Test
    void copiesWhatIsBuilt() {
        String after = "+FROM alpine;COPY --from=b /app/main /server;CMD [\"/server\"]";
        Said said = Said.by(new BinaryPathCheck(), project(after.replace("/app/main", "/app/server")));

        assertThat(said.fixed()).isEqualTo((BUILD + after.substring(1)).replace(";", "\n") + "\n");
        assertThat(said(after)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "main.go, .",
        "./main.go, .",
        "cmd/api/main.go, ./cmd/api",
        "./cmd/api/main.go, ./cmd/api",
    })
    void findsFilesThatAreLeftOut(String file, String whole) {
        String dockerfile = "FROM golang:1.26\nWORKDIR /app\nCOPY . .\nRUN true && go build -o /m %s\n";
        ProjectFacts project = Dockerfiles.server(dockerfile.formatted(file).split("\n"));
        assertThat(Said.by(new BinaryPathCheck(), project).all()).isEmpty();

        Said said = Said.by(
                new BinaryPathCheck(),
                project.and("routes.go", "package main\n")
                        .and("cmd/api/routes.go", "package main\n")
                        .and("routes_test.go", "package main\n")
                        .and("gen.go", "//go:build ignore\n\npackage main\n"));

        assertThat(said.all()).isEqualTo("warning single-file 4");
        assertThat(said.fixed()).isEqualTo(dockerfile.formatted(whole));
    }

    @ParameterizedTest
    @CsvSource({"COPY *.go ./, true", "COPY . ., false", "COPY main.go web ./, true", "COPY web ./web, false"})
    void findsPackagesThatAreNotCopied(String copy, boolean fires) {
        ProjectFacts project = Dockerfiles.server(
                        "FROM golang:1.26", "WORKDIR /app", "COPY go.mod main.go ./", copy, "RUN go build -o main .")
                .and("main.go", "package main\n\nimport _ \"example.com/shop/web\"\n")
                .and("web/web.go", "package web\n");

        assertThat(Said.by(new BinaryPathCheck(), project).all()).isEqualTo(fires ? "warning package-missing 5 3" : "");
    }
}
