package io.devdoctor.check.project.dockerfile;

import io.devdoctor.check.Certainty;
import io.devdoctor.check.Check;
import io.devdoctor.check.CheckInfo;
import io.devdoctor.check.Evidence;
import io.devdoctor.check.Finding;
import io.devdoctor.check.Finding.Place;
import io.devdoctor.check.Subject;
import io.devdoctor.check.Verdict;
import io.devdoctor.check.project.ProjectCheck;
import io.devdoctor.check.project.Workspace;
import io.devdoctor.fix.Fix;
import io.devdoctor.fix.Step;
import io.devdoctor.machine.Machine;
import io.devdoctor.machine.Part;
import io.devdoctor.machine.Reading;
import io.devdoctor.machine.Source;
import io.devdoctor.machine.project.BuildChecks;
import io.devdoctor.machine.project.BuildChecks.Answer;
import io.devdoctor.machine.project.BuildChecks.Asked;
import io.devdoctor.machine.project.BuildChecks.Lines;
import io.devdoctor.machine.project.BuildChecks.Warning;
import io.devdoctor.text.Text;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What `docker build --check` says, where a person asked for it: one finding for each rule and Dockerfile. What a
/// check of ours says about the same lines is not said twice.
final class BuildKitCheck extends ProjectCheck {
    private static final String SYNTAX = "dockerfile.syntax";
    private static final String PAGE = "https://docs\\.docker\\.com/[A-Za-z0-9/_.-]*";
    /// What keeps docker from answering.
    static final List<CheckInfo.Cause> SILENCES = List.of(
            CheckInfo.any("docker.installed").ofUnread(),
            CheckInfo.any("docker.running").ofUnread(),
            CheckInfo.any("docker.engine").ofUnread(),
            CheckInfo.any("docker.builder").ofUnread());
    /// What keeps base images from being found.
    static final List<CheckInfo.Cause> DISTANCES = List.of(
            CheckInfo.any("docker.registry-access"),
            CheckInfo.any("docker.registry-mirrors"),
            CheckInfo.any("docker.proxy"));

    private final Map<String, Check> ours;

    /// @param own those that may have said the same
    BuildKitCheck(List<Check> own) {
        super(
                "dockerfile.build-check",
                Stream.concat(SILENCES.stream(), DISTANCES.stream()).toList(),
                needs(judging(own)));
        this.ours = judging(own).stream()
                .collect(Collectors.toMap(check -> check.info().id(), check -> check));
    }

    private static List<Check> judging(List<Check> own) {
        Set<String> ids = BuildKitRules.checks();
        return own.stream().filter(check -> ids.contains(check.info().id())).toList();
    }

    private static Part<?>[] needs(List<Check> judging) {
        Set<Part<?>> parts = new LinkedHashSet<>(List.of(Part.BUILD_CHECKS));
        judging.forEach(check -> parts.addAll(check.info().needs()));
        return parts.toArray(Part[]::new);
    }

    @Override
    protected List<Finding> examine(Workspace project, Machine machine) {
        return judgeIfPresent(
                machine.part(Part.BUILD_CHECKS),
                project.subject(),
                (answers, _) -> new Merge(project, machine).findings(answers));
    }

    /// The answers about one project.
    private final class Merge {
        private final Workspace project;
        private final Machine machine;
        private final Map<String, List<Finding>> said = new LinkedHashMap<>();

        Merge(Workspace project, Machine machine) {
            this.project = project;
            this.machine = machine;
        }

        List<Finding> findings(BuildChecks answers) {
            List<Asked> about = answers.files().stream()
                    .filter(one -> one.root().equals(project.facts().root()))
                    .toList();
            List<Finding> all = new ArrayList<>(Unanswered.of(BuildKitCheck.this, project, about));
            for (Asked one : about) {
                if (one.answer() instanceof Answer.Linted linted) all.addAll(linted(one.path(), linted));
            }
            return all;
        }

        private List<Finding> linted(String path, Answer.Linted linted) {
            if (linted.warnings().isEmpty() && linted.error().isEmpty()) {
                return List.of(ok(project.subject(path, ""), "ok", path));
            }
            List<Finding> all = new ArrayList<>();
            linted.error()
                    .filter(error -> !isRefusedByOurs(path))
                    .ifPresent(error -> all.add(BuildErrors.finding(BuildKitCheck.this, project, path, error, linted)));
            linted.warnings().stream()
                    .filter(warning -> !isSaid(path, warning))
                    .collect(Collectors.groupingBy(Warning::rule, LinkedHashMap::new, Collectors.toList()))
                    .forEach((rule, warnings) -> all.add(rule(path, rule, warnings, linted.source())));
            return all;
        }

        private Finding rule(String path, String rule, List<Warning> warnings, Source source) {
            List<Place> places = places(project, path, warnings.stream().flatMap(one -> one.lines().stream()));
            Warning first = warnings.getFirst();
            List<Evidence> evidence = warnings.stream()
                    .limit(10)
                    .map(one -> Evidence.of("evidence.dockerfile.build-check", words(one), source(path, one, source)))
                    .distinct()
                    .toList();
            int line = places.isEmpty() ? 0 : places.getFirst().line();
            String wants = first.description().isEmpty() ? words(first) : first.description();
            Object[] args = {path, rule, words(first), wants, line, warnings.size()};
            Subject subject = project.subject(path, rule);
            Finding finding = BuildKitRules.isHarmless(rule)
                    ? info(subject, "note", evidence, args)
                    : warning(subject, "rule", evidence, args);
            return finding.at(places).explainedBy(List.of()).fixedBy(page(rule, first.url()));
        }

        private Source source(String path, Warning warning, Source answer) {
            return warning.lines().isEmpty()
                    ? answer
                    : project.source(path, warning.lines().getFirst().first());
        }

        /// Whether one of ours has spoken about these lines, be it that somebody muted it.
        private boolean isSaid(String path, Warning warning) {
            String file = project.facts().absolute(path);
            return BuildKitRules.checks(warning.rule()).stream()
                    .flatMap(id -> said(id).stream())
                    .flatMap(finding -> finding.places().stream())
                    .filter(place -> place.file().equals(file))
                    .anyMatch(place -> warning.lines().stream().anyMatch(lines -> covers(lines, place)));
        }

        private boolean isRefusedByOurs(String path) {
            Subject file = project.subject(path, "");
            return said(SYNTAX).stream()
                    .anyMatch(one ->
                            one.verdict() == Verdict.PROBLEM && one.subject().equals(file));
        }

        private List<Finding> said(String id) {
            Check check = ours.get(id);
            if (check == null) return List.of();
            return said.computeIfAbsent(id, _ -> check.examine(machine));
        }
    }

    private static boolean covers(Lines lines, Place place) {
        return lines.first() <= place.line() && place.line() <= lines.last();
    }

    static List<Place> places(Workspace project, String path, Stream<Lines> lines) {
        return lines.map(Lines::first)
                .distinct()
                .map(line -> project.place(path, line))
                .toList();
    }

    private static String words(Warning warning) {
        return warning.detail().isEmpty() ? warning.description() : warning.detail();
    }

    private Fix page(String rule, String url) {
        String id = info().id() + "/rule";
        return Fix.safe(
                id,
                Text.of("fix." + id + ".title", rule),
                new Step.Manual(Text.of("fix." + id + ".words", rule), url.matches(PAGE) ? url : null));
    }

    /// Not "could not be checked" in the words of a reading, but in those of an outcome.
    Finding unanswered(Subject subject, String outcome, List<Evidence> evidence, Object... args) {
        return finding(subject, Verdict.UNKNOWN, Certainty.CERTAIN, outcome, evidence, args)
                .explainedBy(List.of());
    }

    Finding unread(Subject subject, Reading.Unknown<?> why, List<Place> places) {
        return unknown(subject, why).at(places).explainedBy(SILENCES);
    }
}
