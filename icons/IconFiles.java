import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.imageio.ImageIO;

/// The file formats of icons.
final class IconFiles {
    private static final int BITMAP_HEADER = 40;
    /// The smallest icons of macOS, which it does not take as PNG.
    private static final Set<String> PLANES = Set.of("ic04", "ic05");
    /// The longest there is; divides 16 × 16 and 32 × 32.
    private static final int PIECE = 128;

    private IconFiles() {}

    static byte[] png(BufferedImage image) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ImageIO.write(image, "png", out);
        return out.toByteArray();
    }

    /// For Windows: 256 as PNG, the smaller ones as bitmaps, which every reader understands.
    static byte[] ico(List<BufferedImage> images) throws IOException {
        List<byte[]> contents = new ArrayList<>();
        for (BufferedImage image : images) contents.add(image.getWidth() < 256 ? bitmap(image) : png(image));
        int offset = 6 + 16 * images.size();
        ByteBuffer file =
                little(offset + contents.stream().mapToInt(it -> it.length).sum());
        file.putShort((short) 0).putShort((short) 1).putShort((short) images.size());
        for (int i = 0; i < images.size(); i++) {
            // 256 does not fit into a byte and is written as 0.
            byte size = (byte) images.get(i).getWidth();
            file.put(size)
                    .put(size)
                    .put((byte) 0)
                    .put((byte) 0)
                    .putShort((short) 1)
                    .putShort((short) 32);
            file.putInt(contents.get(i).length).putInt(offset);
            offset += contents.get(i).length;
        }
        contents.forEach(file::put);
        return file.array();
    }

    /// From the lowest row to the highest, and after the colours a mask of single bits, each row a multiple of 4 bytes.
    private static byte[] bitmap(BufferedImage image) {
        int size = image.getWidth();
        int maskRow = (size + 31) / 32 * 4;
        ByteBuffer out = little(BITMAP_HEADER + size * size * 4 + maskRow * size);
        out.putInt(BITMAP_HEADER)
                .putInt(size)
                .putInt(2 * size)
                .putShort((short) 1)
                .putShort((short) 32);
        out.position(BITMAP_HEADER);
        for (int y = size - 1; y >= 0; y--) for (int x = 0; x < size; x++) out.putInt(image.getRGB(x, y));
        for (int y = size - 1; y >= 0; y--) {
            byte[] row = new byte[maskRow];
            for (int x = 0; x < size; x++) if (image.getRGB(x, y) >>> 24 == 0) row[x / 8] |= (byte) (0x80 >> x % 8);
            out.put(row);
        }
        return out.array();
    }

    private static ByteBuffer little(int size) {
        return ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
    }

    /// For macOS.
    ///
    /// @param images by their type of four letters
    static byte[] icns(Map<String, BufferedImage> images) throws IOException {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        for (Map.Entry<String, BufferedImage> image : images.entrySet()) {
            boolean planes = PLANES.contains(image.getKey());
            byte[] content = planes ? planes(image.getValue()) : png(image.getValue());
            body.write(chunk(image.getKey(), 8 + content.length));
            body.write(content);
        }
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        file.write(chunk("icns", 8 + body.size()));
        body.writeTo(file);
        return file.toByteArray();
    }

    /// Alpha, red, green and blue one after the other, in pieces that are not compressed.
    private static byte[] planes(BufferedImage image) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes("ARGB".getBytes(StandardCharsets.US_ASCII));
        int size = image.getWidth();
        for (int shift : new int[] {24, 16, 8, 0})
            for (int i = 0; i < size * size; i++) {
                if (i % PIECE == 0) out.write(PIECE - 1);
                out.write(image.getRGB(i % size, i / size) >> shift);
            }
        return out.toByteArray();
    }

    private static byte[] chunk(String type, int length) {
        return ByteBuffer.allocate(8)
                .put(type.getBytes(StandardCharsets.US_ASCII))
                .putInt(length)
                .array();
    }
}
