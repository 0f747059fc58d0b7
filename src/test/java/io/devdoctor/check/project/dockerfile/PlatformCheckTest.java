package io.devdoctor.check.project.dockerfile;

import static org.assertj.core.api.Assertions.assertThat;

import io.devdoctor.check.Finding;
import io.devdoctor.machine.Part;
import io.devdoctor.testing.Facts;
import io.devdoctor.testing.ProjectFacts;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlatformCheckTest {
    private static final String END =
            "\nFROM gcr.io/distroless/static\nCOPY --from=0 /app /app\nENTRYPOINT [\"/app\"]\n";
    private static final String WORKFLOW =
            "jobs:\n  image:\n    steps:\n      - uses: docker/build-push-action@v6\n        with:\n"
                    + "          platforms: linux/amd64,linux/arm64\n";

    @ParameterizedTest
    @CsvSource(
            delimiter = '@',
            quoteCharacter = '~',
            value = {
                "RUN go build -o /app .@@",
                "RUN GOOS=linux GOARCH=amd64 go build -o /app .@@problem one-architecture 3",
                "ENV GOARCH=amd64\\nRUN go build -o /app .@@problem one-architecture 4",
                "ARG TARGETARCH\\n"
                        + "RUN GOARCH=amd64 go build -o /app .@warning target-ignored 4@problem one-architecture 4",
                "ARG TARGETOS TARGETARCH\\nRUN GOOS=$TARGETOS GOARCH=$TARGETARCH go build -o /app .@@",
                "RUN GOARCH=$TARGETARCH go build -o /app .@problem undeclared 3@problem undeclared 3",
                "RUN GOOS=windows go build -o /app .@problem system 3@problem system 3"
            })
    void buildsForWhatIsAskedFor(String lines, String alone, String inWorkflow) {
        String text = "FROM golang:1.26-alpine\nCOPY . .\n" + lines.replace("\\n", "\n") + END;
        assertThat(all(ProjectFacts.of("Dockerfile", text))).isEqualTo(alone == null ? "" : alone);
        ProjectFacts project = ProjectFacts.of("Dockerfile", text, ".github/workflows/image.yml", WORKFLOW);
        assertThat(all(project)).isEqualTo(inWorkflow == null ? "" : inWorkflow);
    }

    @Test
    void tellsGoTheTargetOfACrossBuild() {
        String text = "FROM --platform=$BUILDPLATFORM golang:1.26\nCOPY . .\nRUN go build -o /app ." + END;
        ProjectFacts project = ProjectFacts.of("Dockerfile", text);
        assertThat(all(project)).isEqualTo("warning builder-architecture-one 3");
        assertThat(Said.of(examine(project)).fixed())
                .isEqualTo("FROM --platform=$BUILDPLATFORM golang:1.26\nCOPY . .\nARG TARGETOS TARGETARCH\n"
                        + "RUN GOOS=$TARGETOS GOARCH=$TARGETARCH go build -o /app ." + END);
        project.and(
                "docker-bake.hcl",
                "target \"x\" {\n  platforms = [\n    \"linux/amd64\",\n    \"linux/arm64\"\n  ]\n}\n");
        assertThat(all(project)).isEqualTo("problem builder-architecture 3");
    }

    @Test
    void letsTheTargetDecide() {
        String text = "FROM golang:1.26\nCOPY . .\nENV GOARCH=amd64\nRUN go build -o /app ." + END;
        ProjectFacts project = ProjectFacts.of("Dockerfile", text, ".github/workflows/image.yml", WORKFLOW);
        assertThat(Said.of(examine(project)).fixed())
                .startsWith("FROM golang:1.26\nCOPY . .\nARG TARGETARCH\nENV GOARCH=$TARGETARCH\nRUN go build");
    }

    @Test
    void staysSilentWhereOthersMeanOtherThings() {
        String artifact = "FROM golang:1.26\nCOPY . .\nRUN GOOS=windows go build -o /app.exe .\n"
                + "FROM scratch\nCOPY --from=0 /app.exe /\n";
        assertThat(all(ProjectFacts.of("Dockerfile", artifact))).isEmpty();
        String script = "FROM alpine:3.22\nARG TARGETARCH\nRUN wget https://x/$TARGETARCH\n";
        assertThat(all(ProjectFacts.of("Dockerfile", script))).isEmpty();
        assertThat(all(ProjectFacts.of("Dockerfile", "FROM alpine:3.22\nCMD [\"app.exe\"]\n")))
                .isEqualTo("warning program 2");
        assertThat(all(ProjectFacts.of("Dockerfile", "FROM mcr.microsoft.com/windows/nanoserver\nCMD [\"app.exe\"]\n")))
                .isEmpty();
    }

    private static String all(ProjectFacts project) {
        return Said.of(examine(project)).all();
    }

    private static List<Finding> examine(ProjectFacts project) {
        return new PlatformCheck().examine(project.machine().with(Part.HOST, Facts.notApplicable()));
    }
}
