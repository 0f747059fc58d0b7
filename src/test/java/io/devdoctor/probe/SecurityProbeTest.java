package io.devdoctor.probe;

import static io.devdoctor.probe.Recordings.part;
import static io.devdoctor.probe.Recordings.value;
import static io.devdoctor.probe.Recordings.why;
import static io.devdoctor.probe.Recordings.windows;
import static org.assertj.core.api.Assertions.assertThat;

import io.devdoctor.machine.Reading;
import io.devdoctor.machine.Security;
import io.devdoctor.machine.Security.Antivirus;
import io.devdoctor.machine.Security.WinsockProvider;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Winsock entries are bytes, and the state of a security product is a number with parts.
class SecurityProbeTest {
    private static final String CATALOG = WinsockCatalog.KEY.replace("\\", "\\\\");

    @Test
    void anEntryTellsItsLibraryItsNameAndItsChain() {
        WinsockProvider provider =
                value(entry("['REG_BINARY', '" + item(2) + "']").winsock()).getFirst();
        assertThat(provider.library()).isEqualTo("C:\\程序\\加速器.dll");
        assertThat(provider.name()).isEqualTo("加速器 over TCP/IP");
        assertThat(provider.isLayered()).isTrue();
    }

    @Test
    void aBaseProtocolIsNoLayer() {
        Security security = entry("['REG_BINARY', '" + item(1) + "']");
        assertThat(value(security.winsock()).getFirst().isLayered()).isFalse();
    }

    @Test
    void cutWrongAndMissingBytesAreUnknown() {
        assertThat(why(entry("['REG_BINARY', '" + item(1).substring(2) + "']").winsock()))
                .startsWith("UNREADABLE");
        assertThat(why(entry("['REG_SZ', 'mswsock.dll']").winsock())).contains("REG_SZ");
        assertThat(why(part(windows("'registry': {'" + CATALOG + "\\\\000000000001': {}}"), new SecurityProbe())
                        .winsock()))
                .isNotEmpty();
    }

    /// Nothing recorded is not "no layer".
    @Test
    void anUnreadCatalogueIsUnknown() {
        assertThat(why(part(windows(), new SecurityProbe()).winsock())).startsWith("NOT_RECORDED");
    }

    /// Bits 12 to 15 are a number: snoozed (2) and expired (3) hold the bit of "on" or not, and are not on.
    @ParameterizedTest
    @CsvSource({
        "0x061100, true, true",
        "0x060100, false, true",
        "0x041000, true, false",
        "0x042000, false, false",
        "0x043000, false, false"
    })
    void theStateOfAProductHasParts(String state, boolean on, boolean microsoft) {
        Antivirus product = new Antivirus("a", Long.decode(state));
        assertThat(product.isOn()).isEqualTo(on);
        assertThat(product.isMicrosoft()).isEqualTo(microsoft);
    }

    @Test
    void rowsOfOtherShapesAreLeftOut() {
        Security security = part(windows("""
            'wmi': [{'namespace': 'root\\\\SecurityCenter2', 'class': 'AntiVirusProduct',
              'rows': [{'displayName': '火绒安全软件', 'productState': 266240}, {'displayName': 7}, {}]}]
            """), new SecurityProbe());
        assertThat(value(security.antivirus())).containsExactly(new Antivirus("火绒安全软件", 266240));
    }

    @Test
    void aServerHasNoList() {
        Security security = part(windows("""
            'wmi': [{'namespace': 'root\\\\SecurityCenter2', 'class': 'AntiVirusProduct', 'absent': true}]
            """), new SecurityProbe());
        assertThat(security.antivirus()).isInstanceOf(Reading.Absent.class);
    }

    private static Security entry(String value) {
        return part(
                windows("'registry': {'" + CATALOG + "': {}, '" + CATALOG + "\\\\000000000001': {'PackedCatalogItem': "
                        + value + "}}"),
                new SecurityProbe());
    }

    /// WSAPROTOCOL_INFOW behind the path, on a Chinese Windows.
    private static String item(int chain) {
        ByteBuffer bytes = ByteBuffer.allocate(888).order(ByteOrder.LITTLE_ENDIAN);
        bytes.put(0, "C:\\程序\\加速器.dll".getBytes(Charset.forName("GBK")));
        bytes.putInt(300, chain);
        bytes.put(376, "加速器 over TCP/IP".getBytes(StandardCharsets.UTF_16LE));
        return HexFormat.of().formatHex(bytes.array());
    }
}
