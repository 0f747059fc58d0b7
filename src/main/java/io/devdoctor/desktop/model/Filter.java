package io.devdoctor.desktop.model;

import io.devdoctor.check.Area;
import io.devdoctor.check.Finding;
import io.devdoctor.desktop.model.FindingGroup.Row;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/// What a person wants to see of the findings; all of it must hold.
///
/// @param headings these alone; empty = all
/// @param areas    these alone; empty = all
/// @param project  findings in this folder alone
/// @param fixable  those alone that can be fixed
public record Filter(Set<Heading> headings, Set<Area> areas, Optional<String> project, boolean fixable) {
    public static final Filter NONE = new Filter(Set.of(), Set.of(), Optional.empty(), false);

    public Filter {
        headings = Set.copyOf(headings);
        areas = Set.copyOf(areas);
    }

    public Filter withHeadings(Set<Heading> some) {
        return new Filter(some, areas, project, fixable);
    }

    /// With this heading, or without it if it was there.
    public Filter toggling(Heading heading) {
        Set<Heading> some = EnumSet.noneOf(Heading.class);
        some.addAll(headings);
        if (!some.remove(heading)) some.add(heading);
        return withHeadings(some);
    }

    public Filter toggling(Area area) {
        Set<Area> some = EnumSet.noneOf(Area.class);
        some.addAll(areas);
        if (!some.remove(area)) some.add(area);
        return new Filter(headings, some, project, fixable);
    }

    public Filter of(Optional<String> folder) {
        return new Filter(headings, areas, folder, fixable);
    }

    public Filter fixable(boolean wanted) {
        return new Filter(headings, areas, project, wanted);
    }

    /// A check that has not finished is let through where nothing is asked of its findings.
    boolean lets(Row row) {
        if (!areas.isEmpty() && !areas.contains(FindingGroups.checkOf(row).area())) return false;
        return switch (row) {
            case Row.Waiting _ -> headings.isEmpty() && project.isEmpty() && !fixable;
            case Row.Found(Finding finding, boolean _) ->
                (headings.isEmpty() || headings.contains(Heading.of(finding)))
                        && (project.isEmpty() || isIn(project.get(), finding))
                        && (!fixable || !finding.fixes().isEmpty() && !finding.isMuted());
        };
    }

    private static boolean isIn(String folder, Finding finding) {
        String name = finding.subject().name();
        return finding.check().area() == Area.PROJECT
                && name.startsWith(folder)
                && (name.length() == folder.length() || "/\\:".indexOf(name.charAt(folder.length())) >= 0);
    }
}
