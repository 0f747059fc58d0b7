package io.devdoctor.check;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// The cause graph as the checks declare it.
class CauseEdgesTest {
    private static final Map<String, List<String>> CAUSES = Checks.ALL.stream()
            .map(Check::info)
            .collect(toMap(
                    CheckInfo::id,
                    info -> info.causes().stream().map(CheckInfo.Cause::check).toList()));

    /// What could not be read explains nothing further, so that such an edge ends every way it stands on.
    @Test
    void noCheckExplainsItself() {
        Map<String, List<String>> illnesses = Checks.ALL.stream()
                .map(Check::info)
                .collect(toMap(
                        CheckInfo::id,
                        info -> info.causes().stream()
                                .filter(cause -> !cause.unreadOnly())
                                .map(CheckInfo.Cause::check)
                                .toList()));
        for (String check : illnesses.keySet()) {
            assertThat(upstream(check, illnesses)).as(check).doesNotContain(check);
        }
    }

    @Test
    void firmwareIsBeneathEverythingThatNeedsTheVirtualMachine() {
        for (String check : List.of(
                "host.hypervisor", "host.virtual-machine-platform", "wsl.installed", "wsl.responds", "clock.engine")) {
            assertThat(upstream(check)).as(check).contains("host.virtualization");
        }
        assertThat(upstream("host.virtualization")).isEmpty();
    }

    @Test
    void anEngineOutOfReachExplainsWhyBuildKitSaidNothing() {
        assertThat(upstream("dockerfile.build-check"))
                .contains("docker.installed", "docker.running", "docker.engine", "docker.registry-access");
    }

    @Test
    void aSilentEngineExplainsWhatComposeFilesCannotBeHeldAgainst() {
        for (String check : List.of("compose.ports", "compose.networks", "compose.memory")) {
            assertThat(upstream(check)).contains("docker.running", "docker.engine", "docker.endpoint");
        }
        assertThat(upstream("compose.paths")).doesNotContain("docker.engine");
    }

    @Test
    void wrongWindowsClockExplainsNoGuest() {
        assertThat(upstream("clock.wsl")).doesNotContain("clock.host");
    }

    /// What waits for a restart, or stands between WSL and the network, is nearer to the cause than what it stops.
    @Test
    void aRestartAndAWinsockLayerExplainWhatTheyStop() {
        for (String check : List.of("host.hypervisor", "host.virtual-machine-platform", "wsl.responds")) {
            assertThat(upstream(check)).as(check).contains("host.reboot-pending");
        }
        assertThat(upstream("wsl.responds")).contains("host.winsock-providers");
        assertThat(upstream("host.winsock-providers")).isEmpty();
    }

    /// Who needs the list of distributions, or of containers, says so where it could not be read, and names the cause.
    @Test
    void whatCouldNotBeAskedNamesWhoKeptSilent() {
        for (String check : List.of("clock.wsl", "clock.engine", "clock.time-zone", "drives.automount")) {
            assertThat(CAUSES.get(check)).as(check).contains("wsl.responds");
        }
        for (String check : List.of(
                "clock.engine",
                "clock.time-zone",
                "drives.automount",
                "drives.file-sharing",
                "drives.network",
                "drives.smb",
                "drives.cifs-volumes",
                "drives.windows-binds")) {
            assertThat(CAUSES.get(check)).as(check).contains("docker.engine", "docker.endpoint");
            assertThat(upstream(check)).as(check).contains("docker.running", "wsl.responds", "host.virtualization");
        }
    }

    /// A silent engine explains what could not be read, never what was read.
    @Test
    void anEngineExplainsOnlyWhatItDidNotTell() {
        for (Check check : Checks.ALL) {
            if (check.info().area() != Area.DRIVES && check.info().area() != Area.CLOCK) continue;
            for (CheckInfo.Cause cause : check.info().causes()) {
                if (!cause.check().startsWith("docker.")) continue;
                assertThat(cause.unreadOnly())
                        .as(check.info().id() + " <- " + cause.check())
                        .isTrue();
            }
        }
    }

    /// What is broken in the network lies beneath whatever meets it.
    @Test
    void consequencesOfTheNetworkNameTheirCause() {
        Map<String, Set<String>> causes = Map.ofEntries(
                Map.entry("network.mirrored-proxy", Set.of("network.proxy")),
                Map.entry("wsl.localhost-proxy", Set.of("network.proxy")),
                Map.entry("docker.proxy", Set.of("network.proxy", "network.mirrored-proxy")),
                Map.entry("docker.registry-mirrors", Set.of("network.proxy")),
                Map.entry("docker.kubernetes", Set.of("network.mirrored-proxy")),
                Map.entry("network.reserved-ports", Set.of("network.dynamic-range")),
                Map.entry("network.loopback", Set.of("network.reserved-ports", "network.port-owner")),
                Map.entry("network.dns", Set.of("network.subnets", "wsl.networking")));
        causes.forEach((check, named) -> assertThat(CAUSES.get(check)).as(check).containsAll(named));
        for (String check : List.of(
                "network.dns",
                "network.subnets",
                "network.loopback",
                "network.port-owner",
                "network.reserved-ports",
                "docker.proxy")) {
            assertThat(upstream(check)).as(check).contains("docker.engine", "wsl.responds", "host.virtualization");
        }
        for (String root : List.of("network.proxy", "network.dynamic-range")) {
            assertThat(upstream(root)).as(root).doesNotContain("docker.engine", "network.dns");
        }
    }

    /// The time service is what would have corrected the clock, and a question of its own.
    @Test
    void theClockOfWindowsIsARoot() {
        assertThat(upstream("clock.host")).isEmpty();
        assertThat(upstream("clock.time-service")).isEmpty();
        assertThat(upstream("drives.wsl-share")).contains("wsl.installed");
    }

    /// Dead socket files stop the start; what they explain they do not depend on.
    @Test
    void whatStopsTheStartOfDockerDesktopExplainsItsSilence() {
        assertThat(CAUSES.get("docker.running"))
                .contains("docker.socket-files", "docker.settings-file", "docker.daemon-config", "docker.user-access");
        assertThat(upstream("docker.engine")).contains("docker.socket-files");
        assertThat(upstream("docker.socket-files")).isEmpty();
        assertThat(CAUSES.get("docker.wsl-integration")).contains("docker.settings-file");
        assertThat(CAUSES.get("docker.backend")).contains("docker.settings-file");
        assertThat(CAUSES.get("docker.client-libraries")).contains("docker.endpoint", "docker.engine");
        assertThat(CAUSES.get("docker.kubernetes")).contains("docker.settings-file", "docker.engine");
    }

    private static Set<String> upstream(String check) {
        return upstream(check, CAUSES);
    }

    private static Set<String> upstream(String check, Map<String, List<String>> edges) {
        Set<String> seen = new HashSet<>();
        Deque<String> next = new ArrayDeque<>(edges.getOrDefault(check, List.of()));
        while (!next.isEmpty()) {
            String cause = next.pop();
            if (seen.add(cause)) new ArrayList<>(edges.getOrDefault(cause, List.of())).forEach(next::push);
        }
        return seen;
    }

    @Test
    void warningsThatDisturbNothingExplainNothing() {
        for (Check check : Checks.ALL) {
            for (CheckInfo.Cause cause : check.info().causes()) {
                if (Set.of("docker.endpoint", "wsl.installed", "host.windows-build")
                        .contains(cause.check())) {
                    assertThat(cause.atLeast() == Verdict.PROBLEM || cause.unreadOnly())
                            .as(check.info().id() + " <- " + cause.check())
                            .isTrue();
                }
            }
        }
    }

    /// What people see is seldom where the trouble is: who takes the port, the route.
    @Test
    void whoTakesItIsNamed() {
        assertThat(CAUSES.get("network.port-owner")).contains("network.port-proxy");
        assertThat(CAUSES.get("network.dns")).contains("network.subnets", "wsl.networking", "wsl.distro-config");
        assertThat(CAUSES.get("network.loopback")).contains("network.port-owner", "network.reserved-ports");
        assertThat(upstream("network.loopback")).contains("network.dynamic-range", "network.port-proxy");
        assertThat(upstream("wsl.memory-in-use")).contains("wsl.config-memory");
    }

    /// A limit that waits for a restart, room that a virtual disk keeps, an update that breaks mirrored networking.
    @Test
    void whatOneAreaKeepsIsNamedInTheOther() {
        assertThat(CAUSES.get("docker.memory")).contains("wsl.config-memory", "wsl.config-pending");
        assertThat(CAUSES.get("wsl.memory-in-use")).contains("wsl.config-memory", "wsl.config-pending");
        assertThat(CAUSES.get("host.disk-space")).containsExactly("wsl.disk");
        assertThat(CAUSES.get("wsl.config-swap")).contains("host.disk-space");
        assertThat(CAUSES.get("network.dns")).contains("host.windows-updates");
        for (String check : List.of("wsl.distro-config", "wsl.config-misplaced")) {
            assertThat(CAUSES.get(check)).as(check).contains("wsl.responds", "wsl.distro-state");
        }
    }

    /// The finding of docker.endpoint is about the machine, which lies in no world.
    @Test
    void noEdgeAsksForAWorldThatItsCauseNeverHas() {
        assertThat(Checks.ALL.stream()
                        .flatMap(check -> check.info().causes().stream())
                        .filter(cause -> cause.check().equals("docker.endpoint"))
                        .map(CheckInfo.Cause::relation))
                .containsOnly(CheckInfo.Relation.ANY);
    }
}
