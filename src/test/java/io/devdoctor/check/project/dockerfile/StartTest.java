package io.devdoctor.check.project.dockerfile;

import static org.assertj.core.api.Assertions.assertThat;

import io.devdoctor.testing.ProjectFacts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What a container starts: whether signals reach it, and whether it stays.
class StartTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '@',
            quoteCharacter = '~',
            value = {
                "FROM debian:12\\nCMD ./server@warning shell 2",
                "FROM ubuntu\\nENTRYPOINT ./server --port 80@warning shell 2",
                "FROM alpine:3.22\\nCMD ./server@",
                "FROM alpine:3.22\\nCMD ./server | tee log@warning shell 2",
                "FROM debian:12\\nCMD exec ./server@",
                "FROM debian:12\\nCMD a && exec ./server@",
                "FROM debian:12\\nCMD [\"./server\"]@",
                "FROM debian:12\\nCMD [\"sh\", \"-c\", \"./server $PORT\"]@warning shell 2",
                "FROM debian:12\\nSHELL [\"/bin/bash\", \"-c\"]\\nCMD ./server@",
                "FROM unknown.example/a\\nCMD ./server@",
                "FROM gcr.io/distroless/static\\nCMD ./server@warning no-shell 2",
                "FROM scratch\\nCOPY a /a\\nENTRYPOINT /a@warning no-shell 3",
                "FROM gcr.io/distroless/static\\nRUN a\\nHEALTHCHECK CMD b\\nCMD [\"c\"]@warning no-shell 2 3",
                "FROM gcr.io/distroless/static\\nCOPY --from=busybox /bin/sh /bin/sh\\nRUN a@",
                "FROM gcr.io/distroless/static:debug\\nSHELL [\"/busybox/sh\", \"-c\"]\\nRUN a@",
                "FROM debian:12\\nCMD [\"./server\", \"--port=$PORT\"]@warning literal 2",
                "FROM debian:12\\nCMD [\"a\", \"&&\", \"b\"]@warning literal 2",
                "FROM debian:12\\nENTRYPOINT [\"./server\"]\\nCMD -port 80@warning mixed 3 2",
                "FROM alpine:3.22\\nENTRYPOINT ./server\\nCMD [\"-v\"]@warning cmd-ignored 3 2",
                "FROM debian:12 AS build\\nCMD ./a\\nFROM alpine:3.22\\nCMD ./server@"
            })
    void signals(String text, String expected) {
        Said said = Said.by(new SignalsCheck(), ProjectFacts.of("Dockerfile", text.replace("\\n", "\n")));
        assertThat(said.all()).isEqualTo(expected == null ? "" : expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '@',
            quoteCharacter = '~',
            value = {
                "CMD ./server --port 80@CMD [\"./server\", \"--port\", \"80\"]",
                "CMD ./migrate && ./server $X@CMD ./migrate && exec ./server $X",
                "CMD [\"./server\", \"$PORT\"]@CMD [\"sh\", \"-c\", \"exec ./server \\\"$PORT\\\"\"]"
            })
    void makesRoom(String line, String expected) {
        Said said = Said.by(new SignalsCheck(), ProjectFacts.of("Dockerfile", "FROM debian:12\r\n" + line + "\r\n"));
        assertThat(said.fixed()).isEqualTo("FROM debian:12\r\n" + expected + "\r\n");
    }

    @Test
    void looksIntoTheScriptThatStarts() {
        ProjectFacts project = ProjectFacts.of(
                "Dockerfile",
                "FROM debian:12\nCOPY entrypoint.sh /\nENTRYPOINT [\"/entrypoint.sh\"]\nCMD [\"./server\"]\n",
                "entrypoint.sh",
                "#!/bin/sh\nset -e\n# \u00e9\n./migrate\n\"$@\"\n");
        assertThat(Said.by(new SignalsCheck(), project).all()).isEqualTo("warning script 5");
        assertThat(Said.by(new SignalsCheck(), project).fixed())
                .isEqualTo("#!/bin/sh\nset -e\n# \u00e9\n./migrate\nexec \"$@\"\n");
        project.and("entrypoint.sh", "#!/bin/sh\nexec \"$@\"\n");
        assertThat(Said.by(new SignalsCheck(), project).isOk()).isTrue();
        project.and("entrypoint.sh", "#!/bin/sh\nservice nginx start\n");
        assertThat(Said.by(new ForegroundCheck(), project).all()).isEqualTo("problem daemon 2");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '@',
            quoteCharacter = '~',
            value = {
                "CMD service nginx start@problem daemon 2",
                "CMD service cron start && exec ./app@",
                "CMD service nginx start && tail -f /var/log/nginx/access.log@",
                "CMD nginx@warning daemon-likely 2",
                "CMD [\"nginx\", \"-g\", \"daemon off;\"]@",
                "ENTRYPOINT [\"nginx\"]\\nCMD [\"-g\", \"daemon off;\"]@",
                "EXPOSE 80@",
                "CMD [\"redis-server\", \"--daemonize\", \"yes\"]@problem daemon 2",
                "CMD [\"redis-server\", \"--daemonize\", \"no\", \"--bind\", \"0.0.0.0\"]@",
                "CMD systemctl start app@problem daemon 2",
                "CMD apachectl start@problem daemon 2",
                "CMD [\"apachectl\", \"-D\", \"FOREGROUND\"]@",
                "CMD ./server &@problem background 2",
                "CMD ./a & ./b & wait@",
                "CMD nohup ./server > log &@problem background 2",
                "CMD [\"mongod\", \"--fork\"]@problem daemon 2",
                "CMD [\"/usr/sbin/sshd\"]@warning daemon-likely 2",
                "CMD [\"/usr/sbin/sshd\", \"-D\"]@",
                "CMD [\"./app\", \"--host\", \"127.0.0.1\"]@warning loopback 2",
                "CMD ./app -addr=localhost:8080@warning loopback 2",
                "CMD [\"uvicorn\", \"a:b\"]@warning loopback-default 2",
                "CMD [\"uvicorn\", \"a:b\", \"--host\", \"0.0.0.0\"]@",
                "CMD python manage.py runserver@warning loopback-default 2",
                "CMD python manage.py runserver 0.0.0.0:8000@"
            })
    void foreground(String lines, String expected) {
        String text = "FROM debian:12\n" + lines.replace("\\n", "\n");
        Said said = Said.by(new ForegroundCheck(), ProjectFacts.of("Dockerfile", text));
        assertThat(said.all()).isEqualTo(expected == null ? "" : expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '@',
            quoteCharacter = '~',
            value = {
                "FROM alpine:3.22\\nHEALTHCHECK CMD curl -f http://localhost/ || exit 1@warning health-tool 2",
                "FROM alpine:3.22\\nHEALTHCHECK CMD wget -qO- http://localhost/@",
                "FROM alpine:3.22\\nRUN apk add curl\\nHEALTHCHECK CMD curl -f http://localhost/@",
                "FROM debian:13-slim\\nHEALTHCHECK CMD [\"wget\", \"http://localhost/\"]@warning health-tool 2",
                "FROM example.com/own\\nHEALTHCHECK CMD curl -f http://localhost/@",
                "FROM alpine:3.22\\nHEALTHCHECK CMD curl a\\nHEALTHCHECK NONE@"
            })
    void healthChecks(String text, String expected) {
        Said said = Said.by(new BinaryPathCheck(), ProjectFacts.of("Dockerfile", text.replace("\\n", "\n")));
        assertThat(said.all()).isEqualTo(expected == null ? "" : expected);
    }

    @Test
    void startsInTheForeground() {
        Said said = Said.by(
                new ForegroundCheck(), ProjectFacts.of("Dockerfile", "FROM debian:12\nCMD service nginx start\n"));
        assertThat(said.fixed()).isEqualTo("FROM debian:12\nCMD [\"nginx\", \"-g\", \"daemon off;\"]\n");
    }

    @Test
    void readsSettingsThatKeepAServerInTheForeground() {
        String text = "FROM nginx:1.30\nCOPY nginx.conf /etc/nginx/nginx.conf\nCMD [\"nginx\"]\n";
        ProjectFacts project = ProjectFacts.of("Dockerfile", text, "nginx.conf", "events {}\n");
        assertThat(Said.by(new ForegroundCheck(), project).all()).isEqualTo("warning daemon-likely 3");
        project.and("nginx.conf", "daemon off;\nevents {}\n");
        assertThat(Said.by(new ForegroundCheck(), project).isOk()).isTrue();
        // Not every file of settings is read.
        project.and("Dockerfile", text.replace("COPY nginx.conf", "COPY web.conf"))
                .and("web.conf", "events {}\n");
        assertThat(Said.by(new ForegroundCheck(), project).isOk()).isTrue();
        project.and(
                "Dockerfile", "FROM nginx:1.30\nRUN echo 'daemon off;' >> /etc/nginx/nginx.conf\nCMD [\"nginx\"]\n");
        assertThat(Said.by(new ForegroundCheck(), project).isOk()).isTrue();
    }

    @Test
    void readsWhereTheProgramListens() {
        String go = "package main\n\n"
                + "import \"net/http\"\n\n"
                + "func main() {\n"
                + "\thttp.ListenAndServe(\"127.0.0.1:8080\", nil)\n"
                + "}\n";
        ProjectFacts project = ProjectFacts.of(
                "Dockerfile",
                "FROM golang:1.26\nCOPY . .\nRUN go build -o /app .\nEXPOSE 8080\nCMD [\"/app\"]\n",
                "go.mod",
                "module a\n",
                "main.go",
                go);
        assertThat(Said.by(new ForegroundCheck(), project).all()).isEqualTo("warning loopback-code 6");
        project.and("main.go", go.replace("127.0.0.1:8080", ":8080"));
        assertThat(Said.by(new ForegroundCheck(), project).isOk()).isTrue();
        project.and("main.go", go.replace("8080", "6060"));
        assertThat(Said.by(new ForegroundCheck(), project).isOk()).isTrue();
    }
}
