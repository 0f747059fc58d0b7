package io.devdoctor.cli;

import io.devdoctor.fix.FileDiff;
import io.devdoctor.fix.FormText;
import io.devdoctor.fix.Preview.FileChange;
import io.devdoctor.privacy.Secrets;
import io.devdoctor.text.Messages;
import java.util.ArrayList;
import java.util.List;

/// A file's change as a unified difference. What changes beside the words of its lines is said in words; where nothing
/// else changes, that is all, as every line would stand there twice.
final class DiffText {
    private DiffText() {}

    static List<String> of(FileChange file, Messages messages) {
        return of(file, file.path(), file.path(), messages);
    }

    /// @param before, after what the two versions are called
    static List<String> of(FileChange file, String before, String after, Messages messages) {
        List<String> lines = new ArrayList<>();
        lines.add("--- " + (file.kind() == FileChange.Kind.CREATED ? "/dev/null" : before));
        lines.add("+++ " + (file.kind() == FileChange.Kind.REMOVED ? "/dev/null" : after));
        FileDiff diff = file.diff();
        FormText.of(diff).forEach(note -> lines.add("# " + messages.say(note)));
        if (!diff.form().alone()) lines.addAll(masked(diff.unified()));
        return lines;
    }

    /// The signs before the lines, and the headings of hunks between them, would hide the body of a key.
    private static List<String> masked(List<String> unified) {
        List<String> contents = Secrets.maskLines(unified.stream()
                .filter(DiffText::isContent)
                .map(line -> line.substring(1))
                .toList());
        List<String> lines = new ArrayList<>();
        int next = 0;
        for (String line : unified) {
            lines.add(isContent(line) ? line.charAt(0) + contents.get(next++) : line);
        }
        return lines;
    }

    private static boolean isContent(String line) {
        return " +-".indexOf(line.charAt(0)) >= 0;
    }
}
