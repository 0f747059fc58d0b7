package io.devdoctor.format;

import static io.devdoctor.format.Fixture.utf8;
import static org.assertj.core.api.Assertions.assertThat;

import io.devdoctor.format.WslConfigProblem.Kind;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class WslConfigTest {
    static Stream<Arguments> values() {
        return Stream.of(
                Arguments.of("[wsl2]\nmemory=4GB \n", "4GB"),
                Arguments.of("[WSL2]\r\n  Memory\t=\t4GB  # half\r\n", "4GB"),
                Arguments.of("[wsl2] # c\nmemory=\"4GB\"", "4GB"),
                Arguments.of("[wsl2]\nmemory=\" 4 # 5 \"", " 4 # 5 "),
                Arguments.of("[wsl2]\nmemory=a b", "a b"),
                Arguments.of("[wsl2]\nmemory=a\\\\b\\\"c", "a\\b\"c"),
                Arguments.of("[wsl2]\nmemory=a\\\n  b", "a  b"),
                Arguments.of("[wsl2]\nmemory=a\\\r\nb\r\n", "ab"),
                Arguments.of("[wsl2]\nmemory=", ""),
                Arguments.of("[wsl2]\nmemory=1GB\nmemory=2GB", "1GB"),
                Arguments.of("[wsl2]\nmemory=bad\nmemory=2GB", "bad"),
                Arguments.of("[wsl2]\nmemory=C:\\x\nmemory=2GB", "2GB"),
                Arguments.of("\uFEFF[wsl2]\nmemory=4GB", "4GB"),
                Arguments.of("[wsl2]\rmemory=4GB\r", "4GB"),
                Arguments.of("[wsl2]\n# 内存\nmemory=4GB", "4GB"),
                Arguments.of("[wsl2]\nmemory=4GB\0tail", "4GB"),
                Arguments.of("[wsl2]\nmemory=4GB\n[general]\n[wsl2]\nswap=0", "4GB"),
                Arguments.of("[wsl2]\n[wsl2 x]\nmemory=4GB", "4GB"),
                Arguments.of("[wsl2]\n[1]\nmemory=4GB", "4GB"));
    }

    @ParameterizedTest
    @MethodSource("values")
    void readsWhatWslReads(String text, String memory) {
        assertThat(WslConfig.parse(utf8(text)).value("wsl2", "memory")).contains(memory);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "memory=4GB",
                "[wsl2\nmemory=4GB",
                "[wsl 2]\nmemory=4GB",
                "[general]\n[wsl2 ]\nmemory=4GB",
                "[wsl2]\n;memory=4GB",
                "[wsl2]\nmemory 4GB",
                "[wsl2]\nmemory=\"4GB",
                "[wsl2]\nmemory=4\\GB",
                "[wsl2]\n\u001Amemory=4GB",
                "[wsl2]\n# x\rmemory=4GB",
                "[wsl2]\nswap=1\\\nmemory=4GB"
            })
    void losesWhatWslLoses(String text) {
        assertThat(WslConfig.parse(utf8(text)).value("wsl2", "memory")).isEmpty();
    }

    static Stream<Arguments> problems() {
        return Stream.of(
                problem("[1wsl]", Kind.INVALID_SECTION_NAME, 1, 2, "1"),
                problem("\n[my-x]", Kind.EXPECTED_BRACKET, 2, 4, "my", "-"),
                problem("[wsl2", Kind.EXPECTED_BRACKET, 1, 6, "wsl2", ""),
                problem("[wsl2] x", Kind.TEXT_AFTER_SECTION, 1, 8, "wsl2", "x"),
                problem("[wsl2]\n_x=1", Kind.INVALID_KEY_NAME, 2, 1, "_"),
                problem("[wsl2]\n内存=1", Kind.INVALID_KEY_NAME, 2, 1, "内"),
                problem("[wsl2]\n ; c", Kind.SEMICOLON_COMMENT, 2, 2),
                problem("[wsl2]\nmy_key=1", Kind.EXPECTED_EQUALS, 2, 3, "my", "_"),
                problem("[wsl2]\nmemory\n", Kind.EXPECTED_EQUALS, 2, 7, "memory", ""),
                problem("[wsl2]\nkernel=\"C", Kind.UNCLOSED_QUOTE, 2, 8, "kernel"),
                problem("[wsl2]\nkernel=C:\\Users\\k", Kind.INVALID_ESCAPE, 2, 10, "kernel", "U"),
                problem("[wsl2]\nkernel=C:\\中", Kind.INVALID_ESCAPE, 2, 10, "kernel", "中"),
                problem("[wsl2]\nkernel=C:\\temp\\new", Kind.ESCAPE_IN_PATH, 2, 8, "kernel", "C:\\temp\\new", "\\t\\n"),
                problem("[wsl2]\nswapFile=D:\\\nmemory=1GB", Kind.SWALLOWED_LINE, 2, 12, "swapFile"),
                problem("[wsl2]\nkernel=D:\\\\工具", Kind.NON_ASCII_VALUE, 2, 8, "kernel", "D:\\\\工具"),
                problem("[wsl2]\n# a\rb", Kind.LONE_RETURN_IN_COMMENT, 2, 4),
                problem(
                        "[wsl2]\nmemory=1GB\nMemory=2GB",
                        Kind.DUPLICATE_KEY,
                        3,
                        1,
                        "wsl2.Memory",
                        "2",
                        "wsl2.memory",
                        "2GB",
                        "1GB"),
                problem(
                        "[experimental]\nfirewall=true\n[wsl2]\nfirewall=false",
                        Kind.DUPLICATE_KEY,
                        4,
                        1,
                        "wsl2.firewall",
                        "2",
                        "experimental.firewall",
                        "false",
                        "true"),
                problem("memory=1GB", Kind.KEY_ABOVE_SECTION, 1, 1, "memory", "wsl2"),
                problem("[wsl2]\n[a b]\nmemory=1GB", Kind.KEY_AFTER_BAD_SECTION, 3, 1, "memory", "2"),
                problem("[wsl]\n", Kind.UNKNOWN_SECTION, 1, 1, "wsl", "wsl2"),
                problem(
                        "[wsl2]\nlocahostForwarding=true",
                        Kind.UNKNOWN_KEY,
                        2,
                        1,
                        "wsl2.locahostForwarding",
                        "wsl2.localhostForwarding"),
                problem("[wsl2]\nzzz=1", Kind.UNKNOWN_KEY, 2, 1, "wsl2.zzz", ""),
                problem("[wsl2]\nsparseVhd=true", Kind.INEFFECTIVE_KEY, 2, 1, "experimental.sparseVhd"),
                problem("[boot]\nsystemd=true", Kind.OTHER_FILE, 2, 1, "boot.systemd", "wsl.conf"),
                problem("[wsl2]\npageReporting=true", Kind.REMOVED_KEY, 2, 1, "wsl2.pageReporting", "1.1.7"),
                problem("[experimental]\nsparseVhd=true", Kind.INEFFECTIVE_KEY, 2, 1, "experimental.sparseVhd"),
                problem("[wsl2]\nsafeMode=true", Kind.DANGEROUS_VALUE, 2, 1, "wsl2.safeMode"),
                problem("[wsl2]\ndhcp=yes", Kind.INVALID_BOOLEAN, 2, 6, "wsl2.dhcp", "yes"),
                problem("[wsl2]\nprocessors=4 # x y\nipv6=", Kind.INVALID_BOOLEAN, 3, 6, "wsl2.ipv6", ""),
                problem("[wsl2]\nprocessors=four", Kind.INVALID_INTEGER, 2, 12, "wsl2.processors", "four"),
                problem("[wsl2]\nmemory=8gb", Kind.INVALID_SIZE, 2, 8, "wsl2.memory", "8gb", "8GB"),
                problem("[wsl2]\nmemory=8", Kind.SIZE_WITHOUT_UNIT, 2, 8, "wsl2.memory", "8", "8GB"),
                problem("[wsl2]\nmemory=4096", Kind.SIZE_WITHOUT_UNIT, 2, 8, "wsl2.memory", "4096", "4096MB"),
                problem("[wsl2]\nmemory=524288", Kind.SIZE_WITHOUT_UNIT, 2, 8, "wsl2.memory", "524288", ""),
                problem("[wsl2]\nmacAddress=5", Kind.INVALID_MAC_ADDRESS, 2, 12, "wsl2.macAddress", "5"),
                problem(
                        "[experimental]\nautoMemoryReclaim=fast",
                        Kind.INVALID_CHOICE,
                        2,
                        19,
                        "experimental.autoMemoryReclaim",
                        "fast",
                        "disabled, gradual, dropCache"),
                problem("[wsl2]\n\u001Ax", Kind.CTRL_Z, 2, 1, "1"),
                problem("[wsl2]\n#\0\0", Kind.NUL_BYTES, 2, 2, "2"),
                problem("\uFEFF[wsl2]\n", Kind.UTF_8_MARK, 0, 0));
    }

    private static Arguments problem(String text, Kind kind, int line, int column, String... arguments) {
        return Arguments.of(text, new WslConfigProblem(kind, line, column, List.of(arguments)));
    }

    @ParameterizedTest
    @MethodSource("problems")
    void namesTheProblemAndItsPlace(String text, WslConfigProblem problem) {
        assertThat(WslConfig.parse(utf8(text)).problems()).contains(problem);
    }

    @ParameterizedTest
    @ValueSource(strings = {"good-mirrored.wslconfig", "good-memreclaim.wslconfig"})
    void findsNothingInGoodFiles(String name) {
        assertThat(WslConfig.parse(Fixture.bytes(name)).problems()).isEmpty();
    }

    @Test
    void agreesWithWslOnPostedFiles() {
        assertThat(kinds("bad-sections.wslconfig"))
                .containsExactly(
                        Kind.EXPECTED_BRACKET,
                        Kind.SEMICOLON_COMMENT,
                        Kind.EXPECTED_EQUALS,
                        Kind.EXPECTED_EQUALS,
                        Kind.SEMICOLON_COMMENT,
                        Kind.EXPECTED_EQUALS);
        assertThat(kinds("wslconf-keys.wslconfig")).containsExactly(Kind.OTHER_FILE, Kind.OTHER_FILE, Kind.OTHER_FILE);
        assertThat(kinds("misplaced-reclaim.wslconfig")).containsExactly(Kind.MISPLACED_KEY);
        assertThat(kinds("long-proxy.wslconfig")).isEmpty();
    }

    private static List<Kind> kinds(String name) {
        return WslConfig.parse(Fixture.bytes(name)).problems().stream()
                .map(WslConfigProblem::kind)
                .toList();
    }

    @Test
    void readsTheAliasOfAMovedKey() {
        WslConfig config = WslConfig.parse(Fixture.bytes("good-mirrored.wslconfig"));
        assertThat(config.value("wsl2", "networkingMode")).contains("mirrored");
        assertThat(config.size("wsl2", "memory")).contains(new WslSize.Bytes(4L << 30));
    }

    @Test
    void takesUtf16OnlyWithMark() {
        String text = "[wsl2]\r\nmemory=4GB\r\n";
        byte[] marked = ("\uFEFF" + text).getBytes(StandardCharsets.UTF_16LE);
        assertThat(WslConfig.parse(marked).value("wsl2", "memory")).contains("4GB");
        for (byte[] ignored : List.of(
                text.getBytes(StandardCharsets.UTF_16LE), ("\uFEFF" + text).getBytes(StandardCharsets.UTF_16BE))) {
            WslConfig config = WslConfig.parse(ignored);
            assertThat(config.readable()).isFalse();
            assertThat(config.entries()).isEmpty();
            assertThat(config.problems())
                    .singleElement()
                    .extracting(WslConfigProblem::effect)
                    .isEqualTo(WslConfigProblem.Effect.FILE_LOST);
        }
    }

    @Test
    void toleratesGbkButNotAtTheVeryEnd() {
        Charset gbk = Charset.forName("GBK");
        WslConfig comment = WslConfig.parse("# 内存\n[wsl2]\nmemory=4GB\n".getBytes(gbk));
        assertThat(comment.value("wsl2", "memory")).contains("4GB");
        assertThat(comment.problems()).extracting(WslConfigProblem::kind).containsExactly(Kind.NOT_UTF_8);
        WslConfig value = WslConfig.parse("[wsl2]\nkernel=D:/内\n".getBytes(gbk));
        assertThat(value.problems()).extracting(WslConfigProblem::kind).contains(Kind.NOT_UTF_8_VALUE);
        WslConfig end = WslConfig.parse("[wsl2]\nmemory=4GB\n# 内存".getBytes(gbk));
        assertThat(end.problems()).extracting(WslConfigProblem::kind).containsExactly(Kind.NOT_UTF_8_AT_END);
    }

    @Test
    void destroysLettersBeyondAsciiAsWslDoes() {
        byte[] text = utf8("[wsl2]\nkernel=D:/é\n[boot]\ncommand=é");
        assertThat(WslConfig.parse(text).value("wsl2", "kernel")).contains("D:/\uFFFD");
        assertThat(WslConfig.parse(text, WslConfigFile.WSL_CONF).value("boot", "command"))
                .contains("é");
    }

    @Test
    void stopsWslConfAtTheFirstBadLine() {
        WslConfig config =
                WslConfig.parse(utf8("[boot]\nsystemd=true\n; x\n[user]\ndefault=li\n"), WslConfigFile.WSL_CONF);
        assertThat(config.value("boot", "systemd")).contains("true");
        assertThat(config.value("user", "default")).isEmpty();
        assertThat(config.problems())
                .containsExactly(
                        new WslConfigProblem(Kind.SEMICOLON_COMMENT, 3, 1, List.of()),
                        new WslConfigProblem(Kind.REST_LOST, 3, 1, List.of("2")));
    }

    @Test
    void losesAMarkedWslConfAndNotesCrLf() {
        WslConfig marked = WslConfig.parse(utf8("\uFEFF[boot]\nsystemd=true\n"), WslConfigFile.WSL_CONF);
        assertThat(marked.readable()).isFalse();
        WslConfig crlf = WslConfig.parse(utf8("[boot]\r\nsystemd=true\r\n"), WslConfigFile.WSL_CONF);
        assertThat(crlf.value("boot", "systemd")).contains("true");
        assertThat(crlf.problems()).extracting(WslConfigProblem::kind).containsExactly(Kind.CRLF_IN_WSL_CONF);
    }

    @Test
    void keepsLinesCommentsAndSections() {
        WslConfig config = WslConfig.parse(utf8("# a\r\n[wsl2] # b\r\nmemory=1GB"));
        assertThat(config.comments()).extracting(WslConfigComment::text).containsExactly("# a", "# b");
        assertThat(config.sections()).singleElement().satisfies(section -> {
            assertThat(section.name()).isEqualTo("wsl2");
            assertThat(section.line()).isEqualTo(2);
        });
        assertThat(config.lines()).extracting(WslConfigLine::text).containsExactly("# a", "[wsl2] # b", "memory=1GB");
    }

    // Seconds on a busy machine; anything quadratic would take hours.
    @Timeout(60)
    @ParameterizedTest
    @ValueSource(strings = {"a\n", "a=1\n", "[x]\n", "# c\n", "[", "\\\n", "\"", "\r", "memory=8\n", "a=\\"})
    void readsTenMegabytesInBoundedTime(String piece) {
        byte[] large = utf8(piece.repeat(10_000_000 / piece.length()));
        WslConfig config = WslConfig.parse(large);
        assertThat(config.problems()).extracting(WslConfigProblem::kind).contains(Kind.VERY_LARGE);
        assertThat(config.entries()).hasSizeLessThanOrEqualTo(WslConfigCollector.MOST);
    }
}
