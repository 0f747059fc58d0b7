package io.devdoctor.format.dockerfile;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Files nobody would write: reading never fails and printing gives the same bytes.
class DockerfileGeneratedTest {
    private static final String[] PIECES = {
        "FROM ",
        "alpine",
        "golang:1.25",
        " AS ",
        "build",
        "\n",
        "\r\n",
        "\r",
        "\\\n",
        "\\ \n",
        "`\n",
        "RUN ",
        "COPY ",
        "ADD ",
        "ENV ",
        "ARG ",
        "LABEL ",
        "CMD ",
        "ENTRYPOINT ",
        "HEALTHCHECK ",
        "ONBUILD ",
        "SHELL ",
        "EXPOSE ",
        "VOLUME ",
        "USER ",
        "WORKDIR ",
        "--from=",
        "--mount=type=cache,target=/x ",
        "--chown=a:b ",
        "[\"a\", \"b\"]",
        "['a']",
        "[",
        "]",
        "{",
        "}",
        "${A:-",
        "${",
        "$A",
        "$(",
        ")",
        "`",
        "'",
        "\"",
        "\\",
        "#",
        "# escape=`\n",
        "<<EOF",
        "<<-\"E\"",
        "EOF\n",
        "E\n",
        " ",
        "\t",
        "=",
        "&&",
        "||",
        ";",
        "|",
        "&",
        ">",
        "<",
        "if ",
        "then ",
        "fi ",
        "for x in ",
        "do ",
        "done ",
        "case x in ",
        "esac ",
        "( ",
        "\u0000",
        "\u00A0",
        "\u3000",
        "\u4E2D",
        "\uD83D\uDC33",
        "\uFEFF",
        "CMD",
        "none",
        "x=1 ",
        "sh -c '",
        "80/tcp "
    };

    static IntStream seeds() {
        return IntStream.range(0, 400);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void printsWhatItRead(int seed) {
        Random random = new Random(seed);
        StringBuilder text = new StringBuilder(seed % 3 == 0 ? "FROM a\n" : "");
        int pieces = random.nextInt(200);
        for (int i = 0; i < pieces; i++) text.append(PIECES[random.nextInt(PIECES.length)]);
        reads(text.toString().getBytes(StandardCharsets.UTF_8));
        reads(text.toString().getBytes(StandardCharsets.UTF_16LE));
        byte[] garbage = new byte[random.nextInt(2000)];
        random.nextBytes(garbage);
        reads(garbage);
    }

    @Test
    void readsLongAndDeepThings() {
        reads(("FROM a\nRUN " + "x".repeat(1 << 20)).getBytes(StandardCharsets.UTF_8));
        reads(("FROM a\nRUN " + ("y".repeat(60000) + "\\\n").repeat(40)).getBytes(StandardCharsets.UTF_8));
        reads(("FROM a\nCMD " + "[".repeat(60000)).getBytes(StandardCharsets.UTF_8));
        reads(("FROM a\nWORKDIR " + "${a:-".repeat(12000)).getBytes(StandardCharsets.UTF_8));
        reads(("FROM a\nRUN " + "$(".repeat(30000) + "<<E").getBytes(StandardCharsets.UTF_8));
        reads(("FROM a\nRUN " + "sh -c \"".repeat(8000)).getBytes(StandardCharsets.UTF_8));
        reads("FROM a AS b\n".repeat(20000).getBytes(StandardCharsets.UTF_8));
        reads(new byte[1 << 20]);
        reads(("FROM a\nRUN " + ("a || b && c; d | e & ".repeat(3000) + "\\\n").repeat(8))
                .getBytes(StandardCharsets.UTF_8));
        reads(("FROM a\nRUN " + ("a||".repeat(20000) + "\\\n").repeat(10)).getBytes(StandardCharsets.UTF_8));
        reads(("# a = x" + " ".repeat(60000) + "y\nFROM a\n").getBytes(StandardCharsets.UTF_8));
        reads(("FROM a\nENV A=${B}" + "x".repeat(60000)).getBytes(StandardCharsets.UTF_8));
    }

    private static void reads(byte[] bytes) {
        Dockerfile file = Dockerfile.parse(bytes);
        assertThat(file.print()).isEqualTo(bytes);
        int size = bytes.length - (file.marked() ? 3 : 0);
        int done = 0;
        for (Instruction instruction : file.instructions()) {
            assertThat(instruction.span().start()).isGreaterThanOrEqualTo(done);
            done = instruction.span().end();
            spansHoldWhatTheySay(file, instruction, bytes);
            assertThat(instruction.span().end()).isLessThanOrEqualTo(size);
            assertThat(instruction.line()).isPositive().isLessThanOrEqualTo(instruction.endLine());
            if (instruction instanceof Instruction.Run run) {
                run.programs()
                        .forEach(command -> assertThat(command.span().end())
                                .as(command.toString())
                                .isLessThanOrEqualTo(size));
            }
        }
    }

    private static void spansHoldWhatTheySay(Dockerfile file, Instruction instruction, byte[] bytes) {
        int mark = file.marked() ? 3 : 0;
        String keyword = instruction.head().keyword();
        String written = new String(
                bytes, mark + instruction.span().start(), instruction.span().length(), StandardCharsets.UTF_8);
        // Where the keyword itself goes over a continued line, its bytes are not together.
        int continued = written.indexOf(file.escape());
        boolean decodes = keyword.indexOf('\uFFFD') < 0;
        if (decodes && (continued < 0 || continued > keyword.length()))
            assertThat(written).startsWith(keyword);
        for (Flag flag : instruction.head().flags()) {
            assertThat(instruction.span().start()).isLessThan(flag.span().start());
            assertThat(flag.span().end()).isLessThanOrEqualTo(instruction.span().end());
            assertThat((char) bytes[mark + flag.span().start()]).isEqualTo('-');
        }
        for (Word word : Expandable.words(instruction)) {
            assertThat(word.span().end()).isLessThanOrEqualTo(instruction.span().end());
        }
        if (instruction instanceof Instruction.Expose expose) {
            for (Word port : expose.ports()) {
                String text = new String(
                        bytes, mark + port.span().start(), port.span().length(), StandardCharsets.UTF_8);
                boolean plain = text.lines().count() <= 1 && text.chars().allMatch(c -> c >= ' ' && c < 127);
                if (plain) assertThat(text).isEqualTo(port.text());
            }
        }
    }
}
