package io.devdoctor.fix;

import static org.assertj.core.api.Assertions.assertThat;

import io.devdoctor.fix.FileDiff.Kind;
import io.devdoctor.fix.SideBySide.Cell;
import io.devdoctor.fix.SideBySide.Span;
import io.devdoctor.machine.Bytes;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SideBySideTest {
    private static SideBySide of(String before, String after) {
        FileDiff diff = FileDiff.between(bytes(before), bytes(after));
        return SideBySide.of(
                diff.lines(),
                diff.lines().stream().map(line -> line.content().text()).toList());
    }

    private static Bytes bytes(String text) {
        return Bytes.of(text.getBytes(StandardCharsets.UTF_8));
    }

    private static List<String> changed(Optional<Cell> cell) {
        return cell.orElseThrow().spans().stream()
                .filter(Span::changed)
                .map(Span::text)
                .toList();
    }

    @Test
    void theOldLineStandsBesideTheNewOneWithItsWordsMarked() {
        SideBySide diff = of("[wsl2]\nmemory=8\nswap=2GB\n", "[wsl2]\nmemory=8GB\nswap=2GB\n");
        assertThat(diff.rows()).hasSize(3);
        SideBySide.Row row = diff.rows().get(1);
        assertThat(row.before().orElseThrow().number()).isEqualTo(2);
        assertThat(row.after().orElseThrow().number()).isEqualTo(2);
        assertThat(changed(row.before())).containsExactly("8");
        assertThat(changed(row.after())).containsExactly("8GB");
    }

    @Test
    void linesThatHaveNothingInCommonAreNotMarkedWordByWord() {
        SideBySide diff = of("alpha beta gamma\n", "eins, zwei; drei\n");
        assertThat(changed(diff.rows().getFirst().before())).isEmpty();
        assertThat(changed(diff.rows().getFirst().after())).isEmpty();
    }

    @Test
    void eachIdeographIsAWord() {
        SideBySide diff = of("# 给 WSL 少分一点内存\n", "# 给 WSL 多分一点内存\n");
        assertThat(changed(diff.rows().getFirst().before())).containsExactly("少");
        assertThat(changed(diff.rows().getFirst().after())).containsExactly("多");
    }

    @Test
    void insertionsAndDeletionsLeaveTheOtherSideEmpty() {
        SideBySide diff = of("a\nb\n", "a\nx\ny\nb\n");
        assertThat(diff.rows()).extracting(row -> row.before().isPresent()).containsExactly(true, false, false, true);
        assertThat(diff.rows().getLast().before().orElseThrow().number()).isEqualTo(2);
        assertThat(diff.rows().getLast().after().orElseThrow().number()).isEqualTo(4);
    }

    @Test
    void inOneColumnWhatGoesStandsBeforeWhatComes() {
        List<Cell> cells = of("a\nb\nc\n", "a\nB\nC\n").unified();
        assertThat(cells)
                .extracting(Cell::kind)
                .containsExactly(Kind.CONTEXT, Kind.REMOVED, Kind.REMOVED, Kind.ADDED, Kind.ADDED);
    }

    @Test
    void nothingIsLostWhateverChanges() {
        Random random = new Random(7);
        for (int round = 0; round < 300; round++) {
            String before = lines(random);
            String after = lines(random);
            FileDiff diff = FileDiff.between(bytes(before), bytes(after));
            SideBySide columns = of(before, after);
            assertThat(columns.rows().stream()
                            .flatMap(row -> row.before().stream())
                            .map(Cell::text))
                    .isEqualTo(texts(diff, Kind.ADDED));
            assertThat(columns.rows().stream()
                            .flatMap(row -> row.after().stream())
                            .map(Cell::text))
                    .isEqualTo(texts(diff, Kind.REMOVED));
            assertThat(columns.unified()).hasSize(diff.lines().size());
        }
    }

    private static List<String> texts(FileDiff diff, Kind without) {
        return diff.lines().stream()
                .filter(line -> line.kind() != without && line.kind() != Kind.GAP)
                .map(line -> line.content().text())
                .toList();
    }

    private static String lines(Random random) {
        return IntStream.range(0, random.nextInt(30))
                .mapToObj(_ -> "key" + random.nextInt(4) + " = " + random.nextInt(3))
                .collect(Collectors.joining("\n"));
    }
}
