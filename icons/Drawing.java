import java.awt.AlphaComposite;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.LinearGradientPaint;
import java.awt.Paint;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.geom.Ellipse2D;
import java.awt.geom.RoundRectangle2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/// One of our SVG files: what our files use of SVG is drawn, anything else is refused.
final class Drawing {
    private static final String LINE = "stroke-width stroke-linecap stroke-linejoin ";

    private record Part(Shape shape, Paint fill, Paint stroke, BasicStroke line) {}

    private final double size;
    private final List<Part> parts = new ArrayList<>();
    private final Map<String, Paint> gradients = new HashMap<>();

    private Drawing(Element svg) {
        String[] box = svg.getAttribute("viewBox").split(" ");
        if (!box[0].equals("0") || !box[1].equals("0") || !box[2].equals(box[3]))
            throw new IllegalArgumentException("no square at 0 0: " + String.join(" ", box));
        size = Double.parseDouble(box[2]);
        NodeList children = svg.getElementsByTagName("*");
        for (int i = 0; i < children.getLength(); i++) add((Element) children.item(i));
    }

    static Drawing read(Path file) throws IOException {
        try {
            return new Drawing(DocumentBuilderFactory.newInstance()
                    .newDocumentBuilder()
                    .parse(file.toFile())
                    .getDocumentElement());
        } catch (SAXException | ParserConfigurationException | RuntimeException e) {
            throw new IOException(file + ": " + e.getMessage(), e);
        }
    }

    private void add(Element element) {
        switch (element.getTagName()) {
            case "title", "stop" -> {}
            case "linearGradient" -> gradients.put(element.getAttribute("id"), gradient(element));
            case "rect" -> {
                double round = 2 * number(element, "rx", 0);
                part(
                        element,
                        "x y width height rx",
                        new RoundRectangle2D.Double(
                                number(element, "x", 0),
                                number(element, "y", 0),
                                number(element, "width", 0),
                                number(element, "height", 0),
                                round,
                                round));
            }
            case "circle" -> {
                double r = number(element, "r", 0);
                part(
                        element,
                        "cx cy r",
                        new Ellipse2D.Double(number(element, "cx", 0) - r, number(element, "cy", 0) - r, 2 * r, 2 * r));
            }
            case "path" -> part(element, "d", PathData.of(element.getAttribute("d")));
            default -> throw new IllegalArgumentException("not drawn: <" + element.getTagName() + ">");
        }
    }

    private void part(Element element, String geometry, Shape shape) {
        List<String> known = List.of((geometry + " fill stroke " + LINE).split(" "));
        for (int i = 0; i < element.getAttributes().getLength(); i++) {
            String name = element.getAttributes().item(i).getNodeName();
            if (!known.contains(name)) throw new IllegalArgumentException("not drawn: " + name);
        }
        BasicStroke line = new BasicStroke(
                (float) number(element, "stroke-width", 1),
                element.getAttribute("stroke-linecap").equals("round") ? BasicStroke.CAP_ROUND : BasicStroke.CAP_BUTT,
                element.getAttribute("stroke-linejoin").equals("round")
                        ? BasicStroke.JOIN_ROUND
                        : BasicStroke.JOIN_MITER);
        parts.add(new Part(shape, paint(element.getAttribute("fill")), paint(element.getAttribute("stroke")), line));
    }

    private Paint paint(String said) {
        if (said.isEmpty() || said.equals("none")) return null;
        if (said.startsWith("url(#")) return gradients.get(said.substring(5, said.length() - 1));
        return Color.decode(said);
    }

    private static Paint gradient(Element element) {
        NodeList stops = element.getElementsByTagName("stop");
        float[] at = new float[stops.getLength()];
        Color[] colours = new Color[at.length];
        for (int i = 0; i < at.length; i++) {
            Element stop = (Element) stops.item(i);
            at[i] = Float.parseFloat(stop.getAttribute("offset"));
            colours[i] = Color.decode(stop.getAttribute("stop-color"));
        }
        return new LinearGradientPaint(
                (float) number(element, "x1", 0),
                (float) number(element, "y1", 0),
                (float) number(element, "x2", 0),
                (float) number(element, "y2", 0),
                at,
                colours);
    }

    private static double number(Element element, String name, double usual) {
        String said = element.getAttribute(name);
        return said.isEmpty() ? usual : Double.parseDouble(said);
    }

    BufferedImage at(int pixels) {
        BufferedImage image = new BufferedImage(pixels, pixels, BufferedImage.TYPE_INT_ARGB);
        over(image);
        return image;
    }

    /// With a margin around it.
    BufferedImage at(int pixels, double margin) {
        BufferedImage image = new BufferedImage(pixels, pixels, BufferedImage.TYPE_INT_ARGB);
        Graphics2D graphics = image.createGraphics();
        graphics.translate(pixels * margin, pixels * margin);
        graphics.scale(1 - 2 * margin, 1 - 2 * margin);
        draw(graphics, pixels);
        return image;
    }

    /// Cuts the outline of the first part free of what is there by a pixel of 16, then draws itself.
    void badgeOn(BufferedImage image) {
        Graphics2D graphics = image.createGraphics();
        prepare(graphics, image.getWidth());
        Shape outline = parts.getFirst().shape();
        graphics.setComposite(AlphaComposite.Clear);
        graphics.fill(outline);
        graphics.setStroke(new BasicStroke(
                2
                        + (parts.getFirst().stroke() == null
                                ? 0
                                : parts.getFirst().line().getLineWidth()),
                BasicStroke.CAP_ROUND,
                BasicStroke.JOIN_ROUND));
        graphics.draw(outline);
        over(image);
    }

    private void over(BufferedImage image) {
        draw(image.createGraphics(), image.getWidth());
    }

    private void prepare(Graphics2D graphics, int pixels) {
        graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        graphics.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        graphics.scale(pixels / size, pixels / size);
    }

    private void draw(Graphics2D graphics, int pixels) {
        prepare(graphics, pixels);
        for (Part part : parts) {
            if (part.fill() != null) {
                graphics.setPaint(part.fill());
                graphics.fill(part.shape());
            }
            if (part.stroke() != null) {
                graphics.setPaint(part.stroke());
                graphics.setStroke(part.line());
                graphics.draw(part.shape());
            }
        }
        graphics.dispose();
    }
}
