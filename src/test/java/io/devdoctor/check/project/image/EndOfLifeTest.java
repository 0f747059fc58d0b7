package io.devdoctor.check.project.image;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EndOfLifeTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 20);

    private static List<EndOfLife> of(String image) {
        return EndOfLife.of(ImageReference.parse(image).orElseThrow());
    }

    private static List<String> over(String image) {
        return of(image).stream()
                .filter(end -> end.isOver(TODAY))
                .map(end -> end.product() + " " + end.line())
                .toList();
    }

    @ParameterizedTest
    @CsvSource({
        "ubuntu:20.04, ubuntu 20.04",
        "ubuntu:focal-20240101, ubuntu 20.04",
        "alpine:3.15, alpine 3.15",
        "golang:1.14.2, golang 1.14.2",
        "debian:9, debian 9",
        "node:12-alpine, node 12",
        "debian:bullseye-slim, debian 11",
        "debian:11.9, debian 11",
        "alpine:3.18.4, alpine 3.18",
        "golang:1.21.3, golang 1.21",
        "node:16, node 16",
        "python:3.9-slim, python 3.9",
        "mysql:5.7, mysql 5.7",
        "centos:7, centos 7",
        "centos:centos7.9.2009, centos 7",
        "quay.io/centos/centos:stream8, centos stream8",
        "postgres:14-alpine, postgres 14",
        "gcr.io/distroless/static-debian11:nonroot, distroless static-debian11",
        "openjdk:17-slim, 'openjdk '",
        "mcr.microsoft.com/dotnet/aspnet:8.0, dotnet 8.0",
    })
    void knowsWhatIsOver(String image, String line) {
        assertThat(over(image)).containsExactly(line);
    }

    @Test
    void looksAtTheDistributionBelowToo() {
        assertThat(over("golang:1.21-alpine3.18")).containsExactly("golang 1.21", "alpine 3.18");
        assertThat(over("node:24-bullseye")).containsExactly("debian 11");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "golang:1.27",
                "golang",
                "golang:alpine",
                "golang:1",
                "alpine:3.23",
                "debian:12",
                "debian",
                "ubuntu:24.04",
                "node:24-alpine3.23",
                "postgres:18",
                "ghcr.io/shop/api:1.21",
                "golang:1.30",
                "eclipse-temurin:7",
                "node:19",
                "alpine:3.99",
                "alpine:edge",
                "redis:7.2"
            })
    void neverCallsOverWhatIsNot(String image) {
        assertThat(over(image)).isEmpty();
    }

    @Test
    void knowsWhatLivesOnLongTermSupport() {
        assertThat(of("debian:12")).singleElement().satisfies(end -> {
            assertThat(end.isExtended(TODAY)).isTrue();
            assertThat(end.isGone(TODAY)).isFalse();
        });
        assertThat(of("debian:bullseye")).singleElement().satisfies(end -> {
            assertThat(end.isGone(TODAY)).isTrue();
            assertThat(end.isGone(LocalDate.of(2026, 8, 1))).isFalse();
        });
    }
}
