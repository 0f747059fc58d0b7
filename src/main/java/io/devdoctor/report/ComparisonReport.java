package io.devdoctor.report;

import io.devdoctor.privacy.Secrets;
import io.devdoctor.text.Messages;
import io.devdoctor.text.Visible;
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
        node.put("version", diagnosis.version());
        node.put("lang", diagnosis.language().tag());
    }

    private static ObjectNode change(ObjectNode node, Comparison.Change change) {
        node.put("kind", change.kind().name().toLowerCase(Locale.ROOT));
        node.put("check", change.telling().check());
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
        StringBuilder text = new StringBuilder();
        text.append("# ").append(messages.say("comparison.title")).append("\n\n");
        text.append(line(messages.say("cli.compare.before", before, moment(comparison.before(), messages))))
                .append("  \n");
        text.append(line(messages.say("cli.compare.after", after, moment(comparison.after(), messages))))
                .append("\n\n");
        if (comparison.isEmpty()) {
            text.append(messages.say("cli.compare.same")).append("\n\n");
        }
        causes(comparison, messages, text);
        changes(comparison, messages, text);
        facts(comparison, messages, text);
        BoundedText bounded = new BoundedText(MarkdownReport.LIMIT);
        text.toString().lines().forEach(line -> bounded.add(line + "\n"));
        return bounded.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static void causes(Comparison comparison, Messages messages, StringBuilder text) {
        if (comparison.causes().isEmpty()) return;
        text.append("## ").append(messages.say("cli.compare.causes")).append("\n\n");
        for (Comparison.Cause cause : comparison.causes()) {
            text.append("- ").append(entry(cause.change(), messages)).append('\n');
            cause.explains()
                    .forEach(change ->
                            text.append("  - ").append(entry(change, messages)).append('\n'));
        }
        text.append('\n');
    }

    private static void changes(Comparison comparison, Messages messages, StringBuilder text) {
        for (Comparison.Kind kind : Comparison.Kind.values()) {
            var changes = comparison.of(kind);
            if (kind == Comparison.Kind.SAME || kind == Comparison.Kind.UNEXAMINED || changes.isEmpty()) continue;
            text.append("## ")
                    .append(messages.say("cli.compare.group", messages.say("comparison.kind." + kind), changes.size()))
                    .append("\n\n");
            changes.forEach(
                    change -> text.append("- ").append(entry(change, messages)).append('\n'));
            text.append('\n');
        }
    }

    private static String entry(Comparison.Change change, Messages messages) {
        Diagnosis.Item telling = change.telling();
        String kind = messages.say("comparison.kind." + change.kind());
        String was = change.before()
                .filter(before -> !before.title().equals(telling.title()))
                .map(before -> line(messages.say("comparison.aside", messages.say("cli.compare.was", before.title()))))
                .orElse("");
        return "**" + kind + "** " + line(telling.title()) + (was.startsWith("(") ? " " : "") + was + " "
                + Markdown.code(Visible.line(telling.check()));
    }

    private static void facts(Comparison comparison, Messages messages, StringBuilder text) {
        if (comparison.facts().isEmpty()) return;
        text.append("## ").append(messages.say("cli.compare.facts")).append("\n\n");
        text.append("| | ")
                .append(messages.say("comparison.before"))
                .append(" | ")
                .append(messages.say("comparison.after"))
                .append(" |\n| --- | --- | --- |\n");
        comparison
                .facts()
                .forEach(fact -> text.append(
                        "| " + line(fact.label()) + " | " + line(fact.before()) + " | " + line(fact.after()) + " |\n"));
    }

    private static String moment(Diagnosis side, Messages messages) {
        return messages.format().moment(side.taken());
    }

    private static String line(String text) {
        return Markdown.text(Visible.line(masked(text)));
    }

    /// A report of another hand may hold a secret.
    private static String masked(String text) {
        return Secrets.mask(text).text();
    }
}
