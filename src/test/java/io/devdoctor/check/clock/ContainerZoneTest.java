package io.devdoctor.check.clock;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// The variable TZ as Linux reads it.
class ContainerZoneTest {
    private static final Instant WINTER = Instant.parse("2026-11-20T08:00:00Z");
    private static final Instant SUMMER = Instant.parse("2026-07-20T08:00:00Z");

    @ParameterizedTest
    @CsvSource(textBlock = """
        Asia/Shanghai,  +08:00
        :Asia/Shanghai, +08:00
        UTC,            Z
        Etc/GMT-8,      +08:00
        CST-8,          +08:00
        EST5,           -05:00
        EST+5,          -05:00
        IST-5:30,       +05:30
        <+0330>-3:30,   +03:30
        Europe/Berlin,  +01:00
        """)
    void namesAndRules(String value, String offset) {
        assertThat(new ContainerZone(value).offset(WINTER)).contains(ZoneOffset.of(offset));
        assertThat(new ContainerZone(value).isKnown()).isTrue();
    }

    @Test
    void summerTimeOfANamedZoneCounts() {
        assertThat(new ContainerZone("Europe/Berlin").offset(SUMMER)).contains(ZoneOffset.ofHours(2));
    }

    /// A rule with summer time is good, but what it means today is not worth computing.
    @Test
    void aRuleWithSummerTimeIsKnownAndNotJudged() {
        ContainerZone rule = new ContainerZone("CET-1CEST,M3.5.0,M10.5.0/3");
        assertThat(rule.isKnown()).isTrue();
        assertThat(rule.offset(WINTER)).isEqualTo(Optional.empty());
    }

    @Test
    void aFileIsNotJudged() {
        assertThat(new ContainerZone("/etc/zoneinfo/Asia/Shanghai").isKnown()).isTrue();
        assertThat(new ContainerZone("/etc/zoneinfo/Asia/Shanghai").offset(WINTER))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Asia/Peking", "Asia/Beijing", "China Standard Time", "+8", "GMT+8:", "北京", " ", "CST-99"})
    void whatNobodyKnowsIsNoOffset(String value) {
        assertThat(new ContainerZone(value).offset(WINTER)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Asia/Peking", "Asia/Beijing", "+8", "北京"})
    void whatLinuxTakesForUtcIsNotKnown(String value) {
        assertThat(new ContainerZone(value).isKnown()).isFalse();
    }
}
