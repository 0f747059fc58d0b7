package io.devdoctor.format;

import static org.assertj.core.api.Assertions.assertThat;

import io.devdoctor.format.HostsFile.Entry;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HostsFileTest {
    @Test
    void namesStandBehindAnAddressUpToTheComment() {
        String text = "\ufeff# Copyright (c)\r\n127.0.0.1\tlocalhost\r\n\r\n"
                + "  172.29.99.7   shop.test  api.shop.test # 由 WSL 写入\r\n#10.0.0.1 gone\r\n::1 localhost";
        assertThat(HostsFile.parse(text))
                .containsExactly(
                        new Entry(2, "127.0.0.1", List.of("localhost")),
                        new Entry(4, "172.29.99.7", List.of("shop.test", "api.shop.test")),
                        new Entry(6, "::1", List.of("localhost")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\n\r\n", "127.0.0.1", "127.0.0.1 # localhost", "#", "\0", "\ufeff"})
    void whatNamesNothingIsNoEntry(String text) {
        assertThat(HostsFile.parse(text)).isEmpty();
    }

    /// Whether it is an address, others ask.
    @Test
    void garbageIsKeptWithItsLine() {
        assertThat(HostsFile.parse("ok\n\uD83D\uDE00 \uD83D\uDE00\n"))
                .containsExactly(new Entry(2, "\uD83D\uDE00", List.of("\uD83D\uDE00")));
    }
}
