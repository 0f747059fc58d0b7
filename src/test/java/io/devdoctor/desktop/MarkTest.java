package io.devdoctor.desktop;

import static org.assertj.core.api.Assertions.assertThat;

import io.devdoctor.check.Verdict;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.scene.image.Image;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.testfx.framework.junit5.ApplicationExtension;

@ExtendWith(ApplicationExtension.class)
class MarkTest {
    /// JavaFX looks for 32 pixels on Windows and for 128 on Linux.
    @Test
    void hasThePicturesTheToolkitLooksFor() {
        assertThat(Mark.ofWindow()).extracting(Image::getWidth).containsExactly(32.0, 128.0);
        assertThat(Mark.ofWindow()).noneMatch(Image::isError);
    }

    @ParameterizedTest
    @CsvSource({"1, 16", "16, 16", "17, 20", "28, 32", "36, 40", "64, 64", "96, 128", "300, 128"})
    void neverHasToBeMadeLarger(int wanted, int drawn) throws IOException {
        assertThat(ImageIO.read(new ByteArrayInputStream(Mark.atLeast(wanted))).getWidth())
                .isEqualTo(drawn);
    }

    @Test
    void showsEveryVerdictInEverySize() {
        List<List<Tray.Picture>> all = Stream.concat(
                        Stream.of(Optional.<Verdict>empty()),
                        Stream.of(Verdict.values())
                                .filter(verdict -> verdict != Verdict.NOT_APPLICABLE)
                                .map(Optional::of))
                .map(Mark::ofTray)
                .toList();
        assertThat(all)
                .allSatisfy(pictures ->
                        assertThat(pictures).extracting(Tray.Picture::size).containsExactly(16, 20, 24, 32));
        for (int size = 0; size < 4; size++) {
            int at = size;
            assertThat(all.stream()
                            .map(pictures -> Arrays.hashCode(pictures.get(at).pixels())))
                    .doesNotHaveDuplicates();
        }
    }
}
