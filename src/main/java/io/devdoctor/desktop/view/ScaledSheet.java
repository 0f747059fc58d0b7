package io.devdoctor.desktop.view;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Pattern;

/// The window's own stylesheet with larger letters, and whatever is as high as a letter.
///
/// JavaFX has no unit that grows with the root's font only: `em` multiplies from parent to child.
final class ScaledSheet {
    private static final String PLACE = "/io/devdoctor/desktop/desktop.css";
    private static final int WHOLE = 100;
    private static final double ICONS = 0.4;
    private static final double RING = 0.25;
    private static final Pattern SIZE =
            Pattern.compile("(-fx-(?:font-size|icon-size|(?:min|max)-(?:height|width))): ([0-9.]+)(px)?(?=;)");
    /// Drawn, not written: it grows as a whole.
    private static final Pattern DRAWN = Pattern.compile("(?m)^\\.verdict-ring [^\\n]*$");

    private ScaledSheet() {}

    /// The address of a stylesheet for a scene.
    static String at(int percent) {
        if (percent == WHOLE) {
            return Objects.requireNonNull(ScaledSheet.class.getResource(PLACE)).toExternalForm();
        }
        byte[] scaled = scaled(text(), percent).getBytes(StandardCharsets.UTF_8);
        return "data:text/css;charset=utf-8;base64," + Base64.getEncoder().encodeToString(scaled);
    }

    static String scaled(String sheet, int percent) {
        StringBuilder scaled = new StringBuilder();
        for (String line : sheet.split("\n", -1)) {
            scaled.append(DRAWN.matcher(line).matches() ? line : larger(line, percent))
                    .append('\n');
        }
        return scaled.append(drawings(percent)).toString();
    }

    private static String larger(String line, int percent) {
        return SIZE.matcher(line).replaceAll(size -> {
            double larger = Double.parseDouble(size.group(2)) * percent / WHOLE;
            String unit = size.group(3) == null ? "" : "px";
            return size.group(1) + ": " + String.format(Locale.ROOT, "%.2f", larger) + unit;
        });
    }

    /// They have a little room around them, and grow into it.
    private static String drawings(int percent) {
        double icon = 1 + (percent - WHOLE) * ICONS / WHOLE;
        double ring = 1 + (percent - WHOLE) * RING / WHOLE;
        return String.format(Locale.ROOT, """
            .verdict-icon, .top-bar .mark .cross { -fx-scale-x: %1$.3f; -fx-scale-y: %1$.3f; }
            .verdict-ring { -fx-scale-x: %2$.3f; -fx-scale-y: %2$.3f; }
            """, icon, ring);
    }

    private static String text() {
        try (InputStream in = Objects.requireNonNull(ScaledSheet.class.getResourceAsStream(PLACE))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
