package io.devdoctor.report;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import tools.jackson.databind.JsonNode;

/// Which members of a report are of another type than schema 1 gives them, and titles that are not there. They are read
/// as the least that can be said;
/// members that the schema does not have are those of a newer DevDoctor, and nothing to complain of.
final class ReportShape {
    /// A part of a report: its type, and those of its members or elements.
    private record Shape(Predicate<JsonNode> fits, Map<String, Shape> members, List<Shape> elements) {
        static Shape of(Predicate<JsonNode> fits) {
            return new Shape(fits, Map.of(), List.of());
        }

        static Shape list(Shape element) {
            return new Shape(JsonNode::isArray, Map.of(), List.of(element));
        }

        Shape and(Shape type, String... names) {
            Map<String, Shape> all = new TreeMap<>(members);
            Arrays.stream(names).forEach(name -> all.put(name, type));
            return new Shape(fits, all, elements);
        }
    }

    private static final Shape TEXT = Shape.of(JsonNode::isString);
    private static final Shape NUMBER = Shape.of(JsonNode::isIntegralNumber);
    private static final Shape FLAG = Shape.of(JsonNode::isBoolean);
    private static final Shape TEXTS = Shape.list(TEXT);
    private static final Shape OBJECT = Shape.of(JsonNode::isObject);
    private static final Shape REFS = Shape.list(OBJECT.and(TEXT, "check", "subject"));
    private static final Shape PLACE = OBJECT.and(TEXT, "path").and(NUMBER, "line");
    private static final Shape PROOF = OBJECT.and(TEXT, "what", "value", "words", "source", "at");
    private static final Shape FIX = OBJECT.and(TEXT, "id", "title", "command", "takesEffect")
            .and(FLAG, "safe", "manual")
            .and(TEXTS, "steps", "effects");
    private static final Shape MUTED = OBJECT.and(TEXT, "verdict", "reason", "until")
            .and(FLAG, "untilChanged")
            .and(Shape.list(PLACE.and(TEXT, "who", "reason")), "by");
    private static final Shape FINDING = OBJECT.and(
                    TEXT, "check", "area", "subject", "verdict", "certainty", "title", "message", "why", "file")
            .and(NUMBER, "line")
            .and(Shape.list(PROOF), "evidence")
            .and(Shape.list(PLACE), "places")
            .and(Shape.list(FIX), "fixes")
            .and(REFS, "causedBy")
            .and(MUTED, "muted");
    private static final Shape CLOCK =
            OBJECT.and(TEXT, "clock", "name").and(NUMBER, "offsetMillis", "lowMillis", "highMillis");
    private static final Shape CLOCKS = OBJECT.and(TEXT, "against").and(Shape.list(CLOCK), "offsets");
    private static final Shape ROOT = OBJECT.and(TEXT, "check", "subject").and(REFS, "explains");
    private static final Shape SUMMARY =
            OBJECT.and(NUMBER, "ok", "info", "warning", "problem", "unknown", "notApplicable", "muted");
    private static final Shape REPORT = OBJECT.and(TEXT, "taken", "lang", "recording", "headline")
            .and(OBJECT.and(TEXT, "version"), "tool")
            .and(TEXTS, "leftOut")
            .and(CLOCKS, "clocks")
            .and(Shape.list(ROOT), "rootCauses")
            .and(SUMMARY, "summary")
            .and(OBJECT.and(FLAG, "pseudonyms").and(NUMBER, "secrets"), "redaction");

    private static final int FEW = 5;

    private final List<String> some = new ArrayList<>();
    private int count;

    private ReportShape() {}

    /// Members of which nothing, or something else than should be there, was found.
    ///
    /// @param some of them, such as `findings/3/title`
    record Strange(int count, List<String> some) {}

    static Strange strange(JsonNode report) {
        ReportShape found = new ReportShape();
        found.look(report, REPORT, "");
        found.look(report.path("machine"), OBJECT, "machine");
        report.path("machine")
                .properties()
                .forEach(fact -> found.look(fact.getValue(), TEXT, "machine/" + fact.getKey()));
        int number = 0;
        for (JsonNode finding : report.path("findings")) found.finding(finding, "findings/" + number++);
        return new Strange(found.count, List.copyOf(found.some));
    }

    /// One without a check is not read at all, and told elsewhere.
    private void finding(JsonNode finding, String path) {
        if (finding.path("check").asString("").isBlank()) return;
        look(finding, FINDING, path);
        if (isMissing(finding.path("title"))) note(path + "/title");
    }

    private void look(JsonNode node, Shape shape, String path) {
        if (isMissing(node)) return;
        if (!shape.fits().test(node)) {
            note(path);
            return;
        }
        shape.members()
                .forEach((name, member) -> look(node.path(name), member, path.isEmpty() ? name : path + "/" + name));
        int number = 0;
        for (Shape element : shape.elements()) for (JsonNode one : node) look(one, element, path + "/" + number++);
    }

    private void note(String path) {
        count++;
        if (some.size() < FEW) some.add(path);
    }

    private static boolean isMissing(JsonNode node) {
        return node.isMissingNode() || node.isNull();
    }
}
