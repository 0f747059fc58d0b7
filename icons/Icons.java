import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/// Draws every icon of DevDoctor from `icons/svg`. In the root of the project:
///
///     java icons/Icons.java
///
/// `icons/built.sha256` says of which sources and with which result; a test compares it with the files.
final class Icons {
    private static final Path ICONS = Path.of("icons");
    private static final Path SVG = ICONS.resolve("svg");
    private static final Path WINDOW = Path.of("src/main/resources/io/devdoctor/desktop/icons");

    private static final List<Integer> PNG = List.of(16, 20, 24, 32, 40, 48, 64, 128, 256, 512, 1024);
    private static final List<Integer> ICO = List.of(16, 20, 24, 32, 40, 48, 64, 256);
    /// Title bar and taskbar at 100 to 250 %, and what other systems ask for.
    private static final List<Integer> OF_WINDOW = List.of(16, 20, 24, 32, 40, 48, 64, 128);
    /// The notification area at 100 to 200 %.
    private static final List<Integer> OF_TRAY = List.of(16, 20, 24, 32);
    private static final List<String> BADGES = List.of("ok", "info", "warning", "problem", "unknown");
    /// Around the mark on macOS, as on its other icons.
    private static final double MARGIN = 0.0977;

    private final Map<Path, byte[]> made = new TreeMap<>();

    public static void main(String[] arguments) throws IOException, NoSuchAlgorithmException {
        System.setProperty("java.awt.headless", "true");
        Icons icons = new Icons();
        icons.draw();
        icons.write();
    }

    private void draw() throws IOException {
        for (int size : PNG) made.put(ICONS.resolve("png/devdoctor-" + size + ".png"), IconFiles.png(mark(size)));
        made.put(ICONS.resolve("devdoctor.ico"), IconFiles.ico(all("mark", ICO)));
        made.put(ICONS.resolve("devdoctor.icns"), IconFiles.icns(forMac()));
        made.put(ICONS.resolve("document.ico"), IconFiles.ico(all("document", ICO)));
        made.put(ICONS.resolve("png/document-256.png"), IconFiles.png(image("document", 256)));
        for (int size : OF_WINDOW) made.put(WINDOW.resolve("window-" + size + ".png"), IconFiles.png(mark(size)));
        for (int size : OF_TRAY) {
            made.put(WINDOW.resolve("tray-waiting-" + size + ".png"), IconFiles.png(mark(size)));
            for (String badge : BADGES)
                made.put(WINDOW.resolve("tray-" + badge + "-" + size + ".png"), IconFiles.png(tray(badge, size)));
        }
    }

    /// From the drawing made for the pixels of this size where there is one.
    private static BufferedImage image(String name, int size) throws IOException {
        Path own = SVG.resolve(name + "-" + size + ".svg");
        return Drawing.read(Files.exists(own) ? own : SVG.resolve(name + ".svg"))
                .at(size);
    }

    private static BufferedImage mark(int size) throws IOException {
        return image("mark", size);
    }

    private static List<BufferedImage> all(String name, List<Integer> sizes) throws IOException {
        List<BufferedImage> images = new ArrayList<>();
        for (int size : sizes) images.add(image(name, size));
        return images;
    }

    private static BufferedImage tray(String badge, int size) throws IOException {
        BufferedImage image = mark(size);
        Drawing.read(SVG.resolve("badge-" + badge + ".svg")).badgeOn(image);
        return image;
    }

    private static Map<String, BufferedImage> forMac() throws IOException {
        Drawing mark = Drawing.read(SVG.resolve("mark.svg"));
        Map<String, BufferedImage> images = new LinkedHashMap<>();
        images.put("ic04", mark(16));
        images.put("ic05", mark(32));
        images.put("ic11", mark(32));
        images.put("ic12", mark(64));
        images.put("ic07", mark.at(128, MARGIN));
        images.put("ic13", mark.at(256, MARGIN));
        images.put("ic08", mark.at(256, MARGIN));
        images.put("ic14", mark.at(512, MARGIN));
        images.put("ic09", mark.at(512, MARGIN));
        images.put("ic10", mark.at(1024, MARGIN));
        return images;
    }

    private void write() throws IOException, NoSuchAlgorithmException {
        TreeMap<String, String> sums = new TreeMap<>();
        for (Map.Entry<Path, byte[]> file : made.entrySet()) {
            Files.createDirectories(file.getKey().getParent());
            Files.write(file.getKey(), file.getValue());
            sums.put(name(file.getKey()), sum(file.getValue()));
        }
        try (Stream<Path> sources = Files.walk(ICONS)) {
            for (Path source : sources.filter(Icons::isSource).toList())
                sums.put(name(source), sum(Files.readAllBytes(source)));
        }
        StringBuilder list = new StringBuilder();
        sums.forEach((file, sum) -> list.append(sum).append("  ").append(file).append('\n'));
        Files.writeString(ICONS.resolve("built.sha256"), list);
    }

    private static boolean isSource(Path file) {
        return file.toString().endsWith(".svg") || file.toString().endsWith(".java");
    }

    private static String name(Path file) {
        return file.toString().replace('\\', '/');
    }

    private static String sum(byte[] bytes) throws NoSuchAlgorithmException {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    }
}
