import java.awt.geom.Path2D;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/// The `d` of an SVG path: M, L, H, V, C, A and Z, absolute and relative.
final class PathData {
    private static final Pattern TOKEN = Pattern.compile("[MLHVCAZmlhvcaz]|-?(?:\\d+\\.?\\d*|\\.\\d+)");

    private final Path2D.Double path = new Path2D.Double();
    private final Deque<String> tokens;
    private double x;
    private double y;
    private double startX;
    private double startY;

    private PathData(String data) {
        tokens = new ArrayDeque<>(
                TOKEN.matcher(data).results().map(MatchResult::group).toList());
        if (!data.replaceAll(TOKEN.pattern(), "").matches("[\\s,]*"))
            throw new IllegalArgumentException("not understood: " + data);
    }

    static Path2D of(String data) {
        PathData reader = new PathData(data);
        char command = ' ';
        while (!reader.tokens.isEmpty()) {
            if (Character.isLetter(reader.tokens.peek().charAt(0)))
                command = reader.tokens.pop().charAt(0);
            // What follows a move without a letter of its own is a line.
            command = reader.obey(command);
        }
        return reader.path;
    }

    private char obey(char command) {
        boolean relative = Character.isLowerCase(command);
        double baseX = relative ? x : 0;
        double baseY = relative ? y : 0;
        switch (Character.toUpperCase(command)) {
            case 'M' -> {
                to(baseX + next(), baseY + next());
                path.moveTo(x, y);
                startX = x;
                startY = y;
                return relative ? 'l' : 'L';
            }
            case 'L' -> line(baseX + next(), baseY + next());
            case 'H' -> line(baseX + next(), y);
            case 'V' -> line(x, baseY + next());
            case 'C' -> {
                double x1 = baseX + next();
                double y1 = baseY + next();
                double x2 = baseX + next();
                double y2 = baseY + next();
                to(baseX + next(), baseY + next());
                path.curveTo(x1, y1, x2, y2, x, y);
            }
            case 'A' -> arc(next(), next(), next(), next() != 0, next() != 0, baseX + next(), baseY + next());
            case 'Z' -> {
                path.closePath();
                to(startX, startY);
            }
            default -> throw new IllegalArgumentException("no command before " + tokens.peek());
        }
        return command;
    }

    private double next() {
        return Double.parseDouble(tokens.pop());
    }

    private void to(double newX, double newY) {
        x = newX;
        y = newY;
    }

    private void line(double newX, double newY) {
        to(newX, newY);
        path.lineTo(x, y);
    }

    /// By the centre of the circle (SVG 1.1, F.6.5), in pieces of at most a quarter; circles alone.
    private void arc(double rx, double ry, double turned, boolean large, boolean clockwise, double endX, double endY) {
        if (rx != ry || turned != 0) throw new IllegalArgumentException("only arcs of circles");
        double dx = (x - endX) / 2;
        double dy = (y - endY) / 2;
        double half = Math.hypot(dx, dy);
        double radius = Math.max(rx, half);
        double away = Math.sqrt(Math.max(0, radius * radius - half * half)) / half * (large == clockwise ? -1 : 1);
        double centreX = (x + endX) / 2 + away * dy;
        double centreY = (y + endY) / 2 - away * dx;
        double from = Math.atan2(y - centreY, x - centreX);
        double sweep = Math.atan2(endY - centreY, endX - centreX) - from;
        if (clockwise && sweep < 0) sweep += 2 * Math.PI;
        if (!clockwise && sweep > 0) sweep -= 2 * Math.PI;
        int pieces = (int) Math.ceil(Math.abs(sweep) / (Math.PI / 2) - 1e-9);
        double step = sweep / pieces;
        double handle = 4.0 / 3 * Math.tan(step / 4) * radius;
        for (int i = 0; i < pieces; i++, from += step) {
            double to = from + step;
            path.curveTo(
                    centreX + radius * Math.cos(from) - handle * Math.sin(from),
                    centreY + radius * Math.sin(from) + handle * Math.cos(from),
                    centreX + radius * Math.cos(to) + handle * Math.sin(to),
                    centreY + radius * Math.sin(to) - handle * Math.cos(to),
                    centreX + radius * Math.cos(to),
                    centreY + radius * Math.sin(to));
        }
        to(endX, endY);
    }
}
