package io.devdoctor.fix;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What git may be given: a folder, a word of the table, a plain path.
class GitToolTest {
    private static final String FOLDER = "C:\\src\\shop";

    @Test
    void theLineRunsNothingThatTheRepositoryNames() {
        assertThat(Tool.GIT_MODE.commandLine(List.of(FOLDER, "--chmod=+x", "docker/entry point.sh")))
                .containsExactly(
                        "git.exe",
                        "-C",
                        FOLDER,
                        "-c",
                        "core.hooksPath=/dev/null",
                        "-c",
                        "core.fsmonitor=false",
                        "update-index",
                        "--chmod=+x",
                        "--",
                        "docker/entry point.sh");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a.sh", "docker/entrypoint.sh", "a b/c+d@e.sh", "中文/启动.sh", ".hidden/x", "a..b"})
    void plainPathsAreAdmitted(String path) {
        assertThat(Tool.Grammar.TRACKED_PATH.admits(path)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "", "/etc/passwd", "../x", "a/../b", "a/..", "./a", "a/./b", "-x", "--chmod=-x", "a\\b", "a;b", "a\nb",
                "a\"b", "a'b", "a$b", "a`b", "a|b", "a&b", "a*b", "a//b", "a/", ":(glob)x", "C:x", "a%b"
            })
    void everythingElseIsNot(String path) {
        assertThat(Tool.Grammar.TRACKED_PATH.admits(path)).isFalse();
        assertThatThrownBy(() -> Tool.GIT_MODE.commandLine(List.of(FOLDER, "--chmod=+x", path)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"src", "C:", "C:\\src\\..\\x\"", "\\\\server\\share", "--git-dir=x", "C:\\a\nb", "/a;b"})
    void foldersAreAbsoluteAndPlain(String folder) {
        assertThat(Tool.Grammar.FOLDER.admits(folder)).isFalse();
    }

    @Test
    void noNameSmugglesAnything() {
        Random random = new Random(11);
        String alphabet = "ab./-\\ \"'$`;&|<>*?:\n\r\t\0%^!(){}[]=~#@+中";
        for (int i = 0; i < 20_000; i++) {
            StringBuilder name = new StringBuilder();
            for (int j = 1 + random.nextInt(8); j > 0; j--) {
                name.append(alphabet.charAt(random.nextInt(alphabet.length())));
            }
            String path = name.toString();
            if (!Tool.Grammar.TRACKED_PATH.admits(path)) continue;
            assertThat(path).doesNotStartWith("-").doesNotStartWith("/").doesNotContain("\"", "\\", "\n", "\0", "//");
            assertThat(List.of(path.split("/"))).doesNotContain("..", ".");
        }
    }
}
