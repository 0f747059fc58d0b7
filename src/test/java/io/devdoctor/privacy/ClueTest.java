package io.devdoctor.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// A clue that is not in a text spares it a pattern; so every thing that a pattern finds must hold one.
class ClueTest {
    private static final String VALUE = "Zq8Lw2Rt5Yp0Xc7Vb4Nm1KjH";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "pass",
                "password",
                "passwd",
                "passphrase",
                "passcode",
                "pwd",
                "psw",
                "token",
                "secret",
                "api-key",
                "api_key",
                "apikey",
                "access_key",
                "account-key",
                "private_key",
                "shared_access_signature",
                "client-key-data",
                "signing_key",
                "encryption_key",
                "master_key",
                "storage_key",
                "secret_key",
                "secret_value",
                "authorization",
                "registry-auth",
                "registry-config",
                "_auth",
                "credential",
                "cookie",
                "x-amz-signature",
                "connection_string",
                "DB_PASSWORD",
                "X-Vault-TOKEN"
            })
    void noNameOfASecretIsPassedOver(String name) {
        assertThat(Secrets.mask(name + "=" + VALUE).text()).doesNotContain(VALUE);
        assertThat(Secrets.mask("\"" + name + "\": \"" + VALUE + "\"").text()).doesNotContain(VALUE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ghp_",
                "gho_",
                "ghu_",
                "ghs_",
                "ghr_",
                "github_pat_",
                "glpat-",
                "glptt-",
                "gldt-",
                "glrt-",
                "glsoat-",
                "xoxb-",
                "xoxp-",
                "xapp-",
                "dckr_pat_",
                "dckr_oat_",
                "sk_live_",
                "rk_live_",
                "Bearer ",
                "BASIC ",
                "?sig=",
                "--Token ",
                "--db-password \"",
                "docker login -u me -p "
            })
    void noShapeOfATokenIsPassedOver(String before) {
        String closed = before.endsWith("\"") ? "\"" : "";
        assertThat(Secrets.mask("got " + before + VALUE + closed).text()).doesNotContain(VALUE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"li.wei", "LI.WEI", "Li.Wei", "ﬁne-name", "İpek", "Ömer", "张伟"})
    void aNameIsFoundHoweverItIsWritten(String name) {
        Pseudonyms pseudonyms = new Pseudonyms(new Identity("other", "desk-7", "C:\\Users\\other"));
        Pseudonyms named = new Pseudonyms(new Identity(name, "desk-7", "C:\\Users\\" + name));
        assertThat(named.apply("C:\\Users\\" + name + "\\x")).doesNotContain(name);
        assertThat(named.apply("owner: " + name)).doesNotContain(name);
        assertThat(pseudonyms.apply("owner: " + name)).isEqualTo("owner: " + name);
    }
}
