package io.devdoctor.report;

import io.devdoctor.check.Verdict;
import io.devdoctor.fix.Effect;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// Schema 1 of the report as JSON: verdicts in capitals, OK findings included, stable order, times in UTC.
final class JsonReport {
    static final int SCHEMA = 1;
    private static final JsonMapper MAPPER =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    private JsonReport() {}

    static byte[] write(Diagnosis diagnosis) {
        ObjectNode report = MAPPER.createObjectNode();
        report.put("devdoctorReport", SCHEMA);
        report.putObject("tool").put("name", "DevDoctor").put("version", diagnosis.version());
        report.put("taken", diagnosis.taken().toString());
        report.put("lang", diagnosis.language().tag());
        if (diagnosis.recording() != null) report.put("recording", diagnosis.recording());
        ObjectNode machine = report.putObject("machine");
        diagnosis.machine().forEach(fact -> machine.put(fact.id(), fact.value()));
        clocks(report.putObject("clocks"), diagnosis.clocks());
        if (!diagnosis.leftOut().isEmpty()) {
            ArrayNode leftOut = report.putArray("leftOut");
            diagnosis.leftOut().stream().sorted().map(Section::id).forEach(leftOut::add);
        }
        report.put("headline", diagnosis.headline());
        ArrayNode findings = report.putArray("findings");
        diagnosis.findings().forEach(item -> finding(findings.addObject(), item));
        ArrayNode roots = report.putArray("rootCauses");
        for (Diagnosis.Root root : diagnosis.roots()) {
            ArrayNode explains = ref(roots.addObject(), root.cause()).putArray("explains");
            root.explains().forEach(ref -> ref(explains.addObject(), ref));
        }
        summary(report.putObject("summary"), diagnosis);
        ObjectNode masked = report.putObject("redaction").put("pseudonyms", diagnosis.redacted());
        masked.put("secrets", diagnosis.secrets());
        return (MAPPER.writeValueAsString(report) + "\n").getBytes(StandardCharsets.UTF_8);
    }

    private static void clocks(ObjectNode node, Diagnosis.Clocks clocks) {
        node.put("against", clocks.againstTrueTime() ? "true-time" : "host");
        ArrayNode offsets = node.putArray("offsets");
        for (Diagnosis.Clock clock : clocks.all()) {
            offsets.addObject()
                    .put("clock", clock.kind().name().toLowerCase(Locale.ROOT))
                    .put("name", clock.name())
                    .put("offsetMillis", clock.offset())
                    .put("lowMillis", clock.low())
                    .put("highMillis", clock.high());
        }
    }

    private static void finding(ObjectNode node, Diagnosis.Item item) {
        node.put("check", item.check());
        node.put("area", item.area().id());
        node.put("subject", item.subject());
        node.put("verdict", item.verdict().name());
        node.put("certainty", item.certainty().name());
        node.put("title", item.title());
        node.put("message", item.message());
        node.put("why", item.why());
        ArrayNode evidence = node.putArray("evidence");
        for (Diagnosis.Proof proof : item.evidence()) {
            ObjectNode one = evidence.addObject().put("what", proof.what()).put("value", proof.value());
            if (!proof.shown().equals(proof.value())) one.put("words", proof.shown());
            one.put("source", proof.source()).put("at", proof.at().toString());
        }
        if (item.file() != null) node.put("file", item.file());
        if (item.line() > 0) node.put("line", item.line());
        if (item.spots().size() > 1) {
            ArrayNode places = node.putArray("places");
            item.spots()
                    .forEach(spot -> places.addObject().put("path", spot.path()).put("line", spot.line()));
        }
        ArrayNode fixes = node.putArray("fixes");
        item.fixes().forEach(cure -> fix(fixes.addObject(), cure));
        ArrayNode causedBy = node.putArray("causedBy");
        item.causedBy().forEach(ref -> ref(causedBy.addObject(), ref));
        if (item.muted() != null) muted(node.putObject("muted"), item.muted());
    }

    private static void muted(ObjectNode node, Diagnosis.Silence muted) {
        node.put("verdict", muted.verdict().name());
        node.put("reason", muted.reason());
        ArrayNode by = node.putArray("by");
        for (Diagnosis.Voice voice : muted.by()) {
            ObjectNode one = by.addObject().put("who", voice.who().name().toLowerCase(Locale.ROOT));
            one.put("reason", voice.reason());
            if (voice.at() != null)
                one.put("path", voice.at().path()).put("line", voice.at().line());
        }
        if (muted.until() != null) node.put("until", muted.until().toString());
        node.put("untilChanged", muted.untilChanged());
    }

    private static void fix(ObjectNode node, Diagnosis.Cure cure) {
        node.put("id", cure.id());
        node.put("title", cure.title());
        node.put("safe", cure.safe());
        node.put("manual", cure.manual());
        ArrayNode steps = node.putArray("steps");
        cure.byHand().forEach(steps::add);
        if (!cure.command().isEmpty()) node.put("command", cure.command());
        ArrayNode effects = node.putArray("effects");
        cure.effects().stream().map(Effect::name).forEach(effects::add);
        node.put("takesEffect", cure.takesEffect().name());
    }

    private static ObjectNode ref(ObjectNode node, Diagnosis.Ref ref) {
        return node.put("check", ref.check()).put("subject", ref.subject());
    }

    private static void summary(ObjectNode node, Diagnosis diagnosis) {
        node.put("ok", diagnosis.summary().getOrDefault(Verdict.OK, 0));
        node.put("info", diagnosis.summary().getOrDefault(Verdict.INFO, 0));
        node.put("warning", diagnosis.summary().getOrDefault(Verdict.WARNING, 0));
        node.put("problem", diagnosis.summary().getOrDefault(Verdict.PROBLEM, 0));
        node.put("unknown", diagnosis.summary().getOrDefault(Verdict.UNKNOWN, 0));
        node.put("notApplicable", diagnosis.summary().getOrDefault(Verdict.NOT_APPLICABLE, 0));
        node.put(
                "muted",
                diagnosis.findings().stream().filter(Diagnosis.Item::isMuted).count());
    }
}
