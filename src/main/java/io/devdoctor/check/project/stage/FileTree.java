package io.devdoctor.check.project.stage;

import io.devdoctor.check.project.stage.Change.Clouded;
import io.devdoctor.check.project.stage.Change.Copied;
import io.devdoctor.check.project.stage.Change.Doubled;
import io.devdoctor.check.project.stage.Change.Linked;
import io.devdoctor.check.project.stage.Change.Made;
import io.devdoctor.check.project.stage.Change.Marked;
import io.devdoctor.check.project.stage.Change.Removed;
import io.devdoctor.check.project.stage.Found.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The files of a stage: what its base has and every change since, looked through from the last one back.
final class FileTree implements Files {
    private final Files base;
    private final List<Change> changes = new ArrayList<>();
    private final Search search;

    FileTree(Files base, Search search) {
        this.base = base;
        this.search = search;
    }

    /// Of a stage that goes on from another.
    FileTree(FileTree below) {
        this(below, below.search);
    }

    void add(Change change) {
        changes.add(change);
    }

    int size() {
        return changes.size();
    }

    @Override
    public Found look(String path) {
        return look(path, changes.size());
    }

    /// As the tree was before change number `upto`.
    Found look(String path, int upto) {
        if (!search.enter()) return Found.UNKNOWN;
        try {
            return search(path, upto);
        } finally {
            search.leave();
        }
    }

    private Found search(String path, int upto) {
        Traits later = Traits.NONE;
        boolean clouded = false;
        for (int at = upto - 1; at >= 0; at--) {
            switch (changes.get(at)) {
                case Marked marked ->
                    later = marked.meets(path) ? marked.traits().then(later) : later;
                case Clouded(String folder, int _) -> clouded |= ImagePath.isIn(path, folder);
                case Change change -> {
                    Optional<Found> answer = answer(change, path, at);
                    if (answer.isEmpty()) continue;
                    if (answer.get().state() != Found.State.UNKNOWN) {
                        return answer.get().then(later).clouded(clouded);
                    }
                    clouded = true;
                }
            }
        }
        return base.look(path).then(later).clouded(clouded);
    }

    /// Empty = the change says nothing about the path.
    private Optional<Found> answer(Change change, String path, int at) {
        return switch (change) {
            case Copied copied ->
                new CopyRules(copied, destination -> look(destination, at).isFolder()).find(path);
            case Made made -> made(made, path);
            case Removed(String gone, int _) ->
                ImagePath.isIn(path, gone) ? Optional.of(Found.MISSING) : Optional.empty();
            case Doubled doubled -> doubled(doubled, path, at);
            case Linked linked -> linked(linked, path, at);
            case Marked _, Clouded _ -> Optional.empty();
        };
    }

    private static Optional<Found> made(Made made, String path) {
        if (path.equals(made.path())) {
            return Optional.of(Found.present(made.kind(), made.origin(), made.traits(), made.line()));
        }
        return ImagePath.isBelow(made.path(), path) ? Optional.of(Found.folder(made.line())) : Optional.empty();
    }

    private Optional<Found> doubled(Doubled doubled, String path, int at) {
        String to = doubled.to();
        // Whether it goes into that folder or takes its place is not known.
        if (ImagePath.isIn(path, to) && look(to, at).state() == Found.State.UNKNOWN) return Optional.of(Found.UNKNOWN);
        if (look(to, at).isFolder()) to = ImagePath.join(to, ImagePath.name(doubled.from()));
        if (ImagePath.isIn(path, to)) {
            String source = ImagePath.clean(doubled.from() + "/" + ImagePath.below(path, to));
            return Optional.of(look(source, at).at(doubled.line()));
        }
        if (ImagePath.isBelow(to, path)) return Optional.of(Found.folder(doubled.line()));
        boolean moved = !doubled.stays() && ImagePath.isIn(path, doubled.from());
        return moved ? Optional.of(Found.MISSING) : Optional.empty();
    }

    private Optional<Found> linked(Linked linked, String path, int at) {
        String link = linked.link();
        if (look(link, at).isFolder()) link = ImagePath.join(link, ImagePath.name(linked.target()));
        if (!ImagePath.isIn(path, link)) {
            return ImagePath.isBelow(link, path) ? Optional.of(Found.folder(linked.line())) : Optional.empty();
        }
        Found target = look(ImagePath.clean(linked.target() + "/" + ImagePath.below(path, link)), at);
        return Optional.of(target.isPresent() ? target.at(linked.line()) : Found.UNKNOWN);
    }

    @Override
    public Optional<List<String>> matching(String pattern) {
        return Optional.empty();
    }

    /// Every copy, also those of the stages below.
    List<Copied> copies() {
        List<Copied> all = new ArrayList<>(base instanceof FileTree parent ? parent.copies() : List.of());
        changes.stream()
                .filter(Copied.class::isInstance)
                .map(Copied.class::cast)
                .forEach(all::add);
        return all;
    }

    static Change folder(String path, int line) {
        return new Made(path, Kind.FOLDER, new Found.Origin.Made(), Traits.NONE, line);
    }
}
