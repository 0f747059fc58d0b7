package io.devdoctor.format;

import static io.devdoctor.format.Fixture.utf8;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DaemonKeysTest {
    @ParameterizedTest
    @ValueSource(strings = {"desktop-template.json", "dns-stale.json", "dead-mirrors.json"})
    void acceptsPostedFiles(String name) {
        assertThat(DaemonKeys.problems(JsonDocument.parse(Fixture.bytes(name)))).isEmpty();
    }

    @Test
    void findsTheRemovedKeyThatKeepsTheEngineDown() {
        assertThat(DaemonKeys.problems(JsonDocument.parse(Fixture.bytes("graph-removed.json"))))
                .containsExactly(new DaemonProblem(DaemonProblem.Kind.REMOVED, "graph", 6, 3, "/graph", "data-root"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            quoteCharacter = '`',
            value = {
                "{\"registry-mirror\":[]}~IGNORED~registry-mirror~/registry-mirror~registry-mirrors",
                "{\"registry-mirors\":[]}~UNKNOWN~registry-mirors~/registry-mirors~registry-mirrors",
                "{\"zzz\":1}~UNKNOWN~zzz~/zzz~``",
                "{\"debug\":\"true\"}~WRONG_TYPE~debug~/debug~BOOLEAN",
                "{\"log-opts\":{\"max-file\":3}}~WRONG_TYPE~log-opts.max-file~/log-opts/max-file~STRING",
                "{\"dns\":[\"8.8.8.8\",1]}~WRONG_TYPE~dns.1~/dns/1~STRING",
                "{\"features\":{\"buildkit\":1}}~WRONG_TYPE~features.buildkit~/features/buildkit~BOOLEAN",
                "{\"registry-mirrors\":\"https://x\"}~WRONG_TYPE~registry-mirrors~/registry-mirrors~STRINGS",
                "{\"http-proxy\":\"x\"}~MISPLACED~http-proxy~/http-proxy~proxies",
                "{\"mtu\":1.5}~WRONG_TYPE~mtu~/mtu~INTEGER"
            })
    void judgesKeysAndTypes(String text, DaemonProblem.Kind kind, String key, String pointer, String argument) {
        assertThat(DaemonKeys.problems(JsonDocument.parse(utf8(text))))
                .singleElement()
                .satisfies(problem -> {
                    assertThat(problem.kind()).isEqualTo(kind);
                    assertThat(problem.key()).isEqualTo(key);
                    assertThat(problem.pointer()).isEqualTo(pointer);
                    assertThat(problem.argument()).isEqualTo(argument);
                });
    }

    @Test
    void everyReplacementIsAKnownKey() {
        assertThat(DaemonKeys.all())
                .allSatisfy(key -> assertThat(key.instead().isEmpty()
                                || DaemonKeys.find(key.instead())
                                        .filter(other -> other.status() == DaemonKey.Status.CURRENT)
                                        .isPresent())
                        .as(key.name())
                        .isTrue());
    }

    @Test
    void treatsNullAsNotSet() {
        assertThat(DaemonKeys.problems(JsonDocument.parse(utf8("{\"debug\":null}"))))
                .isEmpty();
    }
}
