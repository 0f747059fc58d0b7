package io.devdoctor.format;

import static io.devdoctor.format.Fixture.text;
import static io.devdoctor.format.Fixture.utf8;
import static org.assertj.core.api.Assertions.assertThat;

import io.devdoctor.format.EditResult.Reason;
import io.devdoctor.format.EditResult.Refused;
import io.devdoctor.testing.Generator;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JsonEditTest {
    private static final List<String> PIECES = List.of(
            "{",
            "}",
            "[",
            "]",
            ",",
            ":",
            "\"a\"",
            "\"b\":",
            "1",
            "true",
            "null",
            " ",
            "\n",
            "\"x\\\"y\"",
            "，",
            "“",
            "”",
            "//",
            "/*",
            "*/",
            "'",
            "{\"a\":1}",
            "{\"a\":[1,2]}",
            "\r\n",
            "\uFEFF",
            "\0",
            "\\",
            "-1.5e3",
            "#");

    @ParameterizedTest
    @CsvSource(
            delimiter = '@',
            quoteCharacter = '`',
            value = {
                "{\"a\":1,|  \"b\":2}@/a@{\"b\":2}",
                "{|  \"a\": 1,|  \"b\": 2|}@/b@{|  \"a\": 1|}",
                "{ \"a\": 1 }@/a@{}",
                "{\"m\": [|  \"x\",|  \"y\",|  \"z\"|]}@/m/1@{\"m\": [|  \"x\",|  \"z\"|]}",
                "{\"m\": [|  \"x\",|  \"y\"|]}@/m/1@{\"m\": [|  \"x\"|]}",
                "{\"m\": [ \"x\" ]}@/m/0@{\"m\": []}",
                "{\"a/b\":1,\"c\":2}@/a~1b@{\"c\":2}"
            })
    void removes(String before, String pointer, String after) {
        assertThat(edit(before).remove(pointer).result()).satisfies(JsonEditTest::isEdited);
        assertThat(text(edit(before).remove(pointer).bytes())).isEqualTo(after.replace('|', '\n'));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '@',
            quoteCharacter = '`',
            value = {
                "{\"a\" : 1}@/a@2@{\"a\" : 2}",
                "{}@/a@true@{|  \"a\": true|}",
                "{|\t\"a\" :1|}@/b@2@{|\t\"a\" :1,|\t\"b\" :2|}",
                "{\"a\":1}@/b@2@{\"a\":1, \"b\":2}",
                "{\"a\":1,\"c\":3}@/b@2@{\"a\":1,\"c\":3,\"b\":2}",
                "{ \"a\": 1 }@/b@2@{ \"a\": 1, \"b\": 2 }",
                "{|    \"a\": {}|}@/a/b@1@{|    \"a\": {|        \"b\": 1|    }|}",
                "{|  \"a\": 1|}@/b/c@1@{|  \"a\": 1,|  \"b\": {\"c\": 1}|}",
                "{\"m\": []}@/m/-@\"x\"@{\"m\": [\"x\"]}",
                "{\"m\": [|  \"x\"|]}@/m/-@\"y\"@{\"m\": [|  \"x\",|  \"y\"|]}",
                "{\"m\": [\"x\", \"y\"]}@/m/0@\"z\"@{\"m\": [\"z\", \"y\"]}",
                "`  `@/a@1@{|  \"a\": 1|}|"
            })
    void sets(String before, String pointer, String literal, String after) {
        assertThat(edit(before).set(pointer, literal).result()).satisfies(JsonEditTest::isEdited);
        assertThat(text(edit(before).set(pointer, literal).bytes())).isEqualTo(after.replace('|', '\n'));
    }

    @Test
    void keepsCrLfAndMark() {
        byte[] before = utf8("\uFEFF{\r\n  \"a\": 1\r\n}\r\n");
        assertThat(text(JsonDocument.edit(before).setText("/b", "C:\\x").bytes()))
                .isEqualTo("\uFEFF{\r\n  \"a\": 1,\r\n  \"b\": \"C:\\\\x\"\r\n}\r\n");
    }

    @Test
    void removesDeadMirrorsOneAfterTheOther() {
        byte[] before = Fixture.bytes("dead-mirrors.json");
        JsonEdit edit = JsonDocument.edit(before);
        for (int i = 0; i < 9; i++) {
            edit = edit.remove("/registry-mirrors/0");
        }
        String after = text(edit.bytes());
        assertThat(after).startsWith("{\n  \"registry-mirrors\": [],\n  \"insecure-registries\": [\n");
        assertThat(after).endsWith(text(before).substring(text(before).indexOf("\"insecure-registries\"")));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            quoteCharacter = '`',
            value = {
                "{\"a\":[\"x，y\"，“z”,],}~{\"a\":[\"x，y\",\"z\"]}",
                "{ // one|\"a\"： 1, /* two */ \"b\": 2, # three|}~{ |\"a\": 1,  \"b\": 2 |}",
                "{'a':'b'}~{\"a\":\"b\"}",
                "{\"u\":\"http://x//y#z\",}~{\"u\":\"http://x//y#z\"}",
                "｛\"a\":［1］｝~{\"a\":[1]}"
            })
    void repairsWhatHasOneReading(String before, String after) {
        assertThat(edit(before).repair().result()).satisfies(JsonEditTest::isEdited);
        assertThat(text(edit(before).repair().bytes())).isEqualTo(after.replace('|', '\n'));
    }

    @Test
    void repairsThePostedFileByOneCharacter() {
        byte[] before = Fixture.bytes("full-width-comma.json");
        assertThat(text(JsonDocument.edit(before).repair().bytes()))
                .isEqualTo(text(before).replace('，', ','));
    }

    @Test
    void repairsMarkAndUtf16() {
        assertThat(JsonDocument.edit(utf8("\uFEFF{}")).repair().bytes()).isEqualTo(utf8("{}"));
        byte[] utf16 = "\uFEFF{\"a\":1,}".getBytes(StandardCharsets.UTF_16LE);
        assertThat(JsonDocument.edit(utf16).repair().bytes()).isEqualTo(utf8("{\"a\":1}"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            quoteCharacter = '`',
            value = {
                "{\"a\":1 \"b\":2}",
                "{\"a\":\"C:\\docker\"}",
                "{\"a\":1",
                "{a:1}",
                "{'a\"':1}",
                "{\"a:1}|{\"b\":2}"
            })
    void refusesToGuess(String text) {
        assertThat(edit(text).repair().result())
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.reason()).isEqualTo(Reason.AMBIGUOUS));
    }

    @Test
    void refusesEditsItCannotMake() {
        assertThat(edit("{\"a\":1}").remove("/b").result()).isEqualTo(new Refused(Reason.NOT_FOUND, "/b"));
        assertThat(edit("{\"a\":1}").remove("").result()).isEqualTo(new Refused(Reason.NOT_FOUND, ""));
        assertThat(edit("{\"a\":1,}").set("/a", "2").result()).isEqualTo(new Refused(Reason.SYNTAX, "/a"));
        assertThat(edit("{\"a\":1}").set("/a", "x").result()).isEqualTo(new Refused(Reason.NOT_WRITABLE, "x"));
        assertThat(edit("{\"a\":1}").set("/a/b", "1").result()).isEqualTo(new Refused(Reason.NOT_FOUND, "b"));
    }

    @Test
    void parsesAndEditsAnythingWithoutFailing() {
        Generator.check(5_000, generator -> {
            byte[] bytes = generator.number(4) == 0 ? generator.bytes(100) : generator.bytesOf(PIECES, 25);
            JsonDocument document = JsonDocument.parse(bytes);
            assertThat(document.root().isPresent() || !document.problems().isEmpty())
                    .isTrue();
            if (JsonDocument.edit(bytes).repair().result() instanceof EditResult.Edited(var repaired)) {
                assertThat(JsonDocument.parse(repaired).problems())
                        .extracting(JsonProblem::kind)
                        .isSubsetOf(JsonProblem.Kind.DUPLICATE_NAME, JsonProblem.Kind.NOT_AN_OBJECT);
            }
            if (JsonDocument.edit(bytes).set("/zz", "7").result() instanceof EditResult.Edited(var set)) {
                assertThat(JsonDocument.parse(set).value("/zz").flatMap(JsonValue::integer))
                        .contains(7L);
                if (document.object().isPresent() && document.encoding().isUtf8()) {
                    assertRemovalRestores(document, bytes, set);
                }
            }
        });
    }

    /// Where `/zz` came behind other members, taking it out again gives the very bytes that were there.
    private static void assertRemovalRestores(JsonDocument before, byte[] bytes, byte[] set) {
        JsonValue.ObjectValue object = before.object().orElseThrow();
        if (!object.members().isEmpty() && object.get("zz").isEmpty()) {
            assertThat(JsonDocument.edit(set).remove("/zz").bytes()).isEqualTo(bytes);
        }
    }

    private static JsonEdit edit(String text) {
        return JsonDocument.edit(utf8(text.replace('|', '\n')));
    }

    private static void isEdited(EditResult result) {
        assertThat(result).isInstanceOf(EditResult.Edited.class);
    }
}
