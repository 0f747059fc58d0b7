package io.devdoctor.repair;

import io.devdoctor.check.Finding;
import io.devdoctor.check.Verdict;
import io.devdoctor.text.Text;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// What a check said when a transaction ended, as far as the journal keeps it.
///
/// @param check   its id
/// @param subject what it is about; "" = the machine
public record Sighting(Verdict verdict, String check, String subject, Text title) {

    static Sighting of(Finding finding) {
        return new Sighting(
                finding.verdict(), finding.check().id(), finding.subject().name(), finding.title());
    }

    void write(ObjectNode node) {
        node.put("verdict", verdict.name()).put("check", check).put("subject", subject);
        node.set("title", TextJson.write(title));
    }

    static Sighting read(JsonNode node) {
        return new Sighting(
                Verdict.valueOf(node.path("verdict").asString()),
                node.path("check").asString(""),
                node.path("subject").asString(""),
                TextJson.read(node.path("title")));
    }
}
