package io.devdoctor.check.project.dockerfile;

import static org.assertj.core.api.Assertions.assertThat;

import io.devdoctor.check.project.Dockerfiles;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TimeZoneCheckTest {
    private static String said(String dockerfile) {
        return Said.by(new TimeZoneCheck(), Dockerfiles.with(dockerfile.split(";")))
                .all();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '@',
            quoteCharacter = '~',
            value = {
                "FROM alpine;ENV TZ=Asia/Shanghai@warning no-zone-data 2 1",
                "FROM ubuntu:24.04;ENV TZ=Asia/Shanghai;RUN ln -snf /usr/share/zoneinfo/$TZ /etc/localtime && echo $TZ"
                        + " > /etc/timezone@warning no-zone-data 2 3 1",
                "FROM alpine;RUN ln -sf /usr/share/zoneinfo/Asia/Shanghai /etc/localtime@warning no-zone-data 2 1",
                "FROM scratch;ENV TZ=Asia/Shanghai@warning no-zone-data 2 1",
                "FROM alpine AS base;ENV TZ=Asia/Shanghai;FROM base;CMD [\"x\"]@warning no-zone-data 2 1",
                "FROM alpine;ENV TZ=Asia/Shanghai;RUN apk add --no-cache tzdata@",
                "FROM debian;ENV TZ=Asia/Shanghai@",
                "FROM gcr.io/distroless/static;ENV TZ=Asia/Shanghai@",
                "FROM golang:1.26-alpine;ENV TZ=Asia/Shanghai@",
                "FROM alpine;ENV TZ=UTC@",
                "FROM ubuntu;ENV TZ=Etc/UTC@",
                "FROM ubuntu;ENV TZ=Etc/GMT-5@warning no-zone-data 2 1",
                "FROM node:24-alpine;ENV TZ=Asia/Shanghai@",
                "FROM alpine;RUN apk add openjdk21-jre;ENV TZ=Asia/Shanghai;CMD [\"java\", \"-jar\", \"/a.jar\"]@",
                "FROM alpine;ARG TZ;ENV TZ=$TZ@",
                "FROM example.com/base;ENV TZ=Asia/Shanghai@",
                "FROM alpine AS b;ENV TZ=Asia/Shanghai;FROM debian@",
                "FROM alpine;ENV TZ=Asia/Shanghai;COPY --from=debian /usr/share/zoneinfo /usr/share/zoneinfo@",
                "FROM debian:trixie;ENV TZ=US/Central@warning legacy-zone 2 1",
                "FROM alpine;CMD [\"crond\", \"-f\"]@info unset 2",
                "FROM alpine;CMD crond -f@info unset 2",
                "FROM debian;ENV TZ=Asia/Shanghai;CMD [\"cron\", \"-f\"]@",
            })
    void says(String dockerfile, String expected) {
        assertThat(said(dockerfile)).isEqualTo(expected == null ? "" : expected);
    }

    @Test
    void bringsZones() {
        String after = "FROM alpine;RUN apk add --no-cache tzdata;ENV TZ=Asia/Shanghai";
        Said said = Said.by(new TimeZoneCheck(), Dockerfiles.with("FROM alpine", "ENV TZ=Asia/Shanghai"));

        assertThat(said.fixed()).isEqualTo(after.replace(";", "\n") + "\n");
        assertThat(said(after)).isEmpty();
    }

    @Test
    void namesSchedulersOfGo() {
        String[] lines =
                "FROM golang:1.26 AS b;WORKDIR /a;COPY . .;RUN CGO_ENABLED=0 go build -o /m .;FROM alpine;COPY --from=b /m /m"
                        .split(";");

        assertThat(Said.by(
                                new TimeZoneCheck(),
                                Dockerfiles.with(lines)
                                        .and("go.mod", "module x\n")
                                        .and("main.go", "package main\n\nimport _ \"github.com/robfig/cron/v3\"\n"))
                        .all())
                .isEqualTo("info unset 3");
    }
}
