package io.devdoctor.format.ignore;

import static org.assertj.core.api.Assertions.assertThat;

import io.devdoctor.format.EditResult;
import io.devdoctor.format.ignore.GitAttributes.LineEnds;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What `git check-ignore` and `git check-attr` answer for the same files (git 2.39).
class GitRulesTest {
    @ParameterizedTest(name = "{0}: {2}")
    @CsvSource({
        "node_modules, true, true",
        "web/node_modules, true, true",
        "web/node_modules/x/y.js, false, true",
        "build, true, true",
        "web/build, true, false",
        "build, false, false",
        "a.log, false, true",
        "keep/a.log, false, false",
        "logs/keep.log, false, false",
        ".env, false, true",
        "web/only, false, true",
        "only, false, false",
        "Main.go, false, false"
    })
    void leavesAloneWhatGitLeavesAlone(String path, boolean folder, boolean expected) {
        GitIgnore rules = GitIgnore.NONE
                .with("", bytes("\uFEFFnode_modules/\r\n/build/\n*.log\n!logs/keep.log\n.env\n# only\n"))
                .with("keep", bytes("!*.log\n"))
                .with("web", bytes("only\n"));
        assertThat(rules.ignores(path, folder)).isEqualTo(expected);
    }

    @ParameterizedTest(name = "{0}: text {1}, eol {2}")
    @CsvSource(
            nullValues = "-",
            value = {
                "a.sh, set, lf",
                "web/a.sh, set, lf",
                "a.bat, set, crlf",
                "a.png, unset, ''",
                "a.go, auto, ''",
                "web/a.go, auto, lf",
                "vendor/a.sh, unset, ''",
                "docker/entry point, auto, lf",
                "hooks/pre, auto, lf",
                "old.txt, set, lf",
                "free.md, '', ''"
            })
    void knowsTheLineEndsOfEachFile(String path, String text, String eol) {
        GitAttributes rules =
                GitAttributes.NONE.with("web", bytes("*.go eol=lf\n")).with("", bytes("""
                    [attr]script text eol=lf
                    * text=auto
                    *.md !text
                    *.sh script
                    *.bat text eol=crlf
                    *.png binary
                    vendor/** -text
                    "docker/entry point" eol=lf
                    /hooks/* eol=lf
                    old.txt !text crlf=input
                    """));
        LineEnds ends = rules.lineEnds(path);
        assertThat(ends.text()).isEqualTo(text);
        assertThat(ends.eol()).isEqualTo(eol);
    }

    @Test
    void namesTheLineThatDecides() {
        GitAttributes rules = GitAttributes.NONE.with("", bytes("* text=auto\n*.sh text eol=lf\n"));
        assertThat(rules.lineEnds("a.sh").line().map(AttributeLine::number)).contains(2);
        assertThat(rules.lineEnds("a.sh").keepsLf()).isTrue();
        assertThat(rules.lineEnds("a").isUndecided()).isTrue();
        assertThat(GitAttributes.NONE.lineEnds("a").line()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"docker/entrypoint", "a b/[x]*.sh", "a\"b", "#x"})
    void writesALineForOneFile(String path) {
        GitAttributes rules = GitAttributes.NONE.with("", bytes(AttributeLine.of(path, "text eol=lf") + "\n"));
        assertThat(rules.lineEnds(path).eol()).isEqualTo("lf");
        assertThat(rules.lineEnds("other/" + path).eol()).isEmpty();
    }

    @Test
    void extendsAFileAsItIsWritten() {
        assertThat(AddedLines.to(new byte[0], List.of("*.sh text eol=lf")).bytes())
                .asString(StandardCharsets.UTF_8)
                .isEqualTo("*.sh text eol=lf\n");
        assertThat(AddedLines.to(bytes("* text=auto\r\n"), List.of("a", "b")).bytes())
                .asString(StandardCharsets.UTF_8)
                .isEqualTo("* text=auto\r\na\r\nb\r\n");
        assertThat(AddedLines.to("\uFEFF* text\n".getBytes(StandardCharsets.UTF_16LE), List.of("a")))
                .isInstanceOf(EditResult.Refused.class);
    }

    /// Without a limit neither would come to an end.
    @Test
    void patternsFullOfStarsArePassedOver() {
        String stars = "*a".repeat(20) + "b";
        String folders = "**/a/".repeat(20) + "b";
        String lines = stars + "\n" + folders + "\n*.log\n";
        GitIgnore ignore = GitIgnore.NONE.with("", bytes(lines));
        assertThat(ignore.ignores("a".repeat(60), false)).isFalse();
        assertThat(ignore.ignores("a/".repeat(60) + "c", false)).isFalse();
        assertThat(ignore.ignores("**/x.log", false)).isTrue();
        GitAttributes rules = GitAttributes.NONE.with("", bytes(lines.replace("\n", " text\n")));
        assertThat(rules.lineEnds("a".repeat(60)).text()).isEmpty();
        assertThat(rules.lineEnds("a/".repeat(60) + "c").text()).isEmpty();
        assertThat(rules.lineEnds("x.log").text()).isEqualTo("set");
    }

    /// Written out, the names of these groups would be 200^4 and more.
    @Test
    void groupsOfGroupsAreAskedOnce() {
        StringBuilder lines = new StringBuilder("[attr]g0 eol=lf\n");
        for (int i = 1; i < 6; i++) lines.append("[attr]g" + i + (" g" + (i - 1)).repeat(200) + "\n");
        lines.append("*.sh g5\n*.txt g4\n");
        GitAttributes rules = GitAttributes.NONE.with("", bytes(lines.toString()));
        assertThat(rules.lineEnds("a.sh").eol()).isEqualTo("lf");
        assertThat(rules.lineEnds("a.txt").eol()).isEqualTo("lf");
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
