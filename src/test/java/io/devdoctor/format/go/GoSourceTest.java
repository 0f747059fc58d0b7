package io.devdoctor.format.go;

import static org.assertj.core.api.Assertions.assertThat;

import io.devdoctor.format.go.GoSource.Embed;
import io.devdoctor.format.go.GoSource.Import;
import io.devdoctor.format.go.GoSource.Literal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GoSourceTest {
    private static final String HEAD = """
        // Copyright
        //go:build linux && !race

        /* package fake
        import "fake" */
        package main // import "example.com/x"

        import "fmt"
        import (
        	_ "embed"
        	. "strings"
        	log "example.com/shop/internal/Log" // "not/this"
        	`net/http`
        	"C"
        )

        //go:embed templates/* "a b.txt" `c d`
        var files embed.FS
        """;

    @Test
    void readsWhatStandsBeforeTheFirstFunction() {
        GoSource source = read(HEAD);
        assertThat(source.packageName()).isEqualTo("main");
        assertThat(source.constraint()).isEqualTo("linux && !race");
        assertThat(source.cgo()).isTrue();
        assertThat(source.imports())
                .containsExactly(
                        new Import("fmt", "", 8),
                        new Import("embed", "_", 10),
                        new Import("strings", ".", 11),
                        new Import("example.com/shop/internal/Log", "log", 12),
                        new Import("net/http", "", 13),
                        new Import("C", "", 14));
        assertThat(source.embeds())
                .containsExactly(new Embed("templates/*", 17), new Embed("a b.txt", 17), new Embed("c d", 17));
    }

    @Test
    void takesCrLfAndMarksAsGoDoes() {
        assertThat(read("\uFEFF" + HEAD.replace("\n", "\r\n"))).isEqualTo(read(HEAD));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '^', textBlock = """
        http.Get("https://api.example.com/v1")            | TLS             | https://api.example.com/v1
        grpc.Dial(a, x(credentials.NewTLS(nil)))          | TLS             | credentials.NewTLS
        loc, _ := time.LoadLocation("Asia/Shanghai")      | TIME_ZONE       | Asia/Shanghai
        dsn := "u@tcp(db)/x?a=b&loc=Asia%2FShanghai"      | TIME_ZONE       | Asia/Shanghai
        http.ListenAndServe("127.0.0.1:8080", mux)        | LOOPBACK_LISTEN | 127.0.0.1:8080
        net.Listen("tcp", "localhost:9000")               | LOOPBACK_LISTEN | localhost:9000
        srv := &http.Server{Addr: "[::1]:80"}             | LOOPBACK_LISTEN | [::1]:80
        srv := &http.Server{Addr: ":8080"}                | LISTEN          | :8080
        r.Run("0.0.0.0:8080")                             | LISTEN          | 0.0.0.0:8080
        os.Open("C:\\\\data\\\\x.txt")                    | WINDOWS_PATH    | C:\\data\\x.txt
        os.Open(`D:/data`)                                | WINDOWS_PATH    | D:/data
        signal.Notify(c, os.Interrupt)                    | SIGNALS         | signal.Notify
        d := syscall.NewLazyDLL("user32.dll")             | WINDOWS_CALL    | syscall.NewLazyDLL
        viper.WatchConfig()                               | WATCHES_FILES   | viper.WatchConfig
        """)
    void findsWhatDecides(String line, Literal.Kind kind, String value) {
        assertThat(read("package main\nfunc main() {\n" + line.strip() + "\n}").literals())
                .containsExactly(new Literal(kind, value, 3));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '^', textBlock = """
        // http.Get("https://api.example.com")
        /* os.Open("C:\\\\x") */
        s := `http.ListenAndServe("127.0.0.1:1", nil)`
        c := '"'; d := "x"
        http.Get("http://localhost:8080")
        redis.NewClient("127.0.0.1:6379")
        time.Parse("15:04:05", s)
        x := "say \\"https://no\\""
        http.ListenAndServe("10.0.0.1:80", nil)
        """)
    void isNotFooled(String line) {
        assertThat(read("package main\nfunc main() {\n" + line + "\n}").literals())
                .isEmpty();
    }

    @Test
    void noInputBreaksIt() {
        Random random = new Random(1);
        String alphabet = "\"'`/*\\\n(){}.:import package func x\r\t ";
        for (int i = 0; i < 3000; i++) {
            StringBuilder text = new StringBuilder(i % 2 == 0 ? "package p\nimport " : "");
            for (int j = random.nextInt(60); j > 0; j--)
                text.append(alphabet.charAt(random.nextInt(alphabet.length())));
            GoSource source = read(text.toString());
            int lines = (int) text.chars().filter(c -> c == '\n').count() + 1;
            assertThat(source.imports()).allMatch(each -> each.line() >= 1 && each.line() <= lines);
        }
        assertThat(GoSource.read(new byte[] {(byte) 0xFF, 0, 'x'}))
                .isEqualTo(new GoSource("", "", false, List.of(), List.of(), List.of()));
    }

    private static GoSource read(String text) {
        return GoSource.read(text.getBytes(StandardCharsets.UTF_8));
    }
}
