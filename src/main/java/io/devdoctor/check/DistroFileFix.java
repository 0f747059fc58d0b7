package io.devdoctor.check;

import io.devdoctor.fix.DistroFile;
import io.devdoctor.fix.Fix;
import io.devdoctor.fix.Step;
import io.devdoctor.fix.TakesEffect;
import io.devdoctor.fix.Tool;
import io.devdoctor.machine.Bytes;
import io.devdoctor.text.Text;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The fix that edits a file inside a running distribution; it is in force when the distribution starts again.
public final class DistroFileFix {
    /// The probe reads no more than this of a file: what may have been cut is not replaced.
    private static final int MOST_BYTES = 65536;

    private DistroFileFix() {}

    /// Empty where nothing would change, or the file or the name of the distribution is none to touch.
    public static Optional<Fix> of(String id, Text title, String distro, @Nullable Bytes before, Bytes after) {
        boolean whole = before == null || before.size() < MOST_BYTES;
        boolean possible = whole && after.size() < MOST_BYTES && Tool.Grammar.DISTRO.admits(distro);
        if (!possible || Objects.equals(before, after)) return Optional.empty();
        Step edit = new Step.EditDistroFile(distro, DistroFile.WSL_CONF, before, after);
        return Optional.of(Fix.safe(id, title, edit)
                .takingEffect(TakesEffect.DISTRO_RESTART)
                .warning(Text.of("warning.wsl.distro-file", distro)));
    }
}
