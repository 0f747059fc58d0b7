package io.devdoctor;

import static java.util.stream.Collectors.toCollection;
import static org.assertj.core.api.Assertions.assertThat;

import io.devdoctor.check.CheckInfo;
import io.devdoctor.check.Checks;
import io.devdoctor.text.Language;
import io.devdoctor.text.Messages;
import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Properties;
import java.util.SequencedMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/// Both languages say the same things, and each of them can be said.
class MessageBundlesTest {
    private static final Path RESOURCES = Path.of("src/main/resources");
    private static final Path TEXTS = RESOURCES.resolve("io/devdoctor/text");
    private static final Pattern QUOTED = Pattern.compile("'[{}]+'|''");
    private static final Pattern ARGUMENT = Pattern.compile("\\{(\\d+)");

    static List<Path> bundles() throws IOException {
        try (Stream<Path> files = Files.walk(RESOURCES)) {
            return files.filter(file -> file.toString().endsWith("_en.properties"))
                    .toList();
        }
    }

    static Stream<Path> texts() {
        return Stream.of(Language.values())
                .map(language -> TEXTS.resolve("messages_" + language.tag().replace('-', '_') + ".properties"));
    }

    @ParameterizedTest
    @MethodSource("bundles")
    void bothLanguagesHaveTheSameKeys(Path english) throws IOException {
        assertThat(read(chinese(english)).keySet()).isEqualTo(read(english).keySet());
    }

    @ParameterizedTest
    @MethodSource("bundles")
    void noKeyStandsTwice(Path english) throws IOException {
        assertThat(new Bundle(english).repeated).isEmpty();
        assertThat(new Bundle(chinese(english)).repeated).isEmpty();
    }

    @Test
    void bothLanguagesUseTheSameArguments() throws IOException {
        Path english = texts().findFirst().orElseThrow();
        var chinese = read(chinese(english));
        SoftAssertions all = new SoftAssertions();
        read(english)
                .forEach((key, pattern) -> all.assertThat(arguments(chinese.getOrDefault(key, "")))
                        .as(key)
                        .isEqualTo(arguments(pattern)));
        all.assertAll();
    }

    /// Every number stands for an argument, so that plurals are tried as well.
    @ParameterizedTest
    @MethodSource("texts")
    void everyTextCanBeSaid(Path file) throws IOException {
        SoftAssertions all = new SoftAssertions();
        for (var text : read(file).entrySet()) {
            for (Long number : List.of(0L, 1L, 2L, 7L)) {
                Object[] arguments = Collections.nCopies(10, number).toArray();
                all.assertThatCode(() -> new MessageFormat(text.getValue()).format(arguments))
                        .as(text.getKey())
                        .doesNotThrowAnyException();
            }
            all.assertThat(text.getValue()).as(text.getKey()).isNotBlank();
        }
        all.assertAll();
    }

    /// To MessageFormat a single apostrophe opens a quotation: the rest of the sentence would lose its arguments.
    @ParameterizedTest
    @MethodSource("texts")
    void apostrophesAreDoubled(Path file) throws IOException {
        SoftAssertions all = new SoftAssertions();
        read(file)
                .forEach(
                        (key, pattern) -> all.assertThat(QUOTED.matcher(pattern).replaceAll(""))
                                .as(key)
                                .doesNotContain("'"));
        all.assertAll();
    }

    @ParameterizedTest
    @EnumSource
    void everyCheckHasItsWords(Language language) {
        Set<String> keys = Messages.of(language).keys();
        assertThat(keys)
                .containsAll(Checks.ALL.stream()
                        .flatMap(check ->
                                Stream.of(check.info().nameKey(), check.info().whyKey()))
                        .toList());
    }

    /// `check.<id>.<outcome>` and `check.<id>.<outcome>.title` come in pairs and belong to a check that exists.
    @Test
    void everyOutcomeHasATitleAndAMessage() {
        Set<String> keys = Messages.of(Language.ENGLISH).keys();
        Set<String> ids = Checks.ALL.stream().map(check -> check.info().id()).collect(toCollection(TreeSet::new));
        SoftAssertions all = new SoftAssertions();
        for (String key : keys) {
            String[] part = key.split("\\.");
            if (!part[0].equals("check")) continue;
            all.assertThat(ids).as(key).contains(part[1] + "." + part[2]);
            if (key.endsWith(".title")) {
                all.assertThat(keys).contains(key.substring(0, key.length() - ".title".length()));
            }
        }
        all.assertAll();
    }

    @Test
    void checkIdsAreUniqueAndInKebabCase() {
        assertThat(Checks.ALL.stream().map(check -> check.info().id()))
                .doesNotHaveDuplicates()
                .allMatch(id -> id.matches("[a-z]+\\.[a-z0-9]+(-[a-z0-9]+)*"));
    }

    @Test
    void causesAreChecks() {
        List<String> ids = Checks.ALL.stream().map(check -> check.info().id()).toList();
        assertThat(Checks.ALL.stream()
                        .flatMap(check -> check.info().causes().stream())
                        .map(CheckInfo.Cause::check))
                .allMatch(ids::contains);
    }

    private static Path chinese(Path english) {
        return english.resolveSibling(english.getFileName().toString().replace("_en.", "_zh_CN."));
    }

    private static SequencedMap<String, String> read(Path file) throws IOException {
        return new Bundle(file).texts;
    }

    private static Set<String> arguments(String pattern) {
        return ARGUMENT.matcher(QUOTED.matcher(pattern).replaceAll(""))
                .results()
                .map(found -> found.group(1))
                .collect(toCollection(TreeSet::new));
    }

    /// A properties file that remembers what it said twice.
    private static final class Bundle extends Properties {
        private static final long serialVersionUID = 1;
        private final transient TreeMap<String, String> texts = new TreeMap<>();
        private final transient List<String> repeated = new ArrayList<>();

        Bundle(Path file) throws IOException {
            try (Reader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
                load(reader);
            }
        }

        @Override
        public synchronized Object put(Object key, Object value) {
            if (texts.put((String) key, (String) value) != null) repeated.add((String) key);
            return super.put(key, value);
        }
    }
}
