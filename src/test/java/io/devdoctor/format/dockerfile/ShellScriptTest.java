package io.devdoctor.format.dockerfile;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ShellScriptTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '@',
            quoteCharacter = '~',
            value = {
                "apk add --no-cache a b@apk add --no-cache a b",
                "a && b || c; d | e & f@a/b/c/d/e/f",
                "CGO_ENABLED=0 GOOS=linux go build -o /app ./cmd@go build -o /app ./cmd",
                "exec ./server@./server",
                "sudo -u app env A=1 ./server -v@./server -v",
                "if [ -f x ]; then a; else b; fi; c@[ -f x ]/a/b/c",
                "for i in 1 2; do a $i; done@a $i",
                "case $x in a) b;; *) c;; esac; d@b/c/d",
                "(cd /x && make) > log@cd /x/make/",
                "f() { a; }; f@a/f",
                "echo 'a; b' \"c && $D\" e\\ f@echo a; b c && $D e f",
                "a # b; c@a",
                "echo a#b@echo a#b",
                "x=$(a; b) c `d e`@c `d e`",
                "sh -c 'a && b'@sh -c a && b/a/b",
                "cat <<E > f\\nx; y\\nE\\nz@cat/z",
                "a 2>&1 | tee log@a/tee log",
                "! a@a",
                "{ a; b; } && c@a/b/c",
                "a \\\\n  b@a b",
                "while read x; do y; done < f; z@read x/y//z"
            })
    void findsSimpleCommands(String script, String expected) {
        String text = script.replace("\\\\n", "\\\n").replace("\\n", "\n");
        assertThat(words(ShellScript.commands(text))).isEqualTo(expected);
    }

    @Test
    void tellsWhatIsKnownOfAWord() {
        ShellCommand build = one("CGO_ENABLED=0 go build -ldflags=\"-s -w\" -o \"$OUT\" ./...");
        assertThat(build.is("go", "build")).isTrue();
        assertThat(build.assigned("CGO_ENABLED").map(ShellWord::text)).contains("0");
        assertThat(build.option("-ldflags").map(ShellWord::text)).contains("-s -w");
        assertThat(build.option("-o").map(ShellWord::isStatic)).contains(false);
        assertThat(one("rm -rf /var/*").words().getLast().isStatic()).isFalse();
        assertThat(one("$X y").program()).isEmpty();
        assertThat(one("/usr/bin/apk --no-cache add x").is("apk", "add")).isTrue();
    }

    @Test
    void tellsWhatMayFail() {
        List<ShellCommand> commands = ShellScript.commands("a || true; b && c; d");
        assertThat(commands.stream().map(ShellCommand::tolerated)).containsExactly(true, true, true, true, false);
        assertThat(commands.get(1).conditional()).isTrue();
        assertThat(ShellScript.commands("set -ex; a; b").get(1).tolerated()).isFalse();
        assertThat(ShellScript.commands("a & b").getFirst().background()).isTrue();
        assertThat(ShellScript.commands("exec a").getFirst().prefixes()).containsExactly("exec");
        assertThat(ShellScript.commands("a >log 2>&1").getFirst().redirects()).hasSize(2);
    }

    @Test
    void knowsTheLineOfEachCommand() {
        Dockerfile file = DockerfileTest.parse("FROM a\nRUN apk add b \\\n # note\n && chown c /d\nRUN <<E\nx\ny\nE\n");
        List<Instruction.Run> runs =
                file.stages().getFirst().all(Instruction.Run.class).toList();
        ShellCommand chown = runs.getFirst().programs().get(1);
        assertThat(chown.line()).isEqualTo(4);
        assertThat(DockerfileTest.text(file, chown.span())).isEqualTo("chown c /d");
        ShellCommand second = runs.get(1).programs().get(1);
        assertThat(second.line()).isEqualTo(7);
        assertThat(DockerfileTest.text(file, second.span())).isEqualTo("y");
    }

    @Test
    void readsTheExecForm() {
        Dockerfile file = DockerfileTest.parse("FROM a\nCMD [\"sh\", \"-c\", \"a; exec b\"]\n");
        List<ShellCommand> programs =
                DockerfileTest.only(file, Instruction.Cmd.class).command().programs();
        assertThat(programs.stream().map(ShellCommand::program)).containsExactly("sh", "a", "b");
        assertThat(programs.getLast().prefixes()).containsExactly("sh", "exec");
    }

    private static ShellCommand one(String script) {
        return ShellScript.commands(script).getFirst();
    }

    private static String words(List<ShellCommand> commands) {
        return commands.stream()
                .map(command -> command.words().stream().map(ShellWord::text).collect(Collectors.joining(" ")))
                .collect(Collectors.joining("/"));
    }
}
