package io.devdoctor.report;

import io.devdoctor.check.Area;
import io.devdoctor.check.Certainty;
import io.devdoctor.check.Checks;
import io.devdoctor.check.Verdict;
import io.devdoctor.fix.Effect;
import io.devdoctor.fix.TakesEffect;
import io.devdoctor.text.Messages;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// The findings of a report of schema 1, as far as they can be understood. A value that is not known is from a newer
/// DevDoctor or from another hand: it is read as the least that can be said, and told.
final class ReadFindings {
    private static final int FEW = 5;

    private final Instant taken;
    private final Messages messages;
    private final Set<String> strange = new LinkedHashSet<>();
    private int skipped;

    /// @param taken when the machine was examined
    ReadFindings(Instant taken, Messages messages) {
        this.taken = taken;
        this.messages = messages;
    }

    /// How many findings name no check.
    int skipped() {
        return skipped;
    }

    /// Some of the words that are not known here.
    List<String> strange() {
        return strange.stream().limit(FEW).toList();
    }

    Optional<Diagnosis.Item> item(JsonNode node) {
        String check = text(node, "check");
        if (check.isBlank()) {
            skipped++;
            return Optional.empty();
        }
        String nameKey = "check." + check + ".name";
        String file = node.path("file").isString() ? text(node, "file") : null;
        int line = Math.max(node.path("line").asInt(0), 0);
        return Optional.of(new Diagnosis.Item(
                check,
                messages.has(nameKey) ? messages.say(nameKey) : check,
                area(check, text(node, "area")),
                text(node, "subject"),
                known(Verdict.class, text(node, "verdict")).orElse(Verdict.UNKNOWN),
                known(Certainty.class, text(node, "certainty")).orElse(Certainty.HINT),
                text(node, "title").isBlank() ? check : text(node, "title"),
                text(node, "message"),
                text(node, "why"),
                proofs(node.path("evidence")),
                file,
                line,
                spots(node.path("places"), file, line),
                cures(node.path("fixes")),
                refs(node.path("causedBy")),
                muted(node.path("muted"))));
    }

    /// The area of a check that we know; a newer one stands where its report puts it, if we have such an area.
    private Area area(String check, String said) {
        return Checks.ALL.stream()
                .filter(each -> each.info().id().equals(check))
                .findFirst()
                .map(each -> each.info().area())
                .or(() -> known(Area.class, said))
                .orElse(Area.HOST);
    }

    private List<Diagnosis.Proof> proofs(JsonNode nodes) {
        List<Diagnosis.Proof> proofs = new ArrayList<>();
        for (JsonNode node : nodes) {
            String value = text(node, "value");
            String words = node.path("words").asString(value);
            String source = text(node, "source");
            proofs.add(new Diagnosis.Proof(text(node, "what"), value, words, source, source, at(node)));
        }
        return List.copyOf(proofs);
    }

    private Instant at(JsonNode node) {
        try {
            return Instant.parse(text(node, "at"));
        } catch (DateTimeException _) {
            return taken;
        }
    }

    private static List<Diagnosis.Spot> spots(JsonNode nodes, @Nullable String file, int line) {
        List<Diagnosis.Spot> spots = new ArrayList<>();
        nodes.forEach(node -> spots.add(spot(node)));
        if (spots.isEmpty() && file != null) spots.add(new Diagnosis.Spot(file, line));
        return List.copyOf(spots);
    }

    private static Diagnosis.Spot spot(JsonNode node) {
        return new Diagnosis.Spot(text(node, "path"), Math.max(node.path("line").asInt(0), 0));
    }

    private List<Diagnosis.Cure> cures(JsonNode nodes) {
        List<Diagnosis.Cure> cures = new ArrayList<>();
        for (JsonNode node : nodes) {
            List<Effect> effects = new ArrayList<>();
            node.path("effects")
                    .forEach(effect -> known(Effect.class, effect.asString("")).ifPresent(effects::add));
            cures.add(new Diagnosis.Cure(
                    text(node, "id"),
                    text(node, "title"),
                    node.path("safe").asBoolean(false),
                    node.path("manual").asBoolean(false),
                    effects,
                    known(TakesEffect.class, text(node, "takesEffect")).orElse(TakesEffect.NOW),
                    texts(node.path("steps")),
                    text(node, "command")));
        }
        return List.copyOf(cures);
    }

    private static List<String> texts(JsonNode nodes) {
        List<String> texts = new ArrayList<>();
        nodes.forEach(node -> texts.add(node.asString("")));
        return texts;
    }

    static List<Diagnosis.Ref> refs(JsonNode nodes) {
        List<Diagnosis.Ref> refs = new ArrayList<>();
        nodes.forEach(node -> refs.add(ref(node)));
        return List.copyOf(refs);
    }

    static Diagnosis.Ref ref(JsonNode node) {
        return new Diagnosis.Ref(text(node, "check"), text(node, "subject"));
    }

    private Diagnosis.@Nullable Silence muted(JsonNode node) {
        if (!node.isObject()) return null;
        List<Diagnosis.Voice> voices = new ArrayList<>();
        for (JsonNode voice : node.path("by")) {
            Diagnosis.Spot at = voice.path("path").isString() ? spot(voice) : null;
            known(Diagnosis.Voice.Who.class, text(voice, "who"))
                    .ifPresent(who -> voices.add(new Diagnosis.Voice(who, text(voice, "reason"), at)));
        }
        return new Diagnosis.Silence(
                known(Verdict.class, text(node, "verdict")).orElse(Verdict.UNKNOWN),
                text(node, "reason"),
                text(node, "reason"),
                List.copyOf(voices),
                day(text(node, "until")),
                node.path("untilChanged").asBoolean(false));
    }

    private static @Nullable LocalDate day(String text) {
        try {
            return text.isEmpty() ? null : LocalDate.parse(text);
        } catch (DateTimeException _) {
            return null;
        }
    }

    <E extends Enum<E>> Optional<E> known(Class<E> type, String word) {
        try {
            return Optional.of(Enum.valueOf(type, word.toUpperCase(Locale.ROOT).replace('-', '_')));
        } catch (IllegalArgumentException _) {
            if (strange.size() <= FEW) strange.add(word.isEmpty() ? type.getSimpleName() + " -" : word);
            return Optional.empty();
        }
    }

    static String text(JsonNode node, String member) {
        return node.path(member).asString("");
    }
}
