package io.devdoctor.repair;

import io.devdoctor.check.Finding;
import io.devdoctor.check.Subject;
import io.devdoctor.check.Verdict;
import io.devdoctor.fix.Fix;
import io.devdoctor.text.Text;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// What a fix is to cure, as far as it must outlive the process.
///
/// @param fix id of the fix
record Complaint(Finding.Key key, Verdict verdict, Text title, String fix) {

    static Complaint of(Finding finding, Fix fix) {
        return new Complaint(finding.key(), finding.verdict(), finding.title(), fix.id());
    }

    /// Whether `now` says the same illness again. An UNKNOWN concludes nothing, so it is no cure either.
    boolean isSeenIn(Finding now) {
        if (now.verdict() == Verdict.UNKNOWN) {
            return now.subject().equals(key.subject()) || now.subject().equals(Subject.MACHINE);
        }
        if (!now.key().equals(key) || now.verdict() == Verdict.OK || now.verdict() == Verdict.NOT_APPLICABLE) {
            return false;
        }
        boolean sameWords =
                now.title().key().equals(title.key()) && now.verdict().rank() >= verdict.rank();
        return sameWords
                || now.fixes().stream().anyMatch(offered -> offered.id().equals(fix));
    }

    void write(ObjectNode node) {
        node.put("fix", fix).put("check", key.check()).put("verdict", verdict.name());
        node.putObject("subject")
                .put("kind", key.subject().kind().name())
                .put("name", key.subject().name())
                .put("world", key.subject().world());
        node.set("finding", TextJson.write(title));
    }

    static Complaint read(JsonNode node) {
        JsonNode subject = node.path("subject");
        Finding.Key key = new Finding.Key(
                node.path("check").asString(""),
                new Subject(
                        Subject.Kind.valueOf(subject.path("kind").asString()),
                        subject.path("name").asString(""),
                        subject.path("world").asString("")));
        return new Complaint(
                key,
                Verdict.valueOf(node.path("verdict").asString()),
                TextJson.read(node.path("finding")),
                node.path("fix").asString(""));
    }
}
