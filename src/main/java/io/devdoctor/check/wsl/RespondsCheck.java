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
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Whether wsl.exe answers within its budget. That it hangs is the finding, not a hang of ours.
final class RespondsCheck implements WslCheck {
    private static final CheckInfo INFO = new CheckInfo(
            "wsl.responds", Area.WSL, Set.of(Part.WSL, Part.WSL_ANSWER, Part.HOST), Foundations.OF_ANSWERS);
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
            case Reading.Unknown<List<Row>> unknown -> List.of(silent(machine, unknown));
            case Reading.NotApplicable<List<Row>> _ -> List.of(notApplicable(MACHINE));
        };
    }

    private Finding silent(Machine machine, Reading.Unknown<List<Row>> reading) {
        return switch (reading.cause()) {
            case TIMED_OUT ->
                // A plain shutdown asks the same stuck service, and usually hangs as well.
                problem(MACHINE, "hangs", List.of(evidence("evidence.wsl.no-answer", reading)))
                        .fixedBy(
                                WslTools.manual("wsl.responds/restart-computer"),
                                WslTools.shutdown("wsl.responds/shutdown"));
            case FAILED -> failed(machine, reading);
            case DENIED, UNREADABLE, NOT_RECORDED -> unknown(MACHINE, reading);
        };
    }

    /// Only an error of WSL's own proves that WSL is ill; everything else may be ours.
    private Finding failed(Machine machine, Reading.Unknown<List<Row>> reading) {
        Matcher id = ERROR_ID.matcher(reading.detail());
        if (!id.find()) return unknown(MACHINE, reading);
        Finding fails = problem(MACHINE, "fails", List.of(evidence("evidence.wsl.error", reading)), id.group());
        return isDeviceDisabled(machine, id.group())
                ? fails.fixedBy(device())
                : fails.fixedBy(
                        WslTools.shutdown("wsl.responds/shutdown"), WslTools.manual("wsl.responds/restart-computer"));
    }

    /// HCS finds no Hyper-V although a hypervisor runs (microsoft/WSL #41635).
    private static boolean isDeviceDisabled(Machine machine, String id) {
        boolean notInstalled = id.endsWith("/HCS_E_HYPERV_NOT_INSTALLED") || id.endsWith("/0x80370102");
        return notInstalled
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
