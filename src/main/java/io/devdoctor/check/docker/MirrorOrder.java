package io.devdoctor.check.docker;

import io.devdoctor.machine.RegistryMirrors.Mirror;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// In which order mirrors serve best: those that work before those that do not, the faster first.
///
/// @param mirrors in the order in which the engine asks them
record MirrorOrder(List<Mirror> mirrors) {
    MirrorOrder {
        mirrors = List.copyOf(mirrors);
    }

    /// Mirrors that do not work keep their order: they are another finding's question.
    List<String> best() {
        return mirrors.stream()
                .sorted(Comparator.comparingInt(MirrorOrder::rank)
                        .thenComparingLong(mirror -> rank(mirror) < 2 ? mirror.millis() : 0))
                .map(Mirror::url)
                .toList();
    }

    /// One that works at its usual speed and is asked only after this one.
    Optional<Mirror> fasterBehind(Mirror slow) {
        return mirrors.stream()
                .skip(mirrors.indexOf(slow) + 1L)
                .filter(mirror -> MirrorState.of(mirror) instanceof MirrorState.Alive)
                .findFirst();
    }

    private static int rank(Mirror mirror) {
        return switch (MirrorState.of(mirror)) {
            case MirrorState.Alive _ -> 0;
            case MirrorState.Slow _ -> 1;
            case MirrorState.Refuses _,
                    MirrorState.Limited _,
                    MirrorState.NotServed _,
                    MirrorState.WebPage _,
                    MirrorState.Dead _,
                    MirrorState.Stuck _,
                    MirrorState.NoRegistry _,
                    MirrorState.Unread _,
                    MirrorState.Untested _ -> 2;
        };
    }
}
