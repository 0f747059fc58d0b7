package io.devdoctor.format.dockerfile;

import static org.assertj.core.api.Assertions.assertThat;

import io.devdoctor.format.EditResult;
import io.devdoctor.format.EditResult.Reason;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DockerfileEditTest {
    private static final String TEXT =
            "\uFEFF# one\r\nFROM a\r\n# two\r\n  RUN b \\\r\n   c\r\n\r\nCOPY --chown=x d /e";

    private final Dockerfile file = DockerfileTest.parse(TEXT);

    @Test
    void changesItsOwnBytesAlone() {
        Instruction run = DockerfileTest.only(file, Instruction.Run.class);
        Instruction.Copy copy = DockerfileTest.only(file, Instruction.Copy.class);
        byte[] edited = file.edit()
                .insertAfter(copy, "CMD [\"x\"]")
                .insertBefore(run, "ARG V", "ENV W=1")
                .replace(copy.sources().getFirst().span(), "dd")
                .removeWord(copy.flag("chown").orElseThrow().span())
                .replace(run, "RUN z")
                .result()
                .bytes();
        assertThat(new String(edited, StandardCharsets.UTF_8))
                .isEqualTo("\uFEFF# one\r\nFROM a\r\n# two\r\nARG V\r\nENV W=1\r\n  RUN z\r\n\r\nCOPY dd /e\r\n"
                        + "CMD [\"x\"]");
    }

    @Test
    void removesWholeLines() {
        byte[] edited = file.edit()
                .remove(DockerfileTest.only(file, Instruction.Run.class))
                .result()
                .bytes();
        assertThat(new String(edited, StandardCharsets.UTF_8))
                .isEqualTo("\uFEFF# one\r\nFROM a\r\n# two\r\n\r\nCOPY --chown=x d /e");
    }

    @Test
    void refusesWhatCannotBeDoneSafely() {
        Instruction run = DockerfileTest.only(file, Instruction.Run.class);
        assertThat(file.edit().remove(run).replace(run, "x").result())
                .isInstanceOfSatisfying(
                        EditResult.Refused.class,
                        refused -> assertThat(refused.reason()).isEqualTo(Reason.AMBIGUOUS));
        Dockerfile gbk = Dockerfile.parse("FROM a\n# \u4E2D\n".getBytes(java.nio.charset.Charset.forName("GBK")));
        assertThat(gbk.edit().remove(gbk.instructions().getFirst()).result())
                .isInstanceOfSatisfying(
                        EditResult.Refused.class,
                        refused -> assertThat(refused.reason()).isEqualTo(Reason.ENCODING));
        assertThat(file.edit().result()).isInstanceOf(EditResult.Refused.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"FROM a\nRUN b \\", "FROM a\nRUN b \\\n", "FROM a\nRUN b \\\n\n# c\n", "FROM a\nRUN b && \\\r\n"
            })
    void refusesToAddToWhatWouldSwallowIt(String text) {
        Dockerfile open = DockerfileTest.parse(text);
        assertThat(open.edit()
                        .insertAfter(open.instructions().getLast(), "USER x")
                        .result())
                .isInstanceOfSatisfying(
                        EditResult.Refused.class,
                        refused -> assertThat(refused.reason()).isEqualTo(Reason.NO_EFFECT));
        assertThat(open.edit()
                        .insertAfter(open.instructions().getFirst(), "USER x")
                        .result())
                .isInstanceOf(EditResult.Edited.class);
    }
}
