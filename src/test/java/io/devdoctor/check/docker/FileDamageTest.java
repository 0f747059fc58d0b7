package io.devdoctor.check.docker;

import static org.assertj.core.api.Assertions.assertThat;

import io.devdoctor.format.CredentialSettings;
import io.devdoctor.format.JsonProblem;
import io.devdoctor.machine.Bytes;
import io.devdoctor.machine.DockerFiles.Kind;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class FileDamageTest {
    @Test
    void theCommandLineTakesABlankFileAndLooksBehindNoBrace() {
        assertThat(damage(Kind.CONFIG, "")).isEmpty();
        assertThat(damage(Kind.CONFIG, "{}\n{}")).isEmpty();
        assertThat(damage(Kind.CONFIG, "[]")).contains(JsonProblem.Kind.NOT_AN_OBJECT);
        assertThat(damage(Kind.CONFIG, "\uFEFF{}")).contains(JsonProblem.Kind.MARK);
    }

    @Test
    void aContextMustNotBeBlank() {
        assertThat(damage(Kind.CONTEXT, " ")).contains(JsonProblem.Kind.EMPTY);
        assertThat(damage(Kind.CONTEXT, "\0\0\0")).contains(JsonProblem.Kind.NUL_BYTES);
    }

    @Test
    void whatAPersonMistypesInDaemonJsonIsAnotherChecksQuestion() {
        assertThat(damage(Kind.DAEMON, "{\"debug\": true,}")).isEmpty();
        assertThat(damage(Kind.DAEMON, "{\"debug\": ")).contains(JsonProblem.Kind.TRUNCATED);
        Bytes gbk = Bytes.of("{\"labels\": [\"店=一\"]}".getBytes(Charset.forName("GBK")));
        assertThat(FileDamage.of(Kind.DAEMON, gbk).orElseThrow().isGarbled()).isTrue();
        Bytes utf16 = Bytes.of("\uFEFF{}".getBytes(StandardCharsets.UTF_16LE));
        assertThat(FileDamage.of(Kind.DAEMON, utf16).orElseThrow().isTakenByTheEngine())
                .isTrue();
    }

    @Test
    void secretsAreNeverTakenOutOfTheFile() {
        String canary = "Y2FuYXJ5OmNhbmFyeQ==";
        String json = "{\"auths\": {\"a.example\": {\"auth\": \"" + canary + "\"}, \"b.example\": {}},"
                + "\"credHelpers\": {\"c.example\": \"gcloud\", \"d.example\": 7}, \"credsStore\": \"desktop\"}";
        CredentialSettings settings = CredentialSettings.of(Optional.of(json.getBytes(StandardCharsets.UTF_8)));
        assertThat(settings.plain()).containsExactly("a.example");
        assertThat(settings.helpers()).isEqualTo(List.of("desktop", "gcloud"));
        assertThat(settings.toString()).doesNotContain(canary);
    }

    @Test
    void oddTypesAreNoSettings() {
        for (String json :
                List.of("[]", "{\"auths\": 3, \"credHelpers\": [], \"credsStore\": {}}", "", "{\"auths\":")) {
            CredentialSettings settings = CredentialSettings.of(Optional.of(json.getBytes(StandardCharsets.UTF_8)));
            assertThat(settings.helpers()).as(json).isEmpty();
            assertThat(settings.plain()).as(json).isEmpty();
        }
    }

    private static Optional<JsonProblem.Kind> damage(Kind kind, String text) {
        return FileDamage.of(kind, Bytes.of(text.getBytes(StandardCharsets.UTF_8)))
                .map(damage -> damage.worst().kind());
    }
}
