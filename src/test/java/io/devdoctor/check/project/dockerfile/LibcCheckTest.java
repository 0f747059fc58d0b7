package io.devdoctor.check.project.dockerfile;

import static org.assertj.core.api.Assertions.assertThat;

import io.devdoctor.check.project.Dockerfiles;
import io.devdoctor.testing.ProjectFacts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LibcCheckTest {
    private static String[] lines(String text) {
        return text.split(";");
    }

    private static String said(ProjectFacts project) {
        return Said.by(new LibcCheck(), project).all();
    }

    /// Programs that open connections, built where cgo is on, started where there is no glibc.
    @ParameterizedTest
    @ValueSource(
            strings = {
                "FROM golang:1.24 AS b;WORKDIR /app;COPY . .;RUN go build -o main ./cmd/main.go;FROM alpine:3.23;RUN"
                    + " apk --no-cache add ca-certificates;WORKDIR /root/;COPY --from=b /app/main .;CMD [\"./main\"]",
                "FROM golang:1.24 AS b;WORKDIR /app;COPY . .;RUN go build -o main ./cmd/main.go  # compile;FROM"
                    + " alpine;WORKDIR /root/;COPY --from=b /app/main .;CMD [\"./main\"]                      # start",
                "FROM golang:1.24 AS b;WORKDIR /app;COPY . .;RUN go build -o shop .;"
                        + "FROM alpine;WORKDIR /root/;COPY --from=b /app/shop .;CMD [\"./shop\"]",
                "FROM golang:1.24 AS b;WORKDIR /app;COPY . .;RUN go build -o main .;"
                        + "FROM alpine;WORKDIR /root/;COPY --from=b /app/main .;CMD [\"./main\"]",
                "FROM golang:1.24 AS b;WORKDIR /app;COPY . .;RUN go build -o main .;FROM alpine;RUN apk --no-cache add"
                        + " ca-certificates;COPY --from=b /app/main .;CMD [\"./main\"]",
                "FROM golang:1.24 AS b;WORKDIR /app;COPY . .;RUN go build -o server main.go;"
                        + "FROM gcr.io/distroless/static;COPY --from=b /app/server /server;CMD [\"/server\"]",
                "FROM golang:1.24 AS b;WORKDIR /app;COPY . .;RUN go build -o main ./cmd/api;"
                        + "FROM alpine AS c;COPY --from=b /app/main /m;FROM c;CMD [\"/m\"]",
                "FROM golang AS b;WORKDIR /src;COPY . .;RUN mkdir /out && go build -o /out/ ./cmd/api;"
                        + "FROM scratch;COPY --from=b /out /bin;CMD [\"/bin/api\"]",
                "FROM golang:1.26-bookworm AS b;ARG TARGETARCH;WORKDIR /src;COPY . .;RUN GOARCH=$TARGETARCH go build"
                        + " -o /s .;FROM alpine:3.23;COPY --from=b /s /s;CMD [\"/s\"]",
                "FROM golang:1.26-alpine AS b;RUN apk add --no-cache gcc musl-dev;WORKDIR /app;COPY . .;RUN"
                        + " CGO_ENABLED=1 GOOS=linux GOARCH=amd64 go build -o myapp;FROM debian:trixie;COPY --from=b"
                        + " /app/myapp /m;CMD [\"/m\"]",
            })
    void findsBinariesWithoutTheirLibrary(String dockerfile) {
        String said = said(Dockerfiles.server(lines(dockerfile)));

        assertThat(said).matches("warning (other|no)-libc \\d+ \\d+ \\d+");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "FROM golang:1.24-alpine AS b;WORKDIR /app;COPY go.mod .;COPY go.sum .;RUN go mod download;COPY *.go"
                        + " ./;RUN go build -o main .;FROM alpine:latest;RUN apk --no-cache add ca-certificates;WORKDIR"
                        + " /root/;COPY --from=b /app/main .;CMD [\"./main\"]",
                "FROM golang:1.24 AS b;WORKDIR /app;COPY . .;RUN CGO_ENABLED=0 GOOS=linux go build -o main .;"
                        + "FROM alpine:latest;WORKDIR /root/;COPY --from=b /app/main .;EXPOSE 8080;CMD [\"./main\"]",
                "FROM golang:1.24-alpine AS b;WORKDIR /app;COPY . .;RUN CGO_ENABLED=0 GOOS=linux go build -o main"
                        + " ./cmd/api;FROM alpine:latest AS runtime;WORKDIR /root/;COPY --from=b /app/main .;CMD"
                        + " [\"./main\"]",
                "FROM golang:1.24 AS b;ENV CGO_ENABLED=0;WORKDIR /app;COPY . .;RUN go build -o /m .;FROM scratch;COPY"
                        + " --from=b /m /m;CMD [\"/m\"]",
                "FROM golang:1.24 AS b;WORKDIR /app;COPY . .;RUN CGO_ENABLED=1 go build -ldflags '-linkmode external"
                        + " -extldflags \"-static\"' -o /m .;FROM scratch;COPY --from=b /m /m;CMD [\"/m\"]",
                "FROM golang:1.24 AS b;WORKDIR /app;COPY . .;RUN go build -tags netgo,osusergo -o /m .;FROM"
                        + " alpine;COPY --from=b /m /m;CMD [\"/m\"]",
                "FROM golang:1.24 AS b;WORKDIR /app;COPY . .;RUN go build -o /m .;FROM alpine;RUN apk add gcompat;COPY"
                        + " --from=b /m /m;CMD [\"/m\"]",
                "FROM golang:1.24 AS b;WORKDIR /app;COPY . .;RUN make build;FROM alpine;COPY --from=b /app/m /m;CMD"
                        + " [\"/m\"]",
                "FROM golang:1.24 AS b;WORKDIR /app;COPY . .;RUN go build -o /m .;FROM debian:bookworm-slim;COPY"
                        + " --from=b /m /m;CMD [\"/m\"]",
                "FROM golang:1.24 AS b;WORKDIR /app;COPY . .;RUN go build -o /m .;FROM"
                        + " gcr.io/distroless/base-debian12;COPY --from=b /m /m;CMD [\"/m\"]",
                "FROM golang:${V} AS b;WORKDIR /app;COPY . .;RUN go build -o /m .;FROM alpine;COPY --from=b /m /m;CMD"
                        + " [\"/m\"]",
                "FROM golang:1.24 AS b;WORKDIR /app;COPY . .;RUN GOOS=windows go build -o /m.exe .;FROM alpine;COPY"
                        + " --from=b /m.exe /m",
                "FROM golang:1.24 AS b;WORKDIR /app;COPY . .;RUN CGO_ENABLED=$X go build -o /m .;FROM alpine;COPY"
                        + " --from=b /m /m",
                "FROM golang:1.26 AS b;WORKDIR /app;COPY . .;RUN go build -o /m .;FROM busybox;COPY --from=b /m /m",
                "FROM golang:1.26 AS b;WORKDIR /app;COPY . .;RUN go build -o /m .;FROM ubuntu AS c;RUN chisel cut"
                        + " --root /out libc6_libs;FROM scratch;COPY --from=c /out /;COPY --from=b /m /m",
                "FROM golang:1.26 AS b;WORKDIR /app;COPY . .;RUN go build -o /m .;FROM alpine;COPY --from=b"
                        + " /lib64/ld-linux-x86-64.so.2 /lib64/;COPY --from=b /m /m",
            })
    void isSilentAboutSoundOnes(String dockerfile) {
        assertThat(said(Dockerfiles.server(lines(dockerfile)))).isEmpty();
    }

    @Test
    void isSilentAboutProgramsThatNeedNothing() {
        String plain = "package main\n\nimport \"fmt\"\n\nfunc main() { fmt.Println(1) }\n";
        String[] dockerfile = lines(
                "FROM golang:1.24 AS b;WORKDIR /a;COPY . .;RUN go build -o /m .;FROM alpine;COPY --from=b /m /m;CMD"
                        + " [\"/m\"]");

        assertThat(said(Dockerfiles.with(dockerfile).and("go.mod", "module x\n").and("main.go", plain)))
                .isEmpty();
        assertThat(said(Dockerfiles.with(dockerfile)
                        .and("go.mod", "module x\n")
                        .and("main.go", plain)
                        .and("tool/main.go", plain.replace("fmt", "net"))))
                .isEmpty();
        assertThat(said(Dockerfiles.with(dockerfile)
                        .and("go.mod", "module x\n")
                        .and("main.go", plain.replace("\"fmt\"", "\"fmt\"\nimport _ \"x/web\""))
                        .and("web/web.go", "package web\n\nimport \"net/http\"\n")))
                .isEqualTo("warning other-libc 4 6 5");
    }

    @Test
    void isCertainWhereTheFilesAloneProveIt() {
        assertThat(said(Dockerfiles.server(lines("FROM golang:1.24 AS b;WORKDIR /a;COPY . .;RUN CGO_ENABLED=1 go build"
                        + " -o /m .;FROM scratch;COPY --from=b /m /m;CMD [\"/m\"]"))))
                .isEqualTo("problem no-libc 4 6 5");
    }

    @ParameterizedTest
    @CsvSource({
        "golang:1.26, debian:bullseye, true",
        "golang:1.26, ubuntu:20.04, true",
        "golang:1.26, debian:bookworm, false",
        "golang:1.22-bullseye, debian:bullseye, false",
        "golang:1.26, amazonlinux:2023, false",
        "golang:1.26, debian, false",
    })
    void comparesVersionsOfGlibcWhereItMatters(String builder, String runtime, boolean fires) {
        String said = said(Dockerfiles.server(
                "FROM " + builder + " AS b",
                "WORKDIR /a",
                "COPY . .",
                "RUN go build -o /m .",
                "FROM " + runtime,
                "COPY --from=b /m /m"));

        assertThat(said).isEqualTo(fires ? "warning older-glibc 5 4 6" : "");
    }

    @ParameterizedTest
    @CsvSource({
        "golang:1.26, CGO_ENABLED=0, warning cgo-needed 4 3",
        "golang:1.26-alpine, '', warning compiler-needed 4 3",
        "golang:1.26, '', ''",
        "golang:1.26-alpine, CGO_ENABLED=1, warning no-compiler 4 1",
    })
    void findsModulesWithoutCgo(String image, String setting, String expected) {
        assertThat(said(Dockerfiles.with(
                                "FROM " + image, "WORKDIR /a", "COPY . .", "RUN " + setting + " go build -o /m .")
                        .and("go.mod", "module x\n")
                        .and("main.go", "package main\n\nimport _ \"github.com/mattn/go-sqlite3\"\n")))
                .isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "rust:1.98, RUN cargo build --release, alpine:3.23, warning compiled 3 5 4",
        "rust:1.98, RUN cargo build --release, scratch, warning compiled 3 5 4",
        "rust:1.98, RUN cargo build --release --target x86_64-unknown-linux-musl, alpine:3.23, ''",
        "rust:1.98-alpine, RUN cargo build --release, alpine:3.23, ''",
        "rust:1.98, RUN cargo build --release, debian:trixie-slim, ''",
        "gcc:14, RUN gcc -o target/release/app app.c, alpine:3.23, ''",
        "debian:trixie, RUN gcc -o target/release/app app.c, alpine:3.23, warning compiled 3 5 4",
        "debian:trixie, RUN gcc -static -o target/release/app app.c, alpine:3.23, ''",
    })
    void findsProgramsOfOtherLanguages(String builder, String run, String runtime, String expected) {
        assertThat(said(Dockerfiles.with(
                        "FROM " + builder + " AS b",
                        "WORKDIR /a",
                        run,
                        "FROM " + runtime,
                        "COPY --from=b /a/target/release/app /app")))
                .isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "node:24, node:24-alpine, /app/node_modules, express, info node-modules 6 1 5",
        "node:24, node:24-alpine, /app/node_modules, bcrypt, warning native-modules 6 1 5",
        "node:24, node:24-alpine, /app, bcrypt, warning native-modules 6 1 5",
        "node:24, node:24-alpine, /app/dist, bcrypt, ''",
        "node:24, node:24-slim, /app/node_modules, bcrypt, ''",
        "node:24-alpine, node:24-alpine, /app/node_modules, bcrypt, ''",
        "node:24-alpine, gcr.io/distroless/nodejs24, /app/node_modules, '', warning node-modules 6 1 5",
    })
    void findsPackagesThatChangeTheLibrary(String from, String to, String path, String dependency, String expected) {
        ProjectFacts project = Dockerfiles.with(
                "FROM " + from + " AS b",
                "WORKDIR /app",
                "COPY . .",
                "RUN npm install",
                "FROM " + to,
                "COPY --from=b " + path + " ./x");
        if (!dependency.isEmpty()) project.and("package.json", "{\"dependencies\":{\"" + dependency + "\":\"1\"}}");

        assertThat(said(project)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "RUN go build -o /m ., RUN CGO_ENABLED=0 go build -o /m .",
        "RUN GOOS=linux go build -o /m ., RUN CGO_ENABLED=0 GOOS=linux go build -o /m .",
        "RUN true && go build -o /m ., RUN true && CGO_ENABLED=0 go build -o /m .",
        "'RUN [\"go\", \"build\", \"-o\", \"/m\", \".\"]', 'ENV CGO_ENABLED=0\n"
                + "RUN [\"go\", \"build\", \"-o\", \"/m\", \".\"]'",
        "RUN sh -c \"go build -o /m .\", 'ENV CGO_ENABLED=0\nRUN sh -c \"go build -o /m .\"'",
    })
    void turnsCgoOff(String before, String after) {
        String dockerfile = "FROM golang:1.24 AS b\nWORKDIR /a\nCOPY . .\n%s\nFROM alpine\nCOPY --from=b /m /m\n";
        ProjectFacts project = Dockerfiles.server(dockerfile.formatted(before).split("\n"));

        assertThat(Said.by(new LibcCheck(), project).fixed()).isEqualTo(dockerfile.formatted(after));
    }
}
