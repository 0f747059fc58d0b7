package io.devdoctor.desktop.model;

import io.devdoctor.fix.TakesEffect;
import io.devdoctor.text.Text;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// What must restart, told once: one restart may include another.
public final class Restarts {
    private Restarts() {}

    /// `one restart of WSL`; empty where nothing must restart.
    public static Optional<Text.Arg> phrases(Set<TakesEffect> wanted) {
        Set<TakesEffect> left = EnumSet.noneOf(TakesEffect.class);
        left.addAll(wanted);
        left.remove(TakesEffect.NOW);
        if (left.contains(TakesEffect.WSL_RESTART)) left.remove(TakesEffect.DISTRO_RESTART);
        // Windows restarts everything, and everybody signs in anew.
        if (left.contains(TakesEffect.REBOOT)) left.retainAll(Set.of(TakesEffect.REBOOT));
        if (left.isEmpty()) return Optional.empty();
        List<Text.Arg> phrases = left.stream()
                .<Text.Arg>map(each -> new Text.Arg.Nested(Text.of("desktop.restart." + each.name())))
                .toList();
        return Optional.of(new Text.Arg.Several(phrases));
    }
}
