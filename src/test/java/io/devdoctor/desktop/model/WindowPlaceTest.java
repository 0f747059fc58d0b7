package io.devdoctor.desktop.model;

import static org.assertj.core.api.Assertions.assertThat;

import io.devdoctor.store.Settings.Bounds;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Rectangle2D;
import org.junit.jupiter.api.Test;

class WindowPlaceTest {
    private static final Rectangle2D MAIN = new Rectangle2D(0, 0, 1920, 1040);
    private static final Rectangle2D LEFT = new Rectangle2D(-1600, 100, 1600, 860);

    private static Bounds of(Bounds kept, Rectangle2D... screens) {
        return WindowPlace.of(Optional.of(kept), List.of(screens)).bounds();
    }

    private static void assertOn(Rectangle2D screen, Bounds bounds) {
        assertThat(screen.contains(bounds.x(), bounds.y(), bounds.width(), bounds.height()))
                .as("%s on %s", bounds, screen)
                .isTrue();
    }

    @Test
    void opensInTheMiddleAtFirst() {
        WindowPlace place = WindowPlace.of(Optional.empty(), List.of(MAIN, LEFT));
        assertThat(place.bounds()).isEqualTo(new Bounds(320, 104, 1280, 832, false));
        assertThat(place.leastWidth()).isEqualTo(1024);
    }

    @Test
    void opensWhereItWas() {
        Bounds kept = new Bounds(-1500, 120, 1200, 800, false);
        assertThat(of(kept, MAIN, LEFT)).isEqualTo(kept);
    }

    @Test
    void comesBackFromAScreenThatIsGone() {
        Bounds found = of(new Bounds(-1500, 120, 1200, 800, true), MAIN);
        assertThat(found).isEqualTo(new Bounds(360, 120, 1200, 800, true));
    }

    @Test
    void comesWhollyOntoTheScreenThatHasMostOfIt() {
        assertThat(of(new Bounds(-200, 120, 1200, 800, false), MAIN, LEFT))
                .isEqualTo(new Bounds(0, 120, 1200, 800, false));
        assertOn(LEFT, of(new Bounds(-1900, 500, 1200, 800, false), MAIN, LEFT));
        // Only a corner is left to be seen: no title bar to drag it by.
        assertOn(MAIN, of(new Bounds(1915, 1035, 1200, 800, false), MAIN));
        assertOn(MAIN, of(new Bounds(200, -780, 1200, 800, false), MAIN));
    }

    @Test
    void shrinksToASmallerScreen() {
        Rectangle2D scaled = new Rectangle2D(0, 0, 1093, 576);
        WindowPlace place = WindowPlace.of(Optional.of(new Bounds(40, 40, 1900, 1000, true)), List.of(scaled));
        assertThat(place.bounds()).isEqualTo(new Bounds(0, 0, 1093, 576, true));
        assertThat(place.leastWidth()).isEqualTo(1024);
        assertThat(place.leastHeight()).isEqualTo(576);
    }

    @Test
    void isNeverSmallerThanTheWindowNeeds() {
        Bounds found = of(new Bounds(10, 10, 5, 5, false), MAIN);
        assertThat(found).isEqualTo(new Bounds(10, 10, 1024, 700, false));
    }
}
