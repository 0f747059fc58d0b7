package io.devdoctor.check.project;

import io.devdoctor.check.Finding.Place;
import io.devdoctor.check.Subject;
import io.devdoctor.machine.Bytes;
import io.devdoctor.machine.Source;
import io.devdoctor.machine.project.Project;
import io.devdoctor.machine.project.Project.LeftOut;
import io.devdoctor.machine.project.TextFile;
import java.util.List;
import java.util.Optional;

/// One project folder as checks look at it: its facts, and what they mean read together.
public final class Workspace {
    private final Project facts;

    public Workspace(Project facts) {
        this.facts = facts;
    }

    public Project facts() {
        return facts;
    }

    /// The folder as a whole.
    public Subject subject() {
        return Subject.of(Subject.Kind.PROJECT, facts.root());
    }

    /// One of its files.
    ///
    /// @param detail tells several findings about one file apart: a stage, a service, a variable; never a line
    public Subject subject(String path, String detail) {
        return new Subject(Subject.Kind.FILE, facts.absolute(path), detail);
    }

    /// @param line 1-based; 0 = the file as a whole
    public Place place(String path, int line) {
        return new Place(facts.absolute(path), line);
    }

    public Source source(String path, int line) {
        Source file = new Source(Source.Kind.FILE, facts.absolute(path), facts.taken().at());
        return line == 0 ? file : file.at(":" + line);
    }

    /// The bytes of a file, where they were kept.
    public Optional<Bytes> bytes(String path) {
        return facts.text(path).flatMap(TextFile::content);
    }

    /// Whether nobody looked whether there is such a file: it lies in a folder that was not entered.
    public boolean isOpen(String path) {
        return facts.leftOut().stream()
                .map(LeftOut::path)
                .anyMatch(folder -> path.equals(folder) || path.startsWith(folder + "/"));
    }

    /// Files whose bytes were kept, by what their path says.
    public List<TextFile> kept(java.util.function.Predicate<String> path) {
        return facts.texts().values().stream()
                .filter(text -> text.content().isPresent() && path.test(text.path()))
                .toList();
    }
}
