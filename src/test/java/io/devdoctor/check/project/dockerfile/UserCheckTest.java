package io.devdoctor.check.project.dockerfile;

import static org.assertj.core.api.Assertions.assertThat;

import io.devdoctor.check.project.Dockerfiles;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UserCheckTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '@',
            quoteCharacter = '~',
            value = {
                "FROM alpine;CMD [\"x\"]@info root 1",
                "FROM scratch;CMD [\"/x\"]@info root 1",
                "FROM alpine;USER root@info root 2 1",
                "FROM alpine;USER 1001;USER 0@info root 3 1",
                "FROM alpine;RUN adduser -D app;USER app@",
                "FROM alpine AS b;USER root;FROM alpine;USER 1001@",
                "FROM alpine AS b;USER 1001;FROM b;CMD [\"x\"]@",
                "FROM alpine AS b;USER 1001;FROM alpine;CMD [\"x\"]@info root 3",
                "FROM gcr.io/distroless/static:nonroot@",
                "FROM nginxinc/nginx-unprivileged@",
                "FROM nginx@",
                "FROM postgres:17@",
                "FROM redis:8;ENTRYPOINT [\"redis-server\"]@info root 1",
                "FROM alpine;RUN apk add su-exec;USER root;COPY run.sh /;ENTRYPOINT [\"/run.sh\"]@",
                "FROM alpine;COPY drop.sh /;ENTRYPOINT [\"/drop.sh\"]@",
                "FROM debian;ENTRYPOINT [\"gosu\", \"app\", \"/x\"]@",
                "FROM example.com/base@",
                "FROM alpine;USER $U@",
            })
    void says(String dockerfile, String expected) {
        assertThat(Said.by(
                                new UserCheck(),
                                Dockerfiles.with(dockerfile.split(";"))
                                        .and("run.sh", "#!/bin/sh\n")
                                        .and("drop.sh", "#!/bin/sh\nexec setpriv --reuid 1001 \"$@\"\n"))
                        .all())
                .isEqualTo(expected == null ? "" : expected);
    }
}
