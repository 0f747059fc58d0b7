package io.devdoctor.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PseudonymsTest {
    private static final Identity LI = new Identity("li", "LI-THINKPAD", "C:\\Users\\li");

    private final Pseudonyms pseudonyms = new Pseudonyms(LI);

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
        C:\\Users\\li\\.wslconfig                    | path-1\\.wslconfig
        c:\\users\\LI\\.docker\\daemon.json          | path-1\\.docker\\daemon.json
        C:/Users/li/AppData                          | path-1/AppData
        {"home":"C:\\\\Users\\\\li\\\\x"}            | {"home":"path-1\\\\x"}
        file:///C:/Users/li/x                        | file:///path-1/x
        -v /mnt/c/Users/li/app:/app                  | -v path-2/app:/app
        "C:\\Users\\li"                              | "path-1"
        D:\\work\\li\\app                            | D:\\work\\user-1\\app
        li@LI-THINKPAD:~$                            | user-1@host-1:~$
        LI-THINKPAD\\li                              | host-1\\user-1
        user=li and "user": "li"                     | user=user-1 and "user": "user-1"
        li-thinkpad.corp.example.com answered        | host-1 answered
        /home/wang/app                               | /home/user-2/app
        \\\\wsl.localhost\\Ubuntu\\home\\wang\\app   | \\\\wsl.localhost\\Ubuntu\\home\\user-2\\app
        C:\\Users\\Zhang San\\x                      | C:\\Users\\user-2\\x
        C:\\Users\\li.CORP\\x                        | C:\\Users\\user-2\\x
        mail li.wei@example.com now                  | mail email-1 now
        """)
    void replacesWhoItIs(String text, String expected) {
        assertThat(pseudonyms.apply(text)).isEqualTo(expected);
        assertThat(pseudonyms.apply(expected)).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "the listener is alive; click the list, li 3 <li>x</li>",
                "C:\\Program Files\\Docker\\Docker\\resources\\lib.dll",
                "C:\\Users\\Public\\Documents and /home/node/app",
                "Microsoft Windows [版本 10.0.26100.2314] and 10.0.26100.1-240331-1435.ge-release",
                "WSL 版本： 2.6.3.0\n内核版本： 6.6.87.2-1\nWSLg 版本： 1.0.73.2\nMSRDC 版本： 1.2.6353",
                "Linux 5.15.146.1-microsoft-standard-WSL2",
                "Versione kernel: 5.15.167.4",
                "MicrosoftCorporationII.WindowsSubsystemForLinux_2.6.3.0_x64__8wekyb3d8bbwe",
                "wsl 2.7.14.0, kernel 6.18.33.2",
                "\"KernelVersion\": \"6.6.87.2\"",
                "127.0.0.1:2375 127.8.9.1 ::1 0.0.0.0:80 172.17.0.2 192.168.65.7 10.255.255.254 255.255.240.0 [::]:80",
                "12:30:45 and 00:15:5d:01:02:03 and std::string and sha256:abcd",
                "docker.io/library/nginx:1.25 ghcr.io/a/b:1 mcr.microsoft.com/x/y:2 quay.io/a/b:1 gcr.io/a/b:1",
                "https://registry-1.docker.io/v2/ https://docker.mirrors.ustc.edu.cn/v2/"
                        + " https://docker.m.daocloud.io/v2/",
                "github.com/docker/docker/daemon.go:123 +0x1f git@github.com:moby/moby.git app/x.js:12",
                "nginx:1.25 library/nginx:1.25 localhost:5000/app:1 user@1000.service gin@v1.7.6.mod",
                "https://docs.docker.com/desktop/ and https://aka.ms/wslstore"
            })
    void leavesWhatIsEverybodys(String text) {
        assertThat(pseudonyms.apply(text)).isEqualTo(text);
        assertThat(pseudonyms.legend()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
        dial tcp 10.30.0.3:443: i/o timeout       | dial tcp ip-1:443: i/o timeout
        172.20.0.0/20 via 172.20.0.1              | ip-1/20 via ip-2
        lookup goproxy.cn on 8.8.8.8:53           | lookup goproxy.cn on ip-1:53
        inet6 fe80::215:5dff:fe01:203/64 x        | inet6 ip-1/64 x
        http://[2001:db8::1]:8080/                | http://[ip-1]:8080/
        http://5.15.146.1:8080                    | http://ip-1:8080
        address: 2.7.14.0                         | address: ip-1
        192.168.1.10-192.168.1.20                 | ip-1-ip-2
        ReferenceId: 0x0A351501 (source IP:  10.53.21.1) | ReferenceId: ip-1 (source IP:  ip-1)
        引用 ID: 0x564D5450 (源 IP: 86.77.84.80)  | 引用 ID: 0x564D5450 (源 IP: ip-1)
        1.1.1.1 or 86.77.84.80                    | ip-1 or ip-2
        """)
    void replacesAddresses(String text, String expected) {
        assertThat(pseudonyms.apply(text)).isEqualTo(expected);
    }

    @Test
    void keepsTheShapeOfAddresses() {
        pseudonyms.apply(
                "192.168.100.10 8.8.8.8 192.168.100.11 192.168.100.10 2001:db8:0:1::5 2001:db8::1:0:0:0:6 169.254.3.4");
        assertThat(pseudonyms.legend())
                .contains(
                        new Pseudonym("ip-1", Kind.IP, Set.of(Shape.PRIVATE_ADDRESS), none(), 2),
                        new Pseudonym("ip-2", Kind.IP, Set.of(Shape.PUBLIC_ADDRESS), none(), 1),
                        new Pseudonym("ip-3", Kind.IP, Set.of(Shape.PRIVATE_ADDRESS), Optional.of("ip-1"), 1));
        assertThat(pseudonyms.legend())
                .filteredOn(entry -> entry.shape().contains(Shape.IPV6))
                .hasSize(2);
        assertThat(pseudonyms.legend())
                .filteredOn(entry -> entry.shape().equals(Set.of(Shape.LINK_LOCAL)))
                .hasSize(1);
        assertThat(pseudonyms.counts()).containsEntry(Kind.IP, 7).containsEntry(Kind.USER, 0);
    }

    @Test
    void keepsTheShapeOfPaths() {
        Pseudonyms zhang = new Pseudonyms(new Identity("张 三", "x", "C:\\Users\\张 三"));
        assertThat(zhang.apply("C:\\Users\\张 三\\a /mnt/c/Users/张 三/b 用户张 三的"))
                .isEqualTo("path-1\\a path-2/b 用户user-1的");
        assertThat(zhang.path("D:\\项目 一")).isEqualTo("path-3");
        assertThat(zhang.legend())
                .filteredOn(entry -> entry.kind() == Kind.PATH)
                .extracting(Pseudonym::shape)
                .containsExactly(
                        Set.of(Shape.BLANK, Shape.NON_ASCII, Shape.WINDOWS_DRIVE),
                        Set.of(Shape.BLANK, Shape.NON_ASCII, Shape.MOUNTED_DRIVE),
                        Set.of(Shape.BLANK, Shape.NON_ASCII, Shape.WINDOWS_DRIVE));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
        registry.corp.example:5000/team/app:1.2           | registry-1/team/app:1.2
        Head "https://hub.corp.example/v2/a/manifests/x"  | Head "https://registry-1/v2/a/manifests/x"
        FROM hub.corp.example/team/base AS b              | FROM registry-1/team/base AS b
        docker pull hub.corp.example/team/base            | docker pull registry-1/team/base
        {"registry-mirrors": ["https://hub.corp.example/"]} | {"registry-mirrors": ["https://registry-1/"]}
        {"auths":{"hub.corp.example":{}}}                 | {"auths":{"registry-1":{}}}
        {"registry-mirrors":["https://3d9cyf7l.mirror.aliyuncs.com"]} | {"registry-mirrors":["https://registry-1.mirror.aliyuncs.com"]}
        10.0.0.5:5000/team/app:1.2                        | ip-1:5000/team/app:1.2
        """)
    void replacesPrivateRegistries(String text, String expected) {
        assertThat(pseudonyms.apply(text)).isEqualTo(expected);
        assertThat(pseudonyms.apply(expected)).isEqualTo(expected);
    }

    @Test
    void learnsARegistryBeforeItsFirstUse() {
        pseudonyms.learn("image: hub.corp.example/team/app:1");
        assertThat(pseudonyms.apply("no such host hub.corp.example")).isEqualTo("no such host registry-1");
        assertThat(pseudonyms.registry("other.corp.example:5000")).isEqualTo("registry-2");
        assertThat(pseudonyms.registry("ghcr.io")).isEqualTo("ghcr.io");
    }

    @Test
    void hidesTheDomainOfAPrivateRegistryWithIt() {
        Pseudonyms pseudonyms = new Pseudonyms(new Identity("li", "li-pc", "C:\\Users\\li"));
        pseudonyms.learnRegistry("registry.corp.example.com.cn");
        pseudonyms.learnRegistry("hub.com.cn");
        String hidden = pseudonyms.apply("ProxyOverride=*.corp.example.com.cn;corp.example.com.cn,<local>"
                + " via proxy.corp.example.com.cn:8080, not notcorp.example.com.cn or mirrors.com.cn");
        assertThat(hidden)
                .doesNotContain(".corp.example", ";corp.example")
                .contains("*.registry-", "<local>", "notcorp.example.com.cn", "mirrors.com.cn");
        assertThat(pseudonyms.apply(hidden)).isEqualTo(hidden);
    }

    @Test
    void replacesSubjectsAndEnvironments() {
        assertThat(pseudonyms.certificate("CN=hub.corp.example, O=Corp")).isEqualTo("cert-1");
        assertThat(pseudonyms.apply("subject CN=hub.corp.example, O=Corp")).isEqualTo("subject cert-1");
        assertThat(pseudonyms.environmentEntry("JAVA_OPTS=-Xmx2g")).isEqualTo("JAVA_OPTS=env-1");
        assertThat(pseudonyms.environmentEntry("OTHER=-Xmx2g")).isEqualTo("OTHER=env-1");
        assertThat(pseudonyms.environmentEntry("EMPTY=")).isEqualTo("EMPTY=");
        assertThat(pseudonyms.environment("8080")).isEqualTo("env-2");
        assertThat(pseudonyms.legend().getLast().shape()).containsExactly(Shape.NUMBER);
    }

    @Test
    void masksSecretsFirst() {
        assertThat(pseudonyms.apply("http://li:pw@10.1.2.3:8080 password=li"))
                .isEqualTo("http://user-1:****@ip-1:8080 password=****");
    }

    @Test
    void replacesALongNameAnywhereButACommonWordOnlyWhereANameStands() {
        Pseudonyms wei = new Pseudonyms(new Identity("zhangwei", "", "/home/zhangwei"));
        assertThat(wei.apply("zhangwei's /home/zhangwei/x /data/zhangwei user_zhangwei zhangweihua"))
                .isEqualTo("user-1's path-1/x /data/user-1 user_user-1 zhangweihua");
        Pseudonyms docker = new Pseudonyms(new Identity("docker", "desktop", "C:\\Users\\docker"));
        assertThat(docker.apply("docker run on the desktop C:\\Users\\docker\\AppData\\Local\\Docker\\wsl"
                        + " docker@desktop user: docker"))
                .isEqualTo("docker run on the desktop path-1\\AppData\\Local\\Docker\\wsl user-1@host-1 user: user-1");
    }

    @Test
    void isDeterministic() {
        List<String> texts =
                List.of("C:\\Users\\li 8.8.8.8", "hub.corp.example/a/b:1 a@b.example", "/home/wang 10.1.1.1");
        Pseudonyms other = new Pseudonyms(LI);
        for (String text : texts) {
            assertThat(pseudonyms.apply(text)).isEqualTo(other.apply(text));
        }
        assertThat(pseudonyms.legend()).isEqualTo(other.legend());
    }

    @Test
    void worksWithoutKnowingAnybody() {
        assertThat(new Pseudonyms(Identity.UNKNOWN).apply("C:\\Users\\li\\x on li-pc"))
                .isEqualTo("C:\\Users\\user-1\\x on li-pc");
    }

    private static Optional<String> none() {
        return Optional.empty();
    }

    @Test
    void replacesTheDomainOfAPrivateRegistryWhereItStandsForAllOfIt() {
        Pseudonyms pseudonyms = new Pseudonyms(new Identity("", "", ""));
        pseudonyms.learnRegistry("hub.canary.example:5000");
        assertThat(pseudonyms.apply("*.canary.example;<local>"))
                .doesNotContain("canary")
                .contains("<local>");
        assertThat(pseudonyms.apply(".canary.example")).doesNotContain("canary");
        assertThat(pseudonyms.apply("*.docker.io")).isEqualTo("*.docker.io");
    }
}
