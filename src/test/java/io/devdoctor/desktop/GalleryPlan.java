package io.devdoctor.desktop;

import io.devdoctor.desktop.model.Target;
import io.devdoctor.desktop.view.Workbench;
import io.devdoctor.store.Settings.Language;
import io.devdoctor.store.Settings.Theme;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;

/// Which pictures are taken: each screen once in each language, and so in each theme; the sizes so that every pair of
/// language, theme, size and machine is seen.
record GalleryPlan(List<Shot> shots) {
    static final List<Size> SIZES = List.of(new Size(1024, 700), new Size(1280, 800), new Size(1920, 1080));

    record Size(int width, int height) {
        @Override
        public String toString() {
            return width + "x" + height;
        }
    }

    /// @param target  the machine; @param machine its name
    /// @param prepare brings the screen about; @param button is pressed last, "" = none
    record Screen(String name, String machine, Target target, Consumer<Workbench> prepare, String button) {}

    record Shot(Screen screen, Language language, Theme theme, Size size) {
        /// What two of its properties say together.
        Set<Set<String>> pairs() {
            List<String> machine = List.of("machine " + screen.machine());
            List<String> rest = List.of(language.code(), theme.code(), size.toString());
            Set<Set<String>> pairs = new HashSet<>();
            List<String> all = Stream.concat(machine.stream(), rest.stream()).toList();
            for (int i = 0; i < all.size(); i++) {
                for (int j = i + 1; j < all.size(); j++) pairs.add(Set.of(all.get(i), all.get(j)));
            }
            pairs.add(Set.of("screen " + screen.name(), language.code()));
            pairs.add(Set.of("screen " + screen.name(), theme.code()));
            return pairs;
        }
    }

    /// Takes for each screen in turn the two shots that show most that was not seen before; the same every time.
    static GalleryPlan of(List<Screen> screens) {
        List<Shot> shots = new ArrayList<>();
        Set<Set<String>> seen = new HashSet<>();
        for (Screen screen : screens) {
            List<Shot> best = couples(screen).stream()
                    .max(Comparator.comparingInt((List<Shot> couple) -> fresh(couple, seen))
                            .thenComparingLong(couple -> -taken(couple, shots)))
                    .orElseThrow();
            best.forEach(shot -> seen.addAll(shot.pairs()));
            shots.addAll(best);
        }
        return new GalleryPlan(List.copyOf(shots));
    }

    Set<Set<String>> pairs() {
        Set<Set<String>> pairs = new HashSet<>();
        shots.forEach(shot -> pairs.addAll(shot.pairs()));
        return pairs;
    }

    private static List<List<Shot>> couples(Screen screen) {
        List<List<Shot>> couples = new ArrayList<>();
        for (boolean light : new boolean[] {true, false}) {
            for (Size english : SIZES) {
                for (Size chinese : SIZES) {
                    Theme first = light ? Theme.LIGHT : Theme.DARK;
                    Theme second = light ? Theme.DARK : Theme.LIGHT;
                    couples.add(List.of(
                            new Shot(screen, Language.ENGLISH, first, english),
                            new Shot(screen, Language.CHINESE, second, chinese)));
                }
            }
        }
        return couples;
    }

    /// How often these sizes, and this theme in English, were taken before.
    private static long taken(List<Shot> couple, List<Shot> shots) {
        return shots.stream()
                .mapToLong(shot -> couple.stream()
                        .filter(one -> one.size().equals(shot.size())
                                || one.language() == shot.language() && one.theme() == shot.theme())
                        .count())
                .sum();
    }

    private static int fresh(List<Shot> couple, Set<Set<String>> seen) {
        Set<Set<String>> pairs = new HashSet<>();
        couple.forEach(shot -> pairs.addAll(shot.pairs()));
        pairs.removeAll(seen);
        return pairs.size();
    }
}
