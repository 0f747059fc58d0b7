package io.devdoctor.check.drives;

import io.devdoctor.check.Area;
import io.devdoctor.check.CheckInfo;
import io.devdoctor.check.Evidence;
import io.devdoctor.check.Finding;
import io.devdoctor.check.Subject;
import io.devdoctor.check.WindowsCheck;
import io.devdoctor.check.docker.VirtualMachine;
import io.devdoctor.machine.Machine;
import io.devdoctor.machine.Part;
import io.devdoctor.machine.Reading;
import io.devdoctor.machine.Source;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// With the Hyper-V backend, Docker Desktop shows its machine only the folders in a list; what lies elsewhere cannot be
/// bound. With WSL 2 there is no such list.
final class FileSharingCheck implements WindowsCheck {
    private static final CheckInfo INFO = new CheckInfo(
            "drives.file-sharing",
            Area.DRIVES,
            Set.of(Part.DOCKER_DESKTOP, Part.CONTAINERS, Part.DOCKER_ENGINE, Part.POLICIES),
            LinuxEngine.CAUSES);

    @Override
    public CheckInfo info() {
        return INFO;
    }

    @Override
    public List<Finding> examineWindows(Machine machine) {
        Subject whole = LinuxEngine.subject(machine);
        return judgeIfPresent(LinuxEngine.info(machine), whole, (info, _) -> {
            boolean hyperV = info.isDockerDesktop() && VirtualMachine.of(machine, info) == VirtualMachine.DESKTOP;
            if (!hyperV) return List.of(notApplicable(whole));
            return judgeIfPresent(
                    Bind.all(machine),
                    whole,
                    (binds, _) -> binds.isEmpty() ? List.of(ok(whole, "none")) : judge(machine, whole, binds));
        });
    }

    private List<Finding> judge(Machine machine, Subject whole, List<Bind> binds) {
        return judgeIfPresent(SharedFolders.of(machine), whole, (shared, _) -> {
            List<Finding> found = new ArrayList<>();
            binds.stream()
                    .collect(Collectors.groupingBy(bind -> bind.container().name(), TreeMap::new, Collectors.toList()))
                    .forEach((name, own) -> judge(machine, Subject.container(name, whole.name()), own, shared, found));
            return found.isEmpty() ? List.of(ok(whole, "ok")) : List.copyOf(found);
        });
    }

    private void judge(Machine machine, Subject subject, List<Bind> binds, SharedFolders shared, List<Finding> found) {
        Reading<AllowedFolders> allowed = AllowedFolders.of(machine);
        List<Bind> missing =
                binds.stream().filter(bind -> !shared.contain(bind.path())).toList();
        if (allowed instanceof Reading.Known<AllowedFolders>(AllowedFolders list, Source source)) {
            List<Bind> forbidden =
                    binds.stream().filter(bind -> !list.permit(bind.path())).toList();
            if (!forbidden.isEmpty()) {
                found.add(forbidden(subject, forbidden.getFirst(), list, source));
                return;
            }
        }
        if (missing.isEmpty()) return;
        Bind first = missing.getFirst();
        List<Evidence> evidence = List.of(
                seen(first),
                Evidence.of("evidence.drives.shared-folders", String.join(", ", shared.folders()), shared.source()));
        found.add(warning(subject, "unshared", evidence, subject.name(), first.path())
                .fixedBy(new SharingFix(machine, allowed).share(shared, missing)));
    }

    /// Whether the person is signed in with an account of the organization is not known.
    private Finding forbidden(Subject subject, Bind bind, AllowedFolders list, Source source) {
        List<Evidence> evidence = List.of(
                seen(bind), Evidence.of("evidence.drives.allowed-folders", String.join(", ", list.folders()), source));
        return likely(subject, "forbidden", evidence, subject.name(), bind.path())
                .fixedBy(DriveFixes.manual("drives.file-sharing/ask", null));
    }

    private static Evidence seen(Bind bind) {
        return Evidence.of(
                "evidence.drives.bind",
                bind.path() + " -> " + bind.mount().target(),
                bind.container().source());
    }
}
