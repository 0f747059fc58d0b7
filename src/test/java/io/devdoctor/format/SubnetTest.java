package io.devdoctor.format;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SubnetTest {
    @ParameterizedTest
    @CsvSource({
        "172.29.96.0/20, 172.29.96.0/20",
        "172.17.0.1/16, 172.17.0.0/16",
        "10.0.0.5, 10.0.0.5/32",
        "' 192.168.1.0/24 ', 192.168.1.0/24",
        "255.255.255.255/0, 0.0.0.0/0",
        "010.001.000.000/8, 10.0.0.0/8",
    })
    void bitsOfHostsDoNotCount(String text, String subnet) {
        assertThat(Subnet.parse(text)).map(Subnet::toString).hasValue(subnet);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "/",
                "default",
                "172.29.96",
                "172.29.96.0/",
                "172.29.96.0/33",
                "172.29.96.0/999",
                "256.0.0.0/8",
                "172.29.96.0/20/20",
                "172.29.96.0\\20",
                "172.29.96.0/255.255.240.0",
                "fd00::/8",
                "１72.29.96.0/20",
                "172。29。96。0/20",
                "9999999999.1.1.1",
                "-1.0.0.0/8",
            })
    void whatIsNoNetworkIsNone(String text) {
        assertThat(Subnet.parse(text)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "172.16.0.0/12, 172.18.0.0/16, true",
        "172.18.0.0/16, 172.16.0.0/12, true",
        "172.18.0.0/16, 172.18.0.0/16, true",
        "172.18.0.0/16, 172.19.0.0/16, false",
        "0.0.0.0/0, 203.0.113.7, true",
        "127.255.255.255, 128.0.0.0, false",
    })
    void networksOverlapWhereOneHoldsTheOther(String one, String other, boolean overlap) {
        Subnet first = Subnet.parse(one).orElseThrow();
        assertThat(first.overlaps(Subnet.parse(other).orElseThrow())).isEqualTo(overlap);
    }

    @Test
    void theLargerHoldsTheSmallerOnly() {
        Subnet large = Subnet.parse("10.0.0.0/8").orElseThrow();
        Subnet small = Subnet.parse("10.255.0.0/16").orElseThrow();
        assertThat(large.contains(small)).isTrue();
        assertThat(small.contains(large)).isFalse();
    }
}
