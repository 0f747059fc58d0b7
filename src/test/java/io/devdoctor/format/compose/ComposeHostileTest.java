package io.devdoctor.format.compose;

import static org.assertj.core.api.Assertions.assertThat;

import io.devdoctor.format.compose.ComposeProblem.Kind;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What nobody wrote in good faith: nothing throws, and the work stays in proportion to the bytes.
class ComposeHostileTest {
    private static final String SOUND = """
        name: shop
        x-a: &a {image: one, environment: [A=1, "B=${B:-2}"]}
        services:
          app:
            <<: *a
            build: {context: ., args: {V: "${V?none}"}}
            ports: ["80:80", {target: 5, published: "6"}]
            volumes:
              - .\\src:/app
              - type: bind
                source: C:\\x
                target: /y
            healthcheck: {test: [CMD, curl, x]}
            depends_on: {db: {condition: service_healthy}}
            command: >
              run
              this
          db: !override {extends: app}
        """;

    private static ComposeProject load(byte[] bytes) {
        return new Tree(Map.of("compose.yaml", bytes)).load();
    }

    /// Asks for everything that a check may ask for.
    private static void walk(ComposeProject project) {
        project.isWhole();
        for (ComposeService service : project.services()) {
            service.ports();
            service.volumes();
            service.environment();
            service.environmentAsWritten();
            service.envFiles();
            service.networks();
            service.aliases();
            service.dependencies();
            service.health();
            service.memoryLimit();
            service.replicas();
            service.build().ifPresent(build -> assertThat(build.file()).isNotNull());
            assertThat(service.words("command")).isNotNull();
        }
    }

    @Test
    void survivesBrokenBytes() {
        Random random = new Random(5);
        byte[] sound = SOUND.getBytes(StandardCharsets.UTF_8);
        String spice = "\0\t\n\r :-{}[]&*!|>'\"%@`#$,?\u0085\u2028\uFEFF";
        byte[] spices = spice.getBytes(StandardCharsets.UTF_8);
        for (int round = 0; round < 3_000; round++) {
            byte[] bytes = sound.clone();
            for (int change = random.nextInt(8); change >= 0; change--) {
                bytes[random.nextInt(bytes.length)] = spices[random.nextInt(spices.length)];
            }
            ComposeProject project = load(bytes);
            walk(project);
            assertThat(project.services().isEmpty()
                            && project.problems().isEmpty()
                            && project.model().get("services").isPresent())
                    .isFalse();
        }
        assertThat(load(sound).problems()).extracting(ComposeProblem::kind).contains(Kind.REQUIRED_VARIABLE);
    }

    @Test
    void survivesNoise() {
        Random random = new Random(6);
        for (int round = 0; round < 500; round++) {
            byte[] noise = new byte[random.nextInt(400)];
            random.nextBytes(noise);
            ComposeProject project = load(noise);
            walk(project);
            assertThat(project.problems()).isNotEmpty();
        }
    }

    @Test
    void countsAliasesInsteadOfWritingThemOut() {
        StringBuilder bomb = new StringBuilder("a0: &a0 [x, x, x, x, x, x, x, x, x]\n");
        for (int i = 1; i < 30; i++) {
            bomb.append("a%d: &a%d [".formatted(i, i))
                    .append("*a%d, ".formatted(i - 1).repeat(9))
                    .append("]\n");
        }
        assertThat(load(bomb.toString().getBytes(StandardCharsets.UTF_8)).problems())
                .extracting(ComposeProblem::kind)
                .containsExactly(Kind.ALIASES);
    }

    @Test
    void boundsWhatMergeKeysCopy() {
        StringBuilder bomb = new StringBuilder("base: &b\n");
        for (int i = 0; i < 2_000; i++) bomb.append("  k%d: v\n".formatted(i));
        bomb.append("services:\n");
        for (int i = 0; i < 2_000; i++) bomb.append("  s%d: {<<: *b}\n".formatted(i));
        assertThat(load(bomb.toString().getBytes(StandardCharsets.UTF_8)).problems())
                .extracting(ComposeProblem::kind)
                .containsExactly(Kind.ALIASES);
    }

    @ParameterizedTest
    @ValueSource(strings = {"[", "{a: ", "- ", "a:\n", "? ", "&a ", "!x ", "${A:-", "'", "a: &a [*a, "})
    void boundsNestingAndRepetition(String part) {
        ComposeProject project = load(part.repeat(60_000).getBytes(StandardCharsets.UTF_8));
        walk(project);
        assertThat(project.problems()).isNotEmpty();
    }

    @Test
    void boundsVariablesThatHoldVariables() {
        StringBuilder env = new StringBuilder("A0=0123456789\n");
        for (int i = 1; i < 60; i++) env.append("A%d=$A%d$A%d\n".formatted(i, i - 1, i - 1));
        String image = "$A10".repeat(100_000);
        ComposeProject project = Tree.of(
                        "compose.yaml", "services: {a: {image: " + image + "}}", ".env", env.toString())
                .load();
        assertThat(project.service("a").orElseThrow().isSilent("image")).isTrue();
        assertThat(project.env().entry("A59").orElseThrow().known()).isFalse();
    }

    @Test
    void readsLongLines() {
        String line = "x".repeat(1 << 20);
        ComposeProject project = load(("services: {a: {image: \"" + line + "\"}}").getBytes(StandardCharsets.UTF_8));
        assertThat(project.service("a").orElseThrow().image()).contains(line);
        assertThat(load(new byte[(4 << 20) + 1]).problems())
                .extracting(ComposeProblem::kind)
                .containsExactly(Kind.TOO_LARGE);
    }

    @Test
    void boundsChainsOfExtends() {
        StringBuilder chain = new StringBuilder("services:\n  s0: {image: x}\n");
        for (int i = 1; i < 500; i++) chain.append("  s%d: {extends: s%d}\n".formatted(i, i - 1));
        ComposeProject project = load(chain.toString().getBytes(StandardCharsets.UTF_8));
        assertThat(project.service("s9").orElseThrow().image()).contains("x");
        assertThat(project.problems()).extracting(ComposeProblem::kind).contains(Kind.EXTENDS_CYCLE);
    }

    @Test
    void saysWhenAProjectIsLargerThanAnybodyWrites() {
        StringBuilder many = new StringBuilder("services:\n");
        for (int i = 0; i < 7_000; i++) many.append("  s%d: {image: x, user: \"1\"}\n".formatted(i));
        ComposeProject project = load(many.toString().getBytes(StandardCharsets.UTF_8));
        assertThat(project.problems()).extracting(ComposeProblem::kind).containsExactly(Kind.TOO_LARGE);
        assertThat(project.isWhole()).isFalse();
    }
}
