package io.devdoctor.desktop.model;

import io.devdoctor.check.Finding;
import io.devdoctor.desktop.model.FindingGroup.Row;
import io.devdoctor.text.Language;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/// What a search looks at, remembered per finding: every typed letter asks for all of them.
final class SearchTexts {
    private final Wording wording;
    private final Map<Finding, String> known = new IdentityHashMap<>();
    private Language language;

    SearchTexts(Wording wording) {
        this.wording = wording;
        this.language = wording.language();
    }

    /// In lower case.
    String of(Row row) {
        return switch (row) {
            case Row.Waiting(var check) -> (check.id() + " " + wording.say(check.nameKey())).toLowerCase(Locale.ROOT);
            case Row.Found(Finding finding, boolean _) -> of(finding);
        };
    }

    private String of(Finding finding) {
        if (language != wording.language()) known.clear();
        language = wording.language();
        return known.computeIfAbsent(finding, this::made);
    }

    private String made(Finding finding) {
        return String.join(
                        " ",
                        finding.check().id(),
                        wording.say(finding.check().nameKey()),
                        wording.say(finding.title()),
                        wording.say("area." + finding.check().area().id()),
                        finding.subject().name())
                .toLowerCase(Locale.ROOT);
    }

    /// Forgets all but these.
    void keep(List<Finding> findings) {
        Set<Finding> alive = Collections.newSetFromMap(new IdentityHashMap<>());
        alive.addAll(findings);
        known.keySet().removeIf(finding -> !alive.contains(finding));
    }
}
