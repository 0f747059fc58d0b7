package io.devdoctor.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Git's configuration is read as Git reads it, and edited without touching anything else.
class GitConfigTest {
    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static String edited(EditResult result) {
        return new String(result.bytes(), StandardCharsets.UTF_8);
    }

    private static String value(String text, String name) {
        return GitConfig.parse(bytes(text)).entry(name).orElseThrow().value();
    }

    @Test
    void quotesEscapesCommentsAndContinuedLines() {
        String text = "\uFEFF; hi\r\n[A \"x\\\"Y\"] k=1 # one\r\n  Long = a\\\r\n  b \" c;d \" # end\r\n[a.B]z\n";
        assertThat(value(text, "a.x\"Y.k")).isEqualTo("1");
        assertThat(value(text, "a.x\"Y.long")).isEqualTo("a  b  c;d ");
        assertThat(value(text, "a.b.z")).isEqualTo("true");
        assertThat(GitConfig.parse(bytes(text)).badLine()).isZero();
    }

    @ParameterizedTest
    @CsvSource({"'[core', 1", "'[core]\n\t=x', 2", "'[core]\nk = \"open\n', 2", "'k = 1', 1", "'[core]\nk = \\q\n', 2"})
    void whatGitRefusesHasALine(String text, int line) {
        assertThat(GitConfig.parse(bytes(text)).badLine()).isEqualTo(line);
        assertThat(GitConfig.set(bytes(text), "core", "autocrlf", "input")).isInstanceOf(EditResult.Refused.class);
    }

    @Test
    void setsWhereTheKeyStands() {
        assertThat(edited(GitConfig.set(bytes("[core]\r\n  autocrlf = true ; 说明\r\n"), "core", "autocrlf", "input")))
                .isEqualTo("[core]\r\n  autocrlf = input ; 说明\r\n");
        assertThat(edited(GitConfig.set(bytes("[core] autocrlf\n"), "core", "autocrlf", "input")))
                .isEqualTo("[core] autocrlf = input\n");
        assertThat(edited(GitConfig.set(bytes("[core]\n\ta = 1\n[b]\n\tc = 2"), "core", "autocrlf", "input")))
                .isEqualTo("[core]\n\ta = 1\n\tautocrlf = input\n[b]\n\tc = 2");
        assertThat(edited(GitConfig.set(bytes(""), "core", "autocrlf", "input")))
                .isEqualTo("[core]\n\tautocrlf = input\n");
    }

    @Test
    void removesLinesThatHoldNothingElse() {
        String text = "[http]\n\tproxy = http://a:1\n\tsslVerify = true\n[http] proxy=b # other\n";
        assertThat(edited(GitConfig.remove(bytes(text), "http.proxy")))
                .isEqualTo("[http]\n\tsslVerify = true\n[http]  # other\n");
        assertThat(GitConfig.remove(bytes(text), "https.proxy")).isInstanceOf(EditResult.Refused.class);
    }

    @Test
    void garbageEndsAndEditsStayReadable() {
        Random random = new Random(7);
        String alphabet = "[]\"\\=#; \t\r\nabC.-\u00e9";
        for (int run = 0; run < 5000; run++) {
            StringBuilder text = new StringBuilder("[core]\n");
            for (int i = random.nextInt(40); i > 0; i--)
                text.append(alphabet.charAt(random.nextInt(alphabet.length())));
            byte[] before = bytes(text.toString());
            if (GitConfig.set(before, "core", "autocrlf", "input") instanceof EditResult.Edited(byte[] after)) {
                assertThat(GitConfig.parse(after)
                                .entry("core.autocrlf")
                                .orElseThrow()
                                .value())
                        .isEqualTo("input");
                assertThat(GitConfig.parse(after).entries())
                        .hasSizeGreaterThanOrEqualTo(
                                GitConfig.parse(before).entries().size());
            }
        }
    }

    @Test
    void addsOneMoreValueOfAKey() {
        String before = "[user]\r\n\tname = Alex\r\n[safe]\r\n\tdirectory = /a";
        byte[] after = GitConfig.add(
                        before.getBytes(StandardCharsets.UTF_8),
                        "safe",
                        "directory",
                        "%(prefix)///wsl.localhost/U/中文 \"x\\")
                .bytes();
        assertThat(new String(after, StandardCharsets.UTF_8))
                .isEqualTo(before + "\r\n[safe]\r\n\tdirectory = \"%(prefix)///wsl.localhost/U/中文 \\\"x\\\\\"\r\n");
        assertThat(GitConfig.parse(after).entries())
                .filteredOn(entry -> entry.name().equals("safe.directory"))
                .extracting(GitConfig.Entry::value)
                .containsExactly("/a", "%(prefix)///wsl.localhost/U/中文 \"x\\");
        assertThat(GitConfig.add(new byte[0], "safe", "directory", "a\nb")).isInstanceOf(EditResult.Refused.class);
        assertThat(GitConfig.add("[broken".getBytes(StandardCharsets.UTF_8), "safe", "directory", "a"))
                .isInstanceOf(EditResult.Refused.class);
    }
}
