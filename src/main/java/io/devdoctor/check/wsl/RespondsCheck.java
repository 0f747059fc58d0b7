package io.devdoctor.check.wsl;

import static io.devdoctor.check.Subject.MACHINE;

import io.devdoctor.check.Area;
import io.devdoctor.check.CheckInfo;
import io.devdoctor.check.Evidence;
import io.devdoctor.check.Finding;
import io.devdoctor.fix.Fix;
import io.devdoctor.fix.Step;
import io.devdoctor.fix.TakesEffect;
import io.devdoctor.machine.Machine;
import io.devdoctor.machine.Part;
import io.devdoctor.machine.Reading;
import io.devdoctor.machine.Source;
import io.devdoctor.machine.Wsl;
import io.devdoctor.machine.WslAnswer.Row;
import io.devdoctor.text.Text;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// Whether wsl.exe answers within its budget. That it hangs is the finding, not a hang of ours.
final class RespondsCheck implements WslCheck {
    private static final String ID = "wsl.responds";
    private static final CheckInfo INFO = new CheckInfo(
            ID,
            Area.WSL,
            Set.of(Part.WSL, Part.WSL_ANSWER, Part.HOST),
            Stream.concat(Foundations.OF_ANSWERS.stream(), KnownError.allCauses(ID, false).stream())
                    .distinct()
                    .toList());

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
            case Reading.Unknown<List<Row>> unknown -> List.of(silent(machine, unknown));
            case Reading.NotApplicable<List<Row>> _ -> List.of(notApplicable(MACHINE));
        };
    }

    private Finding silent(Machine machine, Reading.Unknown<List<Row>> reading) {
        return switch (reading.cause()) {
            case TIMED_OUT ->
                // A plain shutdown asks the same stuck service, and usually hangs as well.
                problem(MACHINE, "hangs", List.of(evidence("evidence.wsl.no-answer", reading)))
                        .explainedBy(Foundations.OF_ANSWERS)
                        .fixedBy(
                                WslTools.manual("wsl.responds/restart-computer"),
                                WslTools.shutdown("wsl.responds/shutdown"));
            case FAILED -> failed(machine, reading);
            case DENIED, UNREADABLE, NOT_RECORDED -> unknown(MACHINE, reading);
        };
    }

    /// Only an error of WSL's own proves that WSL is ill; everything else may be ours.
    private Finding failed(Machine machine, Reading.Unknown<List<Row>> reading) {
        return WslError.in(reading.detail())
                .map(error -> failed(machine, error, evidence("evidence.wsl.error", reading)))
                .orElseGet(() -> unknown(MACHINE, reading).explainedBy(Foundations.OF_ANSWERS));
    }

    private Finding failed(Machine machine, WslError error, Evidence evidence) {
        Optional<KnownError> known = error.known();
        Finding fails = known.map(
                        row -> problem(MACHINE, "known", List.of(evidence), error.id(), row.meaning(), row.advice())
                                .explainedBy(causes(row)))
                .orElseGet(() ->
                        problem(MACHINE, "fails", List.of(evidence), error.id()).explainedBy(Foundations.OF_ANSWERS));
        if (isDeviceDisabled(machine, known)) return fails.fixedBy(device());
        return known.isEmpty() || known.get().restart()
                ? fails.fixedBy(
                        WslTools.shutdown("wsl.responds/shutdown"), WslTools.manual("wsl.responds/restart-computer"))
                : fails;
    }

    /// A code names its causes, and a damaged installation explains every one.
    private static List<CheckInfo.Cause> causes(KnownError row) {
        return Stream.concat(
                        row.causes(ID, MACHINE).stream(),
                        Stream.of(CheckInfo.any("wsl.installed").whenBroken()))
                .toList();
    }

    /// HCS finds no Hyper-V although a hypervisor runs (microsoft/WSL #41635).
    private static boolean isDeviceDisabled(Machine machine, Optional<KnownError> error) {
        return error.filter(row -> row.key().equals("hyperv-missing")).isPresent()
                && machine.host()
                        .flatMap((host, _) -> host.virtualization().hypervisorPresent())
                        .known()
                        .filter(runs -> runs)
                        .isPresent();
    }

    private static Fix device() {
        return Fix.safe(
                        "wsl.responds/device",
                        Text.of("fix.wsl.responds/device.title"),
                        new Step.Manual(Text.of("fix.wsl.responds/device.words"), "devmgmt.msc"))
                .takingEffect(TakesEffect.REBOOT);
    }

    private static Evidence evidence(String key, Reading.Unknown<?> reading) {
        return Evidence.of(key, reading.detail(), reading.source());
    }
}
