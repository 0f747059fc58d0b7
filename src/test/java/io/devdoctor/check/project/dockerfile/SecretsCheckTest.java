package io.devdoctor.check.project.dockerfile;

import static org.assertj.core.api.Assertions.assertThat;

import io.devdoctor.check.Evidence;
import io.devdoctor.testing.ProjectFacts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SecretsCheckTest {
    private static final String TOKEN = "ghp_" + "a1B2c3D4e5".repeat(4);

    @ParameterizedTest
    @CsvSource(
            delimiter = '@',
            quoteCharacter = '~',
            value = {
                "ENV GH=TOKEN@problem value 2",
                "RUN curl -H \"x: TOKEN\" a \\\\n && b@problem value 2",
                "ARG DB_PASSWORD=hunter2@warning password 2",
                "ENV DSN=postgres://app:hunter2#at#db/shop@warning password 2",
                "ENV AWS_SECRET_ACCESS_KEY=wJalrXUtnFEMIK7MDENGbPxRfiCYzz9K@warning password 2",
                "ENV APP_KEY=kd83hfKq02mZpLx7Rt5v@warning password 2",
                // as recordings keep them
                "ARG GH=ghp_****@problem value 2",
                "ARG DB_PASSWORD=****@warning password 2",
                "ENV DB_PASSWORD=$X@",
                "ENV DB_PASSWORD=changeme@",
                "ENV SESSION_SECRET_FILE=/run/secrets/x@",
                "ENV SSH_AUTH_SOCK=/tmp/agent@",
                "ENV KEY_DIR=/keys AUTH_MODULE_VERSION=1.2.3@",
                "ENV SORT_KEY=name PUBLIC_KEY=abc@",
                "ENV NPM_TOKEN=@",
                "ENV GPG_KEY=7169605F62C751356D054A26A821E680E5FA6305@",
                "ENV DATABASE_URL=postgres://app:password#at#localhost/app@",
                "ARG NPM_TOKEN\\nRUN npm ci --token=$NPM_TOKEN@warning build-arg 2 3",
                "ARG NPM_TOKEN\\nRUN npm ci@",
                "RUN --mount=type=secret,id=NPM_TOKEN npm ci@",
                "ARG GO_VERSION=1.26\\nRUN echo $GO_VERSION@",
                "COPY <<E /x\\nA=TOKEN\\nE@problem value 3"
            })
    void says(String lines, String expected) {
        String text = "FROM a\\n"
                .concat(lines)
                .replace("\\\\n", "\\\n")
                .replace("\\n", "\n")
                .replace("=TOKEN", "=" + TOKEN)
                .replace(" TOKEN", " " + TOKEN)
                .replace("#at#", "@");
        Said said = Said.by(new SecretsCheck(), ProjectFacts.of("Dockerfile", text));
        assertThat(said.all()).isEqualTo(expected == null ? "" : expected);
    }

    @Test
    void looksIntoFilesThatAreCopiedByName() {
        ProjectFacts project = ProjectFacts.of(
                "Dockerfile",
                "FROM a AS build\nCOPY .env ./\nFROM b\nCOPY .env .env.example ./\nCOPY deploy/tls.pem /x\n",
                ".env",
                "# local\nDB_PASSWORD=hunter2\n",
                ".env.example",
                "DB_PASSWORD=hunter2\n",
                "deploy/tls.pem",
                "-----BEGIN CERTIFICATE-----\n");
        assertThat(Said.by(new SecretsCheck(), project).all()).isEqualTo("warning copied 4");
        project.and("deploy/tls.pem", "-----BEGIN PRIVATE KEY-----\nMIIE\n");
        assertThat(Said.by(new SecretsCheck(), project).all()).isEqualTo("problem copied-secret 4 5");
        project.and(".env", "PORT=8080\n").and("deploy/tls.pem", "x");
        assertThat(Said.by(new SecretsCheck(), project).isOk()).isTrue();
    }

    @Test
    void neverShowsTheSecret() {
        ProjectFacts project = ProjectFacts.of("Dockerfile", "FROM a\nENV A=1 GH=" + TOKEN + "\n");
        assertThat(project.examine(new SecretsCheck()).getFirst().evidence())
                .extracting(Evidence::value)
                .containsExactly("ENV A=1 GH=****");
    }
}
