package io.devdoctor.check.project.image;

import static org.assertj.core.api.Assertions.assertThat;

import io.devdoctor.check.Version;
import io.devdoctor.check.project.image.KnownImage.Libc;
import io.devdoctor.check.project.image.KnownImage.Shell;
import io.devdoctor.check.project.image.KnownImage.Tool;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ImageTableTest {
    private static KnownImage image(String reference) {
        return ImageTable.of(reference).orElseThrow();
    }

    @ParameterizedTest
    @CsvSource({
        "scratch, NONE, NONE",
        "golang:1.27, GLIBC, DASH",
        "golang:1.22-bookworm, GLIBC, DASH",
        "golang:1.27-alpine3.23, MUSL, ASH",
        "golang:alpine, MUSL, ASH",
        "golang:windowsservercore-ltsc2022, UNKNOWN, UNKNOWN",
        "alpine:3.23, MUSL, ASH",
        "busybox, GLIBC, ASH",
        "busybox:1.37-musl, NONE, ASH",
        "busybox:1.30, UNKNOWN, ASH",
        "debian:bookworm-20260101-slim, GLIBC, DASH",
        "gcr.io/distroless/static, NONE, NONE",
        "gcr.io/distroless/static-debian13:debug, NONE, NONE",
        "gcr.io/distroless/base-debian12, GLIBC, NONE",
        "node:24-alpine, MUSL, ASH",
        "mysql:8.4, GLIBC, BASH",
        "rockylinux:9, GLIBC, BASH",
        "mcr.microsoft.com/dotnet/aspnet:10.0-noble-chiseled, GLIBC, NONE",
    })
    void knowsTheLibraryAndTheShell(String reference, Libc libc, Shell shell) {
        assertThat(image(reference).libc()).isEqualTo(libc);
        assertThat(image(reference).shell()).isEqualTo(shell);
    }

    @ParameterizedTest
    @CsvSource({
        "golang:1.27-bookworm, 2.36",
        "golang:1.27, 2.41",
        "golang:1.22, 2.36",
        "debian:bullseye-slim, 2.31",
        "debian:12, 2.36",
        "ubuntu:20.04, 2.31",
        "ubuntu:noble, 2.39",
        "node:24-bookworm-slim, 2.36",
        "gcr.io/distroless/base-debian13, 2.41",
        "amazonlinux:2, 2.26",
    })
    void knowsTheVersionOfGlibcWhereTheTagTellsTheSuite(String reference, String glibc) {
        assertThat(image(reference).glibc()).contains(Version.of(glibc));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"golang:1.19", "node:24", "python:3.13-slim", "alpine:3.23", "ubuntu:resolute", "rockylinux:9"})
    void doesNotGuessTheVersionOfGlibc(String reference) {
        assertThat(image(reference).glibc()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"ghcr.io/shop/api:1", "shop/golang:1.27", "golang@sha256:abc", "golang:${V}", "stage"})
    void knowsNothingOfOthers(String reference) {
        assertThat(ImageTable.of(reference)).isEmpty();
    }

    @Test
    void answersWithUnknownWhatTheTableDoesNotTell() {
        assertThat(image("alpine:3.23").has(Tool.TIME_ZONES)).isEqualTo(Answer.NO);
        assertThat(image("alpine:3.23").has(Tool.CERTIFICATES)).isEqualTo(Answer.YES);
        assertThat(image("alpine:3.3").has(Tool.CERTIFICATES)).isEqualTo(Answer.UNKNOWN);
        assertThat(image("debian:trixie-slim").has(Tool.ADDUSER)).isEqualTo(Answer.NO);
        assertThat(image("debian:bookworm").has(Tool.ADDUSER)).isEqualTo(Answer.YES);
        assertThat(image("rust:1.98").has(Tool.CURL)).isEqualTo(Answer.UNKNOWN);
        assertThat(image("gcr.io/distroless/static:debug").has(Tool.WGET)).isEqualTo(Answer.UNKNOWN);
        assertThat(image("node:24-slim").has(Tool.CERTIFICATES)).isEqualTo(Answer.NO);
    }

    @Test
    void knowsTheUsers() {
        assertThat(image("gcr.io/distroless/static:nonroot").runsAsRoot()).isEqualTo(Answer.NO);
        assertThat(image("alpine").runsAsRoot()).isEqualTo(Answer.YES);
        assertThat(image("node:24-alpine").accounts().orElseThrow().users()).contains("node", "nobody");
        assertThat(image("alpine").accounts().orElseThrow().users()).doesNotContain("nonroot", "node");
        assertThat(image("scratch").accounts().orElseThrow().users()).isEmpty();
        assertThat(image("rockylinux:9").accounts()).isEmpty();
    }
}
