package io.devdoctor.probe;

import static io.devdoctor.probe.Recordings.cause;
import static io.devdoctor.probe.Recordings.part;
import static io.devdoctor.probe.Recordings.value;
import static io.devdoctor.probe.Recordings.why;
import static io.devdoctor.probe.Recordings.windows;
import static org.assertj.core.api.Assertions.assertThat;

import io.devdoctor.machine.Host;
import io.devdoctor.machine.Reading;
import io.devdoctor.machine.ServiceState;
import java.util.Map;
import org.junit.jupiter.api.Test;

class HostProbeTest {
    private static final String VERSION = "HKLM\\\\SOFTWARE\\\\Microsoft\\\\Windows NT\\\\CurrentVersion";
    private static final String ENVIRONMENT =
            "HKLM\\\\SYSTEM\\\\CurrentControlSet\\\\Control\\\\Session Manager\\\\Environment";

    private static Host host(String... sections) {
        return part(windows(sections), new HostProbe());
    }

    private static Host version(String values) {
        return host("'registry': {'%s': {%s}, '%s': {'PROCESSOR_ARCHITECTURE': ['REG_SZ', 'AMD64']}}"
                .formatted(VERSION, values, ENVIRONMENT));
    }

    @Test
    void windowsNamesItselfInTheRegistry() {
        Host host = version("""
            'ProductName': ['REG_SZ', 'Windows 10 Home China'], 'CurrentBuildNumber': ['REG_SZ', '26100'],
            'UBR': ['REG_DWORD', 2314], 'EditionID': ['REG_SZ', 'CoreCountrySpecific'], 'DisplayVersion': ['REG_SZ', '24H2']\
            """);
        assertThat(host.windows().known())
                .contains(new Host.WindowsVersion(26100, 2314, "CoreCountrySpecific", "24H2", "AMD64"));
    }

    @Test
    void detailsMayBeMissingTheBuildMayNot() {
        assertThat(version("'CurrentBuildNumber': ['REG_SZ', '19041'], 'UBR': ['REG_SZ', '1']")
                        .windows()
                        .known())
                .contains(new Host.WindowsVersion(19041, -1, "", "", "AMD64"));
        assertThat(version("").windows()).isInstanceOf(Reading.Absent.class);
        assertThat(cause(version("'CurrentBuildNumber': ['REG_SZ', 'many']").windows()))
                .isEqualTo(Reading.Cause.UNREADABLE);
        assertThat(why(version("'CurrentBuildNumber': ['REG_DWORD', 26100]").windows()))
                .isEqualTo("UNREADABLE REG_DWORD, not REG_SZ");
    }

    @Test
    void servicesAreAskedByKeyName() {
        Host host = host("'services': {'hns': {'state': 'running', 'start': 'manual'}, 'vmcompute': null,"
                + " 'vfpext': {'denied': true}}");
        assertThat(host.services()).containsOnlyKeys(HostProbe.SERVICES);
        assertThat(service(host, "HNS").known().map(ServiceState::run)).contains(ServiceState.Run.RUNNING);
        assertThat(service(host, "vmcompute")).isInstanceOf(Reading.Absent.class);
        assertThat(cause(service(host, "vfpext"))).isEqualTo(Reading.Cause.DENIED);
        assertThat(cause(service(host, "W32Time"))).isEqualTo(Reading.Cause.NOT_RECORDED);
    }

    private static Reading<ServiceState> service(Host host, String name) {
        Reading<ServiceState> state = host.services().get(name);
        if (state == null) throw new AssertionError(name);
        return state;
    }

    @Test
    void featuresAreASecondOpinion() {
        Host host = host("""
            'wmi': [{'namespace': 'root\\\\CIMV2', 'class': 'Win32_OptionalFeature', 'rows': [
              {'Name': 'VirtualMachinePlatform', 'InstallState': 1}, {'Name': 'SMB1Protocol', 'InstallState': 2},
              {'Name': 'Microsoft-Windows-Subsystem-Linux'}]}]\
            """);
        assertThat(host.optionalFeatures().known()).contains(Map.of("VirtualMachinePlatform", 1));
        assertThat(cause(host().optionalFeatures())).isEqualTo(Reading.Cause.NOT_RECORDED);
    }

    @Test
    void virtualizationFactsStandBesideEachOther() {
        Host host =
                host("'win32': {'hypervisorPresent': false, 'processorFeature(21)': false, 'vmMonitorModeExtensions':"
                        + " true}");
        assertThat(host.virtualization().hypervisorPresent().known()).contains(false);
        assertThat(host.virtualization().firmwareEnabled().known()).contains(false);
        assertThat(host.virtualization().monitorModeExtensions().known()).contains(true);
        assertThat(cause(host.virtualization().secondLevelTranslation())).isEqualTo(Reading.Cause.NOT_RECORDED);
    }

    @Test
    void networkDrivesAreLeftOut() {
        Host host = host("""
            'hardware': {'memory': {'total': 17179869184, 'available': 1}, 'cpu': {'logical': 8, 'physical': 4},
              'volumes': [{'mount': 'C:\\\\', 'type': 'NTFS', 'kind': 'fixed', 'total': 100, 'usable': 5},
                          {'mount': 'Z:\\\\', 'type': 'NTFS', 'kind': 'network', 'total': 100, 'usable': 5}]}\
            """);
        assertThat(value(host.volumes())).extracting(Host.Volume::mount).containsExactly("C:\\");
        assertThat(host.memory().known()).contains(new Host.Memory(17179869184L, 1));
        assertThat(host.processor().known()).contains(new Host.Processor(8, 4));
    }

    @Test
    void linuxHasHardwareOnly() {
        Host host = part(
                Recordings.linux("'hardware': {'memory': {'total': 10, 'available': 1}, 'volumes': []}"),
                new HostProbe());
        assertThat(host.memory().isKnown()).isTrue();
        assertThat(host.windows()).isInstanceOf(Reading.NotApplicable.class);
        assertThat(host.virtualization().hypervisorPresent()).isInstanceOf(Reading.NotApplicable.class);
        assertThat(host.optionalFeatures()).isInstanceOf(Reading.NotApplicable.class);
        assertThat(host.services().values()).allMatch(state -> state instanceof Reading.NotApplicable);
    }

    @Test
    void noProcessorIsNoNumber() {
        assertThat(cause(host("'hardware': {'cpu': {'logical': 0, 'physical': 0}}")
                        .processor()))
                .isEqualTo(Reading.Cause.UNREADABLE);
    }
}
