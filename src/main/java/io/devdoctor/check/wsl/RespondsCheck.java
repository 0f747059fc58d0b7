package io.devdoctor.check.wsl;

import static io.devdoctor.check.Subject.MACHINE;

import io.devdoctor.check.Area;
import io.devdoctor.check.CheckInfo;
import io.devdoctor.check.Evidence;
import io.devdoctor.check.Finding;
import io.devdoctor.machine.Machine;
import io.devdoctor.machine.Part;
import io.devdoctor.machine.Reading;
import io.devdoctor.machine.Source;
import io.devdoctor.machine.Wsl;
import io.devdoctor.machine.WslAnswer.Row;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Whether wsl.exe answers within its budget. That it hangs is the finding, not a hang of ours.
final class RespondsCheck implements WslCheck {
    private static final CheckInfo INFO =
            new CheckInfo("wsl.responds", Area.WSL, Set.of(Part.WSL, Part.WSL_ANSWER), Foundations.OF_ANSWERS);
    /// The one part of an error that no language changes.
    private static final Pattern ERROR_ID = Pattern.compile("\\bWsl(/[A-Za-z0-9_]+)+");

    @Override
    public CheckInfo info() {
        return INFO;
    }

    @Override
    public List<Finding> examineWsl(Wsl wsl, Machine machine) {
        Reading<List<Row>> list = machine.wslAnswer().flatMap((answer, _) -> answer.list());
        return switch (list) {
            case Reading.Known<List<Row>>(List<Row> rows, Source _) -> List.of(ok(MACHINE, "ok", rows.size()));
            case Reading.Absent<List<Row>> _ -> List.of(ok(MACHINE, "ok", 0));
            case Reading.Unknown<List<Row>> unknown -> List.of(silent(unknown));
            case Reading.NotApplicable<List<Row>> _ -> List.of(notApplicable(MACHINE));
        };
    }

    private Finding silent(Reading.Unknown<List<Row>> reading) {
        return switch (reading.cause()) {
            case TIMED_OUT ->
                problem(MACHINE, "hangs", List.of(evidence("evidence.wsl.no-answer", reading)))
                        .fixedBy(
                                WslTools.shutdown("wsl.responds/shutdown"),
                                WslTools.manual("wsl.responds/restart-computer"));
            case FAILED -> failed(reading);
            case DENIED, UNREADABLE, NOT_RECORDED -> unknown(MACHINE, reading);
        };
    }

    /// Only an error of WSL's own proves that WSL is ill; everything else may be ours.
    private Finding failed(Reading.Unknown<List<Row>> reading) {
        Matcher id = ERROR_ID.matcher(reading.detail());
        return id.find()
                ? problem(MACHINE, "fails", List.of(evidence("evidence.wsl.error", reading)), id.group())
                        .fixedBy(
                                WslTools.shutdown("wsl.responds/shutdown"),
                                WslTools.manual("wsl.responds/restart-computer"))
                : unknown(MACHINE, reading);
    }

    private static Evidence evidence(String key, Reading.Unknown<?> reading) {
        return Evidence.of(key, reading.detail(), reading.source());
    }
}
