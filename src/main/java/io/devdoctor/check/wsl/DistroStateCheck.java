package io.devdoctor.check.wsl;

import static io.devdoctor.check.Subject.MACHINE;

import io.devdoctor.check.Area;
import io.devdoctor.check.CheckInfo;
import io.devdoctor.check.Evidence;
import io.devdoctor.check.Finding;
import io.devdoctor.check.Subject;
import io.devdoctor.fix.Tool;
import io.devdoctor.machine.Machine;
import io.devdoctor.machine.Part;
import io.devdoctor.machine.Reading;
import io.devdoctor.machine.Source;
import io.devdoctor.machine.Wsl;
import io.devdoctor.machine.WslAnswer;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Whether each distribution is completely installed, has a usable name, and its disk is where it should be.
final class DistroStateCheck implements WslCheck {
    private static final int INSTALLED = 1;
    private static final int INSTALLING = 3;
    private static final int UNINSTALLING = 4;
    private static final String ID = "wsl.distro-state";
    private static final CheckInfo INFO =
            new CheckInfo(ID, Area.WSL, Set.of(Part.WSL, Part.WSL_ANSWER), KnownError.allCauses(ID, true));

    @Override
    public CheckInfo info() {
        return INFO;
    }

    @Override
    public List<Finding> examineWsl(Wsl wsl, Machine machine) {
        return judgeIfPresent(
                wsl.distros(),
                MACHINE,
                (distros, _) -> distros.isEmpty()
                        ? List.of(notApplicable(MACHINE))
                        : distros.stream()
                                .flatMap(distro -> judge(distro, machine).stream())
                                .toList());
    }

    private List<Finding> judge(Wsl.Distro distro, Machine machine) {
        Subject subject = Subject.distro(distro.name());
        // Where its key could not be read, its name is not known either.
        if (distro.state() instanceof Reading.Unknown<Long> unread) return List.of(unknown(subject, unread));
        if (!Tool.Grammar.DISTRO.admits(distro.name())) {
            Evidence name = Evidence.of("evidence.wsl.distro-name", distro.name(), distro.source());
            return List.of(warning(subject, "damaged-name", List.of(name), distro.name()));
        }
        return judgeIfPresent(
                distro.state(),
                subject,
                (state, source) -> state == INSTALLED
                        ? disk(distro, subject, machine)
                        : List.of(unfinished(distro.name(), subject, state, source)));
    }

    /// One look cannot tell a long installation from one that is stuck.
    private Finding unfinished(String name, Subject subject, long state, Source source) {
        String outcome = state == INSTALLING ? "installing" : state == UNINSTALLING ? "uninstalling" : "unfinished";
        return warning(subject, outcome, List.of(Evidence.of("evidence.wsl.state", state, source)), name)
                .fixedBy(WslTools.manual("wsl.distro-state/unfinished", name));
    }

    private List<Finding> disk(Wsl.Distro distro, Subject subject, Machine machine) {
        boolean inVirtualMachine =
                distro.mode().known().filter(mode -> mode == 2).isPresent();
        if (distro.mode().isKnown() && !inVirtualMachine) return List.of(ok(subject, "ok", distro.name()));
        return judge(
                distro.disk(),
                subject,
                (_, _) -> List.of(
                        refusal(distro.name(), subject, machine).orElseGet(() -> ok(subject, "ok", distro.name()))),
                source -> List.of(problem(
                                subject,
                                "disk-missing",
                                List.of(Evidence.of("evidence.wsl.missing-disk", source.what(), source)),
                                distro.name(),
                                source.what())
                        .fixedBy(WslTools.manual("wsl.distro-state/find-disk", distro.name(), source.what()))));
    }

    /// What a distribution that runs answered to the first question asked inside it, if that shows an illness.
    private Optional<Finding> refusal(String name, Subject subject, Machine machine) {
        Reading<String> kernel = machine.wslAnswer().flatMap((answer, source) -> {
            WslAnswer.Live live = answer.live().get(name);
            return live == null ? new Reading.Absent<>(source) : live.kernel();
        });
        if (!(kernel instanceof Reading.Unknown<String> unread)) return Optional.empty();
        Reading.Cause cause = unread.cause();
        String detail = unread.detail();
        Source source = unread.source();
        Evidence evidence = Evidence.of("evidence.wsl.error", detail, source);
        return switch (cause) {
            case TIMED_OUT -> Optional.of(restarted(name, warning(subject, "silent", List.of(evidence), name)));
            case FAILED ->
                WslError.in(detail)
                        .map(error -> fails(name, subject, error, evidence))
                        .or(() -> Optional.of(unknown(subject, unread)));
            case DENIED, UNREADABLE, NOT_RECORDED -> Optional.of(unknown(subject, unread));
        };
    }

    private Finding fails(String name, Subject subject, WslError error, Evidence evidence) {
        Optional<KnownError> known = error.known();
        return known.map(row -> problem(
                                subject, "fails", List.of(evidence), name, error.id(), row.meaning(), row.advice())
                        .explainedBy(row.causes(ID, subject)))
                .map(found -> known.get().restart() ? restarted(name, found) : found)
                .orElseGet(
                        () -> restarted(name, problem(subject, "fails-unknown", List.of(evidence), name, error.id())));
    }

    private static Finding restarted(String name, Finding finding) {
        return finding.fixedBy(WslTools.terminate("wsl.distro-state/terminate", name));
    }
}
