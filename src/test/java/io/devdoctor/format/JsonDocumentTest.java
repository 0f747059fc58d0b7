package io.devdoctor.format;

import static io.devdoctor.format.Fixture.utf8;
import static org.assertj.core.api.Assertions.assertThat;

import io.devdoctor.format.JsonProblem.Kind;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JsonDocumentTest {
    @Test
    void readsValuesWithTheirPlaces() {
        JsonDocument document = JsonDocument.parse(Fixture.bytes("desktop-template.json"));
        assertThat(document.readable()).isTrue();
        assertThat(document.value("/builder/gc/enabled").flatMap(JsonValue::bool))
                .contains(true);
        assertThat(document.value("/registry-mirrors").map(JsonValue::texts)).contains(List.of("https://****.com"));
        assertThat(document.value("/registry-mirrors/0").flatMap(JsonValue::text))
                .contains("https://****.com");
        assertThat(document.value("/nothing/at/all")).isEmpty();
        Span span = document.value("/live-restore").orElseThrow().span();
        assertThat(document.lineOf(span.start())).isEqualTo(5);
        assertThat(document.columnOf(span.start())).isEqualTo(19);
        assertThat(span.length()).isEqualTo(4);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            quoteCharacter = '`',
            value = {
                "{\"a\":[\"x\"，\"y\"]}~FULL_WIDTH~1~10~，",
                "{“a”:1}~FULL_WIDTH~1~2~“",
                "{\"a\"：1}~FULL_WIDTH~1~5~：",
                "{\"a\":“x”}~FULL_WIDTH~1~6~“",
                "{\"a\":1,}~TRAILING_COMMA~1~7~",
                "{\"a\":[1,|]}~TRAILING_COMMA~1~8~",
                "{//c|\"a\":1}~COMMENT~1~2~/",
                "# c|{}~COMMENT~1~1~#",
                "{} // c~COMMENT~1~4~/",
                "{\"a\":'x'}~SINGLE_QUOTES~1~6~",
                "{'a':1}~SINGLE_QUOTES~1~2~",
                "{\"a\":1|\"b\":2}~MISSING_COMMA~2~1~",
                "{\"a\":[\"x\" \"y\"]}~MISSING_COMMA~1~11~",
                "{\"a\" 1}~SYNTAX~1~6~1",
                "{a:1}~UNQUOTED~1~2~a",
                "{\"a\":True}~UNQUOTED~1~6~True",
                "{\"a\":\"C:\\docker\"}~INVALID_ESCAPE~1~9~d",
                "{\"a\":\"x|\"}~UNCLOSED_TEXT~1~8~",
                "{\"a\":1~TRUNCATED~1~7~",
                "{\"a\":\"x~TRUNCATED~1~8~",
                "{\"a\":1}}~TRAILING_CONTENT~1~8~",
                "{} {}~TRAILING_CONTENT~1~3~",
                "[1]~NOT_AN_OBJECT~1~1~ARRAY",
                "{\"a\":1,|\"a\":2}~DUPLICATE_NAME~2~1~a"
            })
    void namesTheMistake(String text, Kind kind, int line, int column, String argument) {
        JsonDocument document = JsonDocument.parse(utf8(text.replace('|', '\n')));
        assertThat(document.problems()).singleElement().satisfies(problem -> {
            assertThat(problem.kind()).isEqualTo(kind);
            assertThat(problem.line()).isEqualTo(line);
            assertThat(problem.column()).isEqualTo(column);
            if (argument != null) {
                assertThat(problem.arguments()).first().isEqualTo(argument);
            }
        });
        assertThat(document.readable()).isEqualTo(!kind.fatal());
    }

    @Test
    void tellsEncodings() {
        assertThat(kinds("\uFEFF{}".getBytes(StandardCharsets.UTF_8))).containsExactly(Kind.MARK);
        assertThat(kinds("\uFEFF{}".getBytes(StandardCharsets.UTF_16LE))).containsExactly(Kind.UTF_16);
        assertThat(kinds("{}  ".getBytes(StandardCharsets.UTF_16LE))).containsExactly(Kind.UTF_16);
        assertThat(kinds("{\"a\":\"内存\"}".getBytes(Charset.forName("GBK")))).contains(Kind.NOT_UTF_8);
        assertThat(kinds(new byte[64])).containsExactly(Kind.NUL_BYTES);
        assertThat(kinds(utf8(" \r\n"))).containsExactly(Kind.EMPTY);
        assertThat(kinds(new byte[0])).containsExactly(Kind.EMPTY);
        assertThat(JsonDocument.parse(utf8("  ")).readable()).isTrue();
    }

    @Test
    void boundsDepthAndSize() {
        assertThat(kinds(utf8("[".repeat(100_000)))).containsExactly(Kind.TOO_DEEP);
        assertThat(kinds(new byte[JsonDocument.LARGEST + 1])).containsExactly(Kind.TOO_LARGE);
    }

    @Test
    void looksMembersUpInAnyCase() {
        JsonDocument document = JsonDocument.parse(Fixture.bytes("settings-minimal.json"));
        assertThat(document.memberIgnoreCase("settingsversion").flatMap(JsonValue::integer))
                .contains(45L);
        assertThat(document.memberIgnoreCase("autostart").flatMap(JsonValue::bool))
                .contains(false);
        assertThat(document.memberIgnoreCase("memoryMiB")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"full-width-comma.json", "settings-cut.json"})
    void seesThatPostedFilesAreBroken(String name) {
        assertThat(JsonDocument.parse(Fixture.bytes(name)).readable()).isFalse();
    }

    private static List<Kind> kinds(byte[] bytes) {
        return JsonDocument.parse(bytes).problems().stream()
                .map(JsonProblem::kind)
                .toList();
    }
}
