package io.devdoctor;

import static org.assertj.core.api.Assertions.assertThat;

import io.devdoctor.text.Language;
import io.devdoctor.text.Messages;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// Every text is said somewhere, and whatever is said has a text. A key may be put together from pieces in the code
/// (`"desktop.picture." + kind.name()`): then each piece must stand there, as a literal, a constant or a type's name.
class TextUseTest {
    private static final Path MAIN = Path.of("src/main");
    private static final Pattern LITERAL = Pattern.compile("\"((?:[^\"\\\\\\n]|\\\\.)*)\"");
    private static final Pattern NAME = Pattern.compile("\\b[A-Z][A-Za-z0-9_]*\\b");
    private static final Pattern WORD = Pattern.compile("[a-z][\\w.-]+");
    private static final Pattern COMMENT = Pattern.compile("(?m)^\\s*//.*$");
    private static final Pattern SAID = Pattern.compile(
            "\\b(?:bench\\.say|wording\\(\\)\\.say|messages\\.say|speaker\\.say|Text\\.of|Evidence\\.of)\\(\\s*\"([^\"]+)\"\\s*[,)]");
    /// Read by picocli, which makes its own keys.
    private static final String OF_PICOCLI = "cli.help.";

    private static final Set<String> KEYS = Messages.of(Language.ENGLISH).keys();
    private static final Set<String> PIECES = new HashSet<>();
    private static final Set<String> SAID_KEYS = new TreeSet<>();

    @BeforeAll
    static void readSources() throws IOException {
        try (Stream<Path> files = Files.walk(MAIN)) {
            files.filter(Files::isRegularFile).forEach(TextUseTest::read);
        }
        for (int number = 0; number < 10; number++) PIECES.add(String.valueOf(number));
        PIECES.addAll(List.of(".", "-", "/"));
    }

    @Test
    void everyTextIsSaid() {
        List<String> unused = KEYS.stream()
                .filter(key -> !key.startsWith(OF_PICOCLI))
                .filter(key -> !isMade(key))
                .sorted()
                .toList();
        assertThat(unused).isEmpty();
    }

    @Test
    void whateverIsSaidHasAText() {
        assertThat(SAID_KEYS).hasSizeGreaterThan(500);
        assertThat(SAID_KEYS.stream().filter(key -> !KEYS.contains(key) && !KEYS.contains("desktop.picture." + key)))
                .isEmpty();
    }

    private static void read(Path file) {
        String name = file.toString();
        try {
            if (name.endsWith(".java") || name.endsWith(".jte")) readSource(Files.readString(file), name);
            if (name.endsWith(".csv")) {
                for (String cell : Files.readString(file).split("[,;|\\t\\r\\n\"]+")) addPiece(cell.strip());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void readSource(String source, String name) {
        String code = COMMENT.matcher(source).replaceAll("");
        // In a page, literals stand within the quotation marks of attributes.
        if (name.endsWith(".jte")) found(WORD, code).map(MatchResult::group).forEach(TextUseTest::addPiece);
        found(LITERAL, code).forEach(match -> addPiece(match.group(1)));
        found(NAME, code).map(MatchResult::group).forEach(word -> {
            addPiece(word);
            addPiece(word.toLowerCase(Locale.ROOT));
            addPiece(word.toLowerCase(Locale.ROOT).replace('_', '-'));
        });
        if (name.endsWith(".java")) found(SAID, code).forEach(match -> SAID_KEYS.add(match.group(1)));
    }

    private static Stream<MatchResult> found(Pattern pattern, String text) {
        return pattern.matcher(text).results();
    }

    /// Single letters would make any word.
    private static void addPiece(String piece) {
        if (piece.length() > 1) PIECES.add(piece);
    }

    /// Whether a key stands there as a whole, or is made of a beginning with a dot and further pieces.
    private static boolean isMade(String key) {
        if (PIECES.contains(key)) return true;
        boolean[] reached = new boolean[key.length() + 1];
        for (int end = key.indexOf('.') + 1; end < key.length(); end++) {
            reached[end] = PIECES.contains(key.substring(0, end));
        }
        for (int from = 1; from < key.length(); from++) {
            if (!reached[from]) continue;
            for (int to = from + 1; to <= key.length(); to++) {
                if (PIECES.contains(key.substring(from, to))) reached[to] = true;
            }
        }
        return reached[key.length()];
    }
}
