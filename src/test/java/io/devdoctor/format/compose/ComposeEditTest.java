package io.devdoctor.format.compose;

import static org.assertj.core.api.Assertions.assertThat;

import io.devdoctor.format.EditResult;
import io.devdoctor.format.compose.ComposeNode.Mapping;
import io.devdoctor.format.compose.ComposeNode.Scalar;
import io.devdoctor.format.compose.ComposeNode.Sequence;
import java.nio.charset.StandardCharsets;
import java.util.function.BiFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ComposeEditTest {
    private static final String FILE = "compose.yaml";

    private static EditResult edit(String text, BiFunction<ComposeEdit, ComposeProject, ComposeEdit> change) {
        ComposeProject project = Tree.of(FILE, text).load();
        return change.apply(ComposeEdit.of(FILE, text.getBytes(StandardCharsets.UTF_8)), project)
                .result();
    }

    private static String edited(String text, BiFunction<ComposeEdit, ComposeProject, ComposeEdit> change) {
        return new String(edit(text, change).bytes(), StandardCharsets.UTF_8);
    }

    private static Mapping app(ComposeProject project) {
        return project.service("app").orElseThrow().node();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        version: '3'~services: {}~                | services: {}~
        version: "3.8" # old~~services: {}~       | services: {}~
        # head~version: 3~~services: {}~          | # head~~services: {}~
        services: {}~version: '3'                 | services: {}~
        name: a~~version: '3'~~services: {}~      | name: a~~services: {}~
        """)
    void removesAKeyWithItsLine(String before, String after) {
        for (String end : new String[] {"\n", "\r\n"}) {
            assertThat(edited(
                            before.replace("~", end),
                            (edit, project) ->
                                    edit.remove(project.model().field("version").orElseThrow())))
                    .isEqualTo(after.replace("~", end));
        }
    }

    @Test
    void keepsTheMarkAndEverythingElse() {
        String before = "\uFEFFversion: '3'\r\nservices:   # 服务\r\n  app:\r\n    image: x   \r\n";
        assertThat(edited(
                        before,
                        (edit, project) ->
                                edit.remove(project.model().field("version").orElseThrow())))
                .isEqualTo(before.replace("version: '3'\r\n", ""));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '^', textBlock = """
        .\\src:/x    | ./src:/x      | ./src:/x
        '.\\src:/x'  | ./src:/x      | './src:/x'
        ".\\\\s:/x"  | ./s:/x        | "./s:/x"
        a            | b # c         | "b # c"
        a            | say "x"       | "say \\"x\\""
        """)
    void replacesScalarsInTheirOwnStyle(String written, String text, String after) {
        String before = "services:\n  app:\n    image: " + written.replace("\\\\", "\\\\") + " # why\n";
        assertThat(edited(
                        before,
                        (edit, project) ->
                                edit.replace(app(project).scalar("image").orElseThrow(), text)))
                .isEqualTo("services:\n  app:\n    image: " + after + " # why\n");
    }

    @Test
    void changesSeveralPlacesAtOnce() {
        String before = "services:\n  app:\n    ports:\n      - 22:22 # ssh\n      - 80:80\n";
        String after = edited(before, (edit, project) -> {
            Sequence ports = (Sequence) app(project).get("ports").orElseThrow();
            ComposeEdit more = edit.quote((Scalar) ports.items().get(1));
            return more.quote((Scalar) ports.items().get(0));
        });
        assertThat(after).isEqualTo("services:\n  app:\n    ports:\n      - \"22:22\" # ssh\n      - \"80:80\"\n");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', ignoreLeadingAndTrailingWhitespace = false, textBlock = """
        services:~  app:~    image: x~|services:~  app:~    image: x~    environment:~      A: "1"~
        services:~    app:~        image: x~        user: y # z~networks: {}~|services:~    app:~        image: x~        user: y # z~        environment:~            A: "1"~networks: {}~
        services:~  app:~    image: x|services:~  app:~    image: x~    environment:~      A: "1"
        services:~  app:~    command: {DOLLAR}~      a~      b~  db: {}~|services:~  app:~    command: {DOLLAR}~      a~      b~    environment:~      A: "1"~  db: {}~
        """)
    void appendsBelowAMappingAsTheFileIndents(String before, String after) {
        for (String end : new String[] {"\n", "\r\n"}) {
            String text = before.replace("{DOLLAR}", "|").replace("~", end);
            assertThat(edited(text, (edit, project) -> edit.append(app(project), "environment:", "  A: \"1\"")))
                    .isEqualTo(after.replace("{DOLLAR}", "|").replace("~", end));
        }
    }

    @Test
    void appendsItemsAsTheListIndents() {
        String before = "services:\n  app:\n    environment:\n    - A=1 # one\n    image: x\n";
        assertThat(edited(
                        before,
                        (edit, project) -> edit.append(
                                (Sequence) app(project).get("environment").orElseThrow(), "B=2")))
                .isEqualTo("services:\n  app:\n    environment:\n    - A=1 # one\n    - B=2\n    image: x\n");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{version: '3', services: {app: {image: x}}}",
                "services: {app: {image: x}, version: 3}\nversion: &v\n"
            })
    void refusesWhatItCannotDoCleanly(String text) {
        assertThat(edit(text, (edit, project) -> edit.append(app(project), "a: b")))
                .isInstanceOf(EditResult.Refused.class);
    }

    @Test
    void refusesPlacesOfOtherFilesAndOtherEncodings() {
        ComposeProject project =
                Tree.of("a.yaml", "services: {app: {image: x}}").load();
        Scalar image = app(project).scalar("image").orElseThrow();
        assertThat(ComposeEdit.of("b.yaml", "a: b".getBytes(StandardCharsets.UTF_8))
                        .replace(image, "y")
                        .result())
                .isInstanceOf(EditResult.Refused.class);
        assertThat(ComposeEdit.of("a.yaml", "\uFEFFa: b".getBytes(StandardCharsets.UTF_16LE))
                        .result())
                .isInstanceOf(EditResult.Refused.class);
    }

    @Test
    void doesTheSameChangeOnceAndRefusesAnotherOfTheSameBytes() {
        String before = "services:\n  app:\n    image: x\n";
        assertThat(edited(before, (edit, project) -> {
                    Scalar image = app(project).scalar("image").orElseThrow();
                    return edit.replace(image, "y").replace(image, "y");
                }))
                .isEqualTo("services:\n  app:\n    image: y\n");
        assertThat(edit(before, (edit, project) -> {
                    Scalar image = app(project).scalar("image").orElseThrow();
                    return edit.replace(image, "y").replace(image, "z");
                }))
                .isInstanceOf(EditResult.Refused.class);
    }
}
