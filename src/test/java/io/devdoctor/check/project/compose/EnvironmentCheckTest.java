package io.devdoctor.check.project.compose;

import static org.assertj.core.api.Assertions.assertThat;

import io.devdoctor.testing.ProjectFacts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EnvironmentCheckTest {
    private static ProjectFacts project(String services) {
        return Compose.project("services: {" + services + "}\n", ".env", "SET=1\n");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '^', textBlock = """
        a: {image: 'x:${SET}'}                                          |
        a: {image: 'x:${GONE}'}                                         | warning undefined 1
        a: {image: 'x:${GONE:-1}'}                                      |
        a: {image: 'x:${GONE:?set it}'}                                 | warning required 1
        a: {image: 'x', user: '${USERNAME}'}                            |
        a: {image: x, environment: {Foo: 1, FOO: 2}}                    | warning case 1
        a: {image: x, environment: [Foo=1, FOO=2]}                      | warning case 1
        a: {image: x, environment: {http_proxy: x, HTTP_PROXY: x}}      |
        a: {image: x, environment: {gopath: /go}}                       | warning spelling 1
        a: {image: x, environment: {GOPATH: /go}}                       |
        a: {image: x, environment: {tz: UTC, TZ: UTC}}                  | warning case 1
        a: {image: x, environment: {DB_HOST: localhost}}, db: {image: 'postgres:17'} | warning localhost 1
        a: {image: x, environment: {DB_HOST: db}}, db: {image: 'postgres:17'} |
        a: {image: x, environment: {DB_HOST: localhost}}, cache: {image: 'redis:8'} |
        a: {image: x, environment: {DATABASE_URL: 'postgres://u:p@localhost/x'}}, db: {image: 'postgres:17'} | warning localhost 1
        a: {image: x, environment: {DATABASE_URL: 'postgres://u:p@localhost:6543/x'}}, db: {image: 'postgres:17'} |
        a: {image: x, environment: {API: 'http://localhost:9000'}}, b: {image: y, ports: ['9000:9000']} | warning localhost 1
        a: {image: x, ports: ['9000:9000'], environment: {API: 'http://localhost:9000'}}, b: {image: y, ports: ['9001:9000']} |
        a: {image: x, environment: {NEXT_PUBLIC_API: 'http://localhost:9000'}}, b: {image: y, ports: ['9000:9000']} |
        a: {image: x, environment: {CORS_ORIGINS: 'http://localhost:9000'}}, b: {image: y, ports: ['9000:9000']} |
        a: {image: x, network_mode: 'service:b', environment: {API: 'http://localhost:9000'}}, b: {image: y, ports: ['9000:9000']} |
        a: {image: x, environment: {DB: 'db:5433'}}, db: {image: 'postgres:17', ports: ['5433:5432']} | warning published-port 1
        a: {image: x, environment: {DB: 'db:5432'}}, db: {image: 'postgres:17', ports: ['5433:5432']} |
        """)
    void says(String services, String expected) {
        assertThat(Compose.say(new EnvironmentCheck(), project(services)).all())
                .isEqualTo(expected == null ? "" : expected);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '^', textBlock = """
        - gopath=/go # here                      | - GOPATH=/go # here
        - "gopath=/go"                           | - "GOPATH=/go"
        gopath: /go                              | GOPATH: /go
        DB_HOST: localhost # mine                | DB_HOST: db # mine
        - DB_HOST=localhost                      | - DB_HOST=db
        - DB_URL=postgres://u:p@127.0.0.1:5432/x | - DB_URL=postgres://u:p@db:5432/x
        DB: "db:5433"                            | DB: "db:5432"
        """)
    void mends(String before, String after) {
        String start = "services:\n"
                + "  db: {image: 'postgres:17', ports: ['5433:5432']}\n"
                + "  a:\n"
                + "    image: x\n"
                + "    environment:\n"
                + "      ";
        assertThat(Compose.say(new EnvironmentCheck(), Compose.project(start + before + "\n"))
                        .fixed())
                .isEqualTo(start + after + "\n");
    }

    @Test
    void makesDotEnvFromItsExample() {
        assertThat(Compose.say(
                                new EnvironmentCheck(),
                                Compose.project("services: {a: {image: 'x:${TAG}'}}\n", ".env.example", "TAG=7\n"))
                        .fixed())
                .isEqualTo("TAG=7\n");
    }

    @Test
    void tellsWhereDotEnvBreaks() {
        assertThat(Compose.say(
                                new EnvironmentCheck(),
                                Compose.project("services: {a: {image: x}}\n", ".env", "A=1\nB C=2\n"))
                        .all())
                .isEqualTo("warning broken 2");
    }
}
