package io.devdoctor.probe;

import static io.devdoctor.probe.AtOnce.each;

import io.devdoctor.machine.FileState;
import io.devdoctor.machine.Reading;
import io.devdoctor.machine.Source;
import io.devdoctor.machine.project.Project;
import io.devdoctor.machine.project.Project.Entry;
import io.devdoctor.machine.project.Project.LeftOut;
import io.devdoctor.machine.project.Project.Unread;
import io.devdoctor.system.Files;
import io.devdoctor.system.Ports;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;

/// The files and folders of a project, level by level. Links are not followed, so that no loop can be walked; folders
/// that tools fill are named and not entered.
final class ProjectTree {
    private static final int DEEPEST = 24;
    private static final int MOST_FOLDERS = 20_000;
    private static final int MOST_ENTRIES = 300_000;
    private static final int AT_ONCE = 8;
    private static final Set<String> NOT_OURS = Set.of(
            ".git",
            ".hg",
            ".svn",
            ".idea",
            ".vs",
            ".gradle",
            ".terraform",
            ".next",
            ".nuxt",
            ".tox",
            ".venv",
            ".cache",
            ".mypy_cache",
            ".pytest_cache",
            "__pycache__",
            "bower_components",
            "dist",
            "node_modules",
            "obj",
            "target",
            "testdata",
            "third_party",
            "vendor",
            "venv");

    private final Ports system;
    private final String root;
    /// Interrupted when the examination is cancelled.
    private final Thread reader = Thread.currentThread();
    private final NavigableMap<String, Entry> entries = new TreeMap<>();
    private final List<LeftOut> leftOut = new ArrayList<>();
    private final List<Unread> unread = new ArrayList<>();

    ProjectTree(Ports system, String root) {
        this.system = system;
        this.root = root;
    }

    NavigableMap<String, Entry> entries() {
        return entries;
    }

    List<Entry> files() {
        return entries.values().stream().filter(Entry::isFile).toList();
    }

    List<LeftOut> leftOut() {
        return leftOut;
    }

    List<Unread> unread() {
        return unread;
    }

    void walk() {
        List<String> level = List.of("");
        int seen = 0;
        for (int depth = 0; !level.isEmpty(); depth++) {
            int room = depth == DEEPEST || entries.size() > MOST_ENTRIES ? 0 : MOST_FOLDERS - seen;
            List<String> some = level.subList(0, Math.min(level.size(), room));
            level.subList(some.size(), level.size())
                    .forEach(folder -> leftOut.add(new LeftOut(folder, LeftOut.Why.TOO_MUCH)));
            seen += some.size();
            List<String> deeper = new ArrayList<>();
            List<Reading<List<Files.Child>>> read = each(some, AT_ONCE, this::children);
            for (int i = 0; i < some.size(); i++) take(some.get(i), read.get(i), deeper);
            level = reader.isInterrupted() ? List.of() : deeper;
        }
    }

    private void take(String folder, Reading<List<Files.Child>> read, List<String> deeper) {
        switch (read) {
            case Reading.Known<List<Files.Child>>(List<Files.Child> children, Source _) ->
                children.forEach(child -> take(folder, child, deeper));
            case Reading.Unknown<List<Files.Child>> why -> unread.add(new Unread(folder, why));
            // Gone meanwhile.
            case Reading.Absent<List<Files.Child>> _, Reading.NotApplicable<List<Files.Child>> _ -> {}
        }
    }

    private void take(String folder, Files.Child child, List<String> deeper) {
        String path = folder.isEmpty() ? child.name() : folder + "/" + child.name();
        switch (child.state()) {
            case Reading.Known<FileState>(FileState state, Source _) -> take(path, child.name(), state, deeper);
            case Reading.Unknown<FileState> why -> unread.add(new Unread(path, why));
            case Reading.Absent<FileState> _, Reading.NotApplicable<FileState> _ -> {}
        }
    }

    private void take(String path, String name, FileState state, List<String> deeper) {
        boolean executable = state.attributes().contains(FileState.Attribute.EXECUTABLE);
        boolean link =
                state.attributes().contains(FileState.Attribute.REPARSE_POINT) && state.kind() != FileState.Kind.FILE;
        Entry.Kind kind =
                link ? Entry.Kind.LINK : Entry.Kind.valueOf(state.kind().name());
        entries.put(path, new Entry(path, kind, kind == Entry.Kind.FILE ? state.size() : 0, executable));
        if (kind != Entry.Kind.FOLDER) return;
        if (NOT_OURS.contains(name)) leftOut.add(new LeftOut(path, LeftOut.Why.NOT_OURS));
        else deeper.add(path);
    }

    private Reading<List<Files.Child>> children(String folder) {
        return reader.isInterrupted()
                ? new Reading.NotApplicable<>("cancelled")
                : system.files().children(absolute(folder));
    }

    private String absolute(String path) {
        return Project.absolute(root, path);
    }
}
