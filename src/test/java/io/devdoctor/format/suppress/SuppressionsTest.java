package io.devdoctor.format.suppress;

import static org.assertj.core.api.Assertions.assertThat;

import io.devdoctor.format.dockerfile.Dockerfile;
import io.devdoctor.format.suppress.Suppression.Tool;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SuppressionsTest {
    private static List<Suppression> ofDockerfile(String text) {
        return Suppressions.of(Dockerfile.parse(text.getBytes(StandardCharsets.UTF_8)));
    }

    private static List<Suppression> of(String text) {
        return Suppressions.of(text.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void aCommentAboveAnInstructionIsAboutAllItsLines() {
        List<Suppression> found =
                ofDockerfile("FROM alpine:3.23\n\n# hadolint ignore=DL3018,DL3062\nRUN a && \\\n  b\n");
        assertThat(found).containsExactly(new Suppression(Tool.HADOLINT, Set.of("DL3018", "DL3062"), "", 3, 4, 5));
        assertThat(found.getFirst().covers(5)).isTrue();
        assertThat(found.getFirst().covers(1)).isFalse();
        assertThat(found.getFirst().covers(0)).isFalse();
    }

    @Test
    void aDirectiveOfBuildKitIsAboutTheWholeFile() {
        List<Suppression> found = ofDockerfile("# check=error=true;skip=JSONArgsRecommended\nFROM a\nCMD b\n");
        assertThat(found).singleElement().satisfies(one -> {
            assertThat(one.codes()).containsExactly("JSONArgsRecommended");
            assertThat(one.covers(3)).isTrue();
            assertThat(one.covers(0)).isTrue();
        });
    }

    @Test
    void furtherDownACheckCommentIsAboutTheNextInstruction() {
        List<Suppression> found = ofDockerfile("FROM a\n# check=skip=all\nCMD b\nCMD c\n");
        assertThat(found).containsExactly(new Suppression(Tool.BUILDKIT, Set.of(Suppression.EVERYTHING), "", 2, 3, 3));
    }

    @Test
    void oursNamesIdsAndAReason() {
        assertThat(of("a: 1 # devdoctor:ignore compose.ports, compose.paths fixed by hand\n"))
                .containsExactly(new Suppression(
                        Tool.DEVDOCTOR, Set.of("compose.ports", "compose.paths"), "fixed by hand", 1, 1, 1));
        assertThat(of("// devdoctor:ignore-file project.*\nx"))
                .containsExactly(new Suppression(Tool.DEVDOCTOR, Set.of("project.*"), "", 1, 1, Integer.MAX_VALUE));
    }

    @Test
    void dclintSpeaksOfItsLineTheNextOrTheFile() {
        assertThat(of("services:\n"
                        + "  # dclint disable-line no-version-field\n"
                        + "  a:\n"
                        + "    image: b # dclint disable-line\n"))
                .containsExactly(
                        new Suppression(Tool.DCLINT, Set.of("no-version-field"), "", 2, 3, 3),
                        new Suppression(Tool.DCLINT, Set.of(Suppression.EVERYTHING), "", 4, 4, 4));
        assertThat(of("# dclint-disable-file\na: 1\n").getFirst().covers(99)).isTrue();
    }

    @Test
    void aByteOrderMarkHidesNothing() {
        assertThat(ofDockerfile("\uFEFF# devdoctor:ignore dockerfile.user why\nFROM a\n"))
                .containsExactly(new Suppression(Tool.DEVDOCTOR, Set.of("dockerfile.user"), "why", 1, 2, 2));
    }

    /// Lists of any length and tens of thousands of comments, without a deep stack and in one pass.
    @Test
    void endlessCommentsAreBounded() {
        assertThat(of("# devdoctor:ignore " + "a , ".repeat(1000) + "b")
                        .getFirst()
                        .codes())
                .containsExactlyInAnyOrder("a", "b");
        assertThat(ofDockerfile("# check=" + " ".repeat(2000) + ";".repeat(2000) + "\nFROM a\n"))
                .isEmpty();
        assertThat(of("a: 1 # dclint disable-line " + "a ".repeat(2000))
                        .getFirst()
                        .codes())
                .hasSize(1);
        assertThat(of("#devdoctor:ignore a\n".repeat(50_000))).hasSize(50_000);
    }

    @Test
    void otherCommentsSayNothing() {
        assertThat(of("# devdoctor:ignore\n# hadolint ignore=DL3006\nplain text\n"))
                .isEmpty();
        assertThat(of("\u0000\uffff# check".repeat(2000))).isEmpty();
    }
}
