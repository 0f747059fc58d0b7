package io.devdoctor.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// Chinese is written as Chinese print has it: full-width marks, a blank between Han and Latin and nowhere else, and
/// one
/// word for one thing. Texts are judged as they are said, with numbers for their arguments, once in the singular and
/// once in the plural; what stands between “ ” quotes others and is left alone.
class ChineseStyleTest {
    private static final Path FILE = Path.of("src/main/resources/io/devdoctor/text/messages_zh_CN.properties");
    private static final String HAN = "[\\u4e00-\\u9fff]";
    private static final Pattern QUOTED = Pattern.compile("“[^”]*”");
    /// Arguments that are words of ours: they bring their own blanks, or need none.
    private static final Set<String> WITH_WORDS_FOR_ARGUMENTS = Set.of(
            "check.host.path-variable.cut.title",
            "check.host.path-variable.long.title",
            "check.host.path-variable.type.title",
            "check.network.mirrored-proxy.by-order",
            "check.network.mirrored-proxy.expected",
            "check.network.proxy.dead",
            "check.wsl.localhost-proxy.dropped",
            "check.wsl.localhost-proxy.unreached",
            "check.docker.registry-access.stuck",
            "check.docker.registry-access.stuck.title",
            "check.docker.registry-mirrors.stuck",
            "check.docker.registry-mirrors.stuck.title",
            "desktop.plan.summary.later",
            "watch.and-more",
            "story.begun",
            "story.undo",
            "story.undo-failed.why");

    private static Map<String, String> texts = Map.of();

    @BeforeAll
    static void read() throws IOException {
        Properties all = new Properties();
        try (Reader reader = Files.newBufferedReader(FILE, StandardCharsets.UTF_8)) {
            all.load(reader);
        }
        texts = all.stringPropertyNames().stream().collect(Collectors.toMap(key -> key, all::getProperty));
    }

    @Test
    void aBlankStandsBetweenHanAndLatin() {
        Pattern joint = Pattern.compile(HAN + "(?![月日年])[A-Za-z0-9]|[A-Za-z0-9%](?![月日年])" + HAN);
        Set<String> bad = new TreeSet<>(violations(joint));
        bad.removeIf(line -> WITH_WORDS_FOR_ARGUMENTS.contains(line.substring(0, line.indexOf(':'))));
        assertThat(bad).isEmpty();
    }

    @Test
    void noBlankStandsBetweenHanOrBesideFullWidthMarks() {
        assertThat(violations(Pattern.compile(HAN + " " + HAN))).isEmpty();
        assertThat(violations(Pattern.compile("[，。：；？！、（）“”] | [，。：；？！、（）“”]"))).isEmpty();
    }

    @Test
    void marksAreFullWidth() {
        assertThat(violations(Pattern.compile(HAN + " ?[,;:?!()]"))).isEmpty();
        assertThat(violations(Pattern.compile("\\.\\.\\."))).isEmpty();
    }

    @Test
    void oneThingHasOneName() {
        assertThat(violations(Pattern.compile("您|我们|映像|图像|装载|分发|撤消|登陆|帐"))).isEmpty();
        List<String> registries = violations(Pattern.compile("(?<!Windows )注册表")).stream()
                .filter(line -> line.matches("(?:[a-z]+\\.)?(?:docker|container|compose)\\..*"))
                .toList();
        assertThat(registries)
                .as("that of Windows is called so, one of images is a 镜像仓库")
                .isEmpty();
    }

    @Test
    void allIsChinese() {
        long han = texts.values().stream()
                .filter(text -> Pattern.compile(HAN).matcher(text).find())
                .count();
        assertThat((double) han / texts.size()).isGreaterThan(0.9);
    }

    private static List<String> violations(Pattern rule) {
        return texts.entrySet().stream()
                .flatMap(text -> said(text.getValue()).stream()
                        .filter(said -> rule.matcher(said).find())
                        .map(said -> text.getKey() + ": " + said))
                .sorted()
                .toList();
    }

    private static Set<String> said(String pattern) {
        Set<String> said = new TreeSet<>();
        for (Long number : List.of(1L, 2L)) {
            String text = new MessageFormat(pattern, Language.CHINESE.locale())
                    .format(Collections.nCopies(10, number).toArray());
            // picocli's mark for a new line is no letter, and several blanks make columns.
            String plain = text.replace("%n", "").replaceAll(" {2,}", "\t");
            said.add(QUOTED.matcher(plain).replaceAll("“”"));
        }
        return said;
    }
}
