package io.devdoctor.check.project.image;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ImageReferenceTest {
    @ParameterizedTest
    @CsvSource({
        "golang:1.27, golang, 1.27",
        "docker.io/library/golang:1.27, golang, 1.27",
        "index.docker.io/golang, golang, latest",
        "docker.m.daocloud.io/library/golang:1.27, golang, 1.27",
        "public.ecr.aws/docker/library/alpine:3.23, alpine, 3.23",
        "nginxinc/nginx-unprivileged, nginxinc/nginx-unprivileged, latest",
        "gcr.io/distroless/static:nonroot, gcr.io/distroless/static, nonroot",
        "localhost:5000/shop/api:2, localhost:5000/shop/api, 2",
        "registry.example.com:5000/api, registry.example.com:5000/api, latest",
        "golang:1.27@sha256:abc, golang, 1.27",
    })
    void findsTheFamilyAndTheTag(String text, String family, String tag) {
        ImageReference reference = ImageReference.parse(text).orElseThrow();

        assertThat(reference.family()).isEqualTo(family);
        assertThat(reference.effectiveTag()).contains(tag);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "golang:${V}", "$IMAGE", "Builder", "golang:", "a b", "golang:1:2"})
    void readsNoReferenceIntoAnythingElse(String text) {
        assertThat(ImageReference.parse(text)).isEmpty();
    }

    @Test
    void knowsWhatFloats() {
        assertThat(ImageReference.parse("alpine").orElseThrow().isFloating()).isTrue();
        assertThat(ImageReference.parse("alpine:latest").orElseThrow().isFloating())
                .isTrue();
        assertThat(ImageReference.parse("alpine:3.23").orElseThrow().isFloating())
                .isFalse();
        assertThat(ImageReference.parse("alpine@sha256:abc").orElseThrow().isFloating())
                .isFalse();
        assertThat(ImageReference.parse("alpine@sha256:abc").orElseThrow().effectiveTag())
                .isEmpty();
    }
}
