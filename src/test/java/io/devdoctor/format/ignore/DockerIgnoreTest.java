package io.devdoctor.format.ignore;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DockerIgnoreTest {
    @ParameterizedTest(name = "{0} of {1}: {2}")
    @CsvSource(delimiter = ' ', quoteCharacter = '"', textBlock = """
        ** file true
        ** dir/file true
        **/ dir/file true
        **/** dir/file true
        dir/** dir/file true
        dir/** dir/deep/file true
        dir/** dir false
        **/dir dir true
        **/dir dir/file true
        **/dir2/* dir/dir2/file true
        **/dir2/** dir/dir2/dir3/file true
        **file dir/file true
        **file dir/profile true
        **/file dir/profile false
        **file* dir/profile false
        **/file*.txt* dir/dir/file.txt true
        **/**/*.txt file.txt true
        **/**/*.txt2 dir/dir/file.txt false
        a**/*.txt a/dir/dir/file.txt true
        a/*.txt a/dir/file.txt false
        a/*.txt** a/file.txt true
        a[b-d]e ace true
        a[b-d]e aae false
        a[^b-d]e aze true
        .* .foo true
        .* foo false
        abc.def abcZdef false
        abc?def abcZdef true
        a?b a/b false
        a*b a/b false
        **/.foo bar.foo false
        a(b)c/def a(b)c/def true
        a.|)$(}+{bc a.|)$(}+{bc true
        a\\*b a*b true
        a\\*b axb false
        [\\]a] ] true
        [x\\-] - true
        ab[&&c] abc true
        ?[一-丰] 😀丢 true
        a[^x]b a/b true
        node_modules web/node_modules/x.js false
        node_modules node_modules/x.js true
        /bin bin/server true
        ./bin/ bin/server true
        bin//out bin/out/a true
        ../x x false
        . x false
        BIN bin/a false
        """)
    void matchesAsMobyDoes(String pattern, String path, boolean expected) {
        assertThat(parse(pattern).ignores(path)).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"[", "[^", "[^bc", "a[", "[]a]", "[-]", "[x-]", "[-x]", "[a-b-c]", "[z-a]", "!", "! ", "a\\"})
    void refusesWhatGoRefuses(String pattern) {
        DockerIgnore file = parse("# x\n\n" + pattern + "\nok\n");
        assertThat(file.refused().map(IgnorePattern::line)).contains(3);
        assertThat(file.patterns()).extracting(IgnorePattern::line).containsExactly(4);
    }

    /// Trying one way after the other would not come to an end.
    @Test
    void manyStarsTakeNoTime() {
        assertThat(parse("*a".repeat(20) + "b").ignores("a".repeat(60))).isFalse();
        assertThat(parse("*a".repeat(20) + "b").ignores("a".repeat(60) + "b")).isTrue();
        assertThat(parse("**/a/".repeat(20) + "b").ignores("a/".repeat(60) + "c"))
                .isFalse();
        assertThat(parse("**/a/".repeat(20) + "b").ignores("a/".repeat(60) + "b"))
                .isTrue();
    }

    @Test
    void theLastMatchWins() {
        assertThat(parse("docs\n!docs/README.md").ignores("docs/README.md")).isFalse();
        assertThat(parse("!docs/README.md\ndocs").ignores("docs/README.md")).isTrue();
        assertThat(parse("**\n!util/web\nutil/web/foo").ignores("util/web/foo")).isTrue();
        assertThat(parse("**\n!util/web").ignores("util/web/foo")).isFalse();
        // The client never asks about the folder again, so its content stays out.
        assertThat(parse("a/b\n!a").ignores("a/b")).isTrue();
    }

    @Test
    void commentsStandInTheFirstColumnAndBlanksAreTrimmed() {
        DockerIgnore file = parse("\uFEFF# first\r\n  bin  \r\n #x\r\n\t! bin/keep\r\n");
        assertThat(file.patterns())
                .extracting(IgnorePattern::cleaned, IgnorePattern::inverted, IgnorePattern::line)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("bin", false, 2),
                        org.assertj.core.groups.Tuple.tuple("#x", false, 3),
                        org.assertj.core.groups.Tuple.tuple("bin/keep", true, 4));
        assertThat(file.ignores("bin/x")).isTrue();
        assertThat(file.ignores("bin/keep")).isFalse();
    }

    @Test
    void blanksAreThoseOfGo() {
        DockerIgnore file =
                parse("\u00A0bin\u3000\n!\u3000 \u00A0keep\u2003\t\n\u0001x\u0001\n\u0085é中\u0085\n\u200By\n");
        assertThat(file.patterns())
                .extracting(IgnorePattern::written)
                .containsExactly("bin", "keep", "\u0001x\u0001", "é中", "\u200By");
        assertThat(file.patterns().getFirst().span().start()).isEqualTo(2);
        assertThat(file.patterns().getFirst().span().end()).isEqualTo(5);
    }

    @Test
    void knowsWhatIsNoUtf8() {
        assertThat(DockerIgnore.parse("\uFEFFnode_modules\n".getBytes(StandardCharsets.UTF_16LE))
                        .readable())
                .isFalse();
        assertThat(parse("node_modules").readable()).isTrue();
    }

    @Test
    void theFileOfTheDockerfileWins() {
        Set<String> both = Set.of(".dockerignore", "docker/Dockerfile.dockerignore");
        assertThat(DockerIgnore.chosen("docker/Dockerfile", "", both::contains))
                .contains("docker/Dockerfile.dockerignore");
        assertThat(DockerIgnore.chosen("Dockerfile", "", both::contains)).contains(".dockerignore");
        assertThat(DockerIgnore.chosen("Dockerfile", "web", both::contains)).isEmpty();
    }

    @Test
    void editsTouchOnePattern() {
        byte[] before = "\uFEFF# a\r\n node_modules \r\n!keep\r\nbin".getBytes(StandardCharsets.UTF_8);
        List<IgnorePattern> patterns = DockerIgnore.parse(before).patterns();
        assertThat(DockerIgnore.replace(before, patterns.get(0), "**/node_modules")
                        .bytes())
                .asString(StandardCharsets.UTF_8)
                .isEqualTo("\uFEFF# a\r\n **/node_modules \r\n!keep\r\nbin");
        assertThat(DockerIgnore.remove(before, List.of(patterns.get(0), patterns.get(2)))
                        .bytes())
                .asString(StandardCharsets.UTF_8)
                .isEqualTo("\uFEFF# a\r\n!keep\r\n");
        assertThat(AddedLines.to(before, List.of("x", "y")).bytes())
                .asString(StandardCharsets.UTF_8)
                .isEqualTo("\uFEFF# a\r\n node_modules \r\n!keep\r\nbin\r\nx\r\ny\r\n");
    }

    @Test
    void noInputBreaksIt() {
        Random random = new Random(5);
        String alphabet = "!*?[]\\/-^.ab#\n\r ";
        for (int i = 0; i < 5000; i++) {
            StringBuilder text = new StringBuilder();
            for (int j = random.nextInt(20); j > 0; j--)
                text.append(alphabet.charAt(random.nextInt(alphabet.length())));
            DockerIgnore file = parse(text.toString());
            boolean ignored = file.ignores("a/b/a.b");
            assertThat(ignored && file.patterns().isEmpty()).isFalse();
            assertThat(file.patterns())
                    .allMatch(each -> text.substring(
                                    each.span().start(), each.span().end())
                            .equals(each.written()));
        }
    }

    private static DockerIgnore parse(String text) {
        return DockerIgnore.parse(text.getBytes(StandardCharsets.UTF_8));
    }
}
