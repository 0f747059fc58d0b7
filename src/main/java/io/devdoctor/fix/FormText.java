package io.devdoctor.fix;

import io.devdoctor.text.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// What changes in a file beside the words of its lines, as sentences; keys are `preview.form.…`.
public final class FormText {
    private FormText() {}

    public static List<Text> of(FileDiff diff) {
        FileDiff.Form form = diff.form();
        List<Text> texts = new ArrayList<>();
        if (form.charset()) texts.add(Text.of("preview.form.charset", diff.charsetBefore(), diff.charsetAfter()));
        form.ends().ifPresent(ends -> {
            String key = form.alone() ? "preview.form.ends-only" : "preview.form.ends";
            texts.add(Text.of(key, names(ends.before()), names(ends.after()), ends.lines()));
        });
        if (form.bomGoes()) texts.add(Text.of("preview.form.bom-goes"));
        if (form.bomComes()) texts.add(Text.of("preview.form.bom-comes"));
        boolean lastEnd = form.alone() && texts.isEmpty();
        if (lastEnd) texts.add(Text.of("preview.form.last-end"));
        return List.copyOf(texts);
    }

    private static Text.Arg names(Set<TextLine.End> ends) {
        return Text.several(ends.stream().map(Enum::name).toList());
    }
}
