package io.devdoctor.repair;

import io.devdoctor.check.Finding;
import io.devdoctor.check.Subject;
import io.devdoctor.check.Verdict;
import io.devdoctor.fix.Fix;
import io.devdoctor.text.Text;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// What a fix is to cure, as far as it must outlive the process.
///
/// @param fix      id of the fix
/// @param projects folders with which the check was asked
record Complaint(Finding.Key key, Verdict verdict, Text title, String fix, List<String> projects) {
    Complaint {
        projects = List.copyOf(projects);
    }

    static Complaint of(Finding finding, Fix fix, List<String> projects) {
        return new Complaint(finding.key(), finding.unmuted().verdict(), finding.title(), fix.id(), projects);
    }

    /// Whether all that the check says now proves the cure: it was read again about the same subject, or about
    /// the machine as a whole, and is well. A subject that is not there any more is cured only where the check
    /// read others; a distribution does not go by being cured, a setting of one does.
    boolean isGoneFrom(List<Finding> all) {
        if (all.stream().anyMatch(this::isSeenIn)) return false;
        if (all.stream().anyMatch(now -> isAbout(now) && isWell(now))) return true;
        return all.stream().noneMatch(now -> now.subject().equals(key.subject()))
                && all.stream()
                        .anyMatch(now ->
                                isBeside(now) && (isWell(now) || now.verdict().isIllness()));
    }

    boolean isOfSameCheck(Finding now) {
        return now.check().id().equals(key.check());
    }

    /// Whether `now` tells of the subject, or of what could not be read.
    boolean concerns(Finding now) {
        return now.subject().equals(key.subject()) || now.verdict() == Verdict.UNKNOWN;
    }

    /// Whether what was read about `now` shows that the subject could have been read too.
    private boolean isBeside(Finding now) {
        Subject subject = key.subject();
        return subject.kind() != Subject.Kind.DISTRO
                || (isSettingOfDistro() && now.subject().world().equals(subject.world()));
    }

    /// One setting of a distribution goes by being cured, and only what is left speaks then.
    private boolean isSettingOfDistro() {
        return key.subject().kind() == Subject.Kind.DISTRO
                && !key.subject().equals(Subject.distro(key.subject().world()));
    }

    /// Whether `now` speaks against a cure: the same illness, another one as bad, or nothing that was read.
    boolean isSeenIn(Finding now) {
        if (!isAbout(now)) return false;
        return switch (now.verdict()) {
            case UNKNOWN, NOT_APPLICABLE -> true;
            case WARNING, PROBLEM -> now.verdict().rank() >= verdict.rank() || isSame(now);
            case OK -> false;
            case INFO -> isSame(now);
        };
    }

    private boolean isSame(Finding now) {
        boolean sameWords =
                now.title().key().equals(title.key()) && now.verdict().rank() >= verdict.rank();
        return sameWords
                || now.fixes().stream().anyMatch(offered -> offered.id().equals(fix));
    }

    /// A line about the same setting is the same subject wherever an edit moved it.
    private boolean isAbout(Finding now) {
        Subject subject = key.subject();
        boolean moved = subject.kind() == Subject.Kind.FILE
                && now.subject().kind() == Subject.Kind.FILE
                && !subject.world().isEmpty()
                && now.subject().world().equals(subject.world());
        return now.check().id().equals(key.check())
                && (now.subject().equals(subject) || now.subject().equals(Subject.MACHINE) || moved);
    }

    private static boolean isWell(Finding now) {
        return now.verdict() == Verdict.OK || now.verdict() == Verdict.INFO;
    }

    Entry.Cure cure() {
        return new Entry.Cure(key, verdict, title, fix);
    }

    void write(ObjectNode node) {
        node.put("fix", fix).put("check", key.check()).put("verdict", verdict.name());
        node.putObject("subject")
                .put("kind", key.subject().kind().name())
                .put("name", key.subject().name())
                .put("world", key.subject().world());
        if (!projects.isEmpty()) projects.forEach(node.putArray("projects")::add);
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
                node.path("fix").asString(""),
                node.path("projects")
                        .valueStream()
                        .map(each -> each.asString(""))
                        .toList());
    }
}
