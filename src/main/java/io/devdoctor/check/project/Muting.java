package io.devdoctor.check.project;

import io.devdoctor.check.DatedTable;
import io.devdoctor.check.Evidence;
import io.devdoctor.check.Finding;
import io.devdoctor.check.Finding.Place;
import io.devdoctor.check.Muted.By;
import io.devdoctor.check.Muted.Word;
import io.devdoctor.check.Verdict;
import io.devdoctor.format.dockerfile.Dockerfile;
import io.devdoctor.format.dockerfile.Frontend;
import io.devdoctor.format.suppress.MuteFile;
import io.devdoctor.format.suppress.MuteFile.Mute;
import io.devdoctor.format.suppress.Suppression;
import io.devdoctor.format.suppress.Suppressions;
import io.devdoctor.machine.Bytes;
import io.devdoctor.machine.project.Project;
import java.nio.file.FileSystems;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Hears what the authors of a project say about findings. What they do not want to hear is not dropped: it is
/// muted, with who said so and why.
final class Muting {
    private static final List<List<String>> OTHER_TOOLS = DatedTable.rows("suppressions.csv", 3);

    private final Workspace project;
    private final LocalDate today;
    private final Map<String, List<Suppression>> read = new HashMap<>();

    Muting(Workspace project, Instant now) {
        this.project = project;
        this.today = LocalDate.ofInstant(now, ZoneOffset.UTC);
    }

    /// The finding itself, what is left of it, or that it is muted.
    Finding hear(Finding finding) {
        boolean told = finding.verdict().isIllness() || finding.verdict() == Verdict.INFO;
        if (!told) return finding;
        Optional<Word> byFile =
                finding.places().isEmpty() ? mute(finding.check().id(), "") : Optional.empty();
        if (byFile.isPresent()) return finding.muted(List.of(byFile.get()));
        List<Place> left = new ArrayList<>();
        List<Word> said = new ArrayList<>();
        for (Place place : finding.places()) {
            Optional<Word> word = word(finding.check().id(), place);
            word.filter(one -> !said.contains(one)).ifPresent(said::add);
            if (word.isEmpty()) left.add(place);
        }
        if (said.isEmpty()) return finding;
        if (left.isEmpty()) return finding.muted(said);
        return finding.at(left).with(said.stream().map(this::evidence).toArray(Evidence[]::new));
    }

    /// Where only some of the places are muted, the rest still speaks, and says what it leaves out.
    private Evidence evidence(Word word) {
        Place at = switch (word.by()) {
            case By.Comment(Place comment) -> comment;
            case By.ProjectFile(Place entry) -> entry;
            case By.Person _ -> throw new IllegalStateException("a project is no person");
        };
        String path = project.relative(at.file()).orElse(at.file());
        String said = word.by() instanceof By.Comment ? line(path, at.line()) : word.reason();
        return Evidence.of("evidence.project.muted-by", said, project.source(path, at.line()));
    }

    private Optional<Word> word(String check, Place place) {
        Optional<String> path = project.relative(place.file());
        if (path.isEmpty()) return Optional.empty();
        return comments(path.get()).stream()
                .filter(comment -> comment.covers(place.line()) && names(comment, check))
                .findFirst()
                .map(comment -> new Word(
                        new By.Comment(project.place(path.get(), comment.line())),
                        comment.reason(),
                        Optional.empty(),
                        false))
                .or(() -> mute(check, path.get()));
    }

    private static boolean names(Suppression comment, String check) {
        if (comment.tool() == Suppression.Tool.DEVDOCTOR) {
            return comment.codes().stream().anyMatch(code -> matches(code, check));
        }
        return OTHER_TOOLS.stream()
                .filter(row ->
                        row.get(0).equals(comment.tool().name()) && row.get(2).equals(check))
                .anyMatch(row ->
                        comment.codes().contains(row.get(1)) || comment.codes().contains(Suppression.EVERYTHING));
    }

    /// `dockerfile.*` names a group.
    private static boolean matches(String code, String check) {
        return code.equals(check)
                || code.equals(Suppression.EVERYTHING)
                || code.endsWith(".*") && check.startsWith(code.substring(0, code.length() - 1));
    }

    private Optional<Word> mute(String check, String path) {
        for (String name : List.of(".devdoctor.yml", ".devdoctor.yaml")) {
            Optional<Mute> mute = project.bytes(name).stream()
                    .flatMap(bytes -> MuteFile.read(bytes.toArray()).mutes().stream())
                    .filter(one -> matches(one.check(), check) && covers(one, path))
                    .filter(one ->
                            one.until().map(until -> !today.isAfter(until)).orElse(true))
                    .findFirst();
            if (mute.isPresent()) {
                return mute.map(one -> new Word(
                        new By.ProjectFile(project.place(name, one.line())), one.reason(), one.until(), false));
            }
        }
        return Optional.empty();
    }

    private static boolean covers(Mute mute, String path) {
        if (mute.path().isEmpty()) return true;
        if (path.isEmpty()) return false;
        try {
            return mute.path().equals(path)
                    || FileSystems.getDefault()
                            .getPathMatcher("glob:" + mute.path())
                            .matches(Path.of(path));
        } catch (IllegalArgumentException _) {
            return false;
        }
    }

    private List<Suppression> comments(String path) {
        return read.computeIfAbsent(
                path,
                key -> project.bytes(key)
                        .map(Bytes::toArray)
                        .map(bytes -> Frontend.isDockerfile(key)
                                ? Suppressions.of(Dockerfile.parse(bytes))
                                : Suppressions.of(bytes))
                        .orElse(List.of()));
    }

    private String line(String path, int line) {
        return project.line(path, line).orElse(Project.name(path)).strip();
    }
}
