package io.devdoctor.check.project.dockerfile;

import static org.assertj.core.api.Assertions.assertThat;

import io.devdoctor.check.Check;
import io.devdoctor.check.Finding;
import io.devdoctor.machine.Machine;
import io.devdoctor.machine.Part;
import io.devdoctor.testing.Facts;
import io.devdoctor.testing.ProjectFacts;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// Dockerfiles as good projects of other languages have them: nothing above INFO.
class SoundDockerfilesTest {
    static Stream<Arguments> files() {
        return Stream.of(
                Arguments.of("node", """
                    # syntax=docker/dockerfile:1
                    ARG NODE_VERSION=24
                    FROM node:${NODE_VERSION}-alpine AS base
                    WORKDIR /app
                    FROM base AS deps
                    COPY package.json package-lock.json ./
                    RUN --mount=type=cache,target=/root/.npm npm ci --omit=dev
                    FROM base
                    ENV NODE_ENV=production PORT=3000
                    COPY --from=deps /app/node_modules ./node_modules
                    COPY --chown=node:node . .
                    USER node
                    EXPOSE 3000
                    HEALTHCHECK --interval=30s --timeout=3s CMD wget -qO- http://127.0.0.1:3000/health || exit 1
                    CMD ["node", "server.js"]
                    """),
                Arguments.of("python", """
                    FROM python:3.13-slim
                    ENV PYTHONUNBUFFERED=1 \\
                        PIP_NO_CACHE_DIR=1
                    RUN apt-get update \\
                        # for the database
                        && apt-get install -y --no-install-recommends libpq5 \\
                        && rm -rf /var/lib/apt/lists/*
                    WORKDIR /srv
                    COPY requirements.txt .
                    RUN pip install -r requirements.txt
                    COPY . .
                    RUN useradd --create-home app && chown -R app /srv
                    USER app
                    EXPOSE 8000
                    CMD ["gunicorn", "--bind", "0.0.0.0:8000", "shop.wsgi"]
                    """),
                Arguments.of("java", """
                    FROM maven:3.9-eclipse-temurin-21 AS build
                    WORKDIR /build
                    COPY pom.xml .
                    RUN --mount=type=cache,target=/root/.m2 mvn -q dependency:go-offline
                    COPY src src
                    RUN --mount=type=cache,target=/root/.m2 mvn -q package -DskipTests
                    FROM eclipse-temurin:21-jre
                    RUN groupadd -r app && useradd -r -g app app
                    COPY --from=build /build/target/shop.jar /app/shop.jar
                    USER app
                    ENTRYPOINT ["java", "-XX:MaxRAMPercentage=75", "-jar", "/app/shop.jar"]
                    """),
                Arguments.of("web", """
                    FROM node:24 AS build
                    WORKDIR /web
                    COPY package*.json ./
                    RUN npm ci
                    COPY . .
                    RUN npm run build
                    FROM nginx:1.30-alpine
                    COPY nginx.conf /etc/nginx/conf.d/default.conf
                    COPY --from=build /web/dist /usr/share/nginx/html
                    EXPOSE 80
                    """),
                Arguments.of("cross", """
                    FROM --platform=$BUILDPLATFORM tonistiigi/xx:1.6.1 AS xx
                    FROM --platform=$BUILDPLATFORM golang:1.26-alpine AS build
                    COPY --from=xx / /
                    WORKDIR /src
                    COPY go.mod go.sum ./
                    RUN go mod download
                    COPY . .
                    ARG TARGETPLATFORM VERSION=dev
                    RUN CGO_ENABLED=0 xx-go build -ldflags "-X main.version=${VERSION}" -o /out/app . && xx-verify /out/app
                    FROM scratch
                    COPY --from=build /etc/ssl/certs/ca-certificates.crt /etc/ssl/certs/
                    COPY --from=build /out/app /app
                    USER 65532:65532
                    ENTRYPOINT ["/app"]
                    """),
                Arguments.of("script", """
                    FROM debian:13-slim
                    COPY --chmod=755 <<EOF /entrypoint.sh
                    #!/bin/sh
                    set -e
                    exec "$@"
                    EOF
                    RUN <<EOF
                    set -e
                    apt-get update
                    apt-get install -y --no-install-recommends redis-server
                    rm -rf /var/lib/apt/lists/*
                    EOF
                    ENTRYPOINT ["/entrypoint.sh"]
                    CMD ["redis-server", "--bind", "0.0.0.0", "--daemonize", "no"]
                    """));
    }

    @ParameterizedTest
    @MethodSource("files")
    void showNothingAboveInfo(String name, String text) {
        ProjectFacts project = ProjectFacts.of(
                        "Dockerfile", text, "package.json", "{}", "package-lock.json", "{}", "server.js", "//\n")
                .and("requirements.txt", "gunicorn==23.0.0\n")
                .and("pom.xml", "<project/>\n")
                .and("src/main/java/Shop.java", "class Shop {}\n")
                .and("nginx.conf", "server { listen 80; }\n")
                .and("go.mod", "module a\n\ngo 1.26\n\nrequire example.com/b v1.0.0\n")
                .and("go.sum", "example.com/b v1.0.0 h1:x\n")
                .and("main.go", "package main\n\nfunc main() {}\n")
                .and(".dockerignore", ".git\nnode_modules\n");
        Machine machine = project.machine();
        for (Part<?> part : List.of(Part.HOST, Part.ENVIRONMENT)) machine = machine.with(part, Facts.notApplicable());
        Machine known = machine;
        String found = DockerfileChecks.ALL.stream()
                .flatMap(check -> examined(check, known).stream())
                .filter(finding -> finding.verdict().isIllness())
                .map(finding -> finding.message().key() + finding.places())
                .collect(Collectors.joining("\n"));
        assertThat(found).as(name).isEmpty();
    }

    private static List<Finding> examined(Check check, Machine machine) {
        boolean enough = check.info().needs().stream().allMatch(machine::has);
        return enough ? check.examine(machine) : List.of();
    }
}
