package io.devdoctor.system;

import static org.assertj.core.api.Assertions.assertThat;

import io.devdoctor.machine.Bytes;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ContainerTextTest {
    private final ContainerText text =
            ContainerText.of(List.of("DB_PASSWORD=open-sesame-7", "PATH=/usr/bin", "API_KEY=x"), List.of());

    private static byte[] frame(int stream, String content) {
        byte[] bytes = content.getBytes(StandardCharsets.UTF_8);
        return ByteBuffer.allocate(8 + bytes.length)
                .put((byte) stream)
                .put(new byte[3])
                .putInt(bytes.length)
                .put(bytes)
                .array();
    }

    private static Bytes frames(byte[]... frames) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (byte[] frame : frames) all.writeBytes(frame);
        return Bytes.of(all.toByteArray());
    }

    private static Bytes raw(String content) {
        return Bytes.of(content.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void framesAreJoinedAndTheLastLinesStay() {
        Bytes log = frames(frame(1, "one\ntw"), frame(2, "o\n\n"), frame(1, "three\n"));
        assertThat(text.lines(log, 20)).containsExactly("one", "two", "three");
        assertThat(text.lines(log, 1)).containsExactly("three");
        assertThat(text.lines(Bytes.EMPTY, 5)).isEmpty();
    }

    /// Only where there is no terminal a carriage return means something.
    @Test
    void carriageReturnsAreSeenWhereTheyMatter() {
        assertThat(text.lines(frames(frame(2, "env: can't execute 'bash\r': No such file\n")), 5))
                .containsExactly("env: can't execute 'bash\\r': No such file");
        assertThat(text.lines(frames(frame(2, "illegal option -\r\n")), 5)).containsExactly("illegal option -\\r");
        assertThat(text.lines(raw("one\r\ntwo\r\n"), 5)).containsExactly("one", "two");
    }

    @Test
    void aFrameThatClaimsTooMuchEndsTheLog() {
        byte[] liar = frame(1, "cut");
        liar[4] = 0x7F;
        assertThat(text.lines(frames(frame(1, "whole\n"), liar), 5)).containsExactly("whole", "cut");
        liar[4] = (byte) 0xFF;
        assertThat(text.lines(frames(liar, frame(1, "x")), 5)).hasSizeLessThanOrEqualTo(2);
    }

    @Test
    void anyBytesAreRead() {
        Random random = new Random(4);
        for (int i = 0; i < 500; i++) {
            byte[] bytes = new byte[random.nextInt(200)];
            random.nextBytes(bytes);
            if (bytes.length > 4 && i % 2 == 0) java.util.Arrays.fill(bytes, 0, 4, (byte) 0);
            assertThat(text.lines(Bytes.of(bytes), 3)).hasSizeLessThanOrEqualTo(3);
            assertThat(text.masked(Bytes.of(bytes))).isNotNull();
        }
    }

    @Test
    void longLinesAreCut() {
        assertThat(text.lines(raw("x".repeat(100_000)), 5).getFirst()).hasSizeLessThan(500);
        assertThat(text.text("a".repeat(100) + "end", 10)).isEqualTo("…aaaaaaaend");
    }

    @Test
    void secretsOfTheVariablesAndOfKnownShapesAreMasked() {
        assertThat(text.lines(raw("it is open-sesame-7\npostgres://app:s3cret@db/x\npath /usr/bin x"), 5))
                .containsExactly("it is ****", "postgres://app:****@db/x", "path /usr/bin x");
        assertThat(text.text("password=hunter2", 100)).isEqualTo("password=****");
    }

    /// A name that says nothing hides what looks like a key; words, paths, releases and short values are no secrets.
    @ParameterizedTest
    @CsvSource(textBlock = """
        X=correct7horse,               true
        X=redis://:pw@cache:6379,      true
        X=production,                  false
        X=server1,                     false
        X=/srv/app2/bin,               false
        X=1.24.3-alpine3.22,           false
        JAVA_VERSION=jdk-25.0.1+9,     false
        DB_PASSWORD=production,        true
        POSTGRES_PASSWORD=root,        true
        MYSQL_PASSWORD=p@ss,           true
        DB_PASSWORD=abc,               false
        DB_PASSWORD=true,              false
        """)
    void valuesOfVariablesWithAnyName(String variable, boolean hidden) {
        String value = variable.split("=", 2)[1];
        assertThat(ContainerText.of(List.of(variable), List.of()).masked("it is " + value + " here"))
                .isEqualTo("it is " + (hidden ? "****" : value) + " here");
    }

    /// As a word of its own, in whatever quotes; within other words it is no secret.
    @Test
    void shortSecretsAreMaskedAsWords() {
        ContainerText of = ContainerText.of(List.of("POSTGRES_PASSWORD=root", "PIN_TOKEN=42a7"), List.of());
        assertThat(of.masked("login 'root':42a7 at /root/x, uproot rooted 142a7"))
                .isEqualTo("login '****':**** at /****/x, uproot rooted 142a7");
        assertThat(of.lines(raw("psql: root\n"), 5)).containsExactly("psql: ****");
        assertThat(of.text("bad password root", 100)).isEqualTo("bad password ****");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"--token|swordfish", "--db-password=swordfish", "-secret|swordfish", "serve|--token|swordfish"})
    void argumentsThatAreSecrets(String arguments) {
        ContainerText of = ContainerText.of(List.of(), List.of(arguments.split("\\|")));
        assertThat(of.masked("got swordfish")).isEqualTo("got ****");
        assertThat(ContainerText.of(List.of(), List.of("--verbose", "swordfish"))
                        .masked("got swordfish"))
                .isEqualTo("got swordfish");
    }

    /// What is kept can be read again as frames.
    @Test
    void aMaskedLogIsStillALog() {
        Bytes kept = text.masked(frames(frame(1, "it is open-sesame-7\n"), frame(2, "two\r\n")));
        assertThat(new String(kept.toArray(), StandardCharsets.UTF_8)).doesNotContain("sesame");
        assertThat(ContainerText.of(List.of(), List.of()).lines(kept, 5)).containsExactly("it is ****", "two\\r");
        assertThat(new String(text.masked(raw("open-sesame-7\r\n")).toArray(), StandardCharsets.UTF_8))
                .isEqualTo("****\r\n");
    }
}
