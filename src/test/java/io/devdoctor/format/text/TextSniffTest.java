package io.devdoctor.format.text;

import static org.assertj.core.api.Assertions.assertThat;

import io.devdoctor.format.EditResult;
import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TextSniffTest {
    private static final String CHINESE = "// 启动服务器并等待关闭信号，日志写到标准输出。\nfunc main() { 配置文件不存在 }\n";
    private static final String TRADITIONAL = "# 啟動伺服器並等待關閉訊號，設定檔不存在時使用預設值。\n";
    private static final String KOREAN = "# 서버를 시작하고 종료 신호를 기다립니다. 설정 파일이 없으면 기본값을 사용합니다.\n";
    private static final String JAPANESE = "# サーバーを起動して終了シグナルを待ちます。設定ファイルがない場合は既定値。\n";
    private static final String FRENCH = "# Démarre le serveur, à la fin d'une journée d'été où ça gèle déjà.\n";
    private static final String RUSSIAN = "# Запускает сервер и ждёт сигнала завершения работы программы.\n";

    @ParameterizedTest(name = "{0} with code page {1} is {2}")
    @CsvSource({
        "GBK, 936, GBK",
        "GBK, 1252, GBK",
        "GBK, 949, GBK",
        "GB18030, 936, GBK",
        "UTF-8, 936, UTF_8",
        "UTF-16LE, 936, UTF_16LE",
        "UTF-16BE, 936, UTF_16BE"
    })
    void chineseTextIsKnownByItsBytes(String charset, int codePage, TextKind expected) {
        String plainEnough = "package main // import fmt; import os; import strings\n" + CHINESE;
        assertThat(sniff(plainEnough, charset, codePage).kind()).isEqualTo(expected);
    }

    @ParameterizedTest(name = "{0} {1}")
    @CsvSource({"936, GBK", "949, EUC_KR", "1252, EUC_KR"})
    void koreanIsTheOneCaseThatTheCodePageDecides(int codePage, TextKind expected) {
        assertThat(sniff(KOREAN, "EUC-KR", codePage).kind()).isEqualTo(expected);
    }

    @Test
    void otherEncodingsAreNotTakenForGbk() {
        assertThat(sniff(TRADITIONAL, "Big5", 936).kind()).isEqualTo(TextKind.BIG5);
        assertThat(sniff(JAPANESE, "Shift_JIS", 936).kind()).isEqualTo(TextKind.SHIFT_JIS);
        assertThat(sniff(JAPANESE, "EUC-JP", 936).kind()).isEqualTo(TextKind.OTHER);
        assertThat(sniff(FRENCH, "windows-1252", 936).kind()).isEqualTo(TextKind.OTHER);
        assertThat(sniff(RUSSIAN, "windows-1251", 936).kind()).isEqualTo(TextKind.OTHER);
        assertThat(sniff(RUSSIAN, "KOI8-R", 936).kind()).isEqualTo(TextKind.OTHER);
        assertThat(sniff("caf\u00e9\n", "windows-1252", 936).kind()).isEqualTo(TextKind.OTHER);
    }

    @Test
    void countsLinesByTheirEnds() {
        assertThat(TextSniff.of("#!/bin/sh\r\na\nb\rc\r\n\r".getBytes(StandardCharsets.UTF_8), 1252))
                .isEqualTo(new TextSniff(TextKind.UTF_8, false, 1, 2, 2, "#!/bin/sh"));
        assertThat(sniff("\uFEFFa\r\nb\n\r", "UTF-16LE", 1252))
                .isEqualTo(new TextSniff(TextKind.UTF_16LE, true, 1, 1, 1, "a"));
        assertThat(sniff("\uFEFF#!/bin/sh\n", "UTF-8", 1252))
                .isEqualTo(new TextSniff(TextKind.UTF_8, true, 1, 0, 0, "#!/bin/sh"));
        assertThat(TextSniff.of(new byte[0], 1252)).isEqualTo(new TextSniff(TextKind.UTF_8, false, 0, 0, 0, ""));
    }

    @Test
    void seesWhatIsNoText() throws Exception {
        assertThat(TextSniff.of(new byte[] {'#', '!', 0, 1, 2}, 936).kind()).isEqualTo(TextKind.BINARY);
        assertThat(TextSniff.of(new byte[4096], 936).kind()).isEqualTo(TextKind.BINARY);
        assertThat(TextSniff.of(new byte[1], 936).kind()).isEqualTo(TextKind.BINARY);
        ByteArrayOutputStream zipped = new ByteArrayOutputStream();
        byte[] noise = new byte[5000];
        new Random(7).nextBytes(noise);
        try (GZIPOutputStream out = new GZIPOutputStream(zipped)) {
            out.write(noise);
        }
        assertThat(TextSniff.of(zipped.toByteArray(), 936).kind()).isEqualTo(TextKind.BINARY);
    }

    @Test
    void isStrictAboutUtf8() {
        for (String hex : new String[] {"c0af", "eda080", "f5808080", "e228a1", "e282", "f0808080", "80"}) {
            assertThat(Utf8.isStrict(java.util.HexFormat.of().parseHex(hex), 0))
                    .as(hex)
                    .isFalse();
        }
        String all = "a\u00e9\u4e2d\uD83D\uDE00\uFFFD\u07FF\u0800";
        assertThat(Utf8.isStrict(all.getBytes(StandardCharsets.UTF_8), 0)).isTrue();
    }

    @Test
    void cutsALineOfAMegabyte() {
        assertThat(TextSniff.of("x".repeat(1 << 20).getBytes(StandardCharsets.US_ASCII), 936)
                        .firstLine())
                .hasSize(200);
    }

    @Test
    void noInputBreaksIt() {
        Random random = new Random(20261121);
        for (int i = 0; i < 3000; i++) {
            byte[] bytes = new byte[random.nextInt(40)];
            random.nextBytes(bytes);
            if (random.nextBoolean()) for (int j = 0; j < bytes.length; j++) bytes[j] |= (byte) 0x80;
            TextSniff seen = TextSniff.of(bytes, 936);
            assertThat(seen.lf() + seen.crlf() + seen.cr()).isBetween(0, bytes.length);
            if (TextEdits.toUtf8(bytes, seen.kind()) instanceof EditResult.Edited(byte[] after)) {
                assertThat(Utf8.isStrict(after, 0)).isTrue();
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"GBK,GBK", "UTF-16LE,UTF_16LE", "UTF-16BE,UTF_16BE"})
    void convertsToUtf8(String charset, TextKind kind) {
        EditResult edited = TextEdits.toUtf8(CHINESE.getBytes(Charset.forName(charset)), kind);
        assertThat(new String(edited.bytes(), StandardCharsets.UTF_8)).isEqualTo(CHINESE);
    }

    @Test
    void convertsOnlyWhatComesBackTheSame() {
        byte[] cut = {(byte) 0xC4, (byte) 0xE3, (byte) 0xBA};
        assertThat(TextEdits.toUtf8(cut, TextKind.GBK)).isInstanceOf(EditResult.Refused.class);
        assertThat(TextEdits.toUtf8(cut, TextKind.OTHER)).isInstanceOf(EditResult.Refused.class);
        assertThat(TextEdits.toUtf8(new byte[] {'a', 0, 'b'}, TextKind.UTF_16LE))
                .isInstanceOf(EditResult.Refused.class);
    }

    @Test
    void changesLineEndsAndMarksAlone() {
        assertThat(TextEdits.toLf("a\r\nb\rc\n\r\r\n".getBytes(StandardCharsets.UTF_8)))
                .asString(StandardCharsets.UTF_8)
                .isEqualTo("a\nb\rc\n\r\n");
        assertThat(TextEdits.withoutMark("\uFEFFx".getBytes(StandardCharsets.UTF_8)))
                .asString(StandardCharsets.UTF_8)
                .isEqualTo("x");
        assertThat(TextEdits.withoutMark(new byte[] {(byte) 0xEF})).hasSize(1);
    }

    private static TextSniff sniff(String text, String charset, int codePage) {
        return TextSniff.of(text.getBytes(Charset.forName(charset)), codePage);
    }
}
