package io.devdoctor.check.project.stage;

import io.devdoctor.format.dockerfile.Instruction;
import java.util.Optional;

/// One source of a COPY or ADD, and what lies there.
///
/// @param from        the stage that it names; empty = the build context, or an image
/// @param foreign     whether `--from` stands there
/// @param path        cleaned, with a leading `/`
/// @param destination absolute
public record CopySource(
        Instruction.Transfer transfer,
        Optional<StageModel> from,
        boolean foreign,
        String path,
        Found found,
        String destination) {
    public int line() {
        return transfer.line();
    }
}
