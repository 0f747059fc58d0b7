package io.devdoctor.probe;

import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.devdoctor.machine.Bytes;
import io.devdoctor.machine.Platform;
import io.devdoctor.system.Query.Decoding;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class OutputTextTest {
    private static final Platform CHINESE = RawAnswers.windows("zh-CN", 936, 936);
    private static final Platform GERMAN = RawAnswers.windows("de-DE", 1252, 850);

    @ParameterizedTest
    @CsvSource({
        "wsl-errtext.utf16, 参考的对象类型不支持尝试的操作。",
        "wsl-version-zh.utf16, 内核版本: 6.6.87.1-1",
        "wsl-none-zh-CN.utf16, 没有已安装的分发",
        "wsl-failed-zh-TW.utf16, 錯誤碼: Wsl/Service/WSL_E_DISTRO_NOT_FOUND",
        "wsl-failed-ja-JP.utf16, エラー コード: Wsl/Service/WSL_E_DISTRO_NOT_FOUND",
        "wsl-failed-ko-KR.utf16, 오류 코드: Wsl/Service/WSL_E_DISTRO_NOT_FOUND",
        "wsl-failed-de-DE.utf16, Fehlercode: Wsl/Service/WSL_E_DISTRO_NOT_FOUND",
        "wsl-failed-fr-FR.utf16, Il n’existe aucune distribution",
        "wsl-list-zh-CN-3.0.1.utf8, Ubuntu-26.04",
    })
    void wslWritesUtf16WithoutMarkOrUtf8(String file, String holds) {
        assertThat(OutputText.decode(RawAnswers.bytes(file), Decoding.WSL, CHINESE))
                .contains(holds)
                .doesNotContain("\0");
    }

    @Test
    void nativeToolsWriteTheOemCodePage() {
        assertThat(OutputText.decode(RawAnswers.bytes("netsh-excluded-zh-CN.cp936"), Decoding.OEM, CHINESE))
                .contains("协议 tcp 端口排除范围", "管理的端口排除");
        assertThat(OutputText.decode(RawAnswers.bytes("netsh-excluded-de-DE.cp850"), Decoding.OEM, GERMAN))
                .contains("Portausschlussbereiche für das Protokoll");
    }

    @ParameterizedTest
    @CsvSource({
        "932, windows-31j, 日本語の出力です",
        "936, GBK, 中文输出",
        "949, x-windows-949, 한국어 출력",
        "950, x-windows-950, 繁體中文輸出",
        "437, IBM437, café",
        "850, IBM850, größer",
        "852, IBM852, český výstup",
        "866, IBM866, русский вывод",
        "1251, windows-1251, русский вывод",
        "1252, windows-1252, größer",
    })
    void everyCommonCodePageIsKnown(int number, String charset, String text) throws Exception {
        Platform platform = RawAnswers.windows("en-US", number, number);
        Bytes bytes = Bytes.of(text.getBytes(charset));
        assertThat(OutputText.decode(bytes, Decoding.OEM, platform)).isEqualTo(text);
    }

    @Test
    void anUnknownCodePageLosesNoByte() {
        Platform odd = RawAnswers.windows("en-US", 99999, 99999);
        assertThat(OutputText.decode(Bytes.of(new byte[] {'a', (byte) 0xFF}), Decoding.OEM, odd))
                .isEqualTo("aÿ");
    }

    @ParameterizedTest
    @EnumSource
    void byteOrderMarksWin(Decoding decoding) {
        assertThat(OutputText.decode(marked("你好", UTF_8, 0xEF, 0xBB, 0xBF), decoding, GERMAN))
                .isEqualTo("你好");
        assertThat(OutputText.decode(marked("你好", UTF_16LE, 0xFF, 0xFE), decoding, GERMAN))
                .isEqualTo("你好");
        assertThat(OutputText.decode(marked("你好", UTF_16BE, 0xFE, 0xFF), decoding, GERMAN))
                .isEqualTo("你好");
    }

    @Test
    void aWideAnswerCutInTheMiddleOfALetterStaysReadable() {
        byte[] whole = RawAnswers.bytes("wsl-list.utf16").toArray();
        Bytes cut = Bytes.of(Arrays.copyOf(whole, whole.length - 3));
        assertThat(OutputText.decode(cut, Decoding.WSL, CHINESE)).contains("docker-desktop  Running");
    }

    @Test
    void lettersWithAZeroLowByteDoNotHideUtf16() {
        Bytes bytes = Bytes.of("一一一\r\n一\r\n".getBytes(UTF_16LE));
        assertThat(OutputText.decode(bytes, Decoding.WSL, GERMAN)).isEqualTo("一一一\r\n一\r\n");
    }

    @ParameterizedTest
    @EnumSource
    void anyBytesDecodeToSomething(Decoding decoding) {
        Random random = new Random(7);
        for (int length = 0; length < 300; length++) {
            byte[] noise = new byte[length];
            random.nextBytes(noise);
            assertThat(OutputText.decode(Bytes.of(noise), decoding, CHINESE)).isNotNull();
        }
        assertThat(OutputText.decode(Bytes.EMPTY, decoding, CHINESE)).isEmpty();
    }

    private static Bytes marked(String text, java.nio.charset.Charset charset, int... mark) {
        byte[] content = text.getBytes(charset);
        byte[] all = new byte[mark.length + content.length];
        for (int i = 0; i < mark.length; i++) all[i] = (byte) mark[i];
        System.arraycopy(content, 0, all, mark.length, content.length);
        return Bytes.of(all);
    }
}
