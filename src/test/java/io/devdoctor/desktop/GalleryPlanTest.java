package io.devdoctor.desktop;

import static org.assertj.core.api.Assertions.assertThat;

import io.devdoctor.desktop.GalleryPlan.Shot;
import io.devdoctor.store.Settings.Language;
import io.devdoctor.store.Settings.Theme;
import io.devdoctor.system.recorded.Samples;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// The gallery is small enough to be looked at, and leaves nothing out.
class GalleryPlanTest {
    private final GalleryPlan plan = GalleryPlan.of(GalleryScreens.ALL);

    @Test
    void isSmallEnoughToBeLookedAt() {
        assertThat(plan.shots().size() + GalleryScreens.README.size()).isLessThanOrEqualTo(30);
    }

    @Test
    void showsEveryPair() {
        List<String> languages = List.of(Language.ENGLISH.code(), Language.CHINESE.code());
        List<String> themes = List.of(Theme.LIGHT.code(), Theme.DARK.code());
        List<String> sizes =
                GalleryPlan.SIZES.stream().map(GalleryPlan.Size::toString).toList();
        List<String> machines =
                Samples.NAMES.stream().map(name -> "machine " + name).toList();
        List<String> screens = GalleryScreens.ALL.stream()
                .map(screen -> "screen " + screen.name())
                .toList();
        Set<Set<String>> wanted = new HashSet<>();
        Stream.of(
                        pairs(languages, themes),
                        pairs(languages, sizes),
                        pairs(themes, sizes),
                        pairs(machines, languages),
                        pairs(machines, themes),
                        pairs(machines, sizes),
                        pairs(screens, languages),
                        pairs(screens, themes))
                .forEach(wanted::addAll);
        assertThat(plan.pairs()).containsAll(wanted);
    }

    @Test
    void namesEachPictureOnce() {
        assertThat(plan.shots().stream().map(Shot::toString)).doesNotHaveDuplicates();
        assertThat(GalleryScreens.ALL.stream().map(GalleryPlan.Screen::name)).doesNotHaveDuplicates();
    }

    private static Set<Set<String>> pairs(List<String> first, List<String> second) {
        Set<Set<String>> pairs = new HashSet<>();
        for (String one : first) for (String other : second) pairs.add(Set.of(one, other));
        return pairs;
    }
}
