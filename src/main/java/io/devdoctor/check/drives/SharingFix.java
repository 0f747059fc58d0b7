package io.devdoctor.check.drives;

import io.devdoctor.check.docker.DesktopEdit;
import io.devdoctor.fix.Fix;
import io.devdoctor.fix.Step;
import io.devdoctor.machine.Machine;
import io.devdoctor.machine.Policies;
import io.devdoctor.machine.Reading;
import io.devdoctor.text.Text;
import java.util.List;
import java.util.Optional;

/// Adds folders to the list of Docker Desktop. While it runs, Docker Desktop keeps its settings in memory and writes
/// the whole file anew, so it is stopped before the edit and started after it.
///
/// @param allowed what the organization permits; unless it is known to say nothing, or to permit, only words help
record SharingFix(Machine machine, Reading<AllowedFolders> allowed) {
    Fix share(SharedFolders shared, List<Bind> missing) {
        List<String> folders =
                missing.stream().map(SharingFix::folder).distinct().toList();
        return isFree(folders) ? shared.with(folders).flatMap(this::automatic).orElseGet(SharingFix::byHand) : byHand();
    }

    private boolean isFree(List<String> folders) {
        boolean locked = machine.policies()
                .known()
                .filter(policies -> isLocked(policies, allowed))
                .isPresent();
        return machine.policies().isKnown()
                && !locked
                && switch (allowed) {
                    case Reading.Known<AllowedFolders>(AllowedFolders list, var _) ->
                        folders.stream().allMatch(list::permit);
                    case Reading.Absent<AllowedFolders> _ -> true;
                    case Reading.Unknown<AllowedFolders> _, Reading.NotApplicable<AllowedFolders> _ -> false;
                };
    }

    /// A lock around a list that was read is the list's own; what it permits may still be shared.
    private static boolean isLocked(Policies policies, Reading<AllowedFolders> allowed) {
        return policies.locksDesktop(AllowedFolders.KEY) && !allowed.isKnown();
    }

    /// A share is a folder: that of a file which is bound alone.
    private static String folder(Bind bind) {
        int last = bind.path().lastIndexOf('\\');
        return bind.looksLikeAFile() && last > 2 ? bind.path().substring(0, last) : bind.path();
    }

    private Optional<Fix> automatic(Step edit) {
        return DesktopEdit.of(
                machine, "drives.file-sharing/share", Text.of("fix.drives.file-sharing/share.title"), edit);
    }

    private static Fix byHand() {
        return DriveFixes.manual("drives.file-sharing/share", null);
    }
}
