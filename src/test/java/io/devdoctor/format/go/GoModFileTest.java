package io.devdoctor.format.go;

import static org.assertj.core.api.Assertions.assertThat;

import io.devdoctor.format.go.GoModFile.Require;
import io.devdoctor.format.go.GoModFile.Word;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GoModFileTest {
    private static final String FILE = """
        module example.com/shop // the shop

        go 1.22.6
        toolchain go1.22.8

        require github.com/a/b v1.2.3
        require (
        	github.com/c/d v0.1.0 // indirect
        	"github.com/e/f" v2.0.0+incompatible
        )

        exclude github.com/a/b v1.0.0

        replace (
        	github.com/a/b => ../b
        	github.com/c/d v0.1.0 => github.com/fork/d v0.1.1
        	github.com/e/f => ".\\\\vendored\\\\f"
        )
        replace github.com/g/h => C:/src/h
        """;

    @Test
    void readsEveryDirective() {
        GoModFile file = parse(FILE);
        assertThat(file.module().map(Word::value)).contains("example.com/shop");
        assertThat(file.go().map(Word::value)).contains("1.22.6");
        assertThat(file.toolchain().map(Word::value)).contains("go1.22.8");
        assertThat(file.requires())
                .containsExactly(
                        new Require("github.com/a/b", "v1.2.3", 6, false),
                        new Require("github.com/c/d", "v0.1.0", 8, true),
                        new Require("github.com/e/f", "v2.0.0+incompatible", 9, false));
        assertThat(file.replaces())
                .extracting(each -> each.target().value(), each -> each.isFolder(), each -> each.isWindowsPath())
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("../b", true, false),
                        org.assertj.core.groups.Tuple.tuple("github.com/fork/d", false, false),
                        org.assertj.core.groups.Tuple.tuple(".\\vendored\\f", true, true),
                        org.assertj.core.groups.Tuple.tuple("C:/src/h", true, true));
    }

    @Test
    void placesAreBytesOfTheFile() {
        for (GoModFile.Replace each : parse(FILE).replaces()) {
            var span = each.target().span();
            assertThat(FILE.substring(span.start(), span.end()))
                    .contains(each.target().value().substring(0, 2));
        }
        Word go = parse("\uFEFF// 中文\r\nmodule x\r\ngo 1.21\r\n").go().orElseThrow();
        assertThat(go.line()).isEqualTo(3);
        assertThat(go.value()).isEqualTo("1.21");
    }

    @Test
    void readsAWorkspace() {
        GoModFile work = parse("go 1.23\nuse ./a\nuse (\n  ../lib // of the other team\n  .\n)\n");
        assertThat(work.uses()).extracting(Word::value).containsExactly("./a", "../lib", ".");
        assertThat(work.module()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"UTF-8, true", "UTF-16LE, false", "GBK, false"})
    void knowsWhetherGoCanReadIt(String charset, boolean readable) {
        assertThat(GoModFile.parse("module x // 中文说明\n".getBytes(Charset.forName(charset)))
                        .readable())
                .isEqualTo(readable);
    }

    @Test
    void noInputBreaksIt() {
        Random random = new Random(3);
        String alphabet = "module replace require => ( ) \"`./\\\n\r\t";
        for (int i = 0; i < 3000; i++) {
            StringBuilder text = new StringBuilder("replace ");
            for (int j = random.nextInt(60); j > 0; j--)
                text.append(alphabet.charAt(random.nextInt(alphabet.length())));
            GoModFile file = parse(text.toString());
            assertThat(file.replaces()).allMatch(each -> each.target().span().end() <= text.length());
        }
    }

    private static GoModFile parse(String text) {
        return GoModFile.parse(text.getBytes(StandardCharsets.UTF_8));
    }
}
