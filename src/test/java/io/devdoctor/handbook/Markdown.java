package io.devdoctor.handbook;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// A document, as far as two of them are compared and links are followed.
///
/// @param prose without blocks of code
record Markdown(Path file, String text, String prose) {
    private static final Pattern BLOCK = Pattern.compile("(?ms)^```(\\w*)\\n(.*?)^```$");
    private static final Pattern LINK = Pattern.compile("\\]\\(([^)\\s]+)\\)|(?:src|href)=\"([^\"]+)\"");
    private static final Pattern HEADING = Pattern.compile("(?m)^(#{1,6}) (.+)$|<h1>(.+)</h1>");
    private static final Pattern SPAN = Pattern.compile("`([^`\\n]+)`");
    private static final Pattern ROW = Pattern.compile("(?m)^\\|.*\\|$");

    static Markdown read(Path file) throws IOException {
        String text = Files.readString(file).replace("\r\n", "\n");
        return new Markdown(file, text, BLOCK.matcher(text).replaceAll(""));
    }

    static List<Markdown> all() throws IOException {
        try (Stream<Path> files = Stream.concat(
                Stream.concat(Files.list(Path.of("")), Files.walk(Path.of("docs"))),
                Stream.concat(Files.walk(Path.of("icons")), Files.walk(Path.of("installer"))))) {
            List<Path> documents = files.filter(file -> file.toString().endsWith(".md"))
                    .filter(Files::isRegularFile)
                    .sorted()
                    .toList();
            List<Markdown> read = new ArrayList<>();
            for (Path document : documents) read.add(read(document));
            return read;
        }
    }

    List<String> blocks() {
        return BLOCK.matcher(text).results().map(MatchResult::group).toList();
    }

    /// Code in running text.
    List<String> spans() {
        return found(SPAN).map(match -> match.group(1)).toList();
    }

    List<String> links() {
        String plain = SPAN.matcher(prose).replaceAll("code");
        return LINK.matcher(plain)
                .results()
                .map(match -> match.group(1) != null ? match.group(1) : match.group(2))
                .toList();
    }

    /// How deep each heading is.
    List<Integer> depths() {
        return found(HEADING)
                .map(match -> match.group(1) == null ? 1 : match.group(1).length())
                .toList();
    }

    /// How many cells each row of a table has.
    List<Integer> rows() {
        return found(ROW)
                .map(match -> match.group().split("\\|", -1).length - 2)
                .toList();
    }

    /// What code hosts make of headings: letters, digits and hyphens alone, blanks as hyphens.
    Stream<String> anchors() {
        return found(HEADING)
                .map(match -> match.group(2) == null ? match.group(3) : match.group(2))
                .map(heading -> heading.replaceAll("<[^>]+>", "").replaceAll("\\[([^\\]]*)]\\([^)]*\\)", "$1"))
                .map(heading -> heading.strip()
                        .toLowerCase(Locale.ROOT)
                        .replaceAll("[^\\p{L}\\p{N}_ -]", "")
                        .replace(' ', '-'));
    }

    private Stream<MatchResult> found(Pattern pattern) {
        return pattern.matcher(prose).results();
    }
}
