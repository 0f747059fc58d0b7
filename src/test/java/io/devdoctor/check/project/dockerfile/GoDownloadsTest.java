package io.devdoctor.check.project.dockerfile;

import static org.assertj.core.api.Assertions.assertThat;

import io.devdoctor.check.Finding;
import io.devdoctor.machine.Bytes;
import io.devdoctor.machine.FileContent;
import io.devdoctor.machine.Machine;
import io.devdoctor.machine.Part;
import io.devdoctor.machine.Platform;
import io.devdoctor.machine.UserEnvironment;
import io.devdoctor.testing.Facts;
import io.devdoctor.testing.ProjectFacts;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Where Go fetches modules in a build, and what it writes into the program.
class GoDownloadsTest {
    private static final String GO =
            "FROM golang:1.26-alpine\nCOPY go.mod ./\nRUN go mod download\nCOPY . .\n" + "RUN go build -o /app .\n";

    @ParameterizedTest
    @CsvSource(
            delimiter = '@',
            quoteCharacter = '~',
            value = {
                "https://goproxy.cn,direct@zh-CN@warning host-proxy 3",
                "https://goproxy.cn,direct@en-US@info host-proxy 3",
                "https://proxy.golang.org,direct@en-US@",
                "off@en-US@",
                "@zh-CN@info region 3",
                "@en-US@"
            })
    void asksTheProxyOfThisMachine(String proxy, String locale, String expected) {
        Said said = Said.of(examine(project(GO), proxy, locale));
        assertThat(said.all()).isEqualTo(expected == null ? "" : expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '@',
            quoteCharacter = '~',
            value = {
                "RUN go mod download@ARG GOPROXY=https://x\\nRUN go mod download",
                "RUN go mod download@ENV GOPROXY=https://x,direct\\nRUN go mod download",
                "RUN go mod download@RUN go env -w GOPROXY=https://x && go mod download",
                "RUN go mod download@RUN GOPROXY=https://x go mod download",
                "COPY go.mod ./@COPY vendor vendor"
            })
    void staysSilentWhereTheFileDecides(String replaced, String by) {
        ProjectFacts project = project(GO.replace(replaced, by.replace("\\n", "\n")));
        if (by.contains("vendor")) project.and("vendor/modules.txt", "x");
        assertThat(Said.of(examine(project, "https://goproxy.cn", "zh-CN")).all())
                .isEmpty();
    }

    @Test
    void namesTheProxyInTheBuild() {
        Said said = Said.of(examine(project(GO), "https://goproxy.cn,direct", "zh-CN"));
        assertThat(said.fixed())
                .isEqualTo(GO.replace("RUN go mod", "ARG GOPROXY=https://goproxy.cn,direct\nRUN go mod"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '@',
            quoteCharacter = '~',
            value = {
                "alpine:3.22@warning alpine-release 2 1",
                "alpine:3.13.5@",
                "golang:1.26-alpine3.22@warning alpine-release 2 1",
                "alpine@warning alpine-release-floating 2 1",
                "debian:12@"
            })
    void comparesTheReleaseOfPackages(String image, String expected) {
        String text =
                "FROM " + image + "\nRUN echo https://mirrors.example.com/alpine/v3.13/main > /etc/apk/repositories"
                        + " && apk add curl\n";
        Said said = Said.of(examine(ProjectFacts.of("Dockerfile", text), null, "en-US"));
        assertThat(said.all()).isEqualTo(expected == null ? "" : expected);
        if (image.equals("alpine:3.22")) assertThat(said.fixed()).isEqualTo(text.replace("v3.13", "v3.22"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '@',
            quoteCharacter = '~',
            value = {
                "COPY . .\\nRUN go build .@warning pointer 3 2",
                "COPY . .\\nRUN go build -buildvcs=false .@",
                "ENV GOFLAGS=-buildvcs=false\\nCOPY . .\\nRUN go build .@",
                "COPY cmd cmd\\nRUN go build ./cmd@"
            })
    void readsWhereTheRepositoryPoints(String lines, String expected) {
        ProjectFacts project = project("FROM golang:1.26\n" + lines.replace("\\n", "\n"))
                .and(".git", "gitdir: ../main/.git/worktrees/shop\n")
                .and("cmd/main.go", "package main\n");
        Said said = Said.by(new VersionStampCheck(), project);
        assertThat(said.all()).isEqualTo(expected == null ? "" : expected);
        if (expected != null) assertThat(said.fixed()).endsWith("RUN go build -buildvcs=false .");
        project.and(".dockerignore", ".git\n");
        assertThat(Said.by(new VersionStampCheck(), project).isOk()).isTrue();
    }

    @Test
    void readsWhomTheRepositoryBelongsTo() {
        String text = "FROM golang:1.26\nRUN useradd dev\nUSER dev\nCOPY . .\nRUN go build .\n";
        ProjectFacts project = project(text).and(".git/HEAD", "ref: refs/heads/main\n");
        assertThat(Said.by(new VersionStampCheck(), project).all()).isEqualTo("warning foreign 5 4");
        project.and("Dockerfile", text.replace("COPY", "COPY --chown=dev"));
        assertThat(Said.by(new VersionStampCheck(), project).isOk()).isTrue();
        project.and("Dockerfile", text.replace("golang:1.26", "golang:1.26-alpine"));
        assertThat(Said.by(new VersionStampCheck(), project).isOk()).isTrue();
        project.and("Dockerfile", text.replace("USER dev\n", ""));
        assertThat(Said.by(new VersionStampCheck(), project).isOk()).isTrue();
    }

    @Test
    void readsWhoseRepositoryComposeMounts() {
        String compose = "services:\n  dev:\n    image: golang:1.26\n    command: go build ./...\n"
                + "    volumes:\n      - .:/src\n";
        ProjectFacts project = ProjectFacts.of("compose.yaml", compose, ".git/HEAD", "ref: refs/heads/main\n");
        assertThat(Said.by(new VersionStampCheck(), project).all()).isEmpty();
        project.at("\\\\wsl.localhost\\Ubuntu\\home\\li\\shop");
        assertThat(Said.of(inDistribution(project)).all()).isEqualTo("warning bound 6");
        project.and("compose.yaml", compose.replace("golang:1.26", "golang:1.26-alpine"));
        assertThat(Said.of(inDistribution(project)).all()).isEmpty();
        project.and("compose.yaml", compose.replace("go build", "go build -buildvcs=false"));
        assertThat(Said.of(inDistribution(project)).all()).isEmpty();
    }

    private static List<Finding> inDistribution(ProjectFacts project) {
        return new VersionStampCheck().examine(project.machine());
    }

    private static ProjectFacts project(String dockerfile) {
        return ProjectFacts.of(
                "Dockerfile", dockerfile, "go.mod", "module a\n\ngo 1.26\n\nrequire example.com/b v1.0.0\n");
    }

    private static List<Finding> examine(ProjectFacts project, @Nullable String proxy, String locale) {
        byte[] file = ("GOPROXY=" + (proxy == null ? "" : proxy) + "\n").getBytes(StandardCharsets.UTF_8);
        UserEnvironment environment = new UserEnvironment(
                Facts.known(List.of()),
                Facts.known(List.of()),
                Facts.known(List.of()),
                Facts.known(List.of()),
                List.of(),
                Facts.known(new FileContent("C:\\Users\\li\\go\\env", Bytes.of(file), Facts.NOW)));
        String zone = locale.equals("zh-CN") ? "China Standard Time" : "UTC";
        Platform platform = new Platform(
                Platform.Family.WINDOWS, "10.0.26100.1", locale, 936, 936, zone, "li", "C:\\Users\\li", "LI-PC");
        return new ModuleProxyCheck()
                .examine(Machine.of(platform, Facts.NOW)
                        .with(Part.PROJECTS, project.machine().projects())
                        .with(Part.ENVIRONMENT, Facts.known(environment)));
    }
}
