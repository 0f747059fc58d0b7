package io.devdoctor.handbook;

import io.devdoctor.text.Language;
import io.devdoctor.text.Messages;
import io.devdoctor.text.Text;
import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What the pages say: the program's own words, and a few that only they need.
final class Words {
    private static final Path FOLDER = Path.of("src/test/resources/io/devdoctor/handbook");
    private static final Path PROGRAM = Path.of("src/main/resources/io/devdoctor/text");
    private final Language language;
    private final Messages program;
    private final Properties own;
    private final Properties patterns;

    Words(Language language) throws IOException {
        this.language = language;
        this.program = Messages.of(language).in(ZoneOffset.UTC);
        String name = language.tag().replace('-', '_') + ".properties";
        this.own = read(FOLDER.resolve("words_" + name));
        this.patterns = read(PROGRAM.resolve("messages_" + name));
    }

    private static Properties read(Path file) throws IOException {
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            properties.load(reader);
        }
        return properties;
    }

    Language language() {
        return language;
    }

    /// Safe in Markdown.
    String program(String key) {
        return escape(program.say(key));
    }

    String program(Text text) {
        return escape(program.say(text));
    }

    /// The words of a key whose arguments nobody knows, with an ellipsis in the place of each.
    String pattern(String key) {
        StringBuilder words = new StringBuilder();
        int depth = 0;
        for (char one : patterns.getProperty(key, "").replace("''", "'").toCharArray()) {
            if (one == '{' && depth++ == 0) words.append('…');
            if (depth == 0) words.append(one);
            if (one == '}') depth--;
        }
        return escape(words.toString());
    }

    /// Outcomes for which a check has words.
    List<String> outcomes(String check) {
        Pattern title = Pattern.compile("check\\." + Pattern.quote(check) + "\\.(.+)\\.title");
        return program.keys().stream()
                .map(title::matcher)
                .filter(Matcher::matches)
                .map(match -> match.group(1))
                .sorted()
                .toList();
    }

    String own(String key, Object... args) {
        String pattern = own.getProperty(key);
        if (pattern == null) throw new IllegalStateException("no words for " + key);
        return new MessageFormat(pattern, language.locale()).format(args);
    }

    String list(List<String> words) {
        return String.join(own("separator"), words);
    }

    /// In a table's cell and in running text, nothing is markup.
    private static String escape(String words) {
        return words.replace("\\", "\\\\")
                .replace("&", "&amp;")
                .replace("<", "&lt;")
                .replaceAll("([*_`|\\[\\]~])", "\\\\$1")
                .replaceAll("\\R+", "<br>");
    }
}
