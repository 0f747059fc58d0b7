package io.devdoctor.system;

import static org.assertj.core.api.Assertions.assertThat;

import io.devdoctor.system.Query.Grammar;
import io.devdoctor.system.Query.Word;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Nothing in the catalogue may change a machine: whoever adds a query has to add its words here, knowingly.
class QueriesTest {
    static final List<Query> ALL = Queries.ALL;

    /// What may follow a program, word for word up to the arguments of a Linux program.
    private static final Map<String, Set<List<String>>> VERBS = Map.of(
            // The call `check` ends before the first instruction; without it this verb would make an image.
            "docker", Set.of(List.of("build", "--call=check,format=json", "-f", "<PATH>", "<PATH>")),
            "wsl.exe",
                    Set.of(
                            List.of("--list", "--verbose"),
                            List.of("-d", "<DISTRO>", "-e"),
                            List.of("-d", "<DISTRO>", "--cd", "~", "-e")),
            "w32tm.exe", Set.of(List.of("/query", "/status")),
            "netsh.exe",
                    Set.of(
                            List.of("interface", "<IP>", "show", "excludedportrange", "<PROTOCOL>"),
                            List.of("interface", "<IP>", "show", "dynamicport", "<TRANSPORT>")));

    /// Linux programs that only read, with everything they may be given.
    private static final Set<List<String>> IN_DISTRO = Set.of(
            List.of("date", "+%s.%N"),
            List.of("date", "+%z"),
            List.of("cat", "/proc/meminfo"),
            List.of("cat", "/proc/sys/kernel/random/boot_id"),
            List.of("nproc"),
            List.of("wslinfo", "--networking-mode"),
            List.of("stat", "-c", "%f:%s:%n", "--", ".", ".wslconfig"),
            List.of("getent", "ahosts", "<HOST>"),
            List.of("head", "-c", "65536", ".docker/config.json"),
            List.of("sh", "-c", "command -v $0", "<HELPER>"),
            Stream.concat(Stream.of("head", "-v", "-c", "65536", "--"), Queries.DISTRO_PATHS.stream())
                    .toList(),
            Stream.of(List.of("stat", "-c", "%f:%s:%n", "--"), Queries.DISTRO_PATHS, Queries.DISTRO_PLACES)
                    .flatMap(List::stream)
                    .toList(),
            List.of("df", "-kP", "/"),
            List.of("df", "-iP", "/"),
            List.of("uname", "-r"));

    @ParameterizedTest
    @FieldSource("ALL")
    void onlyReadsAreInTheCatalogue(Query query) {
        assertThat(isRead(query)).as("%s %s", query.program(), words(query)).isTrue();
    }

    @ParameterizedTest
    @FieldSource("ALL")
    void everyQueryIsBounded(Query query) {
        // A registry may be asked on the way; only who wishes for it waits for that.
        boolean atWish = query.budget() == Budget.BUILD_CHECK;
        assertThat(query.budget().duration())
                .isPositive()
                .isLessThanOrEqualTo(java.time.Duration.ofSeconds(atWish ? 45 : 30));
    }

    @Test
    void theCatalogueHoldsEveryQuery() throws IllegalAccessException {
        List<Object> declared = new ArrayList<>();
        for (Field field : Queries.class.getFields()) {
            if (Modifier.isStatic(field.getModifiers()) && field.getType() == Query.class)
                declared.add(field.get(null));
        }
        assertThat(ALL)
                .containsExactlyInAnyOrderElementsOf(
                        declared.stream().map(Query.class::cast).toList());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"--shutdown", "-t", "", "a b", "a\nb", "发行版", "a\"b", "a;b", "$(a)", "a/b", "a\\b", "a&b", "%a%"
            })
    void aHoleTakesNamesOnly(String value) {
        assertThat(Grammar.DISTRO.admits(value)).isFalse();
        Assertions.assertThatIllegalArgumentException().isThrownBy(() -> Queries.DISTRO_CLOCK.fill(value));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "C:\\src\\shop\\Dockerfile",
                "D:\\Müller's Projekte\\发行版",
                "\\\\wsl.localhost\\Ubuntu\\home\\li\\shop",
                "/home/li/my shop/build (1)/Dockerfile"
            })
    void aPathIsTakenAsItIs(String path) {
        assertThat(Queries.BUILD_CHECK.fill(path, path).run())
                .containsExactly("docker", "build", "--call=check,format=json", "-f", path, path);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "-",
                "--push",
                "Dockerfile",
                "https://example.com/x.git",
                "git@example.com:x",
                "C:x",
                "/a\nb",
                "/a\u0000b",
                "C:\\a\"b",
                "/a\u2028b",
                "ssh://x"
            })
    void noOptionAddressOrControlCharacterIsAPath(String value) {
        assertThat(Grammar.PATH.admits(value)).isFalse();
    }

    @Test
    void aFilledQueryIsWordForWord() {
        assertThat(Queries.DISTRO_CLOCK.fill("Ubuntu-24.04").run())
                .containsExactly("wsl.exe", "-d", "Ubuntu-24.04", "-e", "date", "+%s.%N");
        Assertions.assertThatIllegalArgumentException().isThrownBy(() -> Queries.WSL_LIST.fill("x"));
        Assertions.assertThatIllegalArgumentException().isThrownBy(() -> Queries.DISTRO_CLOCK.fill());
    }

    @Test
    void aVerbThatChangesStateIsRefused() {
        Stream.of(
                        List.of("wsl.exe", "--shutdown"),
                        List.of("wsl.exe", "-d", "<DISTRO>", "-e", "hwclock", "-s"),
                        List.of("netsh.exe", "interface", "ipv4", "add", "excludedportrange"),
                        List.of("docker", "build", "-f", "<PATH>", "<PATH>"),
                        List.of("sc.exe", "query"))
                .forEach(line -> assertThat(isRead(query(line))).as("%s", line).isFalse());
    }

    private static boolean isRead(Query query) {
        List<String> words = words(query);
        return VERBS.getOrDefault(query.program(), Set.of()).stream()
                .anyMatch(verbs -> verbs.getLast().equals("-e")
                        ? words.size() > verbs.size()
                                && words.subList(0, verbs.size()).equals(verbs)
                                && IN_DISTRO.contains(words.subList(verbs.size(), words.size()))
                        : words.equals(verbs));
    }

    private static List<String> words(Query query) {
        return query.words().stream()
                .map(word -> switch (word) {
                    case Word.Fixed(String text) -> text;
                    case Word.Hole(Grammar grammar) -> "<" + grammar + ">";
                })
                .toList();
    }

    private static Query query(List<String> line) {
        List<Word> words = line.subList(1, line.size()).stream()
                .<Word>map(text -> text.equals("<DISTRO>") ? new Word.Hole(Grammar.DISTRO) : new Word.Fixed(text))
                .toList();
        return new Query(line.getFirst(), words, Budget.WSL_LIST, Query.Decoding.WSL);
    }
}
