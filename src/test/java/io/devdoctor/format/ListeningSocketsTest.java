package io.devdoctor.format;

import static org.assertj.core.api.Assertions.assertThat;

import io.devdoctor.format.ListeningSockets.Socket;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ListeningSocketsTest {
    private static final String REST =
            " 00000000:00000000 00:00000000 00000000  1000 0 21557 1 0000000000000000 100 0 0 10 0";

    @Test
    void listeningRowsTellPortAndWhetherLocalhostReachesThem() {
        String text = "  sl  local_address rem_address   st tx_queue rx_queue tr tm->when retrnsmt   uid\n"
                + "   0: 00000000:1F90 00000000:0000 0A" + REST + "\n"
                + "   1: 0100007F:1538 00000000:0000 0A" + REST + "\n"
                + "   2: 3500007F:0035 00000000:0000 0A" + REST + "\n"
                + "   3: 0100007F:1538 0100007F:C000 01" + REST + "\n";
        assertThat(ListeningSockets.parse(text))
                .containsExactly(new Socket(8080, true), new Socket(5432, true), new Socket(53, false));
    }

    /// Java binds 127.0.0.1 by way of IPv6.
    @Test
    void mappedAddressesAreLocalToo() {
        String none = "00000000000000000000000000000000:0000";
        String text = "   0: 00000000000000000000000000000000:0050 " + none + " 0A" + REST + "\n"
                + "   1: 00000000000000000000000001000000:0051 " + none + " 0A" + REST + "\n"
                + "   2: 0000000000000000FFFF00000100007F:0052 " + none + " 0A" + REST + "\n"
                + "   3: 000080FE00000000FF5D15021E5A1CFE:0053 " + none + " 0A" + REST + "\n";
        assertThat(ListeningSockets.parse(text))
                .containsExactly(
                        new Socket(80, true), new Socket(81, true), new Socket(82, true), new Socket(83, false));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "   0: 00000000:1F90",
                "   0: 00000000:1F90 00000000:0000 0",
                "   0: 0000:1F90 00000000:0000 0A 0",
                "   0: 00000000:1F9G 00000000:0000 0A 0",
                "cat: /proc/net/tcp: 没有那个文件或目录",
            })
    void whatWasCutIsNoSocket(String text) {
        assertThat(ListeningSockets.parse(text)).isEmpty();
    }
}
