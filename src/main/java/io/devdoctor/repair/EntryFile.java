package io.devdoctor.repair;

import io.devdoctor.fix.Effect;
import io.devdoctor.fix.Fix;
import io.devdoctor.fix.Step;
import io.devdoctor.fix.TakesEffect;
import io.devdoctor.store.JournalFile;
import io.devdoctor.store.Records;
import io.devdoctor.text.Language;
import io.devdoctor.text.Messages;
import io.devdoctor.text.Text;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// One transaction's journal file: `intent`, then a record for each `step` begun, done or undone, then its `outcome`;
/// an undo adds `undo`, steps and another `outcome`. Each record is safe on the disk before anything follows from it.
record EntryFile(JournalFile file, StepJson steps) {

    String id() {
        return file.id();
    }

    /// Keeps every file content first: an intent never names bytes that are not safe, so it can always be completed.
    void intent(Instant at, Asker asker, List<Complaint> complaints, Fix fix) throws IOException {
        ObjectNode node = record("intent", at).put("asker", asker.name());
        node.put("title", Messages.of(Language.ENGLISH).say(fix.title()));
        node.put("fix", fix.id());
        ArrayNode cures = node.putArray("complaints");
        complaints.forEach(complaint -> complaint.write(cures.addObject()));
        node.set("titleText", TextJson.write(fix.title()));
        fix.effects().stream().map(Effect::name).sorted().forEach(node.putArray("effects")::add);
        node.put("takesEffect", fix.takesEffect().name());
        ArrayNode all = node.putArray("steps");
        for (Step step : fix.steps()) all.add(steps.write(step));
        file.append(node);
    }

    /// @param number from 1
    void step(Instant at, int number, Entry.Progress progress, String detail) throws IOException {
        file.append(record("step", at)
                .put("number", number)
                .put("progress", progress.name())
                .put("detail", detail));
    }

    void undo(Instant at, Asker asker) throws IOException {
        file.append(record("undo", at).put("asker", asker.name()));
    }

    void outcome(Instant at, Entry.State state, String proof) throws IOException {
        file.append(ended(at, state, proof));
    }

    /// An outcome of which nothing could be seen yet, to be looked at again.
    void outcome(Instant at, Entry.State state, String proof, Moment moment) throws IOException {
        ObjectNode node = ended(at, state, proof);
        moment.write(node);
        file.append(node);
    }

    void outcome(Instant at, Entry.State state, Proof.Seen seen) throws IOException {
        file.append(seen(at, state, seen));
    }

    /// An outcome that is to be looked at again.
    void outcome(Instant at, Entry.State state, Proof.Seen seen, Moment moment) throws IOException {
        ObjectNode node = seen(at, state, seen);
        moment.write(node);
        file.append(node);
    }

    private static ObjectNode seen(Instant at, Entry.State state, Proof.Seen seen) {
        ObjectNode node = ended(at, state, seen.summary());
        ArrayNode all = node.putArray("seen");
        seen.proof().forEach(finding -> Sighting.of(finding).write(all.addObject()));
        return node;
    }

    private static ObjectNode ended(Instant at, Entry.State state, String proof) {
        return record("outcome", at).put("state", state.name()).put("proof", proof);
    }

    /// Whether an apply or an undo was interrupted, without looking at any kept bytes. A file that cannot be read is
    /// not: nobody could finish it.
    boolean isUnfinished() {
        List<JsonNode> records;
        try {
            records = file.read().list();
        } catch (IOException _) {
            return false;
        }
        if (records.isEmpty() || !isIntent(records.getFirst())) return false;
        boolean unfinished = true;
        for (JsonNode next : records) {
            String kind = next.path("record").asString("");
            if (kind.equals("outcome")) unfinished = false;
            if (kind.equals("undo")) unfinished = true;
        }
        return unfinished;
    }

    private static boolean isIntent(JsonNode node) {
        return node.path("record").asString("").equals("intent");
    }

    /// Empty if the file is gone. What was never begun, and what cannot be read, by its damage or because a newer
    /// DevDoctor wrote it, is an entry that says so.
    Optional<Stored> read() {
        if (!file.exists()) return Optional.empty();
        try {
            if (endsInIntent(file.bytes())) return Optional.of(neverBegun());
            Records all = file.read();
            List<JsonNode> records = all.list();
            if (records.isEmpty() || !isIntent(records.getFirst()) || isFirstDamaged(all)) {
                return Optional.of(unreadable("no intent in " + file.path().getFileName()));
            }
            List<Complaint> complaints = complaints(records.getFirst());
            return Optional.of(new Stored(entry(records, complaints), complaints, moment(records), this));
        } catch (IOException | RuntimeException e) {
            return Optional.of(unreadable(e.toString()));
        }
    }

    private static List<Complaint> complaints(JsonNode intent) {
        List<Complaint> complaints =
                intent.path("complaints").valueStream().map(Complaint::read).toList();
        if (complaints.isEmpty()) throw new IllegalArgumentException("an intent that cures nothing");
        return complaints;
    }

    private static boolean isFirstDamaged(Records all) {
        return all.damaged().stream().anyMatch(damage -> damage.line() == 1);
    }

    /// Nothing follows from an intent before it is written as a whole.
    private static boolean endsInIntent(byte[] bytes) {
        if (bytes.length == 0) return true;
        String text = new String(bytes, StandardCharsets.UTF_8);
        return text.startsWith("{") && text.indexOf('\n') < 0;
    }

    private Stored neverBegun() {
        return untold(Text.of("repair.entry.never-begun", id()), Entry.State.NEVER_BEGUN, "");
    }

    private Stored unreadable(String why) {
        return untold(Text.of("repair.entry.unreadable", id()), Entry.State.UNREADABLE, why);
    }

    private Stored untold(Text title, Entry.State state, String why) {
        Entry entry = new Entry(
                id(),
                Entries.time(id()),
                Asker.DESKTOP,
                "",
                List.of(),
                title,
                Set.of(),
                TakesEffect.NOW,
                List.of(),
                state,
                why,
                List.of());
        return new Stored(entry, List.of(), new Moment(true, ""), this);
    }

    private static Moment moment(List<JsonNode> records) {
        return records.reversed().stream()
                .filter(node -> node.path("record").asString("").equals("outcome"))
                .findFirst()
                .map(Moment::read)
                .orElse(new Moment(true, ""));
    }

    /// Where kept bytes are lost, everything else is still told.
    private Entry entry(List<JsonNode> records, List<Complaint> complaints) {
        JsonNode intent = records.getFirst();
        EntryEvents events = EntryEvents.read(records.subList(1, records.size()));
        Optional<String> lost = Optional.empty();
        List<Entry.Done> done = new ArrayList<>();
        try {
            for (JsonNode step : intent.path("steps"))
                done.add(new Entry.Done(steps.read(step), events.progress(done.size() + 1)));
        } catch (IOException e) {
            lost = Optional.of(e.toString());
            done.clear();
        }
        return new Entry(
                id(),
                Instant.parse(intent.path("at").asString()),
                Asker.valueOf(intent.path("asker").asString()),
                intent.path("fix").asString(),
                complaints.stream().map(Complaint::cure).toList(),
                TextJson.read(intent.path("titleText")),
                effects(intent),
                TakesEffect.valueOf(intent.path("takesEffect").asString()),
                done,
                lost.isPresent() ? Entry.State.UNREADABLE : events.state(),
                lost.orElseGet(events::proof),
                events.list());
    }

    private static Set<Effect> effects(JsonNode intent) {
        return StreamSupport.stream(intent.path("effects").spliterator(), false)
                .map(effect -> Effect.valueOf(effect.asString()))
                .collect(Collectors.toSet());
    }

    private static ObjectNode record(String kind, Instant at) {
        return JsonNodeFactory.instance.objectNode().put("record", kind).put("at", at.toString());
    }
}
