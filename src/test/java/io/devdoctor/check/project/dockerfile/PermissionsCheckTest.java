package io.devdoctor.check.project.dockerfile;

import static org.assertj.core.api.Assertions.assertThat;

import io.devdoctor.check.project.Dockerfiles;
import io.devdoctor.testing.ProjectFacts;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PermissionsCheckTest {
    private static ProjectFacts project(String dockerfile) {
        return Dockerfiles.server(dockerfile.split(";")).and("run.sh", "#!/bin/sh\n");
    }

    private static String said(String dockerfile) {
        return Said.by(new PermissionsCheck(), project(dockerfile)).all();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '@',
            quoteCharacter = '~',
            value = {
                "FROM alpine;RUN adduser -D -s /bin/x user && chown -R user:user /app;COPY --chown=user:user run.sh"
                        + " /app/run.sh;USER user;CMD [\"/app/run.sh\"]@warning early-chown 2",
                "FROM alpine;WORKDIR /app;RUN adduser -D user && chown -R user:user /app;USER user@",
                "FROM alpine;RUN adduser -D user && chown -R user:user /app || true@",
                "FROM alpine;RUN adduser -D user; chown -R user:user /app; true@",
                "FROM alpine;RUN adduser -D user && mkdir /app && chown user /app@",
                "FROM alpine;RUN adduser -D user && make install && chown user /app@",
                "FROM example.com/base;RUN chown 1000 /app@",
                "FROM alpine;COPY run.sh /app/;RUN chown -R 1000:1000 /app@",
                "FROM alpine;RUN mkdir /app && rm -r /app && chown 1 /app@problem early-chown 2",
                "FROM alpine AS unused;RUN chown 1 /app;FROM alpine@",
                "FROM alpine;COPY run.sh /;USER nonroot@warning no-user 3",
                "FROM alpine;COPY --chown=app run.sh /;USER app@warning no-user 3 2",
                "FROM alpine;COPY --chown=app:app run.sh /@warning copy-owner 2",
                "FROM alpine;RUN chown app /tmp@warning chown-user 2",
                "FROM alpine;USER nobody:nogrp@warning no-group 2",
                "FROM alpine;USER 1001:1001@",
                "FROM alpine;USER $UID@",
                "FROM alpine;RUN addgroup -S g && adduser -S -G g app;USER app:g@",
                "FROM alpine;ARG U=app;RUN adduser -D $U;USER $U@",
                "FROM debian:trixie-slim;RUN useradd -r app;USER app@",
                "FROM node:24-alpine;USER node@",
                "FROM gcr.io/distroless/static;USER nonroot:nonroot@",
                "FROM scratch;USER nonroot@problem no-user 2",
                "FROM alpine AS b;RUN adduser -D app;FROM scratch;COPY --from=b /etc/passwd /etc/passwd;USER app@",
                "FROM alpine;RUN apk add nginx;USER nginx@",
                "FROM debian:trixie-slim;RUN adduser --system app;USER app@warning no-tool 2",
                "FROM debian:bookworm-slim;RUN adduser --system app;USER app@",
                "FROM alpine;RUN useradd app;USER app@warning no-tool 2",
                "FROM alpine;RUN apk add --no-cache shadow && useradd app;USER app@",
                "FROM alpine;USER 1001;RUN apk add curl@problem needs-root 3",
                "FROM debian;RUN useradd a;USER a;RUN apt-get update && apt-get install -y curl@warning needs-root 4",
                "FROM debian;RUN useradd a;USER a;USER root;RUN apt-get update@",
                "FROM alpine;COPY --chmod=644 run.sh /r;CMD [\"/r\"]@problem not-executable 3 2",
                "FROM alpine;COPY --chmod=644 run.sh /r;CMD [\"sh\", \"/r\"]@",
                "FROM alpine;COPY run.sh /r;RUN chmod 600 /r;ENTRYPOINT [\"/r\"]@problem not-executable 4 2",
                "FROM alpine;COPY --chmod=755 run.sh /r;USER 1001;CMD [\"/r\"]@",
                "FROM alpine;COPY --chmod=700 run.sh /r;USER 1001;CMD [\"/r\"]@problem not-for-user 4 2 3",
                "FROM alpine;COPY --chmod=700 --chown=1001 run.sh /r;USER 1001;CMD [\"/r\"]@",
                "FROM alpine;COPY --chmod=700 run.sh /r;CMD [\"/r\"]@",
                "FROM golang:1.26 AS b;WORKDIR /s;COPY . .;RUN CGO_ENABLED=0 go build -o /m .;FROM alpine;WORKDIR"
                        + " /root;COPY --from=b /m .;USER 1001;CMD [\"./m\"]@warning in-root 9 7 8",
                "FROM golang:1.26 AS b;WORKDIR /s;COPY . .;RUN CGO_ENABLED=0 go build -o /m .;FROM alpine;WORKDIR"
                        + " /root;COPY --from=b /m .;CMD [\"./m\"]@",
                "FROM nginx;COPY run.sh /x;USER 1001@warning master-user 3 1",
                "FROM nginx;RUN chown -R 1001 /var/cache/nginx;USER 1001@",
                "FROM nginxinc/nginx-unprivileged;USER 101@",
            })
    void says(String dockerfile, String expected) {
        assertThat(said(dockerfile)).isEqualTo(expected == null ? "" : expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '@',
            quoteCharacter = '~',
            value = {
                "FROM alpine;RUN chown 1 /app@FROM alpine;RUN mkdir -p /app;RUN chown 1 /app",
                "FROM alpine;USER app@FROM alpine;RUN addgroup -S app && adduser -S -G app app;USER app",
                "FROM debian:trixie;COPY --chown=app run.sh /;USER app@FROM debian:trixie;RUN groupadd --system app &&"
                        + " useradd --system --gid app app;COPY --chown=app run.sh /;USER app",
                "FROM scratch;USER app@FROM scratch;USER 65532:65532",
            })
    void mends(String before, String after) {
        Said said = Said.by(new PermissionsCheck(), project(before));

        assertThat(said.fixed()).isEqualTo(after.replace(";", "\n") + "\n");
        assertThat(said(after)).isEmpty();
    }
}
