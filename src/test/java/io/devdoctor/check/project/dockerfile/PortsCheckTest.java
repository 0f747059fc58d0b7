package io.devdoctor.check.project.dockerfile;

import static org.assertj.core.api.Assertions.assertThat;

import io.devdoctor.check.project.Dockerfiles;
import io.devdoctor.testing.ProjectFacts;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PortsCheckTest {
    private static final String BUILD =
            "FROM golang:1.26 AS b;WORKDIR /a;COPY . .;RUN CGO_ENABLED=0 go build -o /m .;FROM alpine;COPY --from=b /m"
                    + " /m;";

    @ParameterizedTest
    @CsvSource(
            delimiter = '@',
            quoteCharacter = '~',
            value = {
                "EXPOSE 8080@'8080:8080'@@",
                "EXPOSE 9090@@@info exposed 7 5",
                "EXPOSE 9090 8080@@@",
                "EXPOSE $PORT@@@",
                "EXPOSE 8080/tcp 53/udp@'80:8080'@@",
                "EXPOSE 8080@'8080:80'@@info published 5 7",
                "CMD [\"/m\"]@'8080:80'@@info published 5",
                "CMD [\"/m\"]@'8080'@@",
                "EXPOSE 8080@'8080:80'@command: [x]@",
                "EXPOSE 8080@'8080:80'@environment: {PORT: 80}@",
            })
    void says(String lines, String ports, String more, String expected) {
        ProjectFacts project = Dockerfiles.server((BUILD + lines).split(";"));
        String compose = "services:\n  app:\n    build: .\n    ports:\n      - %s\n    %s\n";
        if (ports != null) project.and("compose.yaml", compose.formatted(ports, more == null ? "" : more));

        assertThat(Said.by(new PortsCheck(), project).all()).isEqualTo(expected == null ? "" : expected);
    }

    @ParameterizedTest
    @CsvSource({"nginx:alpine", "example.com/base"})
    void leavesServersThatItCannotSee(String image) {
        String compose = "services:\n  app:\n    build: .\n    ports: ['80:80']\n";

        assertThat(Said.by(
                                new PortsCheck(),
                                Dockerfiles.with("FROM " + image, "EXPOSE 8080").and("compose.yaml", compose))
                        .all())
                .isEmpty();
    }
}
