package io.devdoctor.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ColumnsTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        abc       | 3
        时钟      | 4
        （WSL 2） | 9
        e\u0301    | 1
        한글      | 4
        🩺        | 2
        “a” …     | 5
        """)
    void wideCharactersTakeTwoColumnsAndMarksNone(String text, int columns) {
        assertThat(Columns.width(text)).isEqualTo(columns);
    }

    /// Between Han anywhere, but no line begins with a closing mark.
    @Test
    void chineseBreaksBetweenCharactersAndNeverBeforeACloser() {
        List<String> lines = Columns.wrap("所有发行版和 Docker 共用这个时钟，拉取镜像可能因此报错。", 20);

        assertThat(lines).hasSizeGreaterThan(2).allMatch(line -> Columns.width(line) <= 20);
        assertThat(lines).noneMatch(line -> line.startsWith("，") || line.startsWith("。"));
        assertThat(String.join("", lines).replace(" ", "")).isEqualTo("所有发行版和Docker共用这个时钟，拉取镜像可能因此报错。");
    }

    @Test
    void aWordThatDoesNotFitStaysWhole() {
        String path = "C:\\Users\\li\\AppData\\Local\\Docker";

        assertThat(Columns.wrap("see " + path + " there", 20)).containsExactly("see", path, "there");
    }
}
