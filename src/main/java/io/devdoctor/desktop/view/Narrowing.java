package io.devdoctor.desktop.view;

import io.devdoctor.check.Area;
import io.devdoctor.desktop.model.Filter;
import io.devdoctor.desktop.model.Heading;
import io.devdoctor.desktop.model.ProjectList;
import java.util.ArrayList;
import java.util.List;

/// Everything that hides findings at present, in words.
final class Narrowing {
    private Narrowing() {}

    static String words(Workbench bench) {
        Filter filter = bench.window().filter().get();
        List<String> parts = new ArrayList<>();
        if (bench.window().isSearching())
            parts.add(bench.say(
                    "desktop.filter.text", bench.window().query().get().strip()));
        for (Heading heading : Heading.values()) {
            if (filter.headings().contains(heading)) parts.add(bench.say("desktop.group." + heading.name()));
        }
        areas(bench, filter).forEach(parts::add);
        filter.project().map(ProjectList::name).ifPresent(parts::add);
        if (filter.fixable()) parts.add(bench.say("desktop.filter.fixable"));
        return String.join(bench.say("desktop.picture.separator"), parts);
    }

    static List<String> areas(Workbench bench, Filter filter) {
        return List.of(Area.values()).stream()
                .filter(filter.areas()::contains)
                .map(area -> bench.say("area." + area.id()))
                .toList();
    }
}
