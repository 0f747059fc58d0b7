package io.devdoctor.report;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// A report of another hand: a text stands behind every word that it has.
public final class ForeignReport {
    private static final Set<String> FIXED =
            Set.of("taken", "lang", "verdict", "certainty", "area", "at", "effects", "takesEffect", "check", "against");

    private ForeignReport() {}

    /// @return JSON
    public static byte[] with(String hostile) {
        ObjectNode report = (ObjectNode) Documents.json(SickMachine.ill().result());
        ArrayNode findings = (ArrayNode) report.get("findings");
        findings.add(((ObjectNode) findings.get(0).deepCopy()).put("check", hostile.isBlank() ? "x" : hostile));
        findings.add(((ObjectNode) findings.get(0).deepCopy()).put("verdict", hostile));
        spoil(report, hostile);
        return JsonMapper.shared().writeValueAsString(report).getBytes(UTF_8);
    }

    private static void spoil(JsonNode node, String hostile) {
        if (node instanceof ObjectNode object) {
            for (Map.Entry<String, JsonNode> member : Set.copyOf(object.properties())) {
                if (FIXED.contains(member.getKey())) continue;
                if (member.getValue().isString())
                    object.put(member.getKey(), member.getValue().asString() + " " + hostile);
                else spoil(member.getValue(), hostile);
            }
        } else if (node instanceof ArrayNode array) {
            for (int i = 0; i < array.size(); i++) {
                JsonNode element = array.get(i);
                if (element.isString()) array.set(i, element.asString() + " " + hostile);
                else spoil(element, hostile);
            }
        }
    }
}
