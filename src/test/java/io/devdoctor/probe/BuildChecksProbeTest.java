package io.devdoctor.probe;

import static org.assertj.core.api.Assertions.assertThat;

import io.devdoctor.machine.Bytes;
import io.devdoctor.machine.CommandOutput;
import io.devdoctor.machine.Machine;
import io.devdoctor.machine.Origin;
import io.devdoctor.machine.Part;
import io.devdoctor.machine.Reading;
import io.devdoctor.machine.Source;
import io.devdoctor.machine.project.BuildChecks;
import io.devdoctor.machine.project.BuildChecks.Answer;
import io.devdoctor.machine.project.BuildChecks.Asked;
import io.devdoctor.machine.project.BuildChecks.BuildError;
import io.devdoctor.machine.project.BuildChecks.Lines;
import io.devdoctor.machine.project.BuildChecks.Warning;
import io.devdoctor.system.Commands;
import io.devdoctor.system.Ports;
import io.devdoctor.testing.Facts;
import io.devdoctor.testing.ProjectFacts;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What BuildKit answers, and what it is asked.
class BuildChecksProbeTest {
    private static final Source SOURCE = new Source(Source.Kind.COMMAND, "docker build", Facts.NOW);

    private static Answer answer(int exit, String out, String err) {
        CommandOutput output = new CommandOutput(exit, bytes(out), bytes(err), Facts.NOW, Duration.ofSeconds(1));
        return BuildCheckAnswer.read(output, "Dockerfile", Recordings.linux().platform(), SOURCE);
    }

    private static Answer answer(String json) {
        return answer(1, json.replace('\'', '"'), "");
    }

    private static Bytes bytes(String text) {
        return Bytes.of(text.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void warningsAreReadWithTheirLines() {
        assertThat(answer("""
            {'warnings': [
              {'ruleName': 'JSONArgsRecommended', 'description': 'JSON', 'url': 'https://docs.docker.com/x/',
               'detail': 'for CMD', 'location': {'ranges': [
                 {'start': {'line': 7, 'character': 4}, 'end': {'line': 9}}, {'start': {'line': 12}},
                 {'start': {}, 'end': {}}]}},
              {'ruleName': 'NewRule'}],
             'sources': [{'filename': 'Dockerfile', 'data': 'RlJPTSBzY3JhdGNo'}]}\
            """))
                .isEqualTo(new Answer.Linted(
                        List.of(
                                new Warning(
                                        "JSONArgsRecommended",
                                        "JSON",
                                        "https://docs.docker.com/x/",
                                        "for CMD",
                                        List.of(new Lines(7, 9), new Lines(12, 12))),
                                new Warning("NewRule", "", "", "", List.of())),
                        Optional.empty(),
                        SOURCE));
    }

    @Test
    void theErrorThatEndsABuildIsRead() {
        assertThat(answer("""
            {'warnings': null, 'sources': null, 'buildError': {
              'message': 'dockerfile parse error on line 2:\\n  unknown instruction: RNU',
              'location': {'ranges': [{'start': {'line': 2}, 'end': {'line': 2}}]}}}\
            """))
                .isEqualTo(new Answer.Linted(
                        List.of(),
                        Optional.of(new BuildError(
                                "dockerfile parse error on line 2: unknown instruction: RNU",
                                List.of(new Lines(2, 2)))),
                        SOURCE));
    }

    @Test
    void linesOfAnotherSourceAreNoneOfTheDockerfile() {
        Answer answer = answer("""
            {'warnings': [{'ruleName': 'X', 'location': {'sourceIndex': 1, 'ranges': [{'start': {'line': 3}}]}}],
             'sources': [{'filename': 'Dockerfile'}, {'filename': 'included.Dockerfile'}]}\
            """);
        assertThat(((Answer.Linted) answer).warnings().getFirst().lines()).isEmpty();
    }

    /// What is left of such an answer would look better than it is.
    @ParameterizedTest
    @ValueSource(
            strings = {
                "{",
                "{'warnings': [",
                "[]",
                "null",
                "42",
                "<html>",
                "{}",
                "{'sources': []}",
                "{'warnings': 'none'}",
                "{'warnings': {}}",
                "{'warnings': [null]}",
                "{'warnings': ['x']}",
                "{'warnings': [{'ruleName': 7}]}",
                "{'warnings': [{'ruleName': 'a b'}]}",
                "{'warnings': [{}]}",
                "{'warnings': [], 'buildError': 'x'}",
                "{'warnings': [], 'buildError': {}}",
                "{'warnings': []} {'warnings': []}"
            })
    void halfAnAnswerIsNone(String json) {
        assertThat(answer(json))
                .isInstanceOfSatisfying(
                        Answer.Unread.class,
                        unread -> assertThat(unread.why().cause()).isEqualTo(Reading.Cause.UNREADABLE));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'warnings': [{'ruleName': 'X', 'location': 7}]}",
                "{'warnings': [{'ruleName': 'X', 'location': {'ranges': {'start': 1}}}]}",
                "{'warnings': [{'ruleName': 'X', 'location': {'sourceIndex': 'a', 'ranges': [7, null]}}], 'sources':"
                        + " 3}",
                "{'warnings': [{'ruleName': 'X', 'location': {'ranges': [{'start': {'line': -4}}]}}]}",
                "{'warnings': [{'ruleName': 'X', 'location': {'ranges': [{'start': {'line': 9999999999}}]}}]}",
                "{'warnings': [{'ruleName': 'X', 'description': 1, 'detail': [], 'url': {}}]}"
            })
    void aWarningWithoutAPlaceIsStillOne(String json) {
        assertThat(answer(json))
                .isEqualTo(
                        new Answer.Linted(List.of(new Warning("X", "", "", "", List.of())), Optional.empty(), SOURCE));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        unknown flag: --call | unknown flag: --call
        #1 x~ERROR: failed to solve: unsupported request frontend.lint | ERROR: failed to solve: unsupported request frontend.lint
        docker: unknown command: docker buildx | docker: unknown command: docker buildx
        """)
    void anOldDockerDoesNotKnowTheCall(String err, String said) {
        assertThat(answer(125, "", err.replace('~', '\n'))).isEqualTo(new Answer.TooOld(said, SOURCE));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        #0 building~#1 [internal] load~Dockerfile:1~ERROR: failed to solve: x~more | exit 1: ERROR: failed to solve: x
        #0 building~~Cannot connect to the Docker daemon | exit 1: Cannot connect to the Docker daemon
        '' | 'exit 1: '
        """)
    void withoutAnAnswerTheErrorCounts(String err, String detail) {
        assertThat(answer(1, " \n", err.replace('~', '\n')))
                .isEqualTo(new Answer.Unread(new Reading.Unknown<>(Reading.Cause.FAILED, detail, SOURCE)));
    }

    private final List<String> asked = Collections.synchronizedList(new ArrayList<>());

    private Reading<BuildChecks> read(boolean wished, ProjectFacts project, Commands commands) {
        Machine machine = project.machine();
        Ports recorded = Recordings.windows();
        Ports live = new Ports(
                new Origin.Live(),
                recorded.platform(),
                List.of(),
                recorded.clock(),
                recorded.registry(),
                recorded.services(),
                query -> {
                    asked.add(String.join(" ", query.run()));
                    return commands.run(query);
                },
                recorded.files(),
                recorded.repositories(),
                recorded.environment(),
                recorded.hardware(),
                recorded.network(),
                recorded.pipes(),
                recorded.win32(),
                recorded.wmi(),
                recorded.engine());
        return new BuildChecksProbe(wished).read(live, machine);
    }

    private static Reading<CommandOutput> silence() {
        return new Reading.Known<>(
                new CommandOutput(0, bytes("{\"warnings\": []}"), Bytes.EMPTY, Facts.NOW, Duration.ZERO), SOURCE);
    }

    @Test
    void dockerIsAskedOnlyByWish() {
        ProjectFacts project = ProjectFacts.of("Dockerfile", "FROM scratch\n");
        assertThat(read(false, project, _ -> silence())).isEqualTo(new Reading.NotApplicable<>("not asked for"));
        assertThat(asked).isEmpty();
    }

    @Test
    void eachDockerfileIsAskedAboutWithTheFolderThatPeopleSend() {
        ProjectFacts project = ProjectFacts.of(
                "Dockerfile", "FROM scratch\nCOPY app /\n",
                "app", "x",
                "build/api.Dockerfile", "FROM scratch\nCOPY app /\n",
                "web/Dockerfile", "FROM scratch\n",
                "other/Dockerfile", "# syntax=example.com/frontend\nFROM scratch\n",
                "notes.txt", "FROM nobody\n");
        assertThat(read(true, project, _ -> silence()).known().orElseThrow().files())
                .extracting(Asked::path)
                .containsExactlyInAnyOrder("Dockerfile", "build/api.Dockerfile", "web/Dockerfile");
        String start = "docker build --call=check,format=json -f C:\\src\\shop\\";
        assertThat(asked)
                .containsExactlyInAnyOrder(
                        start + "Dockerfile C:\\src\\shop",
                        start + "build\\api.Dockerfile C:\\src\\shop",
                        start + "web\\Dockerfile C:\\src\\shop\\web");
    }

    @Test
    void manyDockerfilesAreNotAllAskedAbout() {
        ProjectFacts project = ProjectFacts.of();
        IntStream.range(0, 30).forEach(i -> project.and("s" + i + "/Dockerfile", "FROM scratch\n"));
        List<Asked> files =
                read(true, project, _ -> silence()).known().orElseThrow().files();
        assertThat(asked).hasSize(20);
        assertThat(files).hasSize(30);
        assertThat(files.stream().map(Asked::answer).filter(Answer.Left.class::isInstance))
                .hasSize(10)
                .allMatch(answer -> ((Answer.Left) answer).why() == Answer.Why.TOO_MANY);
    }

    @Test
    void aMissingDockerIsNoAnswer() {
        ProjectFacts project = ProjectFacts.of("Dockerfile", "FROM scratch\n");
        BuildChecks checks =
                read(true, project, _ -> new Reading.Absent<>(SOURCE)).known().orElseThrow();
        assertThat(checks.files().getFirst().answer())
                .isEqualTo(new Answer.Unread(
                        new Reading.Unknown<>(Reading.Cause.FAILED, "the program does not exist", SOURCE)));
    }

    @Test
    void aRecordingWithoutAnswersWasNotAsked() {
        Machine machine = ProjectFacts.of("Dockerfile", "FROM scratch\n").machine();
        assertThat(new BuildChecksProbe(false).read(Recordings.windows(), machine))
                .isEqualTo(new Reading.NotApplicable<>("not asked for"));
        assertThat(machine.has(Part.PROJECTS)).isTrue();
    }
}
