package io.devdoctor.cli;

import io.devdoctor.examination.Cancellation;
import io.devdoctor.examination.ExaminationResult;
import io.devdoctor.examination.MachineMutes;
import io.devdoctor.examination.MachineMutes.Standing;
import io.devdoctor.examination.MuteState;
import io.devdoctor.examination.Wish;
import io.devdoctor.store.Mute;
import io.devdoctor.store.Mutes;
import io.devdoctor.store.Settings;
import io.devdoctor.text.Messages;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// Every mute of this machine, with what it hides now: only an examination can tell whether a value has changed.
final class MuteList {
    private static final JsonMapper MAPPER =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    private final Session session;
    private final Messages messages;

    MuteList(Session session, Messages messages) {
        this.session = session;
        this.messages = messages;
    }

    void print(ListCommand.Format format, Projects projects) {
        Settings settings = session.settings(messages);
        Mutes mutes = settings.mutes();
        List<Standing> standings = mutes.all().isEmpty() ? List.of() : standings(settings, projects);
        switch (format) {
            case json -> session.terminal().out().println(json(standings, mutes.unclear()));
            case text -> text(standings, mutes.unclear());
        }
    }

    private List<Standing> standings(Settings settings, Projects projects) {
        List<Mute> mutes = settings.mutes().all();
        Set<String> folders = new LinkedHashSet<>(projects.paths());
        mutes.stream().flatMap(mute -> mute.project().stream()).forEach(folders::add);
        folders.removeIf(folder -> !isThere(folder));
        Set<String> checks = mutes.stream().map(Mute::check).collect(Collectors.toSet());
        Instant now = Instant.now();
        ExaminationResult result = session.services()
                .machines()
                .live(Wish.of(List.copyOf(folders)))
                .only(check -> checks.contains(check.id()))
                .run(new Progress(session.terminal(), messages), new Cancellation());
        return new MachineMutes(mutes, "").standings(result.findings(), now);
    }

    /// A folder of a distribution is not looked for: that would start it.
    private static boolean isThere(String folder) {
        try {
            return folder.startsWith("\\\\wsl") || Files.isDirectory(Path.of(folder));
        } catch (InvalidPathException _) {
            return false;
        }
    }

    private void text(List<Standing> standings, List<JsonNode> unclear) {
        if (standings.isEmpty() && unclear.isEmpty()) session.say(messages.say("cli.mutes.none"));
        for (Standing standing : standings) {
            Mute mute = standing.mute();
            String subject = UnmuteCommand.name(mute);
            List<String> lines = new ArrayList<>();
            lines.add(mute.check() + (subject.isEmpty() ? "" : " [" + subject + "]"));
            standing.finding().ifPresent(finding -> lines.add("  " + messages.say(finding.title())));
            lines.add(
                    "  " + messages.say(state(standing), end(mute), mute.value().orElse("")));
            lines.add("  " + messages.say("cli.mutes.reason", mute.reason(), mute.at()));
            session.say(lines);
        }
        for (JsonNode entry : unclear) {
            session.say(List.of(messages.say("cli.mutes.unclear"), "  " + entry));
        }
    }

    private static String state(Standing standing) {
        boolean sentence =
                standing.state() == MuteState.CHANGED && standing.mute().value().isEmpty();
        return "mute.state." + (sentence ? "SENTENCE" : standing.state());
    }

    private String end(Mute mute) {
        String day = mute.until().map(LocalDate::toString).orElse("");
        boolean changed = mute.value().isPresent();
        if (day.isEmpty()) return messages.say(changed ? "muted.until.changed" : "muted.until.never");
        return messages.say(changed ? "muted.until.either" : "muted.until.day", day);
    }

    private String json(List<Standing> standings, List<JsonNode> unclear) {
        ObjectNode list = MAPPER.createObjectNode();
        ArrayNode mutes = list.putArray("mutes");
        standings.forEach(standing -> json(mutes.addObject(), standing));
        ArrayNode rest = list.putArray("unclear");
        unclear.forEach(entry -> rest.add(Session.shown(entry.toString())));
        return MAPPER.writeValueAsString(list);
    }

    private void json(ObjectNode node, Standing standing) {
        Mute mute = standing.mute();
        node.put("check", mute.check());
        node.put("subject", UnmuteCommand.name(mute));
        node.put("state", standing.state().name().toLowerCase(Locale.ROOT));
        node.put("verdict", mute.verdict());
        node.put("reason", Session.shown(mute.reason()));
        mute.until().ifPresent(until -> node.put("until", until.toString()));
        node.put("untilChanged", mute.value().isPresent());
        mute.project().ifPresent(project -> node.put("project", project));
        node.put("mutedAt", mute.at().toString());
        standing.finding()
                .ifPresent(finding -> node.putObject("now")
                        .put("verdict", finding.verdict().name())
                        .put("title", Session.shown(messages.say(finding.title()))));
    }
}
