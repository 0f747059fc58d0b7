package io.devdoctor.report;

import io.devdoctor.privacy.Secrets;
import io.devdoctor.text.Messages;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// A comparison as a document, for programs and for issue trackers.
public final class ComparisonReport {
    private static final int SCHEMA = 1;
    private static final JsonMapper MAPPER =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    private ComparisonReport() {}

    /// @param before name of the older side; @param after name of the newer one
    public static byte[] json(Comparison comparison, String before, String after) {
        ObjectNode root = MAPPER.createObjectNode().put("devdoctorComparison", SCHEMA);
        side(root.putObject("before"), before, comparison.before());
        side(root.putObject("after"), after, comparison.after());
        ArrayNode causes = root.putArray("causes");
        for (Comparison.Cause cause : comparison.causes()) {
            ObjectNode one = change(causes.addObject(), cause.change());
            ArrayNode explains = one.putArray("explains");
            cause.explains().forEach(change -> change(explains.addObject(), change));
        }
        ArrayNode changes = root.putArray("changes");
        comparison.changes().stream()
                .filter(change -> change.kind() != Comparison.Kind.SAME)
                .forEach(change -> change(changes.addObject(), change));
        ArrayNode facts = root.putArray("facts");
        comparison
                .facts()
                .forEach(fact -> facts.addObject()
                        .put("what", masked(fact.label()))
                        .put("before", masked(fact.before()))
                        .put("after", masked(fact.after())));
        root.put("same", comparison.of(Comparison.Kind.SAME).size());
        return (MAPPER.writeValueAsString(root) + "\n").getBytes(StandardCharsets.UTF_8);
    }

    private static void side(ObjectNode node, String name, Diagnosis diagnosis) {
        node.put("name", masked(name));
        node.put("taken", diagnosis.taken().toString());
        node.put("version", masked(diagnosis.version()));
        node.put("lang", diagnosis.language().tag());
    }

    private static ObjectNode change(ObjectNode node, Comparison.Change change) {
        node.put("kind", change.kind().name().toLowerCase(Locale.ROOT));
        node.put("check", masked(change.telling().check()));
        finding(node, "before", change.before());
        finding(node, "after", change.after());
        return node;
    }

    private static void finding(ObjectNode node, String side, Optional<Diagnosis.Item> found) {
        found.ifPresent(item -> node.putObject(side)
                .put("subject", masked(item.subject()))
                .put("verdict", item.verdict().name())
                .put("title", masked(item.title()))
                .put("message", masked(item.message())));
    }

    /// Harmless whatever the names hold.
    public static byte[] markdown(Comparison comparison, String before, String after, Messages messages) {
        return new ComparisonMarkdown(comparison, messages).write(before, after).getBytes(StandardCharsets.UTF_8);
    }

    /// A report of another hand may hold a secret.
    static String masked(String text) {
        return Secrets.mask(text).text();
    }
}
