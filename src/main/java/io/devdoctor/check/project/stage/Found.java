package io.devdoctor.check.project.stage;

import io.devdoctor.check.project.image.Answer;
import java.util.Optional;

/// What lies at a path of a stage.
///
/// @param line where the Dockerfile puts it there; 0 = it does not
public record Found(State state, Kind kind, Origin origin, Traits traits, int line) {
    static final Found UNKNOWN = new Found(State.UNKNOWN, Kind.UNKNOWN, Origin.ELSEWHERE, Traits.NONE, 0);
    static final Found MISSING = new Found(State.MISSING, Kind.UNKNOWN, Origin.ELSEWHERE, Traits.NONE, 0);
    static final Found PROBABLY_MISSING =
            new Found(State.PROBABLY_MISSING, Kind.UNKNOWN, Origin.ELSEWHERE, Traits.NONE, 0);

    public enum State {
        PRESENT,
        /// For certain: the Dockerfile alone tells it.
        MISSING,
        /// Our table of images says so.
        PROBABLY_MISSING,
        UNKNOWN
    }

    public enum Kind {
        FILE,
        FOLDER,
        UNKNOWN
    }

    /// Where it came from.
    public sealed interface Origin {
        Origin ELSEWHERE = new Elsewhere();

        /// @param path relative to the build context
        record Context(String path) implements Origin {}

        record Built(GoBuild build) implements Origin {}

        /// Written by a command or a heredoc of the Dockerfile.
        record Made() implements Origin {}

        /// Of the base image, of another image, or of nowhere.
        record Elsewhere() implements Origin {}
    }

    static Found present(Kind kind, Origin origin, Traits traits, int line) {
        return new Found(State.PRESENT, kind, origin, traits, line);
    }

    static Found folder(int line) {
        return present(Kind.FOLDER, new Origin.Made(), Traits.NONE, line);
    }

    public boolean isPresent() {
        return state == State.PRESENT;
    }

    /// Not there, for certain or by our table.
    public boolean isMissing() {
        return state == State.MISSING || state == State.PROBABLY_MISSING;
    }

    public boolean isFolder() {
        return isPresent() && kind == Kind.FOLDER;
    }

    /// Whether somebody may execute it, as far as the Dockerfile decides that.
    public Answer executable() {
        return traits.executable();
    }

    /// Permission bits that the Dockerfile sets by number.
    public Optional<Integer> mode() {
        return traits.mode();
    }

    /// As written; empty = nobody set one.
    public Optional<String> owner() {
        return traits.owner();
    }

    /// Whether the Dockerfile takes carriage returns out of it.
    public boolean isMended() {
        return traits.mended();
    }

    Found then(Traits later) {
        return isPresent() ? new Found(state, kind, origin, traits.then(later), line) : this;
    }

    Found at(int newLine) {
        return new Found(state, kind, origin, traits, newLine);
    }

    /// The same where something that we do not understand may have put it there.
    Found clouded(boolean clouded) {
        return clouded && isMissing() ? UNKNOWN : this;
    }
}
