package io.devdoctor.check.project.compose;

import io.devdoctor.check.Certainty;
import io.devdoctor.check.CheckInfo;
import io.devdoctor.check.Evidence;
import io.devdoctor.check.Finding;
import io.devdoctor.check.Verdict;
import io.devdoctor.check.project.ProjectCheck;
import io.devdoctor.check.project.Workspace;
import io.devdoctor.fix.Fix;
import io.devdoctor.fix.Step;
import io.devdoctor.format.compose.ComposePlace;
import io.devdoctor.format.compose.ComposeProblem;
import io.devdoctor.format.compose.ComposeProject;
import io.devdoctor.machine.Machine;
import io.devdoctor.machine.Part;
import io.devdoctor.text.Text;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// A check of every Compose project in a folder. Files that are laid over others tell only what they bring along.
abstract class ComposeCheck extends ProjectCheck {
    private static final int MOST_SHOWN = 10;
    private static final int MOST_NAMED = 5;

    /// What explains that the engine said nothing of what a project asks for.
    static final List<CheckInfo.Cause> SILENCES = List.of(
            CheckInfo.any("docker.running").ofUnread(),
            CheckInfo.any("docker.engine").ofUnread(),
            CheckInfo.any("docker.endpoint").ofUnread());

    ComposeCheck(String id, Part<?>... more) {
        super(id, more);
    }

    ComposeCheck(String id, List<CheckInfo.Cause> causes, Part<?>... more) {
        super(id, causes, more);
    }

    /// What is the matter; empty = all is well.
    abstract List<Finding> judge(Stack stack);

    /// Whether a file that nobody can read is judged as well. One check alone does, else eleven would say the same.
    boolean judgesUnreadable() {
        return false;
    }

    @Override
    protected final List<Finding> examine(Workspace workspace, Machine machine) {
        Map<Finding.Key, Finding> all = new LinkedHashMap<>();
        Set<String> seen = new HashSet<>();
        for (ComposeProject compose : workspace.composes()) {
            boolean first = compose.files().stream().noneMatch(seen::contains);
            boolean judged = judgesUnreadable()
                    || compose.problems().stream().map(ComposeProblem::kind).noneMatch(ComposeCheck::hidesMuch);
            List<Finding> found = new ArrayList<>();
            if (judged) found.addAll(judge(new Stack(workspace, compose, machine)));
            if (!judgesUnreadable()) found.addAll(unread(new Stack(workspace, compose, machine)));
            for (Finding finding : found) {
                boolean unread = finding.verdict() == Verdict.UNKNOWN;
                if (first || unread || isNew(workspace, finding, seen)) all.putIfAbsent(finding.key(), finding);
            }
            if (found.isEmpty() && judged && first) {
                Finding fine = ok(workspace.subject(compose.file(), ""), "ok", Stack.name(compose.file()));
                all.put(fine.key(), fine);
            }
            seen.addAll(compose.files());
        }
        return List.copyOf(all.values());
    }

    /// What could not be read of the project itself may hide anything.
    private List<Finding> unread(Stack stack) {
        return stack.compose().problems().stream()
                .filter(problem -> problem.kind() == ComposeProblem.Kind.UNREAD_FILE)
                .map(ComposeProblem::detail)
                .filter(file -> stack.entry(file).isPresent() || !stack.isKnown(file) && !stack.isOutside(file))
                .map(file -> unread(stack, file))
                .toList();
    }

    final Finding unread(Stack stack, String file) {
        return unknown(stack.subject(file, ""), stack.why(file)).explainedBy(List.of());
    }

    /// What the base alone has is told of the base alone.
    private static boolean isNew(Workspace workspace, Finding finding, Set<String> seen) {
        return finding.places().stream()
                .anyMatch(place -> workspace
                        .relative(place.file())
                        .filter(file -> !seen.contains(file))
                        .isPresent());
    }

    /// Nothing certain can be said of what is not there.
    private static boolean hidesMuch(ComposeProblem.Kind kind) {
        return switch (kind) {
            case EMPTY, ENCODING, SYNTAX, TOO_LARGE, ALIASES, ALIAS, TYPE -> true;
            case DUPLICATE_KEY, INTERPOLATION, REQUIRED_VARIABLE, UNDEFINED_VARIABLE -> false;
            case MISSING_FILE, UNREAD_FILE, INCLUDE_CYCLE, INCLUDE_CONFLICT -> false;
            case EXTENDS_CYCLE, EXTENDS_MISSING_SERVICE -> false;
        };
    }

    /// One finding about all its places. The texts get {0} = the names, {1} = how many they are, then `more`.
    ///
    /// @param hits at least one
    final Finding found(
            Stack stack, Verdict verdict, Certainty certainty, String outcome, List<Hit> hits, Object... more) {
        ComposePlace first = hits.getFirst().place();
        List<String> names = hits.stream().map(Hit::name).distinct().toList();
        List<Object> args = new ArrayList<>();
        args.add(Text.several(names.subList(0, Math.min(MOST_NAMED, names.size()))));
        args.add(names.size());
        args.addAll(List.of(more));
        List<Evidence> evidence = hits.stream()
                .map(Hit::place)
                .map(stack::line)
                .distinct()
                .limit(MOST_SHOWN)
                .toList();
        return finding(stack.subject(first.file(), outcome), verdict, certainty, outcome, evidence, args.toArray())
                .at(hits.stream().map(Hit::place).map(stack::place).distinct().toList());
    }

    final Finding problem(Stack stack, String outcome, List<Hit> hits, Object... more) {
        return found(stack, Verdict.PROBLEM, Certainty.CERTAIN, outcome, hits, more);
    }

    final Finding warning(Stack stack, String outcome, List<Hit> hits, Object... more) {
        return found(stack, Verdict.WARNING, Certainty.CERTAIN, outcome, hits, more);
    }

    final Finding likely(Stack stack, String outcome, List<Hit> hits, Object... more) {
        return found(stack, Verdict.WARNING, Certainty.LIKELY, outcome, hits, more);
    }

    final Finding info(Stack stack, String outcome, List<Hit> hits, Object... more) {
        return found(stack, Verdict.INFO, Certainty.CERTAIN, outcome, hits, more);
    }

    /// What only the person can do.
    ///
    /// @param name behind the id of the check
    final Fix byHand(String name, Object... args) {
        String id = info().id() + "/" + name;
        return Fix.safe(
                id,
                Text.of("fix." + id + ".title", args),
                new Step.Manual(Text.of("fix." + id + ".words", args), null));
    }
}
