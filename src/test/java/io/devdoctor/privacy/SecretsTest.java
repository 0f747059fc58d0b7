package io.devdoctor.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class SecretsTest {
    /// Every text holds the canary `kanari`, alone or as part of a longer secret.
    static List<String> canaries() {
        return List.of(
                "http://li:kanari7@proxy.corp.example:8080",
                "https://li:k@n/ari:kanari@proxy.corp.example:8080/x",
                "http_proxy=http://:kanari@10.0.0.1:3128/",
                "ProxyServer li:kanari@proxy.corp.example:8080",
                "MYSQL_ROOT_PASSWORD=kanari",
                "  - \"MYSQL_ROOT_PASSWORD=kanari and kanari\"",
                "POSTGRES_PASSWORD: kanari",
                "password = correct kanari battery",
                "export API_KEY=kanari",
                "pwd: kanari",
                "{\"password\": \"kanari\"}",
                "{\"password\":\"a\\\"kanari\",\"user\":\"li\"}",
                "{\"text\":\"{\\\"password\\\":\\\"kanari\\\",\\\"a\\\":1}\"}",
                "{'clientSecret':'kanari'}",
                "{\"auths\":{\"registry.example\":{\"auth\":\"kanari==\",\"identitytoken\":\"kanari\"}}}",
                "DefaultEndpointsProtocol=https;AccountName=x;AccountKey=kanari==;EndpointSuffix=core.windows.net",
                "Endpoint=sb://x/;SharedAccessKeyName=Root;SharedAccessKey=kanari=",
                "Server=db;User Id=sa;Password=kanari;Encrypt=true",
                "o=addr=192.168.1.5,username=li,password=kanari,uid=1000",
                "//nas/share /mnt/nas cifs username=li,password=kan,kanari,vers=3.0 0 0",
                "Authorization: Bearer kanari",
                "Proxy-Authorization: Basic kanari=",
                "curl -H \"Authorization: Bearer kanari\" https://x.example",
                "[\"Authorization: token kanari\"]",
                "X-Registry-Auth: kanari",
                "docker login -u li -p kanari registry.example",
                "docker login --password kanari",
                "tool --client-secret id=kanari",
                "tool --client-secret \"kanari kanari\" go",
                "[\"tool\", \"--token\", \"kanari\"]",
                "//npm.example.com/:_authToken=kanari",
                "//npm.example.com/:_auth=kanari",
                "npgsql passphrase=kanari",
                "-----BEGIN RSA PRIVATE KEY-----\n"
                        + "Proc-Type: 4,ENCRYPTED\n\n"
                        + "MIIkanari+abcdefgh\n"
                        + "kanariAAAA==\n"
                        + "-----END RSA PRIVATE KEY-----\n",
                "\"key\": \"-----BEGIN PRIVATE KEY-----\\n"
                        + "MIIkanariabcdefgh\\n"
                        + "kanariAA\\n"
                        + "-----END PRIVATE KEY-----\\n"
                        + "\"",
                "-----BEGIN OPENSSH PRIVATE KEY-----\r\nb3BlbnNzaC1kanari\r\nkanarikanari\r\n",
                "eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiJrYW5hcmkifQ.kanari_kanari-1",
                "ghp_kanari0123456789abcdefghijklmnopqrst",
                "gho_kanari0123456789abcdefghijklmnopqrst",
                "ghs_kanari0123456789abcdefghijklmnopqrst",
                "ghu_kanari0123456789abcdefghijklmnopqrst",
                "github_pat_11AAAA0kanari_0123456789abcdefghijklmnopqrst",
                "glpat-kanari0123456789ABCD",
                "xoxb-1234567890-kanari",
                "npm_kanari0123456789abcdefghijklmnopqrst",
                "pypi-AgEIcHlwaS5vcmckanari0123456789abcdefghijklmnopqrst",
                "dckr_pat_kanari0123456789abcdefg",
                "AIzakanari0123456789abcdefghijklmnopqrs",
                "https://x.blob.core.windows.net/c?sv=2022&sig=kanari%2Babc%3D&se=1",
                "Bearer kanari0123456789abcdef in a log",
                "got Bearer kanari7x8 from the cache",
                "app:kanari@tcp(127.0.0.1:3306)/shop?parseTime=true",
                "DSN app:kan/ari7kanari@unix(/run/mysql.sock)/shop",
                "go get https://kanari0123456789ab@github.com/corp/x.git",
                "+ curl -sSL -u bob:kanari https://x.example",
                "curl --proxy-user 'bob:kanari' https://x.example",
                "sshpass -p kanari ssh root@nas",
                "mysql -h db -uroot -pkanari shop",
                "mysqldump -u root -p\"kanari\" shop",
                "OPENAI sk-proj-kanari0123456789abcdefghij",
                "sk-kanari0123456789abcdefghij",
                "hf_kanari0123456789abcdefghij",
                "https://hooks.slack.com/services/T0001/B0001/kanari0123",
                "the password is kanari7, as always",
                "密码：kanari",
                "口令=kanari",
                "数据库密码是 kanari7");
    }

    @ParameterizedTest
    @MethodSource("canaries")
    void masksEverySecretOnce(String text) {
        Masked masked = Secrets.mask(text);
        assertThat(masked.text()).doesNotContain("kanari").contains("****");
        assertThat(masked.count()).isPositive();
        assertThat(Secrets.mask(masked.text())).isEqualTo(new Masked(masked.text(), 0));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "commit 4c0f2d9b7a1e8c3d5f6a7b8c9d0e1f2a3b4c5d6e",
                "nginx:1.25@sha256:4c0fdaa8b6341bfdeca5f18f7837462c80cff90527ee35ef185571e1c327beac",
                "{FDA6F166-5550-4A5E-9C6D-1B1E2A3C4D5E} \\\\.\\pipe\\docker_engine",
                "C:\\Users\\li\\AppData\\Local\\docker-secrets-engine\\engine.sock: The file cannot be accessed by the"
                        + " system.",
                "the token has expired; fetch a new token with scope=repository:library/hello-world:pull",
                "SyntaxError: Unexpected token } in JSON at position 4",
                "parse error near token: expected a value, secret: not found, password: required",
                "error getting credentials - err: exec: \"docker-credential-desktop.exe\": executable file not found"
                        + " in $PATH, out: ``",
                "{\"credentialHelper\": \"docker-credential-wincred.exe\", \"useCredentialHelper\": true,"
                        + " \"hasPassword\": false}",
                "{\"credsStore\": \"desktop\", \"auths\": {\"https://index.docker.io/v1/\": {}}}",
                "WWW-Authenticate: Bearer realm=\"https://auth.docker.io/token\",service=\"registry.docker.io\"",
                "System.Core, Version=4.0.0.0, Culture=neutral, PublicKeyToken=b77a5c561934e089",
                "PWD=/home/li/work",
                "password: ${DB_PASSWORD}",
                "{\"password\": \"\", \"token\": null}",
                "POSTGRES_PASSWORD_FILE=/run/secrets/db SESSION_SECRET_FILE=/run/x TokenElevationType=18",
                "https://goproxy.cn:443/github.com/gin-gonic/gin/@v/v1.7.6.mod",
                "http://proxy.corp.example:8080/path docker.io/library/nginx:1.25 git@github.com:moby/moby.git",
                "ssh://git@github.com:22/moby/moby.git li@li-pc:~$ ls",
                "The compass: north. bypass=<local> AccountName=x;",
                "-----BEGIN CERTIFICATE-----\nMIIBkTCB+wIJAKHBfpE\n-----END CERTIFICATE-----",
                "[wsl2]\r\nmemory=2GB\r\nkernelCommandLine=cgroup_no_v1=all\r\n",
                "Basic authentication is required; bearer tokens are unsupported",
                "docker build --secret id=NAME,src=FILE . and --secret type=env,id=NAME",
                "docker run -u 1000:1000 -p8080:80 --user node:node mysql:8 -p",
                "curl https://x.example/v2/ -H a:b; the password is wrong, the token is required",
                "task-0123456789abcdefghijklmnop risk-management-for-0123456789",
                "密码不正确，请重新输入密码。密码：不正确",
                "https://li@dev.azure.com/li/_git/x and mysql -p 3306",
                "if (token == other) 12:30:45 a=b; secrets: 3 tokens: 7"
            })
    void leavesOrdinaryTextAlone(String text) {
        assertThat(Secrets.mask(text)).isEqualTo(new Masked(text, 0));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
        http://li:pw1@proxy:8080/x               | http://li:****@proxy:8080/x
        {"password":"x","user":"li"}             | {"password":"****","user":"li"}
        {"password":123456,"user":"li"}          | {"password":"****","user":"li"}
        {"a":"{\\"token\\":\\"x\\",\\"b\\":1}"}  | {"a":"{\\"token\\":\\"****\\",\\"b\\":1}"}
        addr=h,username=li,password=x,vers=3.0   | addr=h,username=li,password=****,vers=3.0
        Authorization: Bearer abc.def            | Authorization: Bearer ****
        AKIAIOSFODNN7EXAMPLE and text            | AKIA**** and text
        token=a&other=b                          | token=****&other=b
        `      DB_PASSWORD: Rec Canary 1`        | `      DB_PASSWORD: "****"`
        `  - "DB_PASSWORD": x7`                  | `  - "DB_PASSWORD": "****"`
        `  - DB_PASSWORD=x7`                     | `  - DB_PASSWORD=****`
        ["FOO=1","DB_PASSWORD=a b","BAR=2"]      | ["FOO=1","DB_PASSWORD=****","BAR=2"]
        """)
    void keepsTheShape(String text, String expected) {
        assertThat(Secrets.mask(text).text()).isEqualTo(expected);
    }

    @Test
    void keepsTheFrameOfAPrivateKeyAndTheTextBehindIt() {
        String text = "a\n-----BEGIN EC PRIVATE KEY-----\nMHcCAQEEIabcdefgh\n-----END EC PRIVATE KEY-----\nb\n";
        assertThat(Secrets.mask(text).text())
                .isEqualTo("a\n-----BEGIN EC PRIVATE KEY-----\n****\n-----END EC PRIVATE KEY-----\nb\n");
    }

    @Test
    void countsEverySecret() {
        assertThat(Secrets.mask("a_token=1x\npassword=2x\nhttp://u:3x@h/").count())
                .isEqualTo(3);
    }

    @ParameterizedTest
    @CsvSource({
        "DB_PASSWORD,abc,****", "identitytoken,abc,****", "Path,C:\\Windows,C:\\Windows", "DB_PASSWORD,'',''",
        "HTTPS_PROXY,http://li:abc@h:1,http://li:****@h:1", "PWD,/home/li,/home/li", "apiKey,abc,****", "KEY_DIR,/x,/x"
    })
    void masksAValueByItsName(String name, String value, String expected) {
        assertThat(Secrets.maskValue(name, value).text()).isEqualTo(expected);
    }

    @Test
    void staysLinearOnLongInputs() {
        StringBuilder json = new StringBuilder("{");
        for (int i = 0; i < 40_000; i++) {
            json.append("\"token\":\"abcdef\",\"data\":\"x\",");
        }
        for (String text : List.of(
                "A".repeat(2_000_000),
                "eyJ".repeat(300_000),
                "token".repeat(300_000),
                json.toString(),
                "://a:".repeat(200_000),
                "-----BEGIN PRIVATE KEY-----\n".repeat(3_000),
                "a.b-".repeat(300_000))) {
            Assertions.assertTimeout(Duration.ofSeconds(20), () -> Secrets.mask(text), text.substring(0, 20));
        }
    }

    @Test
    void neverFailsOnGarbage() {
        Random random = new Random(20261120);
        String[] parts = {
            "password",
            "\"",
            "\\",
            ":",
            "=",
            " ",
            "\n",
            "{",
            "ghp_",
            "-----BEGIN PRIVATE KEY-----",
            "@",
            "://",
            "****",
            "é",
            "token",
            ",",
            "a1",
            "auth"
        };
        for (int round = 0; round < 3_000; round++) {
            StringBuilder text = new StringBuilder();
            for (int i = random.nextInt(24); i >= 0; i--) {
                text.append(parts[random.nextInt(parts.length)]);
            }
            String once = Secrets.mask(text.toString()).text();
            assertThat(Secrets.mask(once).text())
                    .as("round %d: %s", round, text)
                    .isEqualTo(once);
        }
    }

    @Test
    void masksWhatProgramsAndPeopleWriteInTheirOwnWays() {
        assertThat(Secrets.mask("curl -fsS -u bob:PwCanary8841 https://x").text())
                .isEqualTo("curl -fsS -u bob:**** https://x");
        assertThat(Secrets.mask("dsn shop:PwCanary8841@tcp(127.0.0.1:3306)/db").text())
                .isEqualTo("dsn shop:****@tcp(127.0.0.1:3306)/db");
        assertThat(Secrets.mask("https://R7kd83hfKq02mZpLx5tv@github.com/x.git").text())
                .isEqualTo("https://****@github.com/x.git");
        assertThat(Secrets.mask("密码：PwCanary8841，勿外传").text()).isEqualTo("密码：****，勿外传");
        assertThat(Secrets.mask("sshpass -p PwCanary8841 ssh x").text()).isEqualTo("sshpass -p **** ssh x");
        assertThat(Secrets.mask("docker run -u node:node x").count()).isZero();
    }

    /// It tells which service must be asked to revoke it.
    @Test
    void leavesThePrefixOfATokenUnderItsName() {
        String token = "ENV FORGE_TOKEN=ghp_" + "a1B2c3D4".repeat(5);
        assertThat(Secrets.mask(token).text()).isEqualTo("ENV FORGE_TOKEN=ghp_****");
        assertThat(Secrets.mask(Secrets.mask(token).text())).isEqualTo(new Masked("ENV FORGE_TOKEN=ghp_****", 0));
        assertThat(Secrets.maskValue("FORGE_TOKEN", "ghp_" + "a1B2c3D4".repeat(5))
                        .text())
                .isEqualTo("ghp_****");
    }
}
