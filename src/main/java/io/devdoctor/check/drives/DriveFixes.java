package io.devdoctor.check.drives;

import io.devdoctor.fix.Fix;
import io.devdoctor.fix.Step;
import io.devdoctor.text.Text;
import org.jspecify.annotations.Nullable;

/// Fixes of shared folders that are words.
final class DriveFixes {
    private DriveFixes() {}

    static Fix manual(String id, @Nullable String opens) {
        return Fix.safe(id, Text.of("fix." + id + ".title"), new Step.Manual(Text.of("fix." + id + ".words"), opens));
    }
}
