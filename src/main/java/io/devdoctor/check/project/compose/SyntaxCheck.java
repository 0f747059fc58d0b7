package io.devdoctor.check.project.compose;

import io.devdoctor.check.Evidence;
import io.devdoctor.check.Finding;
import io.devdoctor.format.compose.ComposeNode.Field;
import io.devdoctor.format.compose.ComposePaths;
import io.devdoctor.format.compose.ComposeProblem;
import io.devdoctor.format.compose.ComposeProblem.Kind;
import io.devdoctor.machine.Bytes;
import io.devdoctor.machine.Reading;
import io.devdoctor.machine.Source;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/// Whether Compose can load the file at all, and whether what its services name is there.
final class SyntaxCheck extends ComposeCheck {
    private static final Pattern SCRIPT =
            Pattern.compile("(?i)(.*/)?([^/]+\\.(sh|bash|bat|cmd|ps1|mk|ya?ml)|makefile|justfile)");
    private static final Pattern OLD_COMPOSE = Pattern.compile("(?m)(^|[\\s;&|(@-])docker-compose(\\.exe)?\\s");

    SyntaxCheck() {
        super("compose.syntax");
    }

    @Override
    boolean judgesUnreadable() {
        return true;
    }

    @Override
    List<Finding> judge(Stack stack) {
        List<Finding> found = new ArrayList<>(problems(stack));
        boolean whole = stack.compose().isWhole();
        if (whole) {
            found.addAll(new References(this, stack).all());
            found.addAll(new Shape(this, stack).all());
        }
        stack.compose().model().field("version").ifPresent(field -> found.add(version(stack, field)));
        return found;
    }

    private List<Finding> problems(Stack stack) {
        Map<Kind, List<ComposeProblem>> byKind = new EnumMap<>(Kind.class);
        stack.compose()
                .problems()
                .forEach(problem -> byKind.computeIfAbsent(problem.kind(), _ -> new ArrayList<>())
                        .add(problem));
        List<Finding> found = new ArrayList<>();
        byKind.forEach((kind, problems) -> {
            switch (kind) {
                case UNDEFINED_VARIABLE, REQUIRED_VARIABLE -> {}
                case TOO_LARGE -> problems.forEach(one -> found.add(tooLarge(stack, one)));
                case UNREAD_FILE -> found.addAll(unread(stack, problems));
                default -> found.add(broken(stack, kind, problems));
            }
        });
        return found;
    }

    private Finding broken(Stack stack, Kind kind, List<ComposeProblem> problems) {
        ComposeProblem first = problems.getFirst();
        List<Hit> hits = problems.stream()
                .map(problem -> new Hit(problem.place(), problem.detail()))
                .toList();
        String outcome = kind.name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
        Finding finding = problem(
                stack,
                outcome,
                hits,
                Stack.name(first.place().file()),
                String.valueOf(first.place().line()));
        if (kind != Kind.SYNTAX || first.detail().isEmpty()) return finding;
        Source source =
                stack.workspace().source(first.place().file(), first.place().line());
        return finding.with(Evidence.of("evidence.compose.reader", first.detail(), source));
    }

    private List<Finding> unread(Stack stack, List<ComposeProblem> problems) {
        List<Hit> remote = problems.stream()
                .filter(problem -> ComposePaths.isRemote(problem.detail()))
                .map(problem -> new Hit(problem.place(), problem.detail()))
                .toList();
        List<Finding> found = new ArrayList<>();
        if (!remote.isEmpty()) found.add(info(stack, "remote", remote));
        problems.stream()
                .filter(problem -> !ComposePaths.isRemote(problem.detail()))
                .forEach(problem -> found.add(unread(
                        stack, problem.detail().isEmpty() ? problem.place().file() : problem.detail())));
        return found;
    }

    private Finding tooLarge(Stack stack, ComposeProblem problem) {
        String file = problem.place().file();
        Source source = stack.workspace().source(file, 0);
        return unknown(stack.subject(file, ""), new Reading.Unknown<>(Reading.Cause.UNREADABLE, "too large", source));
    }

    private Finding version(Stack stack, Field field) {
        Mending mending = new Mending(stack);
        mending.change(field.place(), edit -> edit.remove(field));
        Finding finding = info(
                stack,
                "version",
                List.of(new Hit(field.place(), "version")),
                Stack.name(field.place().file()));
        return (usesOldCompose(stack)
                        ? mending.suggestion("compose.syntax/version", "old-compose")
                        : mending.fix("compose.syntax/version"))
                .map(finding::fixedBy)
                .orElse(finding);
    }

    /// The Compose of before 2021 needs the key.
    private static boolean usesOldCompose(Stack stack) {
        return stack.workspace().kept(path -> SCRIPT.matcher(path).matches()).stream()
                .flatMap(text -> text.content().stream())
                .map(Bytes::toArray)
                .anyMatch(bytes -> OLD_COMPOSE
                        .matcher(new String(bytes, StandardCharsets.UTF_8))
                        .find());
    }
}
