package io.devdoctor.check.project;

import io.devdoctor.check.Evidence;
import io.devdoctor.check.Finding;
import io.devdoctor.check.Finding.Place;
import io.devdoctor.check.Subject;
import io.devdoctor.format.suppress.MuteFile;
import io.devdoctor.format.suppress.MuteFile.Mute;
import io.devdoctor.format.suppress.MuteFile.Problem;
import io.devdoctor.machine.Bytes;
import io.devdoctor.machine.Machine;
import io.devdoctor.text.Text;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

/// What `.devdoctor.yml` mutes: whether it can be read, and what has run out. A mute that nobody can read mutes
/// nothing, and its author should know.
final class MutesCheck extends ProjectCheck {
    private static final List<String> NAMES = List.of(".devdoctor.yml", ".devdoctor.yaml");

    MutesCheck() {
        super("project.mutes");
    }

    @Override
    protected List<Finding> examine(Workspace project, Machine machine) {
        LocalDate today = LocalDate.ofInstant(machine.taken(), ZoneOffset.UTC);
        List<Finding> all = new ArrayList<>();
        for (String name : NAMES) {
            project.bytes(name).ifPresent(bytes -> all.addAll(examine(project, name, bytes, today)));
        }
        return all;
    }

    private List<Finding> examine(Workspace project, String name, Bytes bytes, LocalDate today) {
        MuteFile file = MuteFile.read(bytes.toArray());
        Subject subject = project.subject(name, "");
        List<Finding> all = new ArrayList<>();
        if (!file.problems().isEmpty()) {
            List<Place> places = file.problems().stream()
                    .map(problem -> project.place(name, problem.line()))
                    .toList();
            List<Evidence> evidence = file.problems().stream()
                    .map(problem -> evidence(project, name, problem))
                    .toList();
            all.add(warning(subject, "unclear", evidence, name, file.problems().size())
                    .at(places));
        }
        List<Mute> past = file.mutes().stream()
                .filter(mute -> mute.until().map(today::isAfter).orElse(false))
                .toList();
        if (!past.isEmpty()) {
            List<Place> places =
                    past.stream().map(mute -> project.place(name, mute.line())).toList();
            List<Evidence> evidence =
                    past.stream().map(mute -> evidence(project, name, mute)).toList();
            Subject expired = project.subject(name, "until");
            all.add(info(expired, "expired", evidence, name, past.size()).at(places));
        }
        if (all.isEmpty()) all.add(ok(subject, "ok", file.mutes().size()));
        return all;
    }

    private static Evidence evidence(Workspace project, String name, Problem problem) {
        Text what = Text.of("evidence.project.mute-problem." + problem.kind());
        return new Evidence(what, problem.detail(), project.source(name, problem.line()));
    }

    private static Evidence evidence(Workspace project, String name, Mute mute) {
        String until = mute.until().map(LocalDate::toString).orElse("-");
        return Evidence.of(
                "evidence.project.mute-until", mute.check() + ": " + until, project.source(name, mute.line()));
    }
}
