package io.devdoctor.probe;

import static io.devdoctor.probe.AtOnce.each;

import io.devdoctor.format.dockerfile.BuildContext;
import io.devdoctor.format.dockerfile.Dockerfile;
import io.devdoctor.format.dockerfile.Frontend;
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
import io.devdoctor.machine.project.Project;
import io.devdoctor.machine.project.Projects;
import io.devdoctor.machine.project.TextFile;
import io.devdoctor.system.Budget;
import io.devdoctor.system.Ports;
import io.devdoctor.system.Queries;
import io.devdoctor.system.Query;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// Lets BuildKit check the Dockerfiles of the named projects, where a person asked for that. Of a recording it shows
/// what was asked then.
///
/// The context is the folder that people would commonly send. What a Compose file names instead is not looked for: of
/// a context BuildKit's checks read the ignore file alone. A Dockerfile for another frontend than Docker's is left
/// out, since asking about it would run that frontend.
// unverified on Windows: docker.exe takes a Dockerfile and a context in \\wsl.localhost
public final class BuildChecksProbe implements Probe<BuildChecks> {
    private static final int MOST = 20;
    private static final int AT_ONCE = 4;

    private final boolean asked;

    /// @param asked whether a person wants it, since Docker may fetch data about base images
    BuildChecksProbe(boolean asked) {
        this.asked = asked;
    }

    @Override
    public Part<BuildChecks> part() {
        return Part.BUILD_CHECKS;
    }

    @Override
    public Set<Part<?>> needs() {
        return Set.of(Part.PROJECTS);
    }

    private record Question(String root, String path, String context) {
        String name() {
            return Project.name(path);
        }
    }

    @Override
    public Reading<BuildChecks> read(Ports system, Machine known) {
        boolean replay = system.origin() instanceof Origin.Replay;
        if (!asked && !replay) return new Reading.NotApplicable<>("not asked for");
        return known.projects().flatMap((projects, source) -> {
            List<Question> questions = projects.folders().stream()
                    .flatMap(BuildChecksProbe::questions)
                    .toList();
            List<Asked> answers = answers(system, questions).stream()
                    .filter(one -> isRecorded(one.answer()))
                    .toList();
            boolean none = answers.stream().allMatch(one -> one.answer() instanceof Answer.Left);
            return replay && none
                    ? new Reading.NotApplicable<>("not asked for")
                    : new Reading.Known<>(new BuildChecks(answers), source);
        });
    }

    private static boolean isRecorded(Answer answer) {
        return !(answer instanceof Answer.Unread(var why)) || why.cause() != Reading.Cause.NOT_RECORDED;
    }

    private static Stream<Question> questions(Projects.Folder folder) {
        return folder.project().known().stream()
                .flatMap(project -> project.texts().values().stream()
                        .filter(text -> Frontend.isDockerfile(text.path()))
                        .flatMap(text -> question(project, text).stream()));
    }

    private static Optional<Question> question(Project project, TextFile text) {
        return text.content()
                .map(Bytes::toArray)
                .map(Dockerfile::parse)
                .filter(Frontend::isKnown)
                .map(file ->
                        new Question(project.root(), text.path(), BuildContext.guess(text.path(), file, project::has)));
    }

    private static List<Asked> answers(Ports system, List<Question> questions) {
        long noMore = System.nanoTime()
                + Budget.BUILD_CHECKS
                        .duration()
                        .minus(Budget.BUILD_CHECK.duration())
                        .toNanos();
        return each(IntStream.range(0, questions.size()).boxed().toList(), AT_ONCE, i -> {
            Question question = questions.get(i);
            Answer answer = i < MOST ? answer(system, question, noMore) : left(system, question, Answer.Why.TOO_MANY);
            return new Asked(question.root(), question.path(), answer);
        });
    }

    private static Answer answer(Ports system, Question question, long noMore) {
        if (System.nanoTime() > noMore) return left(system, question, Answer.Why.NO_TIME);
        String file = Project.absolute(question.root(), question.path());
        String context = Project.absolute(question.root(), question.context());
        if (!Query.Grammar.PATH.admits(file) || !Query.Grammar.PATH.admits(context)) {
            return left(system, question, Answer.Why.PATH);
        }
        Query.Filled filled = Queries.BUILD_CHECK.fill(file, context);
        return switch (CommandText.answer(system, filled)) {
            case Reading.Known<CommandOutput>(CommandOutput output, Source source) ->
                BuildCheckAnswer.read(output, question.name(), system.platform(), source);
            case Reading.Unknown<CommandOutput> unknown -> new Answer.Unread(unknown);
            // `CommandText.answer` says so of a program that does not exist.
            case Reading.Absent<CommandOutput>(Source source) ->
                BuildCheckAnswer.unread(Reading.Cause.FAILED, "", source);
            case Reading.NotApplicable<CommandOutput>(String why) ->
                BuildCheckAnswer.unread(Reading.Cause.FAILED, why, source(system, file));
        };
    }

    private static Answer left(Ports system, Question question, Answer.Why why) {
        return new Answer.Left(why, source(system, Project.absolute(question.root(), question.path())));
    }

    private static Source source(Ports system, String file) {
        return new Source(
                Source.Kind.COMMAND,
                "docker build --check -f " + file,
                system.clock().now());
    }
}
