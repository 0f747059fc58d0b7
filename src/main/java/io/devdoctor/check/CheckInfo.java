package io.devdoctor.check;

import io.devdoctor.machine.Part;
import java.util.List;
import java.util.Set;

/// What is known of a check before it runs. Its words are `check.<id>.name` (what it decides, a noun phrase) and
/// `check.<id>.why` (why it matters).
///
/// @param id     `group.subject` in kebab case, stable for ever
/// @param needs  parts of the machine that must have arrived
/// @param causes checks whose illness explains this one's
public record CheckInfo(String id, Area area, Set<Part<?>> needs, List<Cause> causes) {
    public CheckInfo {
        needs = Set.copyOf(needs);
        causes = List.copyOf(causes);
    }

    /// An edge of the cause graph: an illness found by `check` about a related subject explains ours.
    ///
    /// @param atLeast    WARNING, or PROBLEM where a mere warning of that check disturbs nothing here; INFO where
    /// even what is worth knowing explains
    /// @param unreadOnly explains only what could not be read here, never what was read
    public record Cause(String check, Relation relation, Verdict atLeast, boolean unreadOnly) {
        /// The same edge for problems alone.
        public Cause whenBroken() {
            return new Cause(check, relation, Verdict.PROBLEM, unreadOnly);
        }

        /// The same edge, also for what is merely worth knowing of that check: a limit that waits for a restart.
        public Cause evenNoted() {
            return new Cause(check, relation, Verdict.INFO, unreadOnly);
        }

        /// The same edge for findings that could not be made.
        public Cause ofUnread() {
            return new Cause(check, relation, atLeast, true);
        }
    }

    public enum Relation {
        /// Whatever the subjects are.
        ANY,
        /// The same distribution or endpoint, or a thing that lives in it.
        SAME_WORLD,
        SAME_SUBJECT
    }

    public static Cause any(String check) {
        return new Cause(check, Relation.ANY, Verdict.WARNING, false);
    }

    public static Cause sameWorld(String check) {
        return new Cause(check, Relation.SAME_WORLD, Verdict.WARNING, false);
    }

    public static Cause sameSubject(String check) {
        return new Cause(check, Relation.SAME_SUBJECT, Verdict.WARNING, false);
    }

    /// Key of the noun phrase that names this check.
    public String nameKey() {
        return "check." + id + ".name";
    }

    public String whyKey() {
        return "check." + id + ".why";
    }
}
