package io.devdoctor.check.drives;

import static io.devdoctor.testing.EngineFacts.bound;
import static io.devdoctor.testing.EngineFacts.container;
import static io.devdoctor.testing.EngineFacts.containers;
import static io.devdoctor.testing.Facts.absent;
import static io.devdoctor.testing.Facts.denied;
import static io.devdoctor.testing.Facts.disabled;
import static io.devdoctor.testing.Facts.known;
import static io.devdoctor.testing.Facts.running;
import static io.devdoctor.testing.Facts.timedOut;
import static io.devdoctor.testing.FindingAssert.expect;
import static org.assertj.core.api.Assertions.assertThat;

import io.devdoctor.check.Check;
import io.devdoctor.check.Finding;
import io.devdoctor.check.Verdict;
import io.devdoctor.fix.Fix;
import io.devdoctor.fix.Step;
import io.devdoctor.fix.TakesEffect;
import io.devdoctor.machine.Containers;
import io.devdoctor.machine.DockerClient.By;
import io.devdoctor.machine.Drives;
import io.devdoctor.machine.Machine;
import io.devdoctor.machine.Part;
import io.devdoctor.machine.Reading;
import io.devdoctor.machine.ServiceState;
import io.devdoctor.testing.DockerFacts;
import io.devdoctor.testing.Facts;
import io.devdoctor.testing.WslFacts;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DrivesChecksTest {
    private static final Reading<ServiceState> DRIVER = running("P9Rdr", ServiceState.Start.MANUAL);
    private final Check share = new WslShareCheck();
    private final Check binds = new WindowsBindsCheck();

    @Test
    void providerInBothListsIsHealthy() {
        expect(share, drives(known("P9NP,RDPNP"), known("RDPNP, p9np"), DRIVER), Verdict.OK, "ok");
    }

    @Test
    void lostProviderIsPutFirstAndCanBeTakenOutAgain() {
        Finding found = expect(
                share,
                drives(known("RDPNP,LanmanWorkstation"), known("P9NP"), DRIVER),
                Verdict.PROBLEM,
                "provider-missing");
        Fix fix = found.fixes().getFirst();
        assertThat(fix.takesEffect()).isEqualTo(TakesEffect.SIGN_OUT);
        assertThat(fix.isReversible()).isTrue();
        assertThat(((Step.RunTool) fix.steps().getFirst()).commandLine())
                .contains(
                        "HKLM\\SYSTEM\\CurrentControlSet\\Control\\NetworkProvider\\Order",
                        "P9NP,RDPNP,LanmanWorkstation");
    }

    @Test
    void strangeListIsNeverWritten() {
        Finding found = expect(
                share, drives(known("RDPNP\" & calc"), known("P9NP"), DRIVER), Verdict.PROBLEM, "provider-missing");
        assertThat(found.fixes()).isEmpty();
    }

    @Test
    void secondListAndDriverAreJudgedToo() {
        expect(share, drives(known("P9NP"), known("RDPNP"), DRIVER), Verdict.WARNING, "hardware-order");
        expect(share, drives(known("P9NP"), known("P9NP"), absent()), Verdict.PROBLEM, "redirector");
        Finding off =
                expect(share, drives(known("P9NP"), known("P9NP"), disabled("P9Rdr")), Verdict.PROBLEM, "redirector");
        Fix fix = off.fixes().getFirst();
        assertThat(String.join(" ", ((Step.RunTool) fix.steps().getFirst()).commandLine()))
                .isEqualTo("sc.exe config P9Rdr start= demand");
        assertThat(fix.isReversible()).isTrue();
    }

    @Test
    void unregisteredOrUnreadProviderIsNotHealthy() {
        expect(share, registered(absent()), Verdict.WARNING, "unregistered");
        expect(share, registered(denied()), Verdict.UNKNOWN, "unknown");
    }

    private static Machine registered(Reading<List<String>> prefixes) {
        return Facts.windows()
                .with(Part.WSL, new WslFacts().wsl())
                .with(
                        Part.DRIVES,
                        known(new Drives(
                                known("P9NP"), known("P9NP"), prefixes, DRIVER, known(Map.of()), known(Map.of()))));
    }

    @Test
    void whatWasNotReadIsUnknown() {
        expect(share, drives(denied(), known("P9NP"), DRIVER), Verdict.UNKNOWN, "unknown");
        expect(share, drives(known("P9NP"), denied(), DRIVER), Verdict.UNKNOWN, "unknown");
        Machine without = drives(known(""), known(""), absent())
                .with(Part.WSL, new WslFacts().notInstalled().wsl());
        expect(share, without, Verdict.NOT_APPLICABLE, "not-applicable");
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
        /run/desktop/mnt/host/c/Users/li/app,                        /app,             true,  WARNING, bound
        C:\\Users\\li\\app,                                          /app,             true,  WARNING, bound
        /host_mnt/c/app,                                             /app,             true,  WARNING, bound
        /run/desktop/mnt/host/d/nginx/nginx.conf,                    /etc/nginx.conf,  true,  INFO,    few
        /run/desktop/mnt/host/c/data,                                /data,            false, INFO,    few
        /run/desktop/mnt/host/wsl/docker-desktop-bind-mounts/U/71,   /src,             true,  OK,      ok
        /var/run/docker.sock,                                        /var/docker.sock, true,  OK,      ok
        /home/li/app,                                                /app,             true,  OK,      ok
        """)
    void bindsOfWindowsDrives(String source, String target, boolean writable, Verdict verdict, String outcome) {
        expect(
                binds,
                engine(containers(bound(container("web", "running"), source, target, writable))),
                verdict,
                outcome);
    }

    @Test
    void stoppedContainersDoNotCountAndUnreadOnesAreUnknown() {
        Containers.Container stopped = bound(container("web", "exited"), "C:\\app", "/app", true);
        expect(binds, engine(containers(stopped)), Verdict.OK, "ok");
        expect(binds, engine(timedOut()), Verdict.UNKNOWN, "unknown");
        expect(binds, engine(absent()), Verdict.NOT_APPLICABLE, "not-applicable");
    }

    /// Containers of Windows see its folders themselves, and those of another computer are none of this one's.
    @Test
    void onlyAnEngineInAVirtualMachineHereHasSlowFolders() {
        Reading<Containers> bound = containers(bound(container("web", "running"), "/mnt/d/app", "/app", true));
        Machine windows = new DockerFacts().osType("windows").windows().with(Part.CONTAINERS, bound);
        expect(binds, windows, Verdict.NOT_APPLICABLE, "not-applicable");
        Machine remote = new DockerFacts()
                .chosen(By.DOCKER_HOST, "ssh://build.example", "")
                .windows()
                .with(Part.CONTAINERS, bound);
        expect(binds, remote, Verdict.NOT_APPLICABLE, "not-applicable");
    }

    private static Machine drives(Reading<String> order, Reading<String> hardware, Reading<ServiceState> driver) {
        Reading<List<String>> prefixes = known(List.of("wsl.localhost", "wsl$"));
        return Facts.windows()
                .with(Part.WSL, new WslFacts().wsl())
                .with(
                        Part.DRIVES,
                        known(new Drives(order, hardware, prefixes, driver, known(Map.of()), known(Map.of()))));
    }

    private static Machine engine(Reading<Containers> containers) {
        return new DockerFacts().windows().with(Part.CONTAINERS, containers);
    }

    @Test
    void redirectorWhoseStartTypeWasNotReadIsUnknown() {
        Reading<ServiceState> unread = running("P9Rdr", ServiceState.Start.UNREAD);
        expect(share, drives(known("P9NP"), known("P9NP"), unread), Verdict.UNKNOWN, "unknown");
    }
}
