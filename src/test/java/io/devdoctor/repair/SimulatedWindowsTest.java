package io.devdoctor.repair;

import static io.devdoctor.repair.Course.haunting;
import static io.devdoctor.repair.Course.lying;
import static org.assertj.core.api.Assertions.assertThat;

import io.devdoctor.check.Finding;
import io.devdoctor.check.Verdict;
import io.devdoctor.fix.Effect;
import io.devdoctor.fix.Fix;
import io.devdoctor.fix.Step;
import io.devdoctor.fix.Tool;
import io.devdoctor.testing.sim.Illness;
import io.devdoctor.testing.sim.SimulatedWindows;
import io.devdoctor.text.Text;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// Probe, find, fix, probe again, cured, undone, found again: each fix on a Windows that reacts. And once more with a
/// tool that lies or a file that somebody puts back, which must end as not cured.
class SimulatedWindowsTest {
    private static final String WSLCONFIG = "C:\\Users\\li\\.wslconfig";
    private static final String DAEMON = "C:\\Users\\li\\.docker\\daemon.json";
    private static final String SETTINGS = "C:\\Users\\li\\AppData\\Roaming\\Docker\\settings-store.json";
    private static final String ENVIRONMENT = "HKCU\\Environment : ";
    private static final String ORDER = "HKLM\\SYSTEM\\CurrentControlSet\\Control\\NetworkProvider\\Order";
    private static final Consumer<SimulatedWindows> NOTHING = Course.NOTHING;
    private static final Consumer<SimulatedWindows> RESTART_WSL = Course.RESTART_WSL;

    private static final Consumer<SimulatedWindows> RESTART_DESKTOP = SimulatedWindows::restartDesktop;

    @TempDir
    private Path temp;

    static Stream<Arguments> courses() {
        return all().map(course -> Arguments.of(Named.of(course.fix(), course)));
    }

    /// Every course, those of WSL among them.
    static Stream<Course> all() {
        return Stream.concat(own(), ProvenCourses.all());
    }

    private static Stream<Course> own() {
        return Stream.of(
                new Course("wsl.config-memory/advised", Illness.AS_RECORDED, RESTART_WSL, true, haunting(WSLCONFIG)),
                new Course("wsl.config-syntax/correct", Illness.AS_RECORDED, RESTART_WSL, true, haunting(WSLCONFIG)),
                new Course("wsl.distro-version/convert", Illness.AS_RECORDED, NOTHING, true, lying("--set-version")),
                new Course(
                        "wsl.default-version/two",
                        Illness.DEFAULT_VERSION_ONE,
                        NOTHING,
                        true,
                        lying("--set-default-version")),
                new Course("wsl.default-distro/set", Illness.DOCKER_IS_DEFAULT, NOTHING, true, lying("--set-default")),
                new Course("wsl.disk/compact", Illness.GROWN_DISK, NOTHING, false, lying("--compact")),
                new Course("wsl.disk-attributes/uncompress", Illness.COMPRESSED_DISK, NOTHING, true, lying("/U")),
                new Course(
                        "wsl.disk-attributes/uncompress-folder", Illness.COMPRESSED_FOLDER, NOTHING, true, lying("/U")),
                new Course("wsl.disk-attributes/dense", Illness.SPARSE_DISK, NOTHING, false, lying("--set-sparse")),
                new Course("wsl.interop/register", Illness.NO_INTEROP, NOTHING, false, lying("-d")),
                new Course("wsl.limits/raise", Illness.SEARCH_ENGINE, NOTHING, false, lying("sysctl")),
                new Course("wsl.limits/keep", Illness.SEARCH_ENGINE, RESTART_WSL, true, haunting(WSLCONFIG)),
                new Course("docker.registry-mirrors/remove", Illness.AS_RECORDED, NOTHING, true, haunting(DAEMON)),
                new Course("docker.daemon-config/repair", Illness.BROKEN_DAEMON_JSON, NOTHING, true, haunting(DAEMON)),
                new Course("docker.disk-usage/clean-up", Illness.RUBBISH, NOTHING, false, lying("engine")),
                new Course("container.unhealthy/restart", Illness.HUNG_SERVICE, NOTHING, false, lying("engine")),
                new Course("clock.wsl/from-hardware", Illness.AS_RECORDED, NOTHING, false, lying("hwclock")),
                new Course("clock.engine/shutdown", Illness.AS_RECORDED, NOTHING, false, lying("--shutdown")),
                new Course("clock.time-service/enable", Illness.TIME_SERVICE_DISABLED, NOTHING, true, lying("config")),
                new Course("clock.time-service/automatic", Illness.TIME_NOT_AUTOMATIC, NOTHING, true, lying("/config")),
                new Course(
                        "clock.time-service/synchronize",
                        Illness.TIME_UNSYNCHRONIZED,
                        NOTHING,
                        false,
                        lying("/resync")),
                new Course("clock.host/synchronize", Illness.SLOW_HOST, NOTHING, false, lying("/resync")),
                new Course(
                        "wsl.config-processors/advised", Illness.ONE_PROCESSOR, RESTART_WSL, true, haunting(WSLCONFIG)),
                new Course(
                        "drives.wsl-share/provider",
                        Illness.NO_PROVIDER,
                        SimulatedWindows::reboot,
                        true,
                        lying("ProviderOrder")),
                new Course("drives.file-sharing/share", Illness.UNSHARED_FOLDER, NOTHING, true, haunting(SETTINGS)),
                new Course(
                        "wsl.utf8-variable/remove",
                        Illness.LEFT_BEHIND_VARIABLES,
                        NOTHING,
                        true,
                        haunting(ENVIRONMENT + "WSL_UTF8")),
                new Course(
                        "host.go-environment/remove",
                        Illness.LEFT_BEHIND_VARIABLES,
                        NOTHING,
                        true,
                        haunting(ENVIRONMENT + "GOOS")),
                new Course(
                        "host.go-environment/remove",
                        Illness.MODULES_OFF,
                        NOTHING,
                        true,
                        haunting("C:\\Users\\li\\AppData\\Roaming\\go\\env")),
                new Course(
                        "host.environment-case/wslenv",
                        Illness.LEFT_BEHIND_VARIABLES,
                        NOTHING,
                        true,
                        haunting(ENVIRONMENT + "WSLENV")),
                new Course(
                        "host.path-variable/expand", Illness.PLAIN_PATH, NOTHING, true, haunting(ENVIRONMENT + "Path")),
                new Course(
                        "network.dynamic-range/standard",
                        Illness.LOW_PORTS,
                        SimulatedWindows::reboot,
                        true,
                        lying("dynamicport")),
                new Course(
                        "network.reserved-ports/keep",
                        Illness.PORT_WITHHELD,
                        NOTHING,
                        true,
                        lying("excludedportrange")),
                new Course("network.port-proxy/delete", Illness.STALE_PROXY, NOTHING, true, lying("portproxy")),
                new Course(
                        "host.git-line-endings/input",
                        Illness.CRLF_BY_GIT,
                        NOTHING,
                        true,
                        haunting("C:\\Users\\li\\.gitconfig")),
                new Course("wsl.service/enable", Illness.SERVICE_DISABLED, NOTHING, true, lying("config")),
                new Course("host.long-paths/enable", Illness.LONG_PATHS_OFF, NOTHING, true, lying("LongPathsEnabled")),
                new Course(
                        "host.developer-mode/enable",
                        Illness.NO_DEVELOPER_MODE,
                        NOTHING,
                        true,
                        lying("AllowDevelopmentWithoutDevLicense")),
                new Course(
                        "host.winsock-providers/reset",
                        Illness.WINSOCK_LAYER,
                        SimulatedWindows::reboot,
                        false,
                        lying("winsock")),
                new Course(
                        "host.hypervisor/launch",
                        Illness.HYPERVISOR_NOT_LAUNCHED,
                        SimulatedWindows::reboot,
                        false,
                        lying("hypervisorlaunchtype")),
                new Course(
                        "host.virtual-machine-platform/enable",
                        Illness.PLATFORM_OFF,
                        SimulatedWindows::reboot,
                        true,
                        lying("/Enable-Feature")));
    }

    @ParameterizedTest
    @MethodSource("courses")
    void curesProvesUndoesAndFindsAgain(Course course) throws Exception {
        Clinic clinic = Clinic.of(course.machine().bytes(), temp);
        Map<String, String> before = clinic.windows.picture();
        Outcome outcome = clinic.apply(course.fix());
        assertThat(outcome).isInstanceOf(course.isPending() ? Outcome.Pending.class : Outcome.Cured.class);
        String entry = clinic.lastEntry();
        if (course.isPending()) {
            course.restart().accept(clinic.windows);
            assertThat(clinic.repairer.proveAgain(entry)).isInstanceOf(Outcome.Cured.class);
        }
        assertThat(clinic.isOffered(course.fix())).isFalse();

        UndoOutcome undone = clinic.repairer.undo(entry);
        if (course.undoable()) {
            assertThat(undone).isInstanceOf(UndoOutcome.Undone.class);
            assertThat(clinic.windows.picture()).isEqualTo(before);
            course.restart().accept(clinic.windows);
            assertThat(clinic.isOffered(course.fix())).isTrue();
        } else {
            assertThat(undone).isEqualTo(new UndoOutcome.NothingToUndo(entry));
        }
    }

    @ParameterizedTest
    @MethodSource("courses")
    void sabotagedItIsNotCured(Course course) throws Exception {
        Clinic clinic = Clinic.of(course.machine().bytes(), temp);
        course.sabotage().accept(clinic.windows);
        Outcome outcome = clinic.apply(course.fix());
        // What leaves no trace before the restart is found out after it.
        if (outcome instanceof Outcome.Pending) {
            course.restart().accept(clinic.windows);
            outcome = clinic.repairer.proveAgain(clinic.lastEntry());
        }
        assertThat(outcome)
                .isInstanceOfSatisfying(
                        Outcome.NotCured.class,
                        failed -> assertThat(failed.still())
                                .isNotEmpty()
                                .allMatch(finding -> finding.verdict().rank() >= Verdict.INFO.rank()));
    }

    /// The sample's five illnesses, one after the other on one machine.
    @Test
    void curesAllFiveAndTakesThemBack() throws Exception {
        Clinic clinic = Clinic.of(Illness.AS_RECORDED.of("starved-zh-cn"), temp);
        List<String> fixes = List.of(
                "wsl.config-syntax/correct",
                "wsl.config-memory/advised",
                "wsl.distro-version/convert",
                "clock.wsl/from-hardware",
                "docker.registry-mirrors/remove");
        Map<String, String> before = clinic.windows.picture();
        for (String fix : fixes) {
            assertThat(clinic.apply(fix)).as(fix).isInstanceOfAny(Outcome.Cured.class, Outcome.Pending.class);
        }
        RESTART_WSL.accept(clinic.windows);
        RESTART_DESKTOP.accept(clinic.windows);
        for (Entry pending : clinic.repairer.pending()) {
            assertThat(clinic.repairer.proveAgain(pending.id())).isInstanceOf(Outcome.Cured.class);
        }
        assertThat(fixes).noneMatch(clinic::isOffered);

        for (Entry entry : clinic.repairer.entries()) {
            UndoOutcome undone = clinic.repairer.undo(entry.id());
            if (entry.canUndo()) assertThat(undone).as(entry.fix()).isInstanceOf(UndoOutcome.Undone.class);
            else assertThat(undone).as(entry.fix()).isEqualTo(new UndoOutcome.NothingToUndo(entry.id()));
        }
        assertThat(clinic.windows.picture()).isEqualTo(before);
    }

    @Test
    void whatWaitsForWslStaysPendingUntilWslWasDown() throws Exception {
        Clinic clinic = Clinic.of(Illness.AS_RECORDED.of("starved-zh-cn"), temp);
        assertThat(clinic.apply("wsl.config-memory/advised")).isInstanceOf(Outcome.Pending.class);
        String entry = clinic.lastEntry();
        assertThat(clinic.repairer.proveAgain(entry)).isInstanceOf(Outcome.Pending.class);
        assertThat(clinic.repairer.pending()).extracting(Entry::id).containsExactly(entry);
        clinic.windows.shutDownWsl();
        // Nothing runs: but the virtual machine outlives its last distribution for a while.
        assertThat(clinic.repairer.proveAgain(entry)).isInstanceOf(Outcome.Pending.class);
        RESTART_WSL.accept(clinic.windows);
        assertThat(clinic.repairer.proveAgain(entry)).isInstanceOf(Outcome.Cured.class);
        assertThat(clinic.repairer.pending()).isEmpty();
    }

    @Test
    void anotherStartOfTheVirtualMachineIsProofToo() throws Exception {
        Clinic clinic = Clinic.of(Illness.AS_RECORDED.of("starved-zh-cn"), temp);
        clinic.apply("wsl.config-memory/advised");
        RESTART_WSL.accept(clinic.windows);
        assertThat(clinic.repairer.proveAgain(clinic.lastEntry())).isInstanceOf(Outcome.Cured.class);
    }

    @Test
    void whatWaitsForWindowsStaysPendingUntilItStartedAgain() throws Exception {
        Clinic clinic = Clinic.of(Illness.NO_PROVIDER.of("starved-zh-cn"), temp);
        assertThat(clinic.apply("drives.wsl-share/provider"))
                .isInstanceOfSatisfying(
                        Outcome.Pending.class,
                        pending -> assertThat(pending.proven()).isTrue());
        clinic.windows.shutDownWsl();
        assertThat(clinic.repairer.proveAgain(clinic.lastEntry())).isInstanceOf(Outcome.Pending.class);
        clinic.windows.reboot();
        assertThat(clinic.repairer.proveAgain(clinic.lastEntry())).isInstanceOf(Outcome.Cured.class);
    }

    /// A VPN that adds its provider between the preview and the click, or after it, keeps it.
    @Test
    void anElevatedToolOverwritesNothingThatCameMeanwhile() throws Exception {
        Clinic clinic = Clinic.of(Illness.NO_PROVIDER.of("starved-zh-cn"), temp);
        Finding finding = clinic.offering("drives.wsl-share/provider");
        Fix fix = finding.fixes().getFirst();
        clinic.windows.setText(ORDER, "ProviderOrder", "VpnNP,RDPNP,LanmanWorkstation,webclient");
        assertThat(clinic.repairer.apply(finding, fix, Consent.to(fix, Asker.DESKTOP), _ -> {}))
                .isInstanceOf(Outcome.ChangedMeanwhile.class);
        assertThat(clinic.windows.text(ORDER, "ProviderOrder")).startsWith("VpnNP,RDPNP");

        assertThat(clinic.apply("drives.wsl-share/provider")).isInstanceOf(Outcome.Pending.class);
        clinic.windows.setText(ORDER, "ProviderOrder", "OtherNP,P9NP,VpnNP,RDPNP,LanmanWorkstation,webclient");
        assertThat(clinic.repairer.undo(clinic.lastEntry())).isInstanceOf(UndoOutcome.ChangedSince.class);
        assertThat(clinic.windows.text(ORDER, "ProviderOrder")).startsWith("OtherNP,P9NP");
    }

    /// Planned while Docker Desktop was stopped, the edit would be lost under one that was started since.
    @Test
    void settingsStayAsTheyAreUnderADockerDesktopThatWasStartedMeanwhile() throws Exception {
        Clinic clinic =
                Clinic.of(Course.proof("docker.tcp-exposed/while-stopped").bytes(), temp);
        Finding finding = clinic.offering("docker.tcp-exposed/close");
        Fix fix = finding.fixes().getFirst();
        clinic.windows.startDesktop();
        Map<String, String> before = clinic.windows.picture();
        assertThat(clinic.repairer.apply(finding, fix, Consent.to(fix, Asker.DESKTOP), _ -> {}))
                .isInstanceOfSatisfying(
                        Outcome.Failed.class,
                        failed -> assertThat(failed.reason().key()).isEqualTo("repair.failed.DESKTOP_RUNS"));
        assertThat(clinic.windows.picture()).isEqualTo(before);

        clinic.windows.quitDesktop();
        assertThat(clinic.apply("docker.tcp-exposed/close")).isInstanceOf(Outcome.Cured.class);
        clinic.windows.startDesktop();
        assertThat(clinic.repairer.undo(clinic.lastEntry())).isInstanceOf(UndoOutcome.Failed.class);
    }

    @Test
    void aProcessThatComesLaterFindsTheMachineAsItWasLeft() throws Exception {
        byte[] sample = Illness.AS_RECORDED.of("starved-zh-cn");
        Clinic first = Clinic.of(sample, temp);
        first.apply("wsl.distro-version/convert");
        Clinic second = Clinic.of(sample, temp);
        assertThat(second.isOffered("wsl.distro-version/convert")).isFalse();
        assertThat(second.repairer.undo(second.lastEntry())).isInstanceOf(UndoOutcome.Undone.class);
        assertThat(Clinic.of(sample, temp).isOffered("wsl.distro-version/convert"))
                .isTrue();
    }

    @Test
    void whoSaysNoToAdministratorRightsHasChangedNothing() throws Exception {
        Clinic clinic = Clinic.of(Illness.AS_RECORDED.of("starved-zh-cn"), temp);
        Finding finding = clinic.offering("wsl.distro-version/convert");
        Step resync = new Step.RunTool(Tool.TIME_RESYNC, List.of(), null);
        Step edit = clinic.offering("wsl.config-memory/advised")
                .fixes()
                .getFirst()
                .steps()
                .getFirst();
        Fix fix = Fix.of("test/two", Text.of("test.fix"), Set.of(Effect.ADMIN), edit, resync);
        Map<String, String> before = clinic.windows.picture();
        clinic.windows.refuseElevation();
        assertThat(clinic.repairer.apply(finding, fix, Consent.to(fix, Asker.DESKTOP), _ -> {}))
                .isEqualTo(new Outcome.Declined(clinic.lastEntry()));
        assertThat(clinic.windows.picture()).isEqualTo(before);
        assertThat(clinic.repairer.entries().getFirst().state()).isEqualTo(Entry.State.DECLINED);
    }
}
