package io.devdoctor.check.host;

import static io.devdoctor.testing.Facts.GB;
import static io.devdoctor.testing.Facts.absent;
import static io.devdoctor.testing.Facts.denied;
import static io.devdoctor.testing.Facts.known;
import static io.devdoctor.testing.Facts.notApplicable;
import static io.devdoctor.testing.Facts.timedOut;
import static io.devdoctor.testing.FindingAssert.examine;
import static io.devdoctor.testing.FindingAssert.expect;
import static io.devdoctor.testing.FindingAssert.outcome;
import static io.devdoctor.testing.FindingAssert.title;
import static org.assertj.core.api.Assertions.assertThat;

import io.devdoctor.check.Certainty;
import io.devdoctor.check.Check;
import io.devdoctor.check.Finding;
import io.devdoctor.check.Verdict;
import io.devdoctor.machine.Bytes;
import io.devdoctor.machine.DockerDesktop;
import io.devdoctor.machine.FileContent;
import io.devdoctor.machine.Host.Volume;
import io.devdoctor.machine.Host.WindowsVersion;
import io.devdoctor.machine.Machine;
import io.devdoctor.machine.Part;
import io.devdoctor.machine.Reading;
import io.devdoctor.testing.Facts;
import io.devdoctor.testing.HostFacts;
import io.devdoctor.testing.WslFacts;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HostChecksTest {
    private final Check build = new WindowsBuildCheck();
    private final Check memory = new MemoryCheck();
    private final Check disk = new DiskSpaceCheck();

    @Test
    void currentWindowsIsNamedWithItsBuild() {
        Finding finding = expect(build, machine(new HostFacts()), Verdict.OK, "ok");
        assertThat(title(finding)).isEqualTo("Windows 11 24H2 (build 26100.2314) is new enough");
    }

    @Test
    void buildBeforeWslTwoIsAProblem() {
        expect(build, machine(new HostFacts().windows(17763, 5000)), Verdict.PROBLEM, "too-old");
        expect(build, machine(new HostFacts().windows(19041, 1)), Verdict.OK, "ok");
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
        19044, 4.34.0, OK
        19044, 4.35.1, WARNING
        19045, 4.52.0, OK
        22000, 4.49.0, OK
        22621, 4.50.0, WARNING
        22631, 4.52.0, OK
        26100, garbage, OK
        """)
    void dockerDesktopDemandsItsOwnBuild(int number, String desktop, Verdict verdict) {
        HostFacts host = new HostFacts().windows(known(new WindowsVersion(number, 1, "Core", "", "AMD64")));
        Finding finding = expect(
                build,
                machine(host, known(desktop(known(new DockerDesktop.Install(desktop, "C:\\D", false)), absent()))),
                verdict,
                verdict == Verdict.OK ? "ok" : "too-old-for-desktop");
        // Release notes are a table of ours, not proof.
        assertThat(finding.certainty()).isEqualTo(verdict == Verdict.OK ? Certainty.CERTAIN : Certainty.LIKELY);
    }

    @Test
    void unreadBuildIsUnknown() {
        expect(build, machine(new HostFacts().windows(timedOut())), Verdict.UNKNOWN, "unknown");
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
        # MiB in all, MiB available
        16384, 8192, OK,      ok
        8000,  3000, OK,      ok
        7400,  3000, WARNING, small
        16384, 1600, WARNING, full
        4096,  300,  WARNING, full
        """)
    void memory(long total, long available, Verdict verdict, String outcome) {
        expect(memory, machine(new HostFacts().memory(total << 20, available << 20)), verdict, outcome);
    }

    @Test
    void memoryOfNothingIsNotBelieved() {
        expect(memory, machine(new HostFacts().memory(0, 0)), Verdict.UNKNOWN, "unknown");
        expect(memory, machine(new HostFacts().memory(timedOut())), Verdict.UNKNOWN, "unknown");
    }

    @Test
    void memoryIsJudgedOnLinuxToo() {
        Machine linux = Facts.linux().with(Part.HOST, new HostFacts().host());
        expect(memory, linux, Verdict.OK, "ok");
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
        # GB in all, GB free
        500,  200, OK,      ok
        500,  49,  WARNING, low
        50,   9,   WARNING, low
        500,  1,   PROBLEM, full
        """)
    void space(long total, long usable, Verdict verdict, String outcome) {
        HostFacts host = new HostFacts().volumes(new Volume("C:\\", "NTFS", "fixed", total * GB, usable * GB));
        expect(disk, machine(host), verdict, outcome);
    }

    @Test
    void everyDriveWithADiskIsLookedAtAndNoOther() {
        HostFacts host = new HostFacts()
                .volumes(
                        new Volume("C:\\", "NTFS", "fixed", 500 * GB, 200 * GB),
                        new Volume("D:\\", "NTFS", "fixed", 500 * GB, GB),
                        new Volume("E:\\", "NTFS", "fixed", 500 * GB, 20 * GB),
                        new Volume("F:\\", "NTFS", "fixed", 500 * GB, 0));
        WslFacts wsl = new WslFacts().distro("Debian", known(15L), known(1L), known("d:\\wsl\\Debian"), absent());
        String settings = "{\"CustomWslDistroDir\": \"E:\\\\DockerDesktopWSL\"}";
        Machine machine = Facts.windows()
                .with(Part.HOST, host.host())
                .with(Part.WSL, wsl.wsl())
                .with(Part.DOCKER_DESKTOP, known(desktop(absent(), settings(settings))));
        assertThat(examine(disk, machine).stream()
                        .map(finding -> finding.subject().name() + " " + outcome(finding)))
                .containsExactly("C:\\ ok", "D:\\ full", "E:\\ low");
    }

    @Test
    void driveThatIsNotThereAndDistrosThatWereNotReadAreUnknown() {
        HostFacts host = new HostFacts().volumes();
        expect(disk, machine(host), Verdict.UNKNOWN, "unknown");

        Machine unread = Facts.windows()
                .with(Part.HOST, new HostFacts().host())
                .with(Part.WSL, timedOut())
                .with(Part.DOCKER_DESKTOP, absent());
        assertThat(examine(disk, unread).stream().map(Finding::verdict)).containsExactly(Verdict.OK, Verdict.UNKNOWN);
    }

    @Test
    void onLinuxTheDrivesOfRootHomeAndDockerCount() {
        HostFacts host = new HostFacts()
                .volumes(
                        new Volume("/", "ext4", "fixed", 100 * GB, 50 * GB),
                        new Volume("/home", "ext4", "fixed", 100 * GB, 50 * GB),
                        new Volume("/boot", "ext4", "fixed", GB, 0));
        Machine linux = Facts.linux()
                .with(Part.HOST, host.host())
                .with(Part.WSL, notApplicable())
                .with(Part.DOCKER_DESKTOP, notApplicable());
        assertThat(examine(disk, linux).stream()
                        .map(finding -> finding.subject().name()))
                .containsExactly("/", "/home");
    }

    private static Machine machine(HostFacts host) {
        return machine(host, absent());
    }

    private static Machine machine(HostFacts host, Reading<DockerDesktop> desktop) {
        return Facts.windows()
                .with(Part.HOST, host.host())
                .with(Part.WSL, new WslFacts().wsl())
                .with(Part.DOCKER_DESKTOP, desktop);
    }

    private static DockerDesktop desktop(Reading<DockerDesktop.Install> install, Reading<FileContent> settings) {
        return new DockerDesktop(install, absent(), known(false), List.of(), settings, absent(), absent(), absent());
    }

    private static Reading<FileContent> settings(String json) {
        return known(
                new FileContent("settings-store.json", Bytes.of(json.getBytes(StandardCharsets.UTF_8)), Facts.NOW));
    }

    @Test
    void everyPlaceThatWasNotReadIsNamed() {
        WslFacts wsl = new WslFacts().distro("Debian", known(15L), known(1L), denied(), absent());
        Machine machine = Facts.windows()
                .with(Part.HOST, new HostFacts().host())
                .with(Part.WSL, wsl.wsl())
                .with(Part.DOCKER_DESKTOP, known(desktop(absent(), denied())));
        assertThat(examine(disk, machine).stream()
                        .map(finding -> finding.subject().name() + " " + outcome(finding)))
                .containsExactly("C:\\ ok", "Debian unknown", "settings-store.json unknown");
        Machine damaged = machine.with(Part.WSL, new WslFacts().wsl())
                .with(Part.DOCKER_DESKTOP, known(desktop(absent(), settings("{"))));
        assertThat(examine(disk, damaged).stream().map(Finding::verdict)).containsExactly(Verdict.OK, Verdict.UNKNOWN);
    }

    @Test
    void unreadDesktopMattersOnlyWhereItsDemandsDiffer() {
        HostFacts old = new HostFacts().windows(22621, 1);
        expect(build, machine(old, known(desktop(denied(), absent()))), Verdict.UNKNOWN, "unknown");
        expect(build, machine(old, denied()), Verdict.UNKNOWN, "unknown");
        Reading<DockerDesktop> nameless =
                known(desktop(known(new DockerDesktop.Install("", "C:\\D", false)), absent()));
        expect(build, machine(old, nameless), Verdict.UNKNOWN, "unknown");
        expect(build, machine(new HostFacts(), denied()), Verdict.OK, "ok");
    }
}
