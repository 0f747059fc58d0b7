package io.devdoctor.check.host;

import static io.devdoctor.check.Subject.MACHINE;

import io.devdoctor.check.Area;
import io.devdoctor.check.CheckInfo;
import io.devdoctor.check.Evidence;
import io.devdoctor.check.Finding;
import io.devdoctor.check.WindowsCheck;
import io.devdoctor.fix.Effect;
import io.devdoctor.fix.Fix;
import io.devdoctor.fix.Step;
import io.devdoctor.fix.TakesEffect;
import io.devdoctor.fix.Tool;
import io.devdoctor.machine.Machine;
import io.devdoctor.machine.Part;
import io.devdoctor.machine.Reading;
import io.devdoctor.machine.Security.WinsockProvider;
import io.devdoctor.machine.Source;
import io.devdoctor.machine.WslAnswer;
import io.devdoctor.text.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Whether another product put itself between programs and the network (a layered provider), with which the virtual
/// machine of WSL cannot be reached: `Wsl/Service/0x8007273d`.
final class WinsockProvidersCheck implements WindowsCheck {
    private static final CheckInfo INFO = new CheckInfo(
            "host.winsock-providers", Area.HOST, Set.of(Part.SECURITY, Part.WSL, Part.WSL_ANSWER), List.of());
    /// The one code in both spellings that WSL prints, the same in every language.
    private static final Pattern ERROR = Pattern.compile("(?i)0x8007273d|\\bWSAEOPNOTSUPP\\b");

    @Override
    public CheckInfo info() {
        return INFO;
    }

    @Override
    public List<Finding> examineWindows(Machine machine) {
        return judgeIfPresent(
                machine.wsl().flatMap((wsl, _) -> wsl.installed()),
                MACHINE,
                (installed, _) -> installed
                        ? judgeIfPresent(
                                machine.security().flatMap((security, _) -> security.winsock()),
                                MACHINE,
                                (all, _) -> List.of(judge(all, machine)))
                        : List.of(notApplicable(MACHINE)));
    }

    private Finding judge(List<WinsockProvider> all, Machine machine) {
        List<WinsockProvider> layers =
                all.stream().filter(WinsockProvider::isLayered).toList();
        if (layers.isEmpty()) return ok(MACHINE, "none", all.size());
        List<Evidence> evidence = new ArrayList<>();
        layers.forEach(layer -> evidence.add(Evidence.of(
                "evidence.host.winsock-layer", layer.name() + " (" + layer.library() + ")", layer.source())));
        Text.Arg libraries = Text.several(
                layers.stream().map(WinsockProvider::library).distinct().toList());
        List<Evidence> errors = errors(machine.wslAnswer());
        if (!errors.isEmpty()) {
            evidence.addAll(errors);
            return problem(MACHINE, "stops-wsl", evidence, libraries).fixedBy(uninstall(), reset());
        }
        // The package exempts its own programs from layers; a distribution that runs proves that it helped.
        return runs(machine.wslAnswer())
                ? info(MACHINE, "harmless", evidence, libraries)
                : likely(MACHINE, "may-stop-wsl", evidence, libraries).fixedBy(uninstall(), reset());
    }

    private static List<Evidence> errors(Reading<WslAnswer> reading) {
        Stream<Reading<?>> asked = reading.known().stream()
                .flatMap(answer -> Stream.concat(
                        Stream.of(answer.list()),
                        answer.live().values().stream().map(WslAnswer.Live::kernel)));
        return asked.<Evidence>flatMap(each ->
                        each instanceof Reading.Unknown<?>(Reading.Cause _, String detail, Source source)
                                        && ERROR.matcher(detail).find()
                                ? Stream.of(Evidence.of("evidence.wsl.error", detail, source))
                                : Stream.of())
                .limit(1)
                .toList();
    }

    private static boolean runs(Reading<WslAnswer> reading) {
        return reading.flatMap((answer, _) -> answer.list()).known().stream()
                .flatMap(List::stream)
                .anyMatch(row -> row.isRunning() && row.version() == 2);
    }

    private static Fix uninstall() {
        return Fix.safe(
                "host.winsock-providers/uninstall",
                Text.of("fix.host.winsock-providers/uninstall.title"),
                new Step.Manual(Text.of("fix.host.winsock-providers/uninstall.words"), "ms-settings:appsfeatures"));
    }

    private static Fix reset() {
        return Fix.of(
                        "host.winsock-providers/reset",
                        Text.of("fix.host.winsock-providers/reset.title"),
                        Set.of(Effect.ADMIN, Effect.NOT_REVERSIBLE),
                        new Step.RunTool(Tool.WINSOCK_RESET, List.of(), null))
                .takingEffect(TakesEffect.REBOOT)
                .warning(Text.of("warning.host.winsock-reset"));
    }
}
