package io.devdoctor.probe;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

/// The option `o` of a volume, as people write it.
class VolumesProbeTest {
    @Test
    void namesAreLowerCaseAndSwitchesHaveNoValue() {
        assertThat(VolumesProbe.options("addr=nas.local, UID=1000 ,nobrl,vers=3.0"))
                .isEqualTo(Map.of("addr", "nas.local", "uid", "1000", "nobrl", "", "vers", "3.0"));
    }

    /// Nobody behind this probe can tell a secret, since nobody has it.
    @Test
    void secretsNeverPass() {
        assertThat(VolumesProbe.options("username=li,password=geheim=1,pass2=x,passwd="))
                .isEqualTo(Map.of("username", "li", "password", "****", "pass2", "****", "passwd", ""));
        assertThat(VolumesProbe.options("user=corp/li%geheim").get("user")).isEqualTo("corp/li%****");
        assertThat(VolumesProbe.options("Username=li%a%b").toString()).doesNotContain("a%b");
    }

    @Test
    void garbageIsNoOption() {
        assertThat(VolumesProbe.options("")).isEmpty();
        assertThat(VolumesProbe.options(",,=x,  ,")).isEmpty();
        assertThat(VolumesProbe.options("文件=一=二")).isEqualTo(Map.of("文件", "一=二"));
    }

    /// The last of several wins, as with mount.
    @Test
    void theLastOneWins() {
        assertThat(VolumesProbe.options("vers=1.0,vers=3.1.1").get("vers")).isEqualTo("3.1.1");
    }
}
