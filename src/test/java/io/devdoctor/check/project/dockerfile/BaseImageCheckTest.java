package io.devdoctor.check.project.dockerfile;

import static org.assertj.core.api.Assertions.assertThat;

import io.devdoctor.check.project.Dockerfiles;
import io.devdoctor.testing.ProjectFacts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BaseImageCheckTest {
    private static String said(ProjectFacts project) {
        return Said.by(new BaseImageCheck(), project).all();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '^',
            quoteCharacter = '~',
            value = {
                "FROM alpine:3.23^",
                "FROM alpine^info floating 1",
                "FROM alpine:latest AS b;FROM b;COPY --from=nginx /x /y^info floating 1 3",
                "FROM alpine@sha256:b1b2b3b4b5b6b7b8b9b0b1b2b3b4b5b6b7b8b9b0b1b2b3b4b5b6b7b8b9b0b1b2^",
                "FROM scratch^",
                "FROM gcr.io/distroless/static-debian13^",
                "FROM gcr.io/distroless/static^info floating 1",
                "ARG IMAGE;FROM $IMAGE^",
                "ARG V=3.23;FROM alpine:$V^",
                "FROM alpine AS unused;FROM alpine:3.23^",
                "FROM ubuntu:20.04;RUN apt-get update && apt-get install -y nginx^warning ended 1",
                "FROM debian:bullseye;RUN apt-get update && apt-get install -y nginx^warning gone 1 2",
                "FROM debian:bullseye;CMD [\"x\"]^warning ended 1",
                "FROM python:3.9-slim^warning ended 1",
                "FROM centos:7;RUN yum install -y x^warning gone 1 2",
                "FROM golang:1.21-alpine3.18 AS b;FROM scratch;COPY --from=b /x /^warning ended 1",
                "FROM debian:12^",
                "FROM golang:1.27 AS b;FROM scratch;COPY --from=b /x /^",
                "FROM golang:1.27;WORKDIR /a;COPY . .;RUN go build -o /m .;CMD [\"/m\"]^info builder 1",
                "FROM golang:1.27;WORKDIR /a;COPY . .;CMD [\"air\"]^",
                "FROM golang:1.27 AS b;WORKDIR /a;COPY . .;RUN go build -o /m .;FROM alpine:3.23;WORKDIR /app;COPY ."
                        + " .;COPY --from=b /m .^info sources 7",
                "FROM golang:1.27 AS b;WORKDIR /a;COPY . .;RUN go build -o m .;FROM alpine:3.23;COPY --from=b /a"
                        + " /a^info sources 6",
                "FROM golang:1.27 AS b;WORKDIR /a;COPY . .;RUN go build -o m .;FROM alpine:3.23;COPY cmd /cmd;COPY"
                        + " --from=b /a/m /a^",
                "FROM golang:1.27;RUN go install example.com/x@latest^",
            })
    void says(String dockerfile, String expected) {
        assertThat(said(Dockerfiles.server(dockerfile.split(";")))).isEqualTo(expected == null ? "" : expected);
    }

    @Test
    void leavesImagesThatComposeBuilds() {
        String compose = "services:\n  base:\n    image: shop-base\n    build: ./base\n  app:\n    build: .\n";

        assertThat(said(Dockerfiles.with("FROM shop-base").and("compose.yaml", compose)))
                .isEmpty();
        assertThat(said(Dockerfiles.with("FROM shop-base"))).isEqualTo("info floating 1");
    }

    @Test
    void takesArgumentsFromCompose() {
        String compose = "services:\n  app:\n    build:\n      context: .\n      args:\n        V: \"3.23\"\n";

        assertThat(said(Dockerfiles.with("ARG V=3.18", "FROM alpine:$V"))).isEqualTo("warning ended 2");
        assertThat(said(Dockerfiles.with("ARG V=3.18", "FROM alpine:$V").and("compose.yaml", compose)))
                .isEmpty();
    }
}
