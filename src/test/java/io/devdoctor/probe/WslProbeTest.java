package io.devdoctor.probe;

import static io.devdoctor.probe.Recordings.part;
import static io.devdoctor.probe.Recordings.value;
import static io.devdoctor.probe.Recordings.why;
import static io.devdoctor.probe.Recordings.windows;
import static org.assertj.core.api.Assertions.assertThat;

import io.devdoctor.machine.Reading;
import io.devdoctor.machine.Wsl;
import io.devdoctor.machine.Wsl.Distro;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WslProbeTest {
    private static final String LXSS = "HKCU\\\\Software\\\\Microsoft\\\\Windows\\\\CurrentVersion\\\\Lxss";
    private static final String MSI = "HKLM\\\\SOFTWARE\\\\Microsoft\\\\Windows\\\\CurrentVersion\\\\Lxss\\\\MSI";
    private static final String GUID = "{856a6800-7118-4a80-b013-a88c95dc788f}";

    private static Wsl distro(String values, String... sections) {
        String registry = "'registry': {'%s': {}, '%s\\\\%s': {%s}}".formatted(LXSS, LXSS, GUID, values);
        String[] all = new String[sections.length + 1];
        all[0] = registry;
        System.arraycopy(sections, 0, all, 1, sections.length);
        return part(windows(all), new WslProbe());
    }

    private static Distro only(Wsl wsl) {
        return value(wsl.distros()).getFirst();
    }

    @Test
    void aPackagedWslWithItsDistribution() {
        Wsl wsl = part(
                windows(
                        """
                        'registry': {
                          '%s': {'DefaultVersion': ['REG_DWORD', 2], 'DefaultDistribution': ['REG_SZ', '%s']},
                          '%s\\\\%s': {'DistributionName': ['REG_SZ', 'Ubuntu-26.04'], 'Flags': ['REG_DWORD', 15],
                             'State': ['REG_DWORD', 1], 'Version': ['REG_DWORD', 2],
                             'BasePath': ['REG_SZ', '\\\\\\\\?\\\\D:\\\\linux\\\\Ubuntu']},
                          '%s\\\\AppxInstallerCache': {},
                          '%s': {'Version': ['REG_SZ', '2.6.3.0']}}\
                        """.formatted(LXSS, GUID, LXSS, GUID, LXSS, MSI),
                        "'services': {'WSLService': {'state': 'running', 'start': 'auto'}, 'LxssManager': null}",
                        "'files': {'D:\\\\linux\\\\Ubuntu\\\\ext4.vhdx': {'size': 9000, 'allocated': 8000}}"),
                new WslProbe());
        assertThat(wsl.packageVersion().known()).contains("2.6.3.0");
        assertThat(wsl.installed().known()).contains(true);
        assertThat(wsl.defaultVersion().known()).contains(2L);
        assertThat(wsl.defaultDistro().known()).contains(GUID);
        assertThat(wsl.rebootPending()).isInstanceOf(Reading.Absent.class);
        assertThat(wsl.lxssManager()).isInstanceOf(Reading.Absent.class);
        assertThat(value(wsl.distros())).singleElement().satisfies(distro -> {
            assertThat(distro.name()).isEqualTo("Ubuntu-26.04");
            assertThat(distro.mode().known()).contains(2);
            assertThat(distro.basePath().known()).contains("D:\\linux\\Ubuntu");
            assertThat(value(distro.disk()).size()).isEqualTo(9000);
        });
    }

    @Test
    void missingValuesAreWhatWslAssumes() {
        Wsl wsl = distro("'DistributionName': ['REG_SZ', 'Old']");
        assertThat(wsl.defaultVersion()).isInstanceOf(Reading.Absent.class);
        assertThat(only(wsl).flags().known()).contains(7L);
        assertThat(only(wsl).mode().known()).contains(1);
        assertThat(only(wsl).state().known()).contains(0L);
        assertThat(only(wsl).disk()).isInstanceOf(Reading.NotApplicable.class);
    }

    @Test
    void aWrongTypeSpoilsOnlyItsOwnFact() {
        Wsl wsl = distro("'DistributionName': ['REG_DWORD', 5], 'Flags': ['REG_SZ', '15'], 'State': ['REG_DWORD', 1],"
                + " 'BasePath': ['REG_BINARY', '00']");
        assertThat(only(wsl).name()).isEqualTo(GUID);
        assertThat(why(only(wsl).flags())).isEqualTo("UNREADABLE REG_SZ, not REG_DWORD");
        assertThat(why(only(wsl).mode())).isEqualTo("UNREADABLE REG_SZ, not REG_DWORD");
        assertThat(why(only(wsl).basePath())).isEqualTo("UNREADABLE REG_BINARY, not REG_SZ");
        assertThat(why(only(wsl).disk())).startsWith("UNREADABLE");
        assertThat(only(wsl).state().known()).contains(1L);
    }

    @Test
    void anUnexpandedFolderIsNoFolder() {
        assertThat(why(only(distro("'BasePath': ['REG_EXPAND_SZ', '%LOCALAPPDATA%\\\\x']"))
                        .basePath()))
                .isEqualTo("UNREADABLE REG_EXPAND_SZ, not REG_SZ");
        assertThat(only(distro("'BasePath': ['REG_EXPAND_SZ', 'C:\\\\x']"))
                        .basePath()
                        .known())
                .contains("C:\\x");
    }

    @Test
    void theDiskHasItsOwnNameAndMayBeGone() {
        String values =
                "'Flags': ['REG_DWORD', 15], 'BasePath': ['REG_SZ', 'C:\\\\d'], 'VhdFileName': ['REG_SZ', 'a.vhdx']";
        assertThat(only(distro(values, "'files': {'C:\\\\d\\\\a.vhdx': null}")).disk())
                .isInstanceOf(Reading.Absent.class);
        assertThat(why(only(distro(values)).disk())).startsWith("NOT_RECORDED");
        assertThat(why(only(distro("'Flags': ['REG_DWORD', 15]")).disk())).isEqualTo("UNREADABLE BasePath is missing");
    }

    @Test
    void noKeyMeansNoDistribution() {
        Wsl wsl = part(windows("'registryAbsent': ['%s', '%s']".formatted(LXSS, MSI)), new WslProbe());
        assertThat(value(wsl.distros())).isEmpty();
        assertThat(wsl.rebootPending()).isInstanceOf(Reading.Absent.class);
        assertThat(wsl.packageVersion()).isInstanceOf(Reading.Absent.class);
    }

    @Test
    void aRefusedKeyIsNotAnEmptyOne() {
        Wsl wsl = part(windows("'registry': {'%s': {'denied': true}}".formatted(LXSS)), new WslProbe());
        assertThat(Recordings.cause(wsl.distros())).isEqualTo(Reading.Cause.DENIED);
        assertThat(Recordings.cause(wsl.rebootPending())).isEqualTo(Reading.Cause.DENIED);
        Wsl inner = part(
                windows("'registry': {'%s': {}, '%s\\\\%s': {'denied': true}}".formatted(LXSS, LXSS, GUID)),
                new WslProbe());
        assertThat(only(inner).name()).isEqualTo(GUID);
        assertThat(Recordings.cause(only(inner).flags())).isEqualTo(Reading.Cause.DENIED);
    }

    @Test
    void theVolatileKeySaysThatARestartIsPending() {
        String registry = "'registry': {'%s': {}, '%s\\\\InstallStatus': {%s}}";
        Wsl named = part(
                windows(registry.formatted(LXSS, LXSS, "'': ['REG_SZ', 'VirtualMachinePlatform']")), new WslProbe());
        assertThat(named.rebootPending().known()).contains("VirtualMachinePlatform");
        Wsl unnamed = part(windows(registry.formatted(LXSS, LXSS, "")), new WslProbe());
        assertThat(unnamed.rebootPending().known()).contains("");
        assertThat(value(unnamed.distros())).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
        true  | null                                    | true
        false | {'state': 'stopped', 'start': 'manual'} | true
        false | null                                    | false
        """)
    void installedMeansPackageOrComponent(boolean packaged, String service, boolean installed) {
        String registry = packaged
                ? "'registry': {'%s': {'Version': ['REG_SZ', '2.6.3.0']}}".formatted(MSI)
                : "'registryAbsent': ['%s']".formatted(MSI);
        String services = "'services': {'LxssManager': %s}".formatted(service);
        assertThat(part(windows(registry, services), new WslProbe()).installed().known())
                .contains(installed);
    }

    @Test
    void whetherItIsInstalledMayBeUnknown() {
        assertThat(part(windows(), new WslProbe()).installed()).isInstanceOf(Reading.Unknown.class);
        assertThat(part(windows("'services': {'LxssManager': null}"), new WslProbe())
                        .installed())
                .isInstanceOf(Reading.Unknown.class);
    }

    @Test
    void linuxHasNoWsl() {
        assertThat(Recordings.read(Recordings.linux(), new WslProbe())).isInstanceOf(Reading.NotApplicable.class);
        assertThat(Recordings.read(Recordings.linux(), new WslConfigProbe())).isInstanceOf(Reading.NotApplicable.class);
    }

    @Test
    void wslconfigIsKeptAsBytes() {
        var file = part(
                windows("'files': {'C:\\\\Users\\\\li\\\\.wslconfig': {'text': '[wsl2]\\r"
                        + "\\n"
                        + "', 'charset': 'UTF-16LE'}}"),
                new WslConfigProbe());
        assertThat(value(file.content()).bytes().size()).isEqualTo(16);
        var none = part(windows("'files': {'C:\\\\Users\\\\li\\\\.wslconfig': null}"), new WslConfigProbe());
        assertThat(none.content()).isInstanceOf(Reading.Absent.class);
        assertThat(none.path()).isEqualTo("C:\\Users\\li\\.wslconfig");
        var folder =
                part(windows("'files': {'C:\\\\Users\\\\li\\\\.wslconfig': {'entries': []}}"), new WslConfigProbe());
        assertThat(Recordings.cause(folder.content())).isEqualTo(Reading.Cause.UNREADABLE);
    }
}
