package io.devdoctor;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The icons are those that `java icons/Icons.java` draws from what stands in `icons/svg`, and every size is there.
class IconsTest {
    private static final Path ICONS = Path.of("icons");
    private static final Path WINDOW = Path.of("src/main/resources/io/devdoctor/desktop/icons");

    @Test
    void noneIsStale() throws Exception {
        Map<String, String> built = new TreeMap<>();
        for (String line : Files.readAllLines(ICONS.resolve("built.sha256")))
            built.put(line.substring(66), line.substring(0, 64));
        Map<String, String> now = new TreeMap<>();
        for (Path folder : List.of(ICONS, WINDOW))
            for (Path file : files(folder)) now.put(file.toString().replace('\\', '/'), sum(file));
        assertThat(now).as("run: java icons/Icons.java").isEqualTo(built);
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> !file.toString().endsWith(".md"))
                    .filter(file -> !file.endsWith("built.sha256"))
                    .toList();
        }
    }

    private static String sum(Path file) throws Exception {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"devdoctor.ico", "document.ico"})
    void windowsFindsEverySize(String name) throws IOException {
        ByteBuffer file =
                ByteBuffer.wrap(Files.readAllBytes(ICONS.resolve(name))).order(ByteOrder.LITTLE_ENDIAN);
        assertThat(file.getInt(0)).as("an icon, not a cursor").isEqualTo(1 << 16);
        List<Integer> sizes = new ArrayList<>();
        int end = 0;
        for (int i = 0; i < file.getShort(4); i++) {
            int entry = 6 + 16 * i;
            int size = Byte.toUnsignedInt(file.get(entry));
            int length = file.getInt(entry + 8);
            int offset = file.getInt(entry + 12);
            sizes.add(size == 0 ? 256 : size);
            assertThat(file.getShort(entry + 6)).as("bits of a pixel").isEqualTo((short) 32);
            if (size == 0)
                assertThat(ImageIO.read(new ByteArrayInputStream(file.array(), offset, length))
                                .getWidth())
                        .isEqualTo(256);
            else assertThat(file.getInt(offset + 8)).as("height with its mask").isEqualTo(2 * size);
            end = offset + length;
        }
        assertThat(sizes).containsExactly(16, 20, 24, 32, 40, 48, 64, 256);
        assertThat(end).isEqualTo(file.capacity());
    }

    @Test
    void macFindsEverySize() throws IOException {
        ByteBuffer file = ByteBuffer.wrap(Files.readAllBytes(ICONS.resolve("devdoctor.icns")));
        assertThat(type(file, 0)).isEqualTo("icns");
        assertThat(file.getInt(4)).isEqualTo(file.capacity());
        List<String> types = new ArrayList<>();
        for (int at = 8; at < file.capacity(); at += file.getInt(at + 4)) {
            types.add(type(file, at));
            int length = file.getInt(at + 4) - 8;
            // As PNG, macOS shows the smallest ones wrongly.
            if (types.getLast().matches("ic0[45]"))
                assertThat(type(file, at + 8)).as(types.getLast()).isEqualTo("ARGB");
            else
                assertThat(ImageIO.read(new ByteArrayInputStream(file.array(), at + 8, length)))
                        .as(types.getLast())
                        .isNotNull();
        }
        assertThat(types)
                .containsExactlyInAnyOrder(
                        "ic04", "ic05", "ic07", "ic08", "ic09", "ic10", "ic11", "ic12", "ic13", "ic14");
    }

    private static String type(ByteBuffer file, int at) {
        return new String(file.array(), at, 4, StandardCharsets.US_ASCII);
    }

    /// Nobody needs colours to tell the verdicts apart: what lies on the mark differs as a silhouette, too.
    @ParameterizedTest
    @ValueSource(ints = {16, 20, 24, 32})
    void everyVerdictHasAShapeOfItsOwn(int size) throws IOException {
        List<String> shapes = new ArrayList<>();
        for (String verdict : List.of("waiting", "ok", "info", "warning", "problem", "unknown"))
            shapes.add(shape(ImageIO.read(
                    WINDOW.resolve("tray-" + verdict + "-" + size + ".png").toFile())));
        assertThat(shapes).doesNotHaveDuplicates();
    }

    /// The picture in black and white, line by line.
    private static String shape(BufferedImage image) {
        StringBuilder shape = new StringBuilder();
        for (int y = 0; y < image.getHeight(); y++)
            for (int x = 0; x < image.getWidth(); x++) {
                int colour = image.getRGB(x, y);
                int light = (colour >> 16 & 255) * 3 + (colour >> 8 & 255) * 6 + (colour & 255);
                shape.append(colour >>> 24 < 128 ? ' ' : light > 1275 ? 'o' : '#');
            }
        return shape.toString();
    }
}
