package io.devdoctor.check.project.stage;

import io.devdoctor.check.project.image.Answer;
import java.util.Optional;

/// Rights and repairs of a file, as far as the Dockerfile sets them.
///
/// @param mode       permission bits; empty = not set by number
/// @param executable whether somebody may execute it
/// @param owner      user or number as written; empty = not set
/// @param mended     whether carriage returns were taken out
record Traits(Optional<Integer> mode, Answer executable, Optional<String> owner, boolean mended) {
    static final Traits NONE = new Traits(Optional.empty(), Answer.UNKNOWN, Optional.empty(), false);

    static Traits mode(int bits) {
        return new Traits(Optional.of(bits), (bits & 0111) == 0 ? Answer.NO : Answer.YES, Optional.empty(), false);
    }

    static Traits executable(Answer executable) {
        return new Traits(Optional.empty(), executable, Optional.empty(), false);
    }

    static Traits owner(String owner) {
        return new Traits(Optional.empty(), Answer.UNKNOWN, Optional.of(owner), false);
    }

    static Traits withoutCarriageReturns() {
        return new Traits(Optional.empty(), Answer.UNKNOWN, Optional.empty(), true);
    }

    /// These, where `later` says nothing else.
    Traits then(Traits later) {
        boolean symbolic = later.mode.isEmpty() && later.executable != Answer.UNKNOWN;
        return new Traits(
                later.mode.isPresent() ? later.mode : symbolic ? Optional.empty() : mode,
                later.executable == Answer.UNKNOWN ? executable : later.executable,
                later.owner.or(() -> owner),
                mended || later.mended);
    }
}
