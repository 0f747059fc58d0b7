package io.devdoctor.check.wsl;

import static io.devdoctor.check.Subject.MACHINE;

import io.devdoctor.check.Area;
import io.devdoctor.check.CheckInfo;
import io.devdoctor.check.Evidence;
import io.devdoctor.check.Finding;
import io.devdoctor.check.Thresholds;
import io.devdoctor.check.WindowsCheck;
import io.devdoctor.fix.Effect;
import io.devdoctor.fix.Fix;
import io.devdoctor.fix.Step;
import io.devdoctor.fix.TakesEffect;
import io.devdoctor.fix.Tool;
import io.devdoctor.machine.Machine;
import io.devdoctor.machine.Part;
import io.devdoctor.machine.Policies;
import io.devdoctor.machine.Reading;
import io.devdoctor.machine.Source;
import io.devdoctor.machine.Wsl;
import io.devdoctor.machine.WslAnswer;
import io.devdoctor.text.Text;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// Whether WSL is there, and in which generation: the package, or the old component of Windows alone.
final class InstalledCheck implements WindowsCheck {
    /// What was installed before a restart is there only after it.
    private static final List<CheckInfo.Cause> CAUSES = Stream.concat(
                    Foundations.OF_WSL.stream(), Stream.of(CheckInfo.any("host.reboot-pending")))
            .toList();

    private static final CheckInfo INFO = new CheckInfo(
            "wsl.installed", Area.WSL, Set.of(Part.WSL, Part.WSL_ANSWER, Part.HOST, Part.POLICIES), CAUSES);

    @Override
    public CheckInfo info() {
        return INFO;
    }

    @Override
    public List<Finding> examineWindows(Machine machine) {
        return forbidden(machine)
                .map(List::of)
                .orElseGet(() -> judgeIfPresent(
                        machine.wsl(),
                        MACHINE,
                        (wsl, _) -> judge(
                                wsl.packageVersion(),
                                MACHINE,
                                (version, source) -> packaged(wsl, machine, version, source),
                                source -> withoutPackage(wsl, machine, source))));
    }

    /// Whether it is installed or not: where a policy forbids WSL, it starts nothing, and installing it changes
    /// nothing.
    private Optional<Finding> forbidden(Machine machine) {
        Reading<Map<String, Long>> policy = machine.policies()
                .flatMap((policies, _) ->
                        policies.locks(Policies.WSL) ? policies.wsl() : new Reading.NotApplicable<>("WSL is allowed"));
        if (!(policy instanceof Reading.Known<Map<String, Long>>(Map<String, Long> _, Source source))) {
            return Optional.empty();
        }
        return Optional.of(
                problem(MACHINE, "forbidden", List.of(Evidence.of("evidence.host.policy", "AllowWSL = 0", source)))
                        .explainedBy(List.of())
                        .fixedBy(WslTools.manual("wsl.installed/ask-administrator")));
    }

    private List<Finding> packaged(Wsl wsl, Machine machine, String version, Source source) {
        Evidence release = Evidence.of("evidence.wsl.version", version, source);
        return judge(
                wsl.wslService(),
                MACHINE,
                (_, _) -> List.of(damage(machine)
                        .map(damage -> damaged(version, damage, release))
                        .orElseGet(() -> ok(MACHINE, "ok", version))),
                service -> List.of(problem(
                                MACHINE,
                                "service-missing",
                                List.of(release, Evidence.of("evidence.wsl.service-missing", "WSLService", service)),
                                version)
                        .fixedBy(WslTools.update("wsl.installed/update"))));
    }

    private List<Finding> withoutPackage(Wsl wsl, Machine machine, Source source) {
        Evidence none = Evidence.of("evidence.wsl.no-package", "-", source);
        return judge(
                wsl.lxssManager(),
                MACHINE,
                (_, _) -> List.of(inbox(machine, none)),
                service -> List.of(problem(
                                MACHINE,
                                "missing",
                                List.of(none, Evidence.of("evidence.wsl.service-missing", "LxssManager", service)))
                        .fixedBy(install())));
    }

    /// An answer of wsl.exe that says its installation is at fault.
    ///
    /// @param evidence the answer as it came
    private record Damage(WslError error, KnownError known, Evidence evidence) {}

    private static Optional<Damage> damage(Machine machine) {
        Reading<List<WslAnswer.Row>> list = machine.wslAnswer().flatMap((answer, _) -> answer.list());
        if (!(list instanceof Reading.Unknown<?>(Reading.Cause cause, String detail, Source source))) {
            return Optional.empty();
        }
        if (cause != Reading.Cause.FAILED) return Optional.empty();
        Evidence evidence = Evidence.of("evidence.wsl.error", detail, source);
        return WslError.in(detail)
                .flatMap(error -> error.known()
                        .filter(known -> known.part() == KnownError.Part.INSTALLATION)
                        .map(known -> new Damage(error, known, evidence)));
    }

    private Finding damaged(String version, Damage damage, Evidence release) {
        KnownError known = damage.known();
        return problem(
                        MACHINE,
                        "damaged",
                        List.of(release, damage.evidence()),
                        version,
                        damage.error().id(),
                        known.meaning(),
                        known.advice())
                .explainedBy(known.causes(INFO.id(), MACHINE))
                .fixedBy(WslTools.update("wsl.installed/update"));
    }

    private Finding inbox(Machine machine, Evidence none) {
        Finding found = damage(machine)
                .filter(damage -> damage.known().key().equals("kernel-missing"))
                .map(damage -> problem(
                                MACHINE,
                                "no-kernel",
                                List.of(none, damage.evidence()),
                                damage.error().id(),
                                damage.known().meaning(),
                                damage.known().advice())
                        .explainedBy(List.of()))
                .orElseGet(() -> warning(MACHINE, "inbox", List.of(none)));
        boolean updates = machine.host()
                .flatMap((host, _) -> host.windows())
                .known()
                .filter(windows -> windows.build() >= Thresholds.number("windows.wsl2-least-build"))
                .isPresent();
        return updates ? found.fixedBy(WslTools.update("wsl.installed/update")) : found;
    }

    private static Fix install() {
        return Fix.of(
                        "wsl.installed/install",
                        Text.of("fix.wsl.installed/install.title"),
                        Set.of(Effect.ADMIN, Effect.NOT_REVERSIBLE),
                        new Step.RunTool(Tool.WSL_INSTALL, List.of(), null))
                .takingEffect(TakesEffect.REBOOT)
                .warning(
                        Text.of("warning.wsl.download"),
                        Text.of("warning.host.bitlocker"),
                        Text.of("warning.host.anti-cheat"));
    }
}
