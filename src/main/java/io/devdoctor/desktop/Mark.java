package io.devdoctor.desktop;

import io.devdoctor.check.Verdict;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import javafx.scene.image.Image;
import javafx.scene.image.PixelFormat;

/// DevDoctor's mark in whole pixels, drawn by the program in `icons`.
final class Mark {
    private static final int[] OF_WINDOW = {16, 20, 24, 32, 40, 48, 64, 128};
    /// Of the notification area at 100 to 200 %.
    private static final int[] OF_TRAY = {16, 20, 24, 32};

    private Mark() {}

    /// What the toolkit takes: 32 on Windows, 128 elsewhere.
    static List<Image> ofWindow() {
        return List.of(image("window-32"), image("window-128"));
    }

    /// A PNG file of that width, or the next wider one there is.
    static byte[] atLeast(int pixels) {
        int widest = OF_WINDOW[OF_WINDOW.length - 1];
        return bytes("window-"
                + IntStream.of(OF_WINDOW)
                        .filter(size -> size >= pixels)
                        .findFirst()
                        .orElse(widest));
    }

    /// With a sign for the verdict, each of a shape of its own.
    ///
    /// @param verdict empty = not known yet
    static List<Tray.Picture> ofTray(Optional<Verdict> verdict) {
        String sign = verdict.map(Mark::sign).orElse("waiting");
        return IntStream.of(OF_TRAY)
                .mapToObj(size -> picture(image("tray-" + sign + "-" + size), size))
                .toList();
    }

    private static String sign(Verdict verdict) {
        return switch (verdict) {
            case OK, INFO, WARNING, PROBLEM, UNKNOWN -> verdict.name().toLowerCase(Locale.ROOT);
            case NOT_APPLICABLE -> "waiting";
        };
    }

    private static Tray.Picture picture(Image image, int size) {
        int[] pixels = new int[size * size];
        image.getPixelReader().getPixels(0, 0, size, size, PixelFormat.getIntArgbInstance(), pixels, 0, size);
        return new Tray.Picture(size, pixels);
    }

    private static Image image(String name) {
        return new Image(new ByteArrayInputStream(bytes(name)));
    }

    private static byte[] bytes(String name) {
        try (InputStream file = Mark.class.getResourceAsStream("icons/" + name + ".png")) {
            if (file == null) throw new IllegalStateException("no picture " + name);
            return file.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
