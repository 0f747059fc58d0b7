package io.devdoctor.check.project.dockerfile;

import static org.assertj.core.api.Assertions.assertThat;

import io.devdoctor.testing.ProjectFacts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LayerOrderCheckTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '@',
            quoteCharacter = '~',
            value = {
                "COPY . .\\nRUN go build .@info order 3 4",
                "COPY . .\\nRUN go mod download\\nRUN go build .@info order 3 4",
                "COPY go.mod go.sum ./\\nRUN go mod download\\nCOPY . .\\nRUN go build .@",
                "COPY go.* ./\\nRUN go mod download\\nCOPY . .\\nRUN go build .@",
                "COPY . .\\nRUN --mount=type=cache,target=/go/pkg/mod go build .@",
                "COPY . .\\nRUN go build -mod=vendor .@",
                "COPY . .\\nRUN npm ci@info order 3 4",
                "COPY package*.json ./\\nRUN npm ci\\nCOPY . .\\nRUN npm run build@",
                "COPY . .\\nRUN npm install -g pm2@",
                "COPY cmd cmd\\nRUN go build .@",
                "COPY . .\\nFROM b\\nCOPY --from=0 /a /a\\nRUN go version@"
            })
    void says(String lines, String expected) {
        Said said = Said.by(new LayerOrderCheck(), project("FROM a\\nWORKDIR /src\\n" + lines));
        assertThat(said.all()).isEqualTo(expected == null ? "" : expected);
    }

    @Test
    void staysSilentWhereNothingIsFetched() {
        String text = "FROM a\\nCOPY . .\\nRUN go build .";
        assertThat(Said.by(new LayerOrderCheck(), project(text).and("vendor/modules.txt", "x"))
                        .all())
                .isEmpty();
        assertThat(Said.by(new LayerOrderCheck(), project(text).and("go.mod", "module a\n\ngo 1.26\n"))
                        .all())
                .isEmpty();
    }

    @Test
    void movesTheFetchingUp() {
        String text = "FROM a\\nWORKDIR /src\\nCOPY . /src\\nRUN go mod download\\nRUN go build .\\n";
        assertThat(Said.by(new LayerOrderCheck(), project(text)).fixed())
                .isEqualTo("FROM a\nWORKDIR /src\nCOPY go.mod go.sum ./\nRUN go mod download\nCOPY . /src\n"
                        + "RUN go build .\n");
        String npm = "FROM a\\nWORKDIR /src\\nCOPY . .\\nRUN npm ci\\nCMD [\"a\"]\\n";
        assertThat(Said.by(new LayerOrderCheck(), project(npm)).fixed())
                .isEqualTo("FROM a\nWORKDIR /src\nCOPY package.json package-lock.json ./\nRUN npm ci\nCOPY . .\n"
                        + "CMD [\"a\"]\n");
    }

    private static ProjectFacts project(String dockerfile) {
        return ProjectFacts.of(
                "Dockerfile",
                dockerfile.replace("\\n", "\n"),
                "go.mod",
                "module a\n\nrequire example.com/b v1.0.0\n",
                "go.sum",
                "example.com/b v1.0.0 h1:x\n",
                "package.json",
                "{}",
                "package-lock.json",
                "{}");
    }
}
