package io.devdoctor.check.wsl;

import static io.devdoctor.check.Subject.MACHINE;

import io.devdoctor.check.Area;
import io.devdoctor.check.CheckInfo;
import io.devdoctor.check.Evidence;
import io.devdoctor.check.Finding;
import io.devdoctor.check.Subject;
import io.devdoctor.check.Verdict;
import io.devdoctor.fix.Fix;
import io.devdoctor.fix.Tool;
import io.devdoctor.machine.Machine;
import io.devdoctor.machine.Part;
import io.devdoctor.machine.Reading;
import io.devdoctor.machine.Source;
import io.devdoctor.machine.Wsl;
import io.devdoctor.machine.WslAnswer;
import java.util.ArrayList;
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
        return judgeIfPresent(wsl.distros(), MACHINE, (distros, _) -> judge(distros, machine));
    }

    private List<Finding> judge(List<Wsl.Distro> distros, Machine machine) {
        Optional<ListedDistro> listed = ListedDistro.of(this, machine);
        List<Finding> found = new ArrayList<>();
        distros.forEach(distro -> found.addAll(judge(distro, listed, machine)));
        listed.ifPresent(list -> found.addAll(list.strangers(distros)));
        return found.isEmpty() ? List.of(notApplicable(MACHINE)) : found;
    }

    /// Whether its name is one that WSL takes.
    static boolean isNamed(Wsl.Distro distro) {
        return distro.registered().isKnown() && Tool.Grammar.DISTRO.admits(distro.name());
    }

    private List<Finding> judge(Wsl.Distro distro, Optional<ListedDistro> listed, Machine machine) {
        Subject subject = Subject.distro(distro.name());
        // Where its key could not be read, its name is not known either.
        if (distro.state() instanceof Reading.Unknown<Long> unread) return List.of(unknown(subject, unread));
        if (!isNamed(distro)) {
            Finding named = name(distro, subject);
            // What stands in the registry has no cause among the states of WSL.
            return List.of(named.verdict() == Verdict.UNKNOWN ? named : named.explainedBy(List.of()));
        }
        return judgeIfPresent(distro.state(), subject, (state, source) -> {
            if (state == INSTALLED) {
                List<Finding> found = disk(distro, subject, machine);
                boolean well = found.stream().allMatch(finding -> finding.verdict() == Verdict.OK);
                return well
                        ? listed.flatMap(list -> list.contradiction(distro, subject))
                                .map(List::of)
                                .orElse(found)
                        : found;
            }
            return List.of(listed.flatMap(list -> list.usable(distro, subject))
                    .orElseGet(() -> unfinished(distro.name(), subject, state, source)));
        });
    }

    /// WSL knows a distribution by its name alone: without one, or with one of another type, it cannot be started.
    private Finding name(Wsl.Distro distro, Subject subject) {
        Fix fix = WslTools.manual("wsl.distro-state/name", distro.source().what());
        return switch (distro.registered()) {
            case Reading.Known<String>(String name, Source source) -> {
                String outcome = name.isBlank() ? "empty-name" : "damaged-name";
                Evidence evidence = Evidence.of("evidence.wsl.distro-name", name, source);
                yield warning(subject, outcome, List.of(evidence), distro.name())
                        .fixedBy(fix);
            }
            case Reading.Absent<String>(Source source) ->
                warning(
                                subject,
                                "no-name",
                                List.of(Evidence.of("evidence.wsl.distro-name", "absent", source)),
                                distro.name())
                        .fixedBy(fix);
            case Reading.Unknown<String> unread ->
                unread.cause() == Reading.Cause.UNREADABLE
                        ? warning(
                                        subject,
                                        "name-of-another-type",
                                        List.of(Evidence.of(
                                                "evidence.wsl.distro-name", unread.detail(), unread.source())),
                                        distro.name(),
                                        unread.detail())
                                .fixedBy(fix)
                        : unknown(subject, unread);
            case Reading.NotApplicable<String> _ -> notApplicable(subject);
        };
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
