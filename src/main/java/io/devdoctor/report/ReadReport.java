package io.devdoctor.report;

import io.devdoctor.check.Verdict;
import io.devdoctor.machine.ClockOffsets;
import io.devdoctor.text.Language;
import io.devdoctor.text.Messages;
import io.devdoctor.text.Text;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/// The members of a report of schema 1, as far as they can be understood.
final class ReadReport {
    private static final String OLDEST = "0";

    private final JsonNode report;
    private final Instant taken;
    private final Language language;
    private final Messages messages;
    private final ReadFindings findings;

    ReadReport(JsonNode report, Instant taken) {
        this.report = report;
        this.taken = taken;
        this.language = Language.of(text(report, "lang"));
        this.messages = Messages.of(language);
        this.findings = new ReadFindings(taken, messages);
    }

    OpenedReport opened(String name) {
        List<Diagnosis.Item> items = new ArrayList<>();
        report.path("findings").forEach(node -> findings.item(node).ifPresent(items::add));
        Diagnosis diagnosis = new Diagnosis(
                report.path("tool").path("version").asString(OLDEST),
                taken,
                language,
                report.path("recording").isString() ? text(report, "recording") : null,
                machine(),
                clocks(),
                text(report, "headline"),
                "",
                List.copyOf(items),
                Outline.of(items),
                roots(),
                summary(items, leftOut()),
                report.path("redaction").path("pseudonyms").asBoolean(false),
                report.path("redaction").path("secrets").asInt(0),
                List.of(),
                leftOut(),
                List.of());
        return new OpenedReport(name, diagnosis, remarks(diagnosis.version()));
    }

    private List<Text> remarks(String version) {
        List<Text> remarks = new ArrayList<>();
        if (findings.skipped() > 0) remarks.add(Text.of("report.remark.skipped", findings.skipped()));
        if (!findings.strange().isEmpty()) {
            remarks.add(Text.of("report.remark.strange", Text.several(findings.strange()), version));
        }
        ReportShape.Strange odd = ReportShape.strange(report);
        if (odd.count() > 0) remarks.add(Text.of("report.remark.types", odd.count(), Text.several(odd.some())));
        return remarks;
    }

    private Set<Section> leftOut() {
        Set<Section> leftOut = EnumSet.noneOf(Section.class);
        for (JsonNode node : report.path("leftOut")) {
            Arrays.stream(Section.values())
                    .filter(section -> section.id().equals(node.asString("")))
                    .forEach(leftOut::add);
        }
        return leftOut;
    }

    private List<Diagnosis.Fact> machine() {
        List<Diagnosis.Fact> facts = new ArrayList<>();
        for (Map.Entry<String, JsonNode> fact : report.path("machine").properties()) {
            String key = "fact." + fact.getKey();
            String label = messages.has(key) ? messages.say(key) : fact.getKey();
            facts.add(new Diagnosis.Fact(fact.getKey(), label, fact.getValue().asString("")));
        }
        return List.copyOf(facts);
    }

    private Diagnosis.Clocks clocks() {
        JsonNode clocks = report.path("clocks");
        List<Diagnosis.Clock> all = new ArrayList<>();
        for (JsonNode clock : clocks.path("offsets")) {
            findings.known(ClockOffsets.Kind.class, text(clock, "clock"))
                    .ifPresent(kind -> all.add(new Diagnosis.Clock(
                            kind,
                            text(clock, "name"),
                            clock.path("offsetMillis").asLong(0),
                            clock.path("lowMillis").asLong(0),
                            clock.path("highMillis").asLong(0))));
        }
        return new Diagnosis.Clocks("true-time".equals(text(clocks, "against")), List.copyOf(all));
    }

    private List<Diagnosis.Root> roots() {
        List<Diagnosis.Root> roots = new ArrayList<>();
        report.path("rootCauses")
                .forEach(node -> roots.add(
                        new Diagnosis.Root(ReadFindings.ref(node), ReadFindings.refs(node.path("explains")))));
        return List.copyOf(roots);
    }

    /// Counted here, since a report may say of itself what it likes, except for what is not in it.
    private Map<Verdict, Integer> summary(List<Diagnosis.Item> items, Set<Section> leftOut) {
        Map<Verdict, Integer> summary = new EnumMap<>(Verdict.class);
        for (Verdict verdict : Verdict.values()) summary.put(verdict, 0);
        items.stream().filter(item -> !item.isMuted()).forEach(item -> summary.merge(item.verdict(), 1, Integer::sum));
        Map<Section, Verdict> verdicts = Map.of(
                Section.PASSED, Verdict.OK,
                Section.INFORMATION, Verdict.INFO,
                Section.NOT_APPLICABLE, Verdict.NOT_APPLICABLE);
        verdicts.forEach((section, verdict) -> {
            if (leftOut.contains(section)) summary.put(verdict, said(verdict));
        });
        return summary;
    }

    private int said(Verdict verdict) {
        String member = verdict == Verdict.NOT_APPLICABLE
                ? "notApplicable"
                : verdict.name().toLowerCase(Locale.ROOT);
        return Math.max(report.path("summary").path(member).asInt(0), 0);
    }

    private static String text(JsonNode node, String member) {
        return ReadFindings.text(node, member);
    }
}
