package io.devdoctor.examination;

import io.devdoctor.check.Area;
import io.devdoctor.check.Finding;
import io.devdoctor.machine.Machine;
import io.devdoctor.machine.Part;
import io.devdoctor.machine.project.Projects;
import io.devdoctor.store.Mute;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What a person says who does not want to hear of a finding on this machine.
///
/// @param reason       not blank
/// @param until        the last day on which it shall hold, by UTC; empty = for good
/// @param untilChanged whether it shall hold only as long as the finding says the same
public record Muting(String reason, Optional<LocalDate> until, boolean untilChanged) {
    /// Long enough for a reason, short enough for a list.
    public static final int LONGEST = 500;

    /// @param reason on several lines, blank or too long, as it may be
    public Muting {
        String line = reason.strip().replaceAll("\\s+", " ");
        reason = line.length() <= LONGEST ? line : line.substring(0, LONGEST).strip();
        if (reason.isBlank()) throw new IllegalArgumentException("a mute without a reason");
    }

    /// @param machine on which it was found
    public Mute of(Finding finding, Machine machine, Instant now) {
        return new Mute(
                finding.check().id(),
                Optional.of(MuteState.about(finding.subject())),
                finding.unmuted().verdict().name(),
                reason,
                until,
                untilChanged ? Optional.of(MuteState.value(finding)) : Optional.empty(),
                Optional.of(finding.title().key()),
                project(finding, machine),
                now,
                Map.of());
    }

    /// The folder that must be looked at for the finding to be made again.
    private static Optional<String> project(Finding finding, Machine machine) {
        if (finding.check().area() != Area.PROJECT || !machine.has(Part.PROJECTS)) return Optional.empty();
        return machine.projects().known().map(Projects::folders).orElse(List.of()).stream()
                .map(Projects.Folder::root)
                .filter(root -> isIn(root, finding.subject().name()))
                .max(Comparator.comparingInt(String::length));
    }

    private static boolean isIn(String root, String name) {
        return name.equals(root) || name.startsWith(root) && "/\\".indexOf(name.charAt(root.length())) >= 0;
    }
}
