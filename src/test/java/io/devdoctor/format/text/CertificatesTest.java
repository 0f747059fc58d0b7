package io.devdoctor.format.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Base64;
import java.util.Random;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class CertificatesTest {
    private static final String PEM = pem();

    private static String pem() {
        try {
            Path proof = Path.of("src/test/resources/proofs/project.certificates/expired.json");
            return JsonMapper.shared()
                    .readTree(Files.readString(proof))
                    .path("project")
                    .path("C:\\src\\shop")
                    .path("deploy/tls/server.crt")
                    .asString();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void readsPemWithItsPlaceAndDer() {
        String twice = "subject: shop\r\n\r\n" + PEM + "# again\n" + PEM;
        var found = Certificates.read(twice.getBytes(StandardCharsets.UTF_8));
        assertThat(found)
                .extracting(Certificates.Certificate::line)
                .containsExactly(3, 4 + (int) PEM.lines().count());
        assertThat(found.getFirst().subject()).isEqualTo("CN=old.shop.example");
        assertThat(found.getFirst().until()).isEqualTo(Instant.parse("2026-10-16T08:00:00Z"));
        byte[] der = Base64.getMimeDecoder().decode(PEM.replaceAll("-----[^-]+-----", ""));
        assertThat(Certificates.read(der))
                .singleElement()
                .satisfies(each -> assertThat(each.line()).isZero());
    }

    @Test
    void leavesOutWhatIsDamaged() {
        byte[] good = PEM.getBytes(StandardCharsets.UTF_8);
        Random random = new Random(4);
        for (int i = 0; i < 300; i++) {
            byte[] bad = good.clone();
            bad[random.nextInt(bad.length)] = (byte) random.nextInt(256);
            assertThat(Certificates.read(bad)).hasSizeLessThanOrEqualTo(1);
        }
        assertThat(Certificates.read(new byte[] {0x30, (byte) 0x84, 127, 127, 127, 127}))
                .isEmpty();
        assertThat(Certificates.read("-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----\n"
                        .getBytes(StandardCharsets.UTF_8)))
                .isEmpty();
    }
}
