package io.devdoctor.check.project;

import io.devdoctor.check.Finding.Place;
import io.devdoctor.check.Subject;
import io.devdoctor.format.compose.ComposeProject;
import io.devdoctor.machine.Bytes;
import io.devdoctor.machine.Source;
import io.devdoctor.machine.project.Project;
import io.devdoctor.machine.project.Project.LeftOut;
import io.devdoctor.machine.project.Project.Unread;
import io.devdoctor.machine.project.TextFile;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Stream;

/// One project folder as checks look at it: its facts, and what they mean read together.
public final class Workspace {
    private final Project facts;

    private Workspace(Project facts) {
        this.facts = facts;
    }

    /// The same for everybody who asks about the same facts.
    public static Workspace of(Project facts) {
        return facts.derivations().get(Workspace.class, () -> new Workspace(facts));
    }

    /// What several checks need is worked out once, when the first asks.
    public <T> T derived(Object key, Supplier<T> work) {
        return facts.derivations().get(key, work);
    }

    public Project facts() {
        return facts;
    }

    /// The folder as a whole.
    public Subject subject() {
        return Subject.of(Subject.Kind.PROJECT, facts.root());
    }

    /// The folder as a whole, as far as one matter is concerned.
    ///
    /// @param detail tells several findings of one check about the folder apart
    public Subject aspect(String detail) {
        return new Subject(Subject.Kind.PROJECT, facts.root(), "#" + detail);
    }

    /// One of its files.
    ///
    /// @param detail tells several findings about one file apart: a stage, a service, a variable; never a line
    public Subject subject(String path, String detail) {
        // Without its file a stage or service of one file would stand for that of another.
        String world = detail.isEmpty() ? "" : path + "#" + detail;
        return new Subject(Subject.Kind.FILE, facts.absolute(path), world);
    }

    /// @param line 1-based; 0 = the file as a whole
    public Place place(String path, int line) {
        return new Place(facts.absolute(path), line);
    }

    public Source source(String path, int line) {
        Source file =
                new Source(Source.Kind.FILE, facts.absolute(path), facts.taken().at());
        return line == 0 ? file : file.at(":" + line);
    }

    /// The bytes of a file, where they were kept.
    public Optional<Bytes> bytes(String path) {
        return facts.text(path).flatMap(TextFile::content);
    }

    /// Whether nobody knows whether there is such a file: it lies in a folder that was not entered, or looking at it
    /// was refused.
    public boolean isOpen(String path) {
        return Stream.concat(
                        facts.leftOut().stream().map(LeftOut::path),
                        facts.unread().stream().map(Unread::path))
                .anyMatch(folder -> path.equals(folder) || path.startsWith(folder + "/"));
    }

    /// A line of a kept file, without its end; empty where there is no such line.
    public Optional<String> line(String path, int line) {
        return bytes(path)
                .flatMap(bytes -> new String(bytes.toArray(), StandardCharsets.UTF_8)
                        .lines()
                        .skip(Math.max(0, line - 1L))
                        .findFirst());
    }

    /// The path inside the project of an absolute one.
    public Optional<String> relative(String absolute) {
        String start = facts.absolute("x");
        start = start.substring(0, start.length() - 1);
        return absolute.startsWith(start)
                ? Optional.of(absolute.substring(start.length()).replace('\\', '/'))
                : Optional.empty();
    }

    /// What Compose files there are, laid over each other as they are meant: each stands for one `docker compose up`.
    public List<ComposeProject> composes() {
        return derived(Composes.class, () -> new Composes(facts).all());
    }

    /// Every Dockerfile with each folder that is sent for it.
    public List<Build> builds() {
        return derived(Builds.class, () -> new Builds(facts, composes()).all());
    }

    /// Files whose bytes were kept, by what their path says.
    public List<TextFile> kept(Predicate<String> path) {
        return facts.texts().values().stream()
                .filter(text -> text.content().isPresent() && path.test(text.path()))
                .toList();
    }
}
