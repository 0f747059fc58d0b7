package io.devdoctor.fix;

import static org.assertj.core.api.Assertions.assertThat;

import io.devdoctor.machine.Bytes;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/// What is printed can be applied: put on the old lines by the numbers of the hunks it gives the new ones.
class UnifiedDiffTest {
    private static final int INPUTS = 3000;

    @Test
    void appliedToTheOldContentItGivesTheNewOne() {
        Random random = new Random(20261121);
        int hunks = 0;
        for (int i = 0; i < INPUTS; i++) {
            String before = content(random, random.nextInt(30));
            String after = changed(before, random);
            List<String> diff = FileDiff.between(bytes(before), bytes(after)).unified();
            assertThat(applied(before, diff))
                    .as("%s -> %s: %s", before, after, diff)
                    .isEqualTo(after);
            hunks += (int) diff.stream().filter(line -> line.startsWith("@@")).count();
        }
        assertThat(hunks).isGreaterThan(INPUTS);
    }

    @Test
    void whatIsPutBeforeEverythingHasTheLinesAfterIt() {
        List<String> diff = FileDiff.between(bytes("b\nc\nd\ne\n"), bytes("a\nb\nc\nd\ne\n"))
                .unified();
        assertThat(diff).containsExactly("@@ -1,3 +1,4 @@", "+a", " b", " c", " d");
    }

    private static String content(Random random, int lines) {
        StringBuilder content = new StringBuilder();
        for (int i = 0; i < lines; i++)
            content.append((char) ('a' + random.nextInt(5))).append('\n');
        if (!content.isEmpty() && random.nextInt(4) == 0) content.setLength(content.length() - 1);
        return content.toString();
    }

    private static String changed(String before, Random random) {
        List<String> lines = new ArrayList<>(before.lines().toList());
        for (int edits = 1 + random.nextInt(4); edits > 0; edits--) {
            int at = random.nextInt(lines.size() + 1);
            if (at < lines.size() && random.nextBoolean()) lines.remove(at);
            else lines.add(at, "new " + random.nextInt(3));
        }
        String text = String.join("\n", lines);
        return text.isEmpty() || random.nextInt(4) == 0 ? text : text + "\n";
    }

    /// A patch program for files whose lines end with LF.
    private static String applied(String before, List<String> diff) {
        List<String> old = before.isEmpty() ? List.of() : List.of(before.split("(?<=\n)"));
        StringBuilder result = new StringBuilder();
        int at = 0;
        for (int i = 0; i < diff.size(); i++) {
            String line = diff.get(i);
            if (line.startsWith("@@")) {
                String[] range = line.split("[-, ]+");
                int start = Math.max(0, Integer.parseInt(range[1]) - 1);
                while (at < start) result.append(old.get(at++));
                continue;
            }
            if (line.startsWith("\\")) continue;
            boolean ends = i + 1 == diff.size() || !diff.get(i + 1).startsWith("\\");
            String text = line.substring(1) + (ends ? "\n" : "");
            if (line.charAt(0) != '+') assertThat(old.get(at++)).isEqualTo(text);
            if (line.charAt(0) != '-') result.append(text);
        }
        while (at < old.size()) result.append(old.get(at++));
        return result.toString();
    }

    private static Bytes bytes(String text) {
        return Bytes.of(text.getBytes(StandardCharsets.UTF_8));
    }
}
