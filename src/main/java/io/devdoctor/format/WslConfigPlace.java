package io.devdoctor.format;

import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// Where a new line of a section goes and how its neighbours look.
///
/// @param offset start of a line, behind the section's last entry
/// @param assignment `=` with the blanks its neighbour puts around it
record WslConfigPlace(int offset, String indent, String assignment) {
    static Optional<WslConfigPlace> endOf(WslConfig config, String section) {
        List<WslConfigSection> sections = config.sections();
        for (int i = sections.size() - 1; i >= 0; i--) {
            WslConfigSection header = sections.get(i);
            if (header.valid() && WslConfig.sameName(header.name(), section)) {
                int end = i + 1 < sections.size()
                        ? sections.get(i + 1).span().start()
                        : config.text().end();
                return Optional.of(behindLastEntry(config, header, end));
            }
        }
        return Optional.empty();
    }

    private static WslConfigPlace behindLastEntry(WslConfig config, WslConfigSection header, int end) {
        Optional<WslConfigEntry> last = config.entries().stream()
                .filter(entry -> entry.keySpan().start() > header.span().start()
                        && entry.keySpan().start() < end)
                .max(Comparator.comparingInt(entry -> entry.keySpan().start()));
        int behind =
                last.map(entry -> entry.valueSpan().end()).orElse(header.span().end());
        LineIndex lines = config.index();
        int offset = Math.min(lines.end(lines.lineOf(behind)), config.text().end());
        return last.map(entry -> new WslConfigPlace(offset, indent(config, entry), assignment(config, entry)))
                .orElse(new WslConfigPlace(offset, "", "="));
    }

    private static String indent(WslConfig config, WslConfigEntry entry) {
        int start = config.index().start(config.index().lineOf(entry.keySpan().start()));
        String before = text(config, start, entry.keySpan().start());
        return before.isBlank() ? before : "";
    }

    private static String assignment(WslConfig config, WslConfigEntry entry) {
        String between = text(config, entry.keySpan().end(), entry.valueSpan().start());
        return between.matches("[ \t]*=[ \t]*") ? between : "=";
    }

    private static String text(WslConfig config, int start, int end) {
        return new String(config.text().content(), start, end - start, StandardCharsets.UTF_8);
    }
}
