package io.devdoctor.desktop.model;

import io.devdoctor.check.Verdict;
import io.devdoctor.examination.ExaminationResult;
import io.devdoctor.machine.DockerEngine;
import io.devdoctor.machine.Machine;
import io.devdoctor.machine.Part;
import io.devdoctor.machine.Reading;
import io.devdoctor.machine.Source;
import io.devdoctor.machine.WslAnswer;
import io.devdoctor.text.Format;
import io.devdoctor.text.Text;
import java.util.Optional;

/// What the status bar says.
///
/// @param engine   whether the engine answers, with a verdict for its dot
/// @param wsl      how many distributions run; absent where there is no WSL
/// @param progress share of checks done, 1 when finished
public record StatusLine(Optional<Light> engine, Optional<Text> wsl, Optional<Text> examined, double progress) {

    /// A sentence with a coloured dot.
    public record Light(Verdict verdict, Text text) {}

    private static final int OK = 200;

    /// @param format for times of day
    public static StatusLine of(RunState run, Format format) {
        Optional<Machine> machine = run.machine();
        double done = run.checks().isEmpty()
                ? 0
                : 1
                        - (double) run.checks().stream().filter(run::isWaiting).count()
                                / run.checks().size();
        return new StatusLine(
                machine.flatMap(it -> MachineLine.arrived(it, Part.DOCKER_ENGINE))
                        .flatMap(StatusLine::engine),
                machine.flatMap(it -> MachineLine.arrived(it, Part.WSL_ANSWER)).flatMap(StatusLine::wsl),
                run.result().map(result -> examined(run, result, format)),
                done);
    }

    private static Optional<Light> engine(Reading<DockerEngine> part) {
        return switch (part) {
            case Reading.Known<DockerEngine>(DockerEngine engine, Source _) -> ping(engine.ping());
            case Reading.Absent<DockerEngine> _ ->
                Optional.of(new Light(Verdict.INFO, Text.of("desktop.status.engine-absent")));
            case Reading.Unknown<DockerEngine> _ ->
                Optional.of(new Light(Verdict.UNKNOWN, Text.of("desktop.status.engine-unknown")));
            case Reading.NotApplicable<DockerEngine> _ -> Optional.empty();
        };
    }

    private static Optional<Light> ping(Reading<DockerEngine.HttpStatus> ping) {
        return switch (ping) {
            case Reading.Known<DockerEngine.HttpStatus>(var answer, Source _)
            when answer.status() == OK ->
                Optional.of(new Light(Verdict.OK, Text.of("desktop.status.engine", answer.millis())));
            case Reading.Known<DockerEngine.HttpStatus>(var answer, Source _) ->
                Optional.of(new Light(Verdict.PROBLEM, Text.of("desktop.status.engine-status", answer.status())));
            case Reading.Absent<DockerEngine.HttpStatus> _ ->
                Optional.of(new Light(Verdict.INFO, Text.of("desktop.status.engine-absent")));
            case Reading.Unknown<DockerEngine.HttpStatus> _ ->
                Optional.of(new Light(Verdict.UNKNOWN, Text.of("desktop.status.engine-unknown")));
            case Reading.NotApplicable<DockerEngine.HttpStatus> _ -> Optional.empty();
        };
    }

    private static Optional<Text> wsl(Reading<WslAnswer> part) {
        return part.flatMap((answer, _) -> answer.list())
                        instanceof Reading.Known<java.util.List<WslAnswer.Row>>(var rows, Source _)
                ? Optional.of(Text.of("desktop.status.wsl", (int)
                        rows.stream().filter(WslAnswer.Row::isRunning).count()))
                : Optional.empty();
    }

    private static Text examined(RunState run, ExaminationResult result, Format format) {
        if (run.again().isPresent()) {
            Again again = run.again().get();
            return Text.of("desktop.status.again", again.what(), format.timeOfDay(again.at()), again.took());
        }
        if (run.ended()) return Text.of("desktop.status.ended", format.timeOfDay(result.startedAt()));
        return run.isReplay()
                ? Text.of("desktop.status.recorded", result.startedAt())
                : Text.of("desktop.status.examined", format.timeOfDay(result.startedAt()), result.took());
    }
}
