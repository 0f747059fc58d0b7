package io.devdoctor.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// A time span as a sentence writes it: rounded, never cut, and in a unit that a person can picture.
class SpanTest {
    @ParameterizedTest
    @CsvSource({
        "0, 0 ms, 0 毫秒",
        "PT0.0004S, 0 ms, 0 毫秒",
        "PT-0.0004S, 0 ms, 0 毫秒",
        "PT0.0006S, 1 ms, 1 毫秒",
        "PT0.9996S, 1 s, 1 秒",
        "PT1.25S, 1.3 s, 1.3 秒",
        "PT41S, 41 s, 41 秒",
        "PT-41.16S, −41.2 s, −41.2 秒",
        "PT119.94S, 119.9 s, 119.9 秒",
        "PT119.96S, 2 min, 2 分钟",
        "PT2M29.9S, 2 min, 2 分钟",
        "PT2M30S, 3 min, 3 分钟",
        "PT119M29S, 119 min, 119 分钟",
        "PT119M30S, 2 h, 2 小时",
        "PT5H19M31S, 5 h 20 min, 5 小时 20 分钟",
        "PT47H59M29S, 47 h 59 min, 47 小时 59 分钟",
        "PT47H59M30S, 2 days, 2 天",
        "PT59H59M, 2 days, 2 天",
        "PT60H, 3 days, 3 天",
        "P365D, 365 days, 365 天",
        "P-3D, −3 days, −3 天"
    })
    void isRoundedToWhatIsShown(String span, String english, String chinese) {
        Duration value = span.equals("0") ? Duration.ZERO : Duration.parse(span);
        assertThat(Messages.of(Language.ENGLISH).format().span(value)).isEqualTo(english);
        assertThat(Messages.of(Language.CHINESE).format().span(value)).isEqualTo(chinese);
    }
}
