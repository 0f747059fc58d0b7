package io.devdoctor.format;

import static io.devdoctor.format.Fixture.text;
import static io.devdoctor.format.Fixture.utf8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.devdoctor.format.EditResult.Reason;
import io.devdoctor.format.EditResult.Refused;
import io.devdoctor.testing.Generator;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WslConfigEditTest {
    private static final List<String> PIECES = List.of(
            "[wsl2]",
            "[experimental]",
            "[a-b]",
            "memory",
            "=",
            "8GB",
            "\n",
            "\r\n",
            "\r",
            " ",
            "\t",
            "#",
            "\\",
            "\"",
            "内存",
            "swap=0\n",
            "memory = 2GB # c\r\n",
            "firewall=true\n",
            "\\\n",
            "\0",
            "\uFEFF",
            "x",
            ";",
            "]");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "''|[wsl2]~memory=8GB~",
                "[wsl2]~memory = 2GB  # half~|[wsl2]~memory = 8GB  # half~",
                "[wsl2]~memory=~|[wsl2]~memory=8GB~",
                "[wsl2]~memory=   # c~|[wsl2]~memory=8GB   # c~",
                "[wsl2]~memory=1\\~  GB~swap=0~|[wsl2]~memory=8GB~swap=0~",
                "[wsl2]~memory=1GB~memory=2GB~|[wsl2]~memory=8GB~memory=2GB~",
                "[wsl2]~  swap = 0~~# end~|[wsl2]~  swap = 0~  memory = 8GB~~# end~",
                "[wsl2]~swap=0|[wsl2]~swap=0~memory=8GB~",
                "[wsl2] # c~~[general]~|[wsl2] # c~memory=8GB~~[general]~",
                "[general]~|[general]~~[wsl2]~memory=8GB~",
                "memory=2GB~|memory=2GB~~[wsl2]~memory=8GB~",
                "[wsl2]~memory=\"2GB~swap=0~|[wsl2]~memory=8GB~swap=0~",
                "[WSL2]~MEMORY=2GB~|[WSL2]~MEMORY=8GB~",
                "[wsl2]~swap=0~[bad-x]~a=1~|[wsl2]~swap=0~memory=8GB~[bad-x]~a=1~"
            })
    void setsAValueAndNothingElse(String before, String after) {
        String from = before.replace("~", "\r\n");
        assertThat(text(WslConfig.edit(utf8(from)).set("wsl2", "memory", "8GB").bytes()))
                .isEqualTo(after.replace("~", "\r\n"));
        if (!before.isEmpty()) {
            String unix = before.replace("~", "\n");
            assertThat(text(WslConfig.edit(utf8(unix))
                            .set("wsl2", "memory", "8GB")
                            .bytes()))
                    .isEqualTo(after.replace("~", "\n"));
        }
    }

    @Test
    void setsUnderTheAlias() {
        byte[] before = utf8("[experimental]\nnetworkingMode=mirrored\n");
        assertThat(text(WslConfig.edit(before)
                        .set("wsl2", "networkingMode", "nat")
                        .bytes()))
                .isEqualTo("[experimental]\nnetworkingMode=nat\n");
    }

    @Test
    void escapesPathsOnRequest() {
        byte[] bytes = WslConfig.edit(new byte[0])
                .setEscaped("wsl2", "kernel", "C:\\temp\\new #1\\k")
                .bytes();
        assertThat(text(bytes)).isEqualTo("[wsl2]\r\nkernel=\"C:\\\\temp\\\\new #1\\\\k\"\r\n");
        WslConfig config = WslConfig.parse(bytes);
        assertThat(config.value("wsl2", "kernel")).contains("C:\\temp\\new #1\\k");
        assertThat(config.problems()).isEmpty();
    }

    @Test
    void dropsTheMarkAndKeepsForeignBytes() {
        byte[] gbk = "# 内存\r\n[wsl2]\r\nmemory=2GB\r\n".getBytes(Charset.forName("GBK"));
        assertThat(WslConfig.edit(gbk).set("wsl2", "memory", "8GB").bytes())
                .isEqualTo("# 内存\r\n[wsl2]\r\nmemory=8GB\r\n".getBytes(Charset.forName("GBK")));
        byte[] marked = utf8("\uFEFF[wsl2]\nmemory=2GB");
        assertThat(text(WslConfig.edit(marked).set("wsl2", "memory", "8GB").bytes()))
                .isEqualTo("[wsl2]\nmemory=8GB");
        assertThat(text(WslConfig.edit(marked).toUtf8WithoutBom().bytes())).isEqualTo("[wsl2]\nmemory=2GB");
    }

    @Test
    void writesUtf16AsUtf8() {
        byte[] utf16 = "\uFEFF[wsl2]\nmemory=2GB".getBytes(StandardCharsets.UTF_16LE);
        assertThat(text(WslConfig.edit(utf16).set("wsl2", "memory", "8GB").bytes()))
                .isEqualTo("[wsl2]\nmemory=8GB");
        byte[] bigEndian = "\uFEFF[wsl2]\nmemory=2GB".getBytes(StandardCharsets.UTF_16BE);
        assertThat(WslConfig.edit(bigEndian).set("wsl2", "memory", "8GB").result())
                .isEqualTo(new Refused(Reason.ENCODING, "UTF_16BE_BOM"));
        assertThat(text(WslConfig.edit(bigEndian).toUtf8WithoutBom().bytes())).isEqualTo("[wsl2]\nmemory=2GB");
    }

    @Test
    void editsLines() {
        byte[] file = utf8("# a\n[wsl2]\n  kernel=a\\\nb # c\nswap=0");
        assertThat(text(WslConfig.edit(file).removeLine(3).bytes())).isEqualTo("# a\n[wsl2]\nswap=0");
        assertThat(text(WslConfig.edit(file).commentOut(3).bytes()))
                .isEqualTo("# a\n[wsl2]\n  # kernel=a\\\n# b # c\nswap=0");
        assertThat(text(WslConfig.edit(file).renameKey(5, "memory").bytes()))
                .isEqualTo("# a\n[wsl2]\n  kernel=a\\\nb # c\nmemory=0");
        assertThat(WslConfig.edit(file).removeLine(9).result()).isEqualTo(new Refused(Reason.NOT_FOUND, "9"));
        assertThat(WslConfig.edit(file).renameKey(5, "a_b").result())
                .isEqualTo(new Refused(Reason.NOT_WRITABLE, "a_b"));
    }

    @Test
    void movesAMisplacedKeyWithItsComment() {
        byte[] file = Fixture.bytes("misplaced-reclaim.wslconfig");
        byte[] moved = WslConfig.edit(file).moveKey(2, "experimental").bytes();
        assertThat(text(moved))
                .isEqualTo("[wsl2]\nnetworkingMode=mirrored\ndnsTunneling=true\nautoProxy=true\n\n[experimental]\n"
                        + "autoMemoryReclaim=gradual\n");
        assertThat(WslConfig.parse(moved).problems()).isEmpty();
        assertThat(text(WslConfig.edit(utf8("memory=1GB # c\n[wsl2]\n"))
                        .moveKey(1, "wsl2")
                        .bytes()))
                .isEqualTo("[wsl2]\nmemory=1GB # c\n");
    }

    @Test
    void refusesWhatCannotBeWritten() {
        assertThat(refused("wsl2", "memory", "8GB\nx=1")).isEqualTo(Reason.NOT_WRITABLE);
        assertThat(refused("wsl2", "kernel", "D:/工具")).isEqualTo(Reason.NOT_WRITABLE);
        assertThat(refused("a-b", "c", "1")).isEqualTo(Reason.NOT_WRITABLE);
        assertThat(refused("wsl2", "kernel", "a#b")).isEqualTo(Reason.NO_EFFECT);
        assertThat(refused("wsl2", "kernel", "C:\\Users")).isEqualTo(Reason.NO_EFFECT);
        byte[] broken = utf8("; x\n[boot]\nsystemd=false\n");
        WslConfigEdit edit = WslConfig.edit(broken, WslConfigFile.WSL_CONF).set("boot", "systemd", "true");
        assertThat(edit.result()).isEqualTo(new Refused(Reason.SYNTAX, "boot.systemd"));
        assertThatIllegalStateException().isThrownBy(edit::bytes);
    }

    private static Reason refused(String section, String key, String raw) {
        EditResult result = WslConfig.edit(new byte[0]).set(section, key, raw).result();
        assertThat(result).isInstanceOf(Refused.class);
        return ((Refused) result).reason();
    }

    @Test
    void parsesAnythingAndAnEditTouchesItsSpanOnly() {
        Generator.check(3_000, generator -> {
            byte[] bytes = generator.number(4) == 0 ? generator.bytes(200) : generator.bytesOf(PIECES, 40);
            WslConfigFile file = generator.oneOf(List.of(WslConfigFile.values()));
            WslConfig config = WslConfig.parse(bytes, file);
            int length = config.text().content().length;
            assertThat(config.lines().stream()
                            .mapToInt(line -> line.span().length())
                            .sum())
                    .isEqualTo(length);
            switch (WslConfig.edit(bytes, file).set("wsl2", "memory", "8GB").result()) {
                case Refused _ ->
                    assertThat(config.readable()
                                    && !config.stopped()
                                    && config.text().end() == length)
                            .as("refused only with cause")
                            .isFalse();
                case EditResult.Edited(var edited) -> assertTouchesLittle(config, edited, file);
            }
        });
    }

    private static void assertTouchesLittle(WslConfig before, byte[] edited, WslConfigFile file) {
        WslConfig after = WslConfig.parse(edited, file);
        assertThat(after.value("wsl2", "memory")).contains("8GB");
        byte[] old = before.text().content();
        byte[] now = edited;
        Span span =
                before.editable("wsl2", "memory").map(WslConfigEntry::valueSpan).orElse(null);
        if (span != null) {
            assertThat(Arrays.copyOf(now, span.start())).isEqualTo(Arrays.copyOf(old, span.start()));
            int tail = old.length - span.end();
            assertThat(Arrays.copyOfRange(now, now.length - tail, now.length))
                    .isEqualTo(Arrays.copyOfRange(old, span.end(), old.length));
        } else {
            assertThat(now.length).isGreaterThan(old.length);
            int same = Arrays.mismatch(old, now);
            int from = same < 0 ? old.length : same;
            byte[] rest = Arrays.copyOfRange(old, from, old.length);
            assertThat(Arrays.copyOfRange(now, now.length - rest.length, now.length))
                    .isEqualTo(rest);
        }
    }

    @Test
    void lineEditsNeverFail() {
        Generator.check(1_000, generator -> {
            byte[] bytes = generator.bytesOf(PIECES, 30);
            int line = generator.number(6);
            WslConfigEdit edit = WslConfig.edit(bytes);
            for (WslConfigEdit done : List.of(
                    edit.removeLine(line),
                    edit.commentOut(line),
                    edit.moveKey(line, "general"),
                    edit.renameKey(line, "swap"),
                    edit.toUtf8WithoutBom())) {
                if (done.result() instanceof EditResult.Edited(var edited)) {
                    assertThat(WslConfig.parse(edited).encoding()).isNotNull();
                }
            }
        });
    }
}
