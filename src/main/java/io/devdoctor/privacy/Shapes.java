package io.devdoctor.privacy;

import java.util.EnumSet;
import java.util.Set;
import java.util.regex.Pattern;

/// Reads the shape of a text.
final class Shapes {
    private static final Pattern DRIVE = Pattern.compile("^[A-Za-z]:[\\\\/].*", Pattern.DOTALL);
    private static final Pattern MOUNT =
            Pattern.compile("^(?:/mnt/|/host_mnt/|/run/desktop/mnt/host/|//?)[A-Za-z](?:/.*)?$", Pattern.DOTALL);
    private static final Pattern NUMBER = Pattern.compile("-?\\d{1,30}(?:\\.\\d{1,30})?");
    private static final Pattern URL = Pattern.compile("^[a-z][a-z0-9+.-]{1,20}://.*", Pattern.DOTALL);

    private Shapes() {}

    static Set<Shape> text(String text) {
        Set<Shape> shape = EnumSet.noneOf(Shape.class);
        addIf(shape, Shape.BLANK, text.indexOf(' ') >= 0);
        addIf(shape, Shape.NON_ASCII, text.chars().anyMatch(c -> c > 126));
        addIf(shape, Shape.LONG, text.length() > 200);
        return shape;
    }

    static Set<Shape> path(String path) {
        Set<Shape> shape = text(path.replace("%20", " "));
        boolean mounted = MOUNT.matcher(path).matches();
        addIf(shape, Shape.WINDOWS_DRIVE, DRIVE.matcher(path).matches());
        addIf(shape, Shape.MOUNTED_DRIVE, mounted);
        addIf(shape, Shape.UNC, path.startsWith("\\\\"));
        addIf(shape, Shape.POSIX, !mounted && path.startsWith("/"));
        return shape;
    }

    static Set<Shape> value(String value) {
        Set<Shape> shape = value.startsWith("/") || DRIVE.matcher(value).matches() ? path(value) : text(value);
        addIf(shape, Shape.NUMBER, NUMBER.matcher(value).matches());
        addIf(shape, Shape.URL, URL.matcher(value).matches());
        return shape;
    }

    static Set<Shape> host(String host) {
        Set<Shape> shape = EnumSet.noneOf(Shape.class);
        addIf(shape, Shape.PORT, host.indexOf(':') >= 0);
        addIf(shape, Shape.SINGLE_LABEL, host.indexOf('.') < 0);
        return shape;
    }

    private static void addIf(Set<Shape> shape, Shape flag, boolean holds) {
        if (holds) {
            shape.add(flag);
        }
    }
}
