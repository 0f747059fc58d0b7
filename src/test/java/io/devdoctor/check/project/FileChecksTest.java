package io.devdoctor.check.project;

import static org.assertj.core.api.Assertions.assertThat;

import io.devdoctor.check.Check;
import io.devdoctor.check.project.dockerfile.Said;
import io.devdoctor.testing.ProjectFacts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The variants of each pair of "must fire" and "must stay silent" that the proofs do not play through.
class FileChecksTest {
    private static final String CRLF = "#!/bin/sh\r\nset -e\r\nexec \"$@\"\r\n";

    private static String said(Check check, ProjectFacts project) {
        return Said.by(check, project).all();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '^', textBlock = """
        COPY e.sh /e.sh;ENTRYPOINT ["/e.sh"]                                     | problem executed 1
        COPY e.sh /e.sh;ENTRYPOINT ["tini", "--", "/e.sh"]                       | problem executed 1
        COPY . /app;WORKDIR /app;RUN ./e.sh                                      | problem executed 1
        COPY e.sh /e.sh;HEALTHCHECK CMD ["/e.sh"]                                | problem executed 1
        COPY e.sh /e.sh;ENTRYPOINT ["sh", "/e.sh"]                               | warning read 1
        COPY e.sh /e.sh;RUN sed -i 's/\\r$//' /e.sh;ENTRYPOINT ["/e.sh"]         | ^^
        COPY e.sh /e.sh;RUN dos2unix /e.sh;ENTRYPOINT ["/e.sh"]                  | ^^
        COPY e.sh /docker-entrypoint.d/10-e.sh;CMD ["nginx"]                     | problem executed 1
        COPY other /x;CMD ["/x"]                                                 | info scripts 1
        """)
    void carriageReturnsMatterWhereLinuxReadsThem(String lines, String expected) {
        String[] dockerfile = ("FROM debian:trixie;" + lines.strip()).split(";");
        ProjectFacts project = Dockerfiles.with(dockerfile).and("e.sh", CRLF).and("other", "x\n");
        assertThat(said(new LineEndingsCheck(), project)).isEqualTo(expected);
    }

    @Test
    void interpretersThatDoNotMindAreLeftAlone() {
        ProjectFacts project = Dockerfiles.with("FROM python:3.13", "COPY a.py /a.py", "CMD [\"python\", \"/a.py\"]")
                .and("a.py", "print(1)\r\n")
                .and("run.bat", "@echo off\r\n")
                .and("compose.yaml", "services:\r\n  a:\r\n    build: .\r\n")
                .and(".env", "A=1\r\n");
        assertThat(said(new LineEndingsCheck(), project)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '^', textBlock = """
        RUN <<EOF;echo a;EOF                                      | problem heredoc 3
        COPY <<"EOF" /x;a;EOF                                     | problem heredoc 3
        RUN echo a \\;  && echo b                                 | ^^
        RUN ["sh", "-c", "cat <<EOF"]                             | ^^
        RUN echo "<<EOF"                                          | ^^
        """)
    void aDockerfileWithCarriageReturnsBreaksInHeredocsAlone(String lines, String expected) {
        String text = ("FROM debian:trixie;" + lines.strip()).replace(";", "\r\n") + "\r\n";
        assertThat(said(new LineEndingsCheck(), ProjectFacts.of("Dockerfile", text)))
                .isEqualTo(expected);
    }

    @Test
    void aMarkBeforeTheFirstLineHidesTheInterpreter() {
        String marked = "\uFEFF#!/bin/sh\necho\n";
        ProjectFacts executed = Dockerfiles.with("FROM debian:trixie", "COPY e.sh /e.sh", "CMD [\"/e.sh\"]")
                .and("e.sh", marked);
        assertThat(said(new ByteOrderMarkCheck(), executed)).isEqualTo("problem executed 1");
        ProjectFacts read = Dockerfiles.with("FROM debian:trixie", "COPY e.sh /e.sh", "CMD [\"sh\", \"/e.sh\"]")
                .and("e.sh", marked);
        assertThat(said(new ByteOrderMarkCheck(), read)).isEqualTo("warning read 1");
        ProjectFacts harmless = ProjectFacts.of(
                "Dockerfile", "\uFEFFFROM debian:trixie\n", ".env", "\uFEFFA=1\n", "a.yaml", "\uFEFFa: 1\n");
        assertThat(said(new ByteOrderMarkCheck(), harmless)).isEmpty();
        assertThat(said(new ByteOrderMarkCheck(), ProjectFacts.of("appsettings.json", "\uFEFF{}\n")))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '^', textBlock = """
        golang:1.26.1          | 1.26.3 | warning version 1 3
        golang:1.26.1-alpine   | 1.26.3 | warning version 1 3
        golang:1.25            | 1.26   | warning version 1 3
        golang:1.25-bookworm   | 1.26.0 | warning version 1 3
        golang:1.20            | 1.21.0 | warning version 1 3
        golang:1.26            | 1.26.3 | ^^
        golang:1.26.3          | 1.26.3 | ^^
        golang:1.27            | 1.26.3 | ^^
        golang:alpine          | 1.26.3 | ^^
        golang:1               | 1.26.3 | ^^
        golang                 | 1.26.3 | ^^
        example.com/our/go:1.1 | 1.26.3 | ^^
        """)
    void aGoThatIsTooOldIsKnownByItsTag(String image, String wanted, String expected) {
        ProjectFacts project = Dockerfiles.with("FROM " + image, "WORKDIR /src", "COPY . .", "RUN go build -o /app .")
                .and("go.mod", "module example.com/shop\n\ngo " + wanted + "\n")
                .and("main.go", "package main\n");
        assertThat(said(new GoModuleCheck(), project)).isEqualTo(expected);
    }

    @Test
    void aNewerImageKeepsItsVariant() {
        ProjectFacts project = Dockerfiles.with(
                        "FROM golang:1.26.1-alpine AS build", "WORKDIR /src", "COPY . .", "RUN go build -o /app .")
                .and("go.mod", "module example.com/shop\ngo 1.26.3\n")
                .and("main.go", "package main\n");
        assertThat(Said.by(new GoModuleCheck(), project).fixed()).startsWith("FROM golang:1.26.3-alpine AS build\n");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '^', textBlock = """
        node_modules      | web/node_modules/x | warning anchored 1
        node_modules      | node_modules/x     | ^^
        **/node_modules   | web/node_modules/x | ^^
        /node_modules     | web/node_modules/x | ^^
        *.log             | web/a.log          | warning anchored 1
        *.log             | a.log              | ^^
        tmp               | src/a              | ^^
        """)
    void aPlainNameMeansTheRootAlone(String pattern, String path, String expected) {
        ProjectFacts project = Dockerfiles.with("FROM debian:trixie", "COPY . .")
                .and(".dockerignore", pattern + "\n")
                .and(path, "x\n");
        assertThat(said(new IgnorePatternsCheck(), project)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '^', textBlock = """
        .env           | DB_PASSWORD=hunter2-hunter2        | warning missing 2; warning secret-by-name 2 0
        .env           | DB_PASSWORD=Zk3f9Qx71LmB4tVw8s     | problem secret 2 0; warning missing 2
        .env           | PORT=8080                          | ^^
        .env           | POSTGRES_PASSWORD=postgres         | ^^
        .env           | DB_PASSWORD_FILE=/run/secrets/db   | ^^
        .env           | PUBLIC_TOKEN=abcdefgh12345678      | ^^
        .env           | # DB_PASSWORD=Zk3f9Qx71LmB4tVw8s   | ^^
        .env           | TOKEN_TTL=3600s                    | ^^
        .env           | DB_PASSWORD=${FROM_OUTSIDE}        | ^^
        .env.example   | DB_PASSWORD=hunter2-hunter2        | ^^
        prod.env       | export API_KEY="abcdefgh12345678"  | problem secret 2 0; warning missing 2
        .npmrc         | //r.corp/:_authToken=npm_Zk3f9Qx71LmB4tVw8sZk3f9Qx71LmB4tVw8s | problem secret 2 0; warning missing 2
        .npmrc         | registry=https://r.example         | ^^
        id_rsa.pub     | ssh-rsa AAAA                       | ^^
        cert.pem       | -----BEGIN CERTIFICATE-----        | ^^
        a.p12          | x                                  | warning missing 2; warning secret-by-name 2 0
        """)
    void secretsAreKnownByTheirContent(String path, String text, String expected) {
        ProjectFacts project =
                Dockerfiles.with("FROM debian:trixie", "COPY . .").and(path, text + "\n");
        assertThat(said(new ContextCheck(), project)).isEqualTo(expected);
    }

    @Test
    void theNewIgnoreFileLosesNothingThatIsNamed() {
        ProjectFacts project = Dockerfiles.with(
                        "FROM debian:trixie",
                        "COPY . .",
                        "COPY node_modules /m",
                        "COPY build.log /b",
                        "RUN git describe")
                .and(".git/HEAD", "ref: x\n")
                .and("node_modules/a", "1\n")
                .and("build.log", "1\n")
                .and(".idea/x", "1\n");
        assertThat(Said.by(new ContextCheck(), project).fixed())
                .isEqualTo("**/.env\n**/.env.*\n!**/.env.example\n!**/.env.sample\n!**/.env.template\n**/.idea\n");
    }

    /// Docker fails at it or sends everything; nothing found is no good news then.
    @Test
    void aFolderInThePlaceOfTheIgnoreFileIsNoGoodNews() {
        ProjectFacts project =
                Dockerfiles.with("FROM debian:trixie", "COPY . /app").and(".env", "A=1\n");
        assertThat(said(new ContextCheck(), project)).doesNotContain("unknown");
        assertThat(said(new ContextCheck(), project.and(".dockerignore/x", "1\n")))
                .startsWith("unknown ");
    }
}
