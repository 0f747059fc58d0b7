package io.devdoctor.check.project.stage;

import io.devdoctor.check.project.stage.Change.Copied;
import io.devdoctor.check.project.stage.Found.Kind;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/// Where COPY and ADD put things: a folder's content goes into the destination, a file beside a `/` or among
/// several goes into it under its name, a single file else becomes it.
final class CopyRules {
    private final Copied copied;
    private final Predicate<String> isFolder;

    /// @param isFolder whether a path was a folder before the copy
    CopyRules(Copied copied, Predicate<String> isFolder) {
        this.copied = copied;
        this.isFolder = isFolder;
    }

    /// What the copy says of a path; empty = nothing.
    Optional<Found> find(String path) {
        boolean concerned = ImagePath.isIn(path, copied.destination()) || ImagePath.isBelow(copied.destination(), path);
        if (!concerned) return Optional.empty();
        boolean open = false;
        for (int i = copied.sources().size() - 1; i >= 0; i--) {
            Optional<Found> found = fromPattern(copied.sources().get(i), path);
            if (found.filter(Found::isPresent).isPresent()) return found;
            open |= found.isPresent();
        }
        if (ImagePath.isBelow(copied.destination(), path)) return Optional.of(Found.folder(copied.line()));
        return open ? Optional.of(Found.UNKNOWN) : Optional.empty();
    }

    private Optional<Found> fromPattern(String source, String path) {
        if (!ImagePath.isPattern(source)) return from(source, path, copied.into());
        Optional<List<String>> matching = copied.from().matching(source);
        if (matching.isEmpty()) return open(path);
        boolean into = copied.into() || matching.get().size() > 1;
        return matching.get().stream()
                .flatMap(match -> from(match, path, into).stream())
                .filter(Found::isPresent)
                .findFirst();
    }

    private Optional<Found> from(String source, String path, boolean into) {
        Found found = copied.from().look(source);
        // A missing source is one finding of its own: what hangs on it is left open.
        if (!found.isPresent() || found.kind() == Kind.UNKNOWN) return open(path);
        return found.isFolder() ? fromFolder(source, path) : fromFile(source, found, path, into);
    }

    private Optional<Found> open(String path) {
        return ImagePath.isIn(path, copied.destination()) ? Optional.of(Found.UNKNOWN) : Optional.empty();
    }

    private Optional<Found> fromFolder(String source, String path) {
        if (path.equals(copied.destination())) return Optional.of(Found.folder(copied.line()));
        if (!ImagePath.isBelow(path, copied.destination())) return Optional.empty();
        Found inside = copied.from().look(ImagePath.join(source, ImagePath.below(path, copied.destination())));
        if (inside.isMissing()) return Optional.empty();
        return Optional.of(withTraits(inside));
    }

    private Optional<Found> fromFile(String source, Found found, String path, boolean into) {
        boolean inside = into || isFolder.test(copied.destination());
        String target = inside ? ImagePath.join(copied.destination(), ImagePath.name(source)) : copied.destination();
        if (path.equals(target)) return Optional.of(withTraits(found));
        return ImagePath.isBelow(target, path) ? Optional.of(Found.folder(copied.line())) : Optional.empty();
    }

    /// A copy belongs to root unless the instruction says otherwise; the rights come along.
    private Found withTraits(Found found) {
        Traits owned = Traits.owner("0").then(copied.traits());
        return found.then(owned).at(copied.line());
    }
}
