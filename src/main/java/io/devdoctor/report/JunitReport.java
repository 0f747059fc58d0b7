package io.devdoctor.report;

import io.devdoctor.check.Area;
import io.devdoctor.report.Diagnosis.Item;
import io.devdoctor.report.Diagnosis.Spot;
import io.devdoctor.text.Messages;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/// The findings as build servers show tests: a suite for each area, a case for each finding; warnings and problems
/// fail, what could not be checked is an error, what does not apply or is muted is skipped.
final class JunitReport {
    private JunitReport() {}

    static byte[] write(Diagnosis diagnosis) {
        Map<Area, List<Item>> areas = diagnosis.findings().stream()
                .collect(Collectors.groupingBy(Item::area, LinkedHashMap::new, Collectors.toList()));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            XMLStreamWriter xml =
                    XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(out, StandardCharsets.UTF_8.name());
            xml.writeStartDocument("UTF-8", "1.0");
            xml.writeCharacters("\n");
            xml.writeStartElement("testsuites");
            xml.writeAttribute("name", "DevDoctor");
            counts(xml, diagnosis.findings());
            for (var area : areas.entrySet()) suite(xml, area.getKey(), area.getValue(), diagnosis);
            end(xml, "\n");
            xml.writeEndDocument();
            xml.close();
        } catch (XMLStreamException e) {
            throw new IllegalStateException(e);
        }
        return (out.toString(StandardCharsets.UTF_8) + "\n").getBytes(StandardCharsets.UTF_8);
    }

    private static void suite(XMLStreamWriter xml, Area area, List<Item> items, Diagnosis diagnosis)
            throws XMLStreamException {
        start(xml, "\n  ", "testsuite");
        xml.writeAttribute("name", area.id());
        counts(xml, items);
        xml.writeAttribute("timestamp", diagnosis.taken().toString());
        Messages messages = Messages.of(diagnosis.language());
        for (Item item : items) testCase(xml, item, diagnosis, messages);
        end(xml, "\n  ");
    }

    private static void counts(XMLStreamWriter xml, List<Item> items) throws XMLStreamException {
        xml.writeAttribute("tests", String.valueOf(items.size()));
        xml.writeAttribute("failures", count(items, "failure"));
        xml.writeAttribute("errors", count(items, "error"));
        xml.writeAttribute("skipped", count(items, "skipped"));
    }

    private static String count(List<Item> items, String element) {
        return String.valueOf(
                items.stream().filter(item -> element(item).equals(element)).count());
    }

    /// What a case holds; "" = it passed.
    private static String element(Item item) {
        if (item.isMuted()) return "skipped";
        return switch (item.verdict()) {
            case PROBLEM, WARNING -> "failure";
            case UNKNOWN -> "error";
            case NOT_APPLICABLE -> "skipped";
            case OK, INFO -> "";
        };
    }

    private static void testCase(XMLStreamWriter xml, Item item, Diagnosis diagnosis, Messages messages)
            throws XMLStreamException {
        start(xml, "\n    ", "testcase");
        xml.writeAttribute("classname", item.check());
        xml.writeAttribute("name", legal(name(item)));
        if (!item.spots().isEmpty()) {
            Spot spot = item.spots().getFirst();
            xml.writeAttribute("file", legal(spot.path()));
            if (spot.line() > 0) xml.writeAttribute("line", String.valueOf(spot.line()));
        }
        String element = element(item);
        if (!element.isEmpty()) {
            start(xml, "\n      ", element);
            xml.writeAttribute(
                    "message",
                    legal(item.muted() == null ? item.title() : item.muted().sentence()));
            if (!element.equals("skipped")) {
                xml.writeAttribute("type", item.verdict().name());
                xml.writeCharacters(legal(words(item, diagnosis, messages)));
            }
            xml.writeEndElement();
            xml.writeCharacters("\n    ");
        }
        xml.writeEndElement();
    }

    /// The same in every run, whatever was found and on which line: build servers show what became of a case.
    private static String name(Item item) {
        String subject = item.file() == null ? item.subject() : item.subject().replaceFirst(":\\d+$", "");
        return subject.isEmpty() ? item.name() : item.name() + " · " + subject;
    }

    private static String words(Item item, Diagnosis diagnosis, Messages messages) {
        StringBuilder words = new StringBuilder(item.message());
        for (String cause : diagnosis.causesOf(item))
            words.append('\n').append(messages.say("report.consequence-of", cause));
        for (Spot spot : item.spots()) {
            words.append('\n').append(spot.path());
            if (spot.line() > 0) words.append(':').append(spot.line());
        }
        for (Diagnosis.Proof proof : item.evidence()) {
            String said = messages.say("report.evidence.line", proof.what(), proof.shown());
            words.append('\n').append(messages.say("report.evidence.from", said, proof.place()));
        }
        for (Diagnosis.Cure cure : item.fixes()) {
            words.append('\n').append(messages.say("report.fix-title", cure.title()));
            cure.byHand().forEach(step -> words.append("\n  ").append(step));
            if (!cure.command().isEmpty()) words.append("\n  ").append(cure.command());
        }
        return words.toString();
    }

    /// XML 1.0 has no place for control characters and lone surrogates, whatever names hold them.
    private static String legal(String text) {
        return text.codePoints()
                .map(point -> isLegal(point) ? point : 0xFFFD)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    private static boolean isLegal(int point) {
        return point == '\t'
                || point == '\n'
                || point == '\r'
                || point >= 0x20 && point <= 0xD7FF
                || point >= 0xE000 && point <= 0xFFFD
                || point >= 0x10000;
    }

    private static void start(XMLStreamWriter xml, String gap, String name) throws XMLStreamException {
        xml.writeCharacters(gap);
        xml.writeStartElement(name);
    }

    private static void end(XMLStreamWriter xml, String gap) throws XMLStreamException {
        xml.writeCharacters(gap);
        xml.writeEndElement();
    }
}
