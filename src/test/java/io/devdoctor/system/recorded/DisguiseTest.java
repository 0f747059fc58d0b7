package io.devdoctor.system.recorded;

import static org.assertj.core.api.Assertions.assertThat;

import io.devdoctor.testing.Generator;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// Whose machine it was is planted wherever a recording can hold it, and looked for in the one with stand-ins.
class DisguiseTest {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final List<String> USERS =
            List.of("wangxm", "王小明", "Zhang San", "j.doe", "Jörg Müßig", "O\u2019Neil", "admin");
    private static final List<String> HOSTS = List.of("DESKTOP-7QK2L1M", "WANGXM-X1", "build-server-07", "小明的电脑");
    private static final List<String> HOMES = List.of("C:\\Users\\%s", "D:\\Profile\\%s", "C:\\Users\\%s.CORP");

    @Test
    void nobodyIsNamed() {
        Generator.check(60, generator -> {
            String user = generator.oneOf(USERS);
            String host = generator.oneOf(HOSTS);
            String home = generator.oneOf(HOMES).formatted(user);
            String text = write(Disguise.of(machine(user, host, home), new Random(generator.number(1 << 20))));
            Set<String> found = new TreeSet<>();
            String all = unpacked(text);
            for (String name : List.of(
                    home.substring(home.lastIndexOf('\\') + 1),
                    host,
                    "wang.xm@contoso.example",
                    "hub.contoso.example",
                    "CN=wangxm-laptop",
                    "10.53.21.7",
                    "192.168.3.57",
                    "203.99.8.7",
                    "fd12:3456:789a::5",
                    "0a351507",
                    "Wang Xiaoming")) {
                // "admin" is a word that stands for much else; where it is the person's name it must be gone.
                String seen = name.equals("admin") ? "\\admin" : name;
                if (all.toLowerCase(Locale.ROOT).contains(seen.toLowerCase(Locale.ROOT))) found.add(name);
            }
            assertThat(found).as(text).isEmpty();
            assertThat(all).contains("127.0.0.1", "172.17.0.2", "10.255.255.254", "CN=Contoso Root CA");
        });
    }

    @Test
    void theSameIsTheSameEverywhereAndKeepsItsForm() {
        ObjectNode disguised = Disguise.of(machine("wangxm", "WANGXM-X1", "C:\\Users\\wangxm"), new Random(7));
        assertThat(disguised.at("/os/user").asString()).isEqualTo("user-1");
        assertThat(disguised.at("/os/home").asString()).isEqualTo("C:\\Users\\user-1");
        assertThat(disguised.get("files").propertyNames())
                .containsExactly("C:\\Users\\user-1\\.wslconfig", "C:\\Users\\user-1\\.docker\\daemon.json");
        assertThat(disguised.at("/files").toString()).contains("registry-1.example:5000");
        assertThat(disguised.at("/docker/0/body/Image").asString()).isEqualTo("registry-1.example:5000/team/app:1");
        String route = disguised.at("/network/routes/0/destination").asString();
        String address = disguised.at("/network/addresses/0/address").asString();
        assertThat(route).matches("192\\.168\\.\\d+\\.0/24");
        assertThat(address)
                .startsWith(route.substring(0, route.lastIndexOf('.') + 1))
                .endsWith(".57");
        assertThat(disguised.at("/network/http/0/certificates/0/subject").asString())
                .isEqualTo("CN=cert-1");
        assertThat(disguised.at("/network/http/0/certificates/0/issuer").asString())
                .isEqualTo("CN=Contoso Root CA");
    }

    @Test
    void aNameThatBreaksProgramsStillLooksLikeOne() {
        assertThat(Disguise.of(machine("王 明", "H-0000001", "C:\\Users\\王 明"), new Random(1))
                        .at("/os/home")
                        .asString())
                .isEqualTo("C:\\Users\\usér 1");
    }

    private static ObjectNode machine(String user, String host, String home) {
        String escaped = home.replace("\\", "\\\\");
        String frame = "\u0001\0\0\0\0\0\0\u0020" + "listening on 10.53.21.7:80 as it.";
        ObjectNode machine = (ObjectNode) JSON.readTree("""
            {"devdoctorRecording": 1, "taken": "2026-11-20T08:00:00Z", "note": "of %1$s on %2$s",
             "os": {"family": "windows", "user": "%1$s", "home": "%3$s", "hostName": "%2$s"},
             "registry": {"HKCU\\\\A": {"Home": ["REG_SZ", "%3$s\\\\x"], "Bin": ["REG_BINARY", "%4$s"], "List": ["REG_MULTI_SZ", ["%3$s", "\\\\\\\\%2$s\\\\c$"]]}},
             "commands": [{"run": ["wsl.exe", "--", "ls", "%3$s\\\\a"], "stdout": "Host: %2$s\\r\\n192.168.3.57 and 203.99.8.7 [fd12:3456:789a::5] 127.0.0.1", "stdoutBase64": "%5$s"}],
             "files": {"%3$s\\\\.wslconfig": {"text": "[wsl2]\\nkernel=%6$s\\\\\\\\vmlinux\\n"},
                       "%3$s\\\\.docker\\\\daemon.json": {"text": "{\\"insecure-registries\\": [\\"hub.contoso.example:5000\\"], \\"dns\\": [\\"10.53.21.7\\", \\"10.255.255.254\\"]}"}},
             "git": {"%3$s\\\\src": {"config": {"user.name": "Wang Xiaoming", "user.email": "wang.xm@contoso.example"}}},
             "network": {"ntp": [{"server": "10.53.21.7", "replyBase64": "%7$s"}],
                         "http": [{"url": "https://hub.contoso.example:5000/v2/", "certificates": [
                            {"subject": "CN=wangxm-laptop", "issuer": "CN=Contoso Root CA"}, {"subject": "CN=Contoso Root CA", "issuer": "CN=Contoso Root CA"}]}],
                         "routes": [{"destination": "192.168.3.0/24", "via": "192.168.3.57"}],
                         "addresses": [{"adapter": "Ethernet", "address": "192.168.3.57", "prefix": 24}]},
             "docker": [{"endpoint": "npipe:////./pipe/docker_engine", "get": "/containers/a/json", "status": 200,
                         "body": {"Image": "hub.contoso.example:5000/team/app:1", "Mounts": [{"Source": "%3$s\\\\data"}], "IP": "172.17.0.2"}},
                        {"endpoint": "npipe:////./pipe/docker_engine", "get": "/containers/a/logs", "bodyBase64": "%8$s"}]}
            """.formatted(
                        user,
                        host,
                        escaped,
                        HexFormat.of().formatHex(("\u0001" + home + "\\y").getBytes(StandardCharsets.UTF_16LE)),
                        base64(("\u0000\u0001" + home + "\\z").getBytes(StandardCharsets.UTF_16LE)),
                        escaped.replace("\\", "\\\\"),
                        base64(time()),
                        base64(frame.getBytes(StandardCharsets.ISO_8859_1))));
        return machine;
    }

    /// Of a server that asks 10.53.21.7 itself.
    private static byte[] time() {
        byte[] packet = new byte[48];
        packet[1] = 3;
        System.arraycopy(new byte[] {10, 53, 21, 7}, 0, packet, 12, 4);
        return packet;
    }

    private static String base64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }

    private static String write(JsonNode document) {
        return JSON.writeValueAsString(document).replace("\\\\", "\\").replace("\\\\", "\\");
    }

    /// The document with everything that hides in base64, in hex or between NULs beside it.
    private static String unpacked(String document) {
        StringBuilder all = new StringBuilder(document);
        Matcher base64 = Pattern.compile("Base64\":\"([^\"]*)\"").matcher(document);
        while (base64.find()) read(Base64.getDecoder().decode(base64.group(1)), all);
        Matcher hex = Pattern.compile("REG_BINARY\",\"([^\"]*)\"").matcher(document);
        while (hex.find()) read(HexFormat.of().parseHex(hex.group(1)), all);
        return all.toString();
    }

    private static void read(byte[] bytes, StringBuilder all) {
        for (Charset charset :
                List.of(StandardCharsets.UTF_8, StandardCharsets.UTF_16LE, StandardCharsets.ISO_8859_1)) {
            all.append(new String(bytes, charset)).append('\n');
        }
        all.append(new String(bytes, StandardCharsets.ISO_8859_1).replace("\0", ""));
        all.append(HexFormat.of().formatHex(bytes));
    }
}
