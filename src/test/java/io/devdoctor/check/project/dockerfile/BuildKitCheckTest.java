package io.devdoctor.check.project.dockerfile;

import static org.assertj.core.api.Assertions.assertThat;

import io.devdoctor.check.Check;
import io.devdoctor.check.Finding;
import io.devdoctor.check.project.ProjectChecks;
import io.devdoctor.fix.Step;
import io.devdoctor.machine.Machine;
import io.devdoctor.machine.Part;
import io.devdoctor.machine.Reading;
import io.devdoctor.machine.Source;
import io.devdoctor.machine.project.BuildChecks;
import io.devdoctor.machine.project.BuildChecks.Answer;
import io.devdoctor.machine.project.BuildChecks.Asked;
import io.devdoctor.machine.project.BuildChecks.BuildError;
import io.devdoctor.machine.project.BuildChecks.Lines;
import io.devdoctor.machine.project.BuildChecks.Warning;
import io.devdoctor.testing.Facts;
import io.devdoctor.testing.ProjectFacts;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What is made of BuildKit's words.
class BuildKitCheckTest {
    private static final Check CHECK = ProjectChecks.ALL.getLast();
    private static final Source SOURCE = new Source(Source.Kind.COMMAND, "docker build", Facts.NOW);
    private static final ProjectFacts SECRET = ProjectFacts.of(
            "Dockerfile", "FROM debian:13-slim\nENV DB_PASSWORD=hunter2hunter2\nENV API_TOKEN_FILE=/run/t\n");

    private static Warning warning(String rule, int... lines) {
        List<Lines> all = new ArrayList<>();
        for (int line : lines) all.add(new Lines(line, line));
        return new Warning(rule, "What is wanted", "https://docs.docker.com/r/", "What is the matter", all);
    }

    private static Answer linted(Warning... warnings) {
        return new Answer.Linted(List.of(warnings), Optional.empty(), SOURCE);
    }

    private static List<Finding> found(ProjectFacts project, Asked... asked) {
        Machine machine =
                project.machine().with(Part.BUILD_CHECKS, new Reading.Known<>(new BuildChecks(List.of(asked)), SOURCE));
        for (Part<?> part : CHECK.info().needs()) {
            if (!machine.has(part)) machine = machine.with(part, Facts.notApplicable());
        }
        return CHECK.examine(machine);
    }

    private static Asked about(String path, Answer answer) {
        return new Asked(ProjectFacts.ROOT, path, answer);
    }

    private static String said(Asked... asked) {
        return Said.of(found(SECRET, asked)).all();
    }

    @Test
    void oneFindingForEachRuleWithAllItsLines() {
        Warning one = warning("UndefinedVar", 2);
        Warning other = warning("UndefinedVar", 3);
        assertThat(said(about("Dockerfile", linted(one, warning("WorkdirRelativePath", 1), other))))
                .isEqualTo("warning rule 1; warning rule 2 3");
    }

    @Test
    void aNewRuleIsAWarningAndStyleIsNone() {
        assertThat(said(about("Dockerfile", linted(warning("RuleOfTomorrow"))))).isEqualTo("warning rule");
        assertThat(said(about("Dockerfile", linted(warning("FromAsCasing", 1)))))
                .isEqualTo("info note 1");
    }

    /// Our check names line 2 and has nothing against line 3.
    @Test
    void whatOursSaysIsNotSaidTwice() {
        assertThat(said(about("Dockerfile", linted(warning("SecretsUsedInArgOrEnv", 2)))))
                .isEmpty();
        assertThat(said(about(
                        "Dockerfile",
                        linted(warning("SecretsUsedInArgOrEnv", 2), warning("SecretsUsedInArgOrEnv", 3)))))
                .isEqualTo("info note 3");
    }

    /// The line may hold a secret: only BuildKit's own words are evidence.
    @Test
    void noLineOfTheFileIsShown() {
        assertThat(found(SECRET, about("Dockerfile", linted(warning("LegacyKeyValueFormat", 2)))))
                .flatExtracting(Finding::evidence)
                .noneMatch(evidence -> evidence.value().contains("hunter2"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        dockerfile parse error on line 2: unknown instruction: RNU                     | problem refused 2
        failed to parse stage name "Base": invalid reference format                    | warning refused 2
        base name ($BASE) should not be blank                                          | info needs-argument 2
        failed to resolve source metadata for docker.io/library/x:1: not found         | warning not-fetched 2
        x: failed to do request: Head "https://r/v2/": dial tcp: i/o timeout           | warning not-fetched 2
        """)
    void onlyBuildKitsOwnGrammarIsCertain(String message, String expected) {
        BuildError error = new BuildError(message, List.of(new Lines(2, 2)));
        assertThat(said(about("Dockerfile", new Answer.Linted(List.of(), Optional.of(error), SOURCE))))
                .isEqualTo(expected);
    }

    @Test
    void whatStopsAllOfThemIsSaidOnce() {
        Answer unread =
                new Answer.Unread(new Reading.Unknown<>(Reading.Cause.FAILED, "exit 1: Cannot connect", SOURCE));
        List<Finding> findings = found(
                SECRET.and("a/Dockerfile", "FROM scratch\n").and("b/Dockerfile", "FROM scratch\n"),
                about("Dockerfile", unread),
                about("a/Dockerfile", unread),
                about("b/Dockerfile", new Answer.Left(Answer.Why.NO_TIME, SOURCE)));
        assertThat(Said.of(findings).all()).isEqualTo("unknown FAILED 0 0; unknown left 0");
    }

    @Test
    void anOldDockerIsNamed() {
        Answer old = new Answer.TooOld("unknown flag: --call", SOURCE);
        List<Finding> findings = found(SECRET, about("Dockerfile", old));
        assertThat(Said.of(findings).all()).isEqualTo("unknown too-old 0");
        assertThat(findings.getFirst().evidence().getFirst().value()).isEqualTo("unknown flag: --call");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://docs.docker.com/x/",
                "https://docs.docker.com.example.org/",
                "https://example.org/docs.docker.com/",
                "https://docs.docker.com@example.org/",
                "javascript:alert(1)",
                ""
            })
    void onlyDockersOwnPagesAreOpened(String url) {
        Warning warning = new Warning("UndefinedVar", "", url, "", List.of());
        assertThat(found(SECRET, about("Dockerfile", linted(warning)))
                        .getFirst()
                        .fixes())
                .flatExtracting(fix -> fix.steps())
                .allMatch(step -> step instanceof Step.Manual(var _, var opens) && opens == null);
    }

    @Test
    void answersOfAnotherProjectAreNotOurs() {
        assertThat(said(new Asked("C:\\src\\other", "Dockerfile", linted(warning("UndefinedVar", 1)))))
                .isEmpty();
    }
}
