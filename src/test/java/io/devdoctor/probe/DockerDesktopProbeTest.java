package io.devdoctor.probe;

import static io.devdoctor.probe.Recordings.cause;
import static io.devdoctor.probe.Recordings.part;
import static io.devdoctor.probe.Recordings.value;
import static io.devdoctor.probe.Recordings.windows;
import static org.assertj.core.api.Assertions.assertThat;

import io.devdoctor.machine.DockerDesktop;
import io.devdoctor.machine.DockerDesktop.Install;
import io.devdoctor.machine.Reading;
import org.junit.jupiter.api.Test;

class DockerDesktopProbeTest {
    private static final String UNINSTALL =
            "\\\\SOFTWARE\\\\Microsoft\\\\Windows\\\\CurrentVersion\\\\Uninstall\\\\Docker Desktop";
    private static final String LEGACY = "HKLM\\\\SOFTWARE\\\\Docker Inc.\\\\Docker\\\\1.0";
    private static final String NO_KEY = "'HKLM%s', 'HKCU%s', '%s'".formatted(UNINSTALL, UNINSTALL, LEGACY);
    private static final String PROGRAM = "C:\\\\Program Files\\\\Docker\\\\Docker\\\\Docker Desktop.exe";
    private static final String OWN_PROGRAM =
            "C:\\\\Users\\\\li\\\\AppData\\\\Local\\\\Programs\\\\DockerDesktop\\\\Docker Desktop.exe";

    private static DockerDesktop desktop(String... sections) {
        return part(windows(sections), new DockerDesktopProbe());
    }

    @Test
    void installedForEverybodyOrForOneUser() {
        String values = "{'DisplayVersion': ['REG_SZ', '4.52.0'], 'InstallLocation': ['REG_SZ', 'C:\\\\D']}";
        assertThat(desktop("'registry': {'HKLM%s': %s}".formatted(UNINSTALL, values))
                        .install()
                        .known())
                .contains(new Install("4.52.0", "C:\\D", false));
        assertThat(desktop(
                                "'registry': {'HKCU%s': %s}".formatted(UNINSTALL, values),
                                "'registryAbsent': ['HKLM%s']".formatted(UNINSTALL))
                        .install()
                        .known())
                .contains(new Install("4.52.0", "C:\\D", true));
    }

    @Test
    void olderAndBrokenInstallsAreFoundToo() {
        assertThat(desktop(
                                "'registry': {'%s': {'AppPath': ['REG_SZ', 'C:\\\\Old']}}".formatted(LEGACY),
                                "'registryAbsent': ['HKLM%s', 'HKCU%s']".formatted(UNINSTALL, UNINSTALL))
                        .install()
                        .known())
                .contains(new Install("", "C:\\Old", false));
        assertThat(desktop("'registryAbsent': [" + NO_KEY + "]", "'files': {'%s': {'size': 1}}".formatted(PROGRAM))
                        .install()
                        .known())
                .contains(new Install("", "C:\\Program Files\\Docker\\Docker", false));
    }

    @Test
    void absentOnlyIfEveryFormWasLookedFor() {
        String absent = "'registryAbsent': [" + NO_KEY + "]";
        String path = "'environment': {'process': {'Path': 'C:\\\\Windows;D:\\\\Git\\\\bin'}}";
        assertThat(desktop(absent, path, "'files': {'%s': null, '%s': null}".formatted(PROGRAM, OWN_PROGRAM))
                        .install())
                .isInstanceOf(Reading.Absent.class);
        assertThat(cause(desktop(absent).install())).isEqualTo(Reading.Cause.NOT_RECORDED);
        assertThat(cause(desktop("'registry': {'HKLM%s': {'denied': true}}".formatted(UNINSTALL))
                        .install()))
                .isEqualTo(Reading.Cause.DENIED);
    }

    @Test
    void settingsAndPipesAreKeptAsTheyAre() {
        DockerDesktop desktop = desktop(
                """
                'files': {'C:\\\\Users\\\\li\\\\AppData\\\\Roaming\\\\Docker\\\\settings-store.json': {'text': '{'},
                          'C:\\\\Users\\\\li\\\\AppData\\\\Roaming\\\\Docker\\\\settings.json': null,
                          'D:\\\\PD\\\\DockerDesktop\\\\admin-settings.json': {'text': ''},
                          'C:\\\\Users\\\\li\\\\.docker\\\\daemon.json': {'denied': true}}\
                """,
                "'environment': {'process': {'PROGRAMDATA': 'D:\\\\PD'}, 'user': {}, 'machine': {}}",
                "'pipes': ['docker_engine', {'name': 'dockerDesktopLinuxEngine', 'denied': true}]",
                "'services': {'com.docker.service': null}");
        assertThat(value(desktop.settings()).bytes().size()).isEqualTo(1);
        assertThat(desktop.legacySettings()).isInstanceOf(Reading.Absent.class);
        assertThat(value(desktop.adminSettings()).bytes().size()).isZero();
        assertThat(cause(desktop.daemonJson())).isEqualTo(Reading.Cause.DENIED);
        assertThat(desktop.service()).isInstanceOf(Reading.Absent.class);
        assertThat(desktop.pipes().get(0).state().known()).contains(true);
        assertThat(cause(desktop.pipes().get(1).state())).isEqualTo(Reading.Cause.DENIED);
        assertThat(desktop.pipes().get(2).state()).isInstanceOf(Reading.Absent.class);
    }

    @Test
    void linuxHasOnlyAnEnginesFile() {
        DockerDesktop desktop = part(
                Recordings.linux("'files': {'/etc/docker/daemon.json': {'text': '{}'}}"), new DockerDesktopProbe());
        assertThat(desktop.install()).isInstanceOf(Reading.NotApplicable.class);
        assertThat(value(desktop.daemonJson()).path()).isEqualTo("/etc/docker/daemon.json");
        assertThat(desktop.pipes()).isEmpty();
    }
}
