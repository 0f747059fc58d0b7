package io.devdoctor.check.project.dockerfile;

import io.devdoctor.check.Evidence;
import io.devdoctor.check.Finding;
import io.devdoctor.check.Finding.Place;
import io.devdoctor.check.Subject;
import io.devdoctor.check.project.Workspace;
import io.devdoctor.machine.Source;
import io.devdoctor.machine.project.BuildChecks.Answer;
import io.devdoctor.machine.project.BuildChecks.BuildError;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/// What BuildKit could not get past while it checked. Its own grammar fails every build; what it could not fetch may
/// be there the next time.
final class BuildErrors {
    /// BuildKit's parser and its conversion of instructions, in no other language.
    private static final Predicate<String> GRAMMAR = Pattern.compile(
                    "dockerfile parse error|unknown instruction|file with no instructions"
                            + "|the Dockerfile (?:\\([^)]*\\) )?cannot be empty|no build stage in current context")
            .asPredicate();
    private static final Predicate<String> FETCH = Pattern.compile(
                    "(?i)failed to resolve source metadata|failed to do request|failed to authorize|network is"
                            + " unreachable|i/o timeout|no such host|connection refused|TLS handshake|deadline"
                            + " exceeded|pull access denied")
            .asPredicate();

    /// `FROM $BASE`, and BASE has no value of its own: whoever builds gives it.
    private static final Predicate<String> ARGUMENT =
            Pattern.compile("should not be blank").asPredicate();

    private BuildErrors() {}

    static Finding finding(
            BuildKitCheck check, Workspace project, String path, BuildError error, Answer.Linted linted) {
        List<Place> places = BuildKitCheck.places(project, path, error.lines().stream());
        int line = places.isEmpty() ? 0 : places.getFirst().line();
        Source source = line == 0 ? linted.source() : project.source(path, line);
        List<Evidence> evidence = List.of(Evidence.of("evidence.dockerfile.error", error.message(), source));
        Subject subject = project.subject(path, "build");
        Object[] args = {path, line, error.message()};
        Finding finding;
        if (ARGUMENT.test(error.message())) finding = check.info(subject, "needs-argument", evidence, args);
        else if (FETCH.test(error.message())) finding = check.likely(subject, "not-fetched", evidence, args);
        else if (GRAMMAR.test(error.message())) finding = check.problem(subject, "refused", evidence, args);
        else finding = check.likely(subject, "refused", evidence, args);
        boolean fetched = FETCH.test(error.message());
        return finding.at(places).explainedBy(fetched ? BuildKitCheck.DISTANCES : List.of());
    }
}
