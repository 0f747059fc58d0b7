package io.devdoctor.format;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Gathers what the grammar finds, bounded: of a file with millions of lines only the first of each known key matters.
final class WslConfigCollector {
    static final int MOST = 10_000;
    static final int MOST_PROBLEMS = 1_000;

    final List<WslConfigEntry> entries = new ArrayList<>();
    final List<WslConfigSection> sections = new ArrayList<>();
    final List<WslConfigComment> comments = new ArrayList<>();
    /// First entry by lower-case canonical name.
    final Map<String, WslConfigEntry> first = new HashMap<>();

    private final List<WslConfigProblem> problems = new ArrayList<>();
    private final WslConfigFile file;
    private final LineIndex lines;
    private int more;

    WslConfigCollector(WslConfigFile file, LineIndex lines) {
        this.file = file;
        this.lines = lines;
    }

    /// The name under which WSL keeps one value: the alias and the key share it.
    static String canonical(WslConfigFile file, String fullName) {
        return WslConfigKeys.find(file, fullName)
                .map(WslConfigKey::fullName)
                .orElse(fullName)
                .toLowerCase(Locale.ROOT);
    }

    void problem(WslConfigProblem.Kind kind, int offset, String... arguments) {
        if (problems.size() == MOST_PROBLEMS) {
            more++;
            return;
        }
        problems.add(new WslConfigProblem(kind, lines.lineOf(offset), lines.columnOf(offset), List.of(arguments)));
    }

    boolean full() {
        return problems.size() == MOST_PROBLEMS;
    }

    void wholeFile(WslConfigProblem.Kind kind, String... arguments) {
        problems.add(new WslConfigProblem(kind, 0, 0, List.of(arguments)));
    }

    /// Returns the entry with its final status; the earlier one of the same name, if any, is in [#first].
    WslConfigEntry entry(WslConfigEntry found) {
        if (found.status() == WslConfigEntry.Status.DROPPED) {
            keep(found);
            return found;
        }
        String name = canonical(file, found.name());
        WslConfigEntry earlier = first.get(name);
        if (earlier != null) {
            WslConfigEntry later = with(found, WslConfigEntry.Status.DUPLICATE);
            keep(later);
            return later;
        }
        if (first.size() < MOST || WslConfigKeys.find(file, found.name()).isPresent()) {
            first.put(name, found);
        }
        keep(found);
        return found;
    }

    @Nullable
    WslConfigEntry firstOf(WslConfigEntry entry) {
        return first.get(canonical(file, entry.name()));
    }

    void section(WslConfigSection section) {
        if (sections.size() < MOST) {
            sections.add(section);
        }
    }

    void comment(WslConfigComment comment) {
        if (comments.size() < MOST) {
            comments.add(comment);
        }
    }

    int lineOf(int offset) {
        return lines.lineOf(offset);
    }

    int linesBehind(int offset) {
        return lines.count() - lines.lineOf(offset);
    }

    List<WslConfigProblem> problems() {
        if (more > 0) {
            problems.add(new WslConfigProblem(WslConfigProblem.Kind.MORE, 0, 0, List.of(Integer.toString(more))));
            more = 0;
        }
        return problems;
    }

    private void keep(WslConfigEntry entry) {
        if (entries.size() < MOST) {
            entries.add(entry);
        }
    }

    private static WslConfigEntry with(WslConfigEntry entry, WslConfigEntry.Status status) {
        return new WslConfigEntry(
                entry.section(),
                entry.key(),
                entry.rawValue(),
                entry.value(),
                status,
                entry.line(),
                entry.keySpan(),
                entry.valueSpan());
    }
}
