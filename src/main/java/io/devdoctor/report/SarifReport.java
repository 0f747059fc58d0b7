package io.devdoctor.report;

import io.devdoctor.check.Documentation;
import io.devdoctor.check.Verdict;
import io.devdoctor.report.Diagnosis.Item;
import io.devdoctor.report.Diagnosis.Spot;
import io.devdoctor.report.Diagnosis.Voice;
import io.devdoctor.text.Language;
import io.devdoctor.text.Messages;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// The findings as SARIF 2.1.0: a rule for each check that found something, a result for each finding above OK,
/// suppressed where somebody muted it. Files of a project are named as its repository names them, below `%SRCROOT%`.
final class SarifReport {
    private static final JsonMapper MAPPER =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();
    private static final String ROOT = "%SRCROOT%";
    private static final int FINGERPRINT = 32;
    /// What stands unescaped in the path of a URI, besides letters and digits.
    private static final String PLAIN = "/-._~!$&'()*+,;=@";

    private SarifReport() {}

    static byte[] write(Diagnosis diagnosis) {
        ObjectNode log = MAPPER.createObjectNode();
        log.put("$schema", "https://json.schemastore.org/sarif-2.1.0.json");
        log.put("version", "2.1.0");
        ObjectNode run = log.putArray("runs").addObject();
        ObjectNode driver = run.putObject("tool").putObject("driver");
        driver.put("name", "DevDoctor").put("version", diagnosis.version());
        List<Item> told =
                diagnosis.findings().stream().filter(SarifReport::isTold).toList();
        Map<String, Integer> rules = rules(driver.putArray("rules"), told, diagnosis.language());
        run.putArray("invocations")
                .addObject()
                .put("executionSuccessful", true)
                .put("startTimeUtc", diagnosis.taken().toString());
        run.put("columnKind", "utf16CodeUnits");
        run.put("language", diagnosis.language().tag());
        ArrayNode results = run.putArray("results");
        told.forEach(item -> result(results.addObject(), item, rules.getOrDefault(item.check(), 0), diagnosis));
        return (MAPPER.writeValueAsString(log) + "\n").getBytes(StandardCharsets.UTF_8);
    }

    private static boolean isTold(Item item) {
        return switch (verdict(item)) {
            case PROBLEM, WARNING, INFO, UNKNOWN -> true;
            case OK, NOT_APPLICABLE -> false;
        };
    }

    private static Map<String, Integer> rules(ArrayNode node, List<Item> told, Language language) {
        Map<String, Integer> index = new LinkedHashMap<>();
        for (Item item : told) {
            if (index.putIfAbsent(item.check(), index.size()) != null) continue;
            ObjectNode rule = node.addObject().put("id", item.check());
            rule.putObject("shortDescription").put("text", item.name());
            rule.putObject("fullDescription").put("text", item.why());
            rule.putObject("help").put("text", item.why());
            Documentation.OF_THIS_BUILD
                    .of(item.area(), item.check(), language)
                    .ifPresent(address -> rule.put("helpUri", address));
            rule.putObject("properties").putArray("tags").add(item.area().id());
        }
        return index;
    }

    private static void result(ObjectNode result, Item item, int rule, Diagnosis diagnosis) {
        result.put("ruleId", item.check()).put("ruleIndex", rule);
        if (verdict(item) == Verdict.UNKNOWN) result.put("kind", "open");
        result.put("level", level(verdict(item)));
        result.putObject("message").put("text", words(item, diagnosis));
        ArrayNode locations = result.putArray("locations");
        List<Spot> spots = item.spots();
        if (spots.isEmpty()) machine(locations.addObject(), item);
        else location(locations.addObject(), spots.getFirst());
        if (spots.size() > 1) {
            ArrayNode related = result.putArray("relatedLocations");
            for (int i = 1; i < spots.size(); i++) {
                location(related.addObject().put("id", i), spots.get(i));
            }
        }
        result.putObject("partialFingerprints").put("devdoctor/v1", fingerprint(item));
        // Empty where there is none: absent would mean that nobody knows.
        ArrayNode suppressions = result.putArray("suppressions");
        if (item.muted() != null) item.muted().by().forEach(voice -> suppression(suppressions.addObject(), voice));
        result.putObject("properties").put("certainty", item.certainty().name());
    }

    private static String words(Item item, Diagnosis diagnosis) {
        StringBuilder words = new StringBuilder(item.title()).append('\n').append(item.message());
        Messages messages = Messages.of(diagnosis.language());
        for (String cause : diagnosis.causesOf(item))
            words.append('\n').append(messages.say("report.consequence-of", cause));
        for (Diagnosis.Cure cure : item.fixes()) {
            words.append("\n\n").append(cure.title());
            cure.byHand().forEach(step -> words.append('\n').append(step));
            if (!cure.command().isEmpty()) words.append('\n').append(cure.command());
        }
        return words.toString();
    }

    /// What is found in no file. Code hosts refuse a whole document for one result without an artifact, so the area
    /// stands for it: a name that is below no source.
    private static void machine(ObjectNode location, Item item) {
        location.putObject("physicalLocation")
                .putObject("artifactLocation")
                .put("uri", ".devdoctor/" + item.area().id());
        if (item.subject().isEmpty()) return;
        location.putArray("logicalLocations")
                .addObject()
                .put("name", item.subject())
                .put("kind", "resource");
    }

    private static void suppression(ObjectNode suppression, Voice voice) {
        suppression.put("kind", voice.who() == Voice.Who.COMMENT ? "inSource" : "external");
        suppression.put("status", "accepted");
        if (!voice.reason().isEmpty()) suppression.put("justification", voice.reason());
        if (voice.at() != null) location(suppression.putObject("location"), voice.at());
    }

    /// What was found, whoever wants to hear of it.
    private static Verdict verdict(Item item) {
        return item.muted() == null ? item.verdict() : item.muted().verdict();
    }

    private static String level(Verdict verdict) {
        return switch (verdict) {
            case PROBLEM -> "error";
            case WARNING -> "warning";
            case INFO -> "note";
            case UNKNOWN, OK, NOT_APPLICABLE -> "none";
        };
    }

    private static void location(ObjectNode location, Spot spot) {
        ObjectNode physical = location.putObject("physicalLocation");
        ObjectNode artifact = physical.putObject("artifactLocation");
        boolean absolute = spot.path().startsWith("/") || spot.path().matches("[A-Za-z]:/.*");
        artifact.put("uri", uri(absolute, spot.path()));
        // A file beneath somebody's home is none of the sources, even where the home's name is gone.
        boolean home = spot.path().matches("path-\\d+/.*");
        if (!absolute && !home) artifact.put("uriBaseId", ROOT);
        if (spot.line() > 0) physical.putObject("region").put("startLine", spot.line());
    }

    /// Escapes all that is not plain in a path, colons too: `a:b` would name a scheme.
    private static String uri(boolean absolute, String path) {
        StringBuilder uri = new StringBuilder(absolute ? path.startsWith("/") ? "file://" : "file:///" : "");
        boolean drive = absolute && !path.startsWith("/");
        byte[] bytes = path.getBytes(StandardCharsets.UTF_8);
        for (int i = 0; i < bytes.length; i++) {
            char one = (char) (bytes[i] & 0xFF);
            boolean plain = one >= 'a' && one <= 'z' || one >= 'A' && one <= 'Z' || one >= '0' && one <= '9';
            if (plain || PLAIN.indexOf(one) >= 0 || drive && i == 1) uri.append(one);
            else uri.append("%%%02X".formatted((int) one));
        }
        return uri.toString();
    }

    /// The same finding in another run, wherever its line has moved to.
    private static String fingerprint(Item item) {
        String file = item.spots().isEmpty() ? "" : item.spots().getFirst().path();
        String said = item.check() + "\0" + (file.isEmpty() ? item.subject() : file) + "\0" + item.title();
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(said.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash).substring(0, FINGERPRINT);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
