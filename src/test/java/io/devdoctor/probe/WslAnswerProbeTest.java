package io.devdoctor.probe;

import static io.devdoctor.probe.Recordings.cause;
import static io.devdoctor.probe.Recordings.part;
import static io.devdoctor.probe.Recordings.read;
import static io.devdoctor.probe.Recordings.why;
import static io.devdoctor.probe.Recordings.windows;
import static org.assertj.core.api.Assertions.assertThat;

import io.devdoctor.machine.Reading;
import io.devdoctor.machine.WslAnswer;
import org.junit.jupiter.api.Test;

class WslAnswerProbeTest {
    private static final String INSTALLED = """
        'registry': {'HKLM\\\\SOFTWARE\\\\Microsoft\\\\Windows\\\\CurrentVersion\\\\Lxss\\\\MSI': {'Version': ['REG_SZ', '2.6.3.0']},
                     'HKCU\\\\Software\\\\Microsoft\\\\Windows\\\\CurrentVersion\\\\Lxss': {}}\
        """;
    private static final String LIST = "{'run': ['wsl.exe', '--list', '--verbose'], ";

    private static WslAnswer answer(String... commands) {
        return part(
                windows(INSTALLED, "'commands': [" + String.join(", ", commands) + "]"),
                new WslAnswerProbe(),
                new WslProbe());
    }

    private static String in(String distro, String words, String answer) {
        return "{'run': ['wsl.exe', '-d', '" + distro + "', '-e', " + words + "], " + answer + "}";
    }

    @Test
    void theStubIsNeverStarted() {
        String none = "'registryAbsent': ['HKLM\\\\SOFTWARE\\\\Microsoft\\\\Windows\\\\CurrentVersion\\\\Lxss']";
        // A recorded answer would show if the program were asked all the same.
        String commands = "'commands': [" + LIST + "'exit': 50, 'stdout': 'x'}]";
        assertThat(read(
                        windows(none, "'services': {'LxssManager': null}", commands),
                        new WslAnswerProbe(),
                        new WslProbe()))
                .isInstanceOf(Reading.NotApplicable.class);
        assertThat(cause(read(windows(commands), new WslAnswerProbe(), new WslProbe())))
                .isEqualTo(Reading.Cause.NOT_RECORDED);
    }

    @Test
    void onlyRunningWsl2DistributionsAreAskedAndNotDockersOwn() {
        WslAnswer answer = answer(
                LIST + "'stdout': '  NAME  STATE  VERSION\\r\\n* Ubuntu  Running  2\\r\\n  Old  Running  1\\r\\n"
                        + "  Deb  Stopped  2\\r\\n  docker-desktop  Running  2\\r\\n', 'charset': 'UTF-16LE'}",
                in("Ubuntu", "'cat', '/proc/meminfo'", "'stdout': 'MemTotal:  8048600 kB\\nMemFree: 1 kB\\n'"),
                in("Ubuntu", "'nproc'", "'stdout': '6\\n'"),
                in("Ubuntu", "'uname', '-r'", "'stdout': '6.6.87.2-microsoft-standard-WSL2\\n'"));
        assertThat(answer.live()).containsOnlyKeys("Ubuntu");
        WslAnswer.Live live = answer.live().get("Ubuntu");
        assertThat(live).isNotNull();
        assertThat(live.memoryTotal().known()).contains(8048600L * 1024);
        assertThat(live.processors().known()).contains(6);
        assertThat(live.kernel().known()).contains("6.6.87.2-microsoft-standard-WSL2");
    }

    @Test
    void aDistributionThatHangsIsAskedOnce() {
        WslAnswer answer = answer(
                LIST + "'stdout': '  NAME  STATE  VERSION\\n* Ubuntu  Running  2\\n'}",
                in("Ubuntu", "'uname', '-r'", "'timedOut': true"),
                in("Ubuntu", "'nproc'", "'stdout': '6\\n'"));
        WslAnswer.Live live = answer.live().get("Ubuntu");
        assertThat(live).isNotNull();
        assertThat(cause(live.kernel())).isEqualTo(Reading.Cause.TIMED_OUT);
        assertThat(cause(live.processors())).isEqualTo(Reading.Cause.TIMED_OUT);
    }

    @Test
    void whatADistributionGarblesIsUnreadable() {
        WslAnswer answer = answer(
                LIST + "'stdout': '  NAME  STATE  VERSION\\n* Ubuntu  Running  2\\n'}",
                in("Ubuntu", "'cat', '/proc/meminfo'", "'stdout': 'MemTotal: lots'"),
                in("Ubuntu", "'nproc'", "'exit': 127, 'stderr': 'nproc: not found\\n'"),
                in("Ubuntu", "'uname', '-r'", "'stdout': '<html>'"));
        WslAnswer.Live live = answer.live().get("Ubuntu");
        assertThat(live).isNotNull();
        assertThat(cause(live.memoryTotal())).isEqualTo(Reading.Cause.UNREADABLE);
        assertThat(why(live.processors())).isEqualTo("FAILED exit 127: nproc: not found");
        assertThat(cause(live.kernel())).isEqualTo(Reading.Cause.UNREADABLE);
    }

    @Test
    void aNameThatWouldBeAnOptionIsNeverACommandLine() {
        WslAnswer answer =
                answer(LIST + "'stdout': '  NAME  STATE  VERSION\\n* --shutdown  Running  2\\n  发行版  Running  2\\n'}");
        assertThat(answer.live())
                .containsOnlyKeys("--shutdown", "发行版")
                .allSatisfy((name, live) ->
                        assertThat(why(live.kernel())).isEqualTo("UNREADABLE not a distribution's name: " + name));
    }

    @Test
    void aHungOrBrokenWslSaysSo() {
        assertThat(cause(answer(LIST + "'timedOut': true}").list())).isEqualTo(Reading.Cause.TIMED_OUT);
        assertThat(why(answer(LIST
                                + "'exit': -1, 'stdout': '灾难性故障\\r"
                                + "\\n"
                                + "错误代码: Wsl/Service/E_UNEXPECTED\\r"
                                + "\\n"
                                + "', 'charset': 'UTF-16LE'}")
                        .list()))
                .isEqualTo("FAILED Wsl/Service/E_UNEXPECTED: 灾难性故障");
        assertThat(answer(LIST + "'exit': -1, 'stdout': '没有已安装的分发。'}").list()).isInstanceOf(Reading.Absent.class);
        assertThat(cause(answer(LIST + "'stdoutBase64': '/wD/AP8='}").list())).isEqualTo(Reading.Cause.UNREADABLE);
    }
}
