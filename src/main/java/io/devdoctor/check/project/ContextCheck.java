package io.devdoctor.check.project;

import io.devdoctor.check.Certainty;
import io.devdoctor.check.Evidence;
import io.devdoctor.check.Finding;
import io.devdoctor.check.Finding.Place;
import io.devdoctor.check.Subject;
import io.devdoctor.check.Verdict;
import io.devdoctor.check.project.SensitiveFiles.Kind;
import io.devdoctor.check.project.SentFolder.Item;
import io.devdoctor.fix.Fix;
import io.devdoctor.format.ignore.AddedLines;
import io.devdoctor.format.ignore.DockerIgnore;
import io.devdoctor.machine.Machine;
import io.devdoctor.machine.Reading;
import io.devdoctor.machine.project.Project;
import io.devdoctor.machine.project.Project.Entry;
import io.devdoctor.text.Text;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// What a build takes along with `COPY .`: without an ignore file everything in the folder, secrets included.
final class ContextCheck extends ProjectCheck {
    private static final long LARGE = 50L << 20;
    private static final int SHOWN = 8;
    private static final Set<String> HEAVY = Set.of(".git", "node_modules");

    ContextCheck() {
        super("dockerignore.missing");
    }

    @Override
    protected List<Finding> examine(Workspace project, Machine machine) {
        List<Finding> found = new ArrayList<>();
        Map<String, Finding> missing = new LinkedHashMap<>();
        for (Build build : project.builds()) {
            SentFolder sent = SentFolder.of(project, build);
            unread(project, sent).filter(each -> !found.contains(each)).ifPresent(found::add);
            if (!sent.known()) continue;
            List<ContextSource> whole =
                    sent.sources().stream().filter(ContextSource::isWhole).toList();
            if (whole.isEmpty()) continue;
            secrets(project, sent, found);
            if (sent.ignoreFile().isPresent()) continue;
            // Several Dockerfiles of one folder miss the same file.
            missing(project, sent, whole.getFirst()).ifPresent(each -> missing.putIfAbsent(build.context(), each));
        }
        found.addAll(missing.values());
        if (!found.isEmpty()) return found;
        return project.builds().isEmpty() ? List.of() : List.of(ok(project.subject(), "ok"));
    }

    /// A folder, a pipe or a link to nowhere in the place of the file: nobody knows what is sent then.
    private Optional<Finding> unread(Workspace project, SentFolder sent) {
        return sent.ignoreFile().filter(path -> project.bytes(path).isEmpty()).flatMap(path -> {
            Project.Entry entry = project.facts().entries().get(path);
            if (entry == null || entry.isFile()) return Optional.empty();
            Reading.Unknown<Object> why = new Reading.Unknown<>(
                    Reading.Cause.UNREADABLE, "not a file: " + entry.kind(), project.source(path, 0));
            return Optional.of(unknown(project.subject(path, ""), why));
        });
    }

    private Optional<Finding> missing(Workspace project, SentFolder sent, ContextSource source) {
        List<String> unwanted = new ArrayList<>();
        long size = 0;
        for (Item item : sent.items()) {
            size += item.entry().size();
            boolean heavy = item.entry().isFolder() && HEAVY.contains(Project.name(item.path()));
            boolean secret = item.entry().isFile()
                    && SensitiveFiles.kind(project, item.entry().path()).isPresent();
            if (heavy || secret) unwanted.add(item.path());
        }
        if (unwanted.isEmpty() && size <= LARGE) return Optional.empty();
        Build build = sent.build();
        List<Evidence> evidence = new ArrayList<>();
        evidence.add(Evidence.of(
                "evidence.project.instruction",
                source.instruction().text().strip(),
                project.source(build.path(), source.line())));
        unwanted.stream()
                .limit(SHOWN)
                .forEach(path -> evidence.add(
                        Evidence.of("evidence.project.sent", path, project.source(build.inProject(path), 0))));
        String outcome = unwanted.isEmpty() ? "large" : "missing";
        Subject subject = project.subject(build.inProject(DockerIgnore.NAME), "");
        return Optional.of(warning(subject, outcome, evidence, build.path(), unwanted.size(), Text.size(size))
                .at(List.of(project.place(build.path(), source.line())))
                .fixedBy(create(project, sent)));
    }

    private static Fix[] create(Workspace project, SentFolder sent) {
        List<String> lines = new ProposedIgnore(project, sent).lines();
        String path = sent.build().inProject(DockerIgnore.NAME);
        return new Mending(project)
                .editOrCreate(path, bytes -> AddedLines.to(bytes, lines))
                .fix("dockerignore.missing/create", lines.size());
    }

    /// Secrets that end up in the image: taken by a COPY of a stage that becomes the image. One that a line names
    /// itself is no matter of the ignore file, and `dockerfile.secrets` tells it.
    private void secrets(Workspace project, SentFolder sent, List<Finding> found) {
        Build build = sent.build();
        List<ContextSource> into = ContextSource.intoImage(sent.model());
        List<Item> copied = new ArrayList<>();
        boolean proven = false;
        Optional<ContextSource> first = Optional.empty();
        for (Item item : sent.items()) {
            Entry entry = item.entry();
            if (!entry.isFile()) continue;
            Optional<Kind> kind = SensitiveFiles.kind(project, entry.path());
            if (kind.isEmpty() || !sent.sends(item.path())) continue;
            Optional<ContextSource> by = into.stream()
                    .filter(source -> SentFolder.takes(source.path(), item.path()))
                    .filter(source -> !source.path().equals(item.path()))
                    .findFirst();
            if (by.isEmpty()) continue;
            copied.add(item);
            proven |= kind.get() == Kind.PROVEN;
            first = first.or(() -> by);
        }
        if (copied.isEmpty()) return;
        ContextSource source = first.orElseThrow();
        List<Evidence> evidence = new ArrayList<>();
        evidence.add(Evidence.of(
                "evidence.project.instruction",
                source.instruction().text().strip(),
                project.source(build.path(), source.line())));
        copied.stream()
                .limit(SHOWN)
                .forEach(item -> evidence.add(Evidence.of(
                        "evidence.project.secret-file",
                        item.path(),
                        project.source(item.entry().path(), 0))));
        List<Place> places = new ArrayList<>(List.of(project.place(build.path(), source.line())));
        copied.forEach(item -> places.add(project.place(item.entry().path(), 0)));
        found.add(finding(
                        project.subject(build.path(), "secrets"),
                        proven ? Verdict.PROBLEM : Verdict.WARNING,
                        proven ? Certainty.CERTAIN : Certainty.LIKELY,
                        proven ? "secret" : "secret-by-name",
                        evidence,
                        copied.size(),
                        copied.getFirst().path())
                .at(places)
                .fixedBy(keepOut(project, sent, copied)));
    }

    /// Where a line names the secret itself, leaving it out would break the build.
    private static Fix[] keepOut(Workspace project, SentFolder sent, List<Item> copied) {
        boolean named = sent.sources().stream()
                .anyMatch(source -> !source.path().isEmpty()
                        && copied.stream().anyMatch(item -> SentFolder.takes(source.path(), item.path())));
        if (named) return new Fix[0];
        List<String> lines =
                copied.stream().map(Item::path).map(ProposedIgnore::literal).toList();
        String path = sent.ignoreFile().orElse(sent.build().inProject(DockerIgnore.NAME));
        return new Mending(project)
                .editOrCreate(path, bytes -> AddedLines.to(bytes, lines))
                .fix("dockerignore.missing/keep-out", lines.size());
    }
}
