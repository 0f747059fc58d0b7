package io.devdoctor.probe;

import static io.devdoctor.probe.Recordings.part;
import static io.devdoctor.probe.Recordings.why;
import static io.devdoctor.probe.Recordings.windows;
import static org.assertj.core.api.Assertions.assertThat;

import io.devdoctor.machine.Policies;
import org.junit.jupiter.api.Test;

/// What is locked, and what only looks so.
class PoliciesProbeTest {
    private static final String ADMIN = "C:\\\\ProgramData\\\\DockerDesktop\\\\admin-settings.json";

    @Test
    void zeroForbidsOneSettingAndLeavesTheOthers() {
        Policies policies = wsl("'AllowNetworkingModeUserSetting': ['REG_DWORD', 0], 'AllowWSL1': ['REG_DWORD', 1]");
        assertThat(policies.locks("wsl2.networkingMode")).isTrue();
        assertThat(policies.locks("wsl2.memory")).isFalse();
        assertThat(policies.locks(Policies.WSL_1)).isFalse();
        assertThat(policies.locks(Policies.WSL)).isFalse();
    }

    @Test
    void whoForbidsWslForbidsEverythingInIt() {
        Policies policies = wsl("'allowwsl': ['REG_DWORD', 0]");
        assertThat(policies.locks(Policies.WSL)).isTrue();
        assertThat(policies.locks("wsl2.memory")).isTrue();
    }

    /// As WSL itself reads them.
    @Test
    void anotherTypeIsNoPolicy() {
        assertThat(wsl("'AllowWSL': ['REG_SZ', '0']").locks(Policies.WSL)).isFalse();
    }

    @Test
    void anUnreadPolicyIsUnknownAndLocksNothing() {
        Policies policies = part(
                windows("'registry': {'HKLM\\\\SOFTWARE\\\\Policies\\\\WSL': {'denied': true}}"), new PoliciesProbe());
        assertThat(why(policies.wsl())).startsWith("DENIED");
        assertThat(policies.locks(Policies.WSL)).isFalse();
    }

    @Test
    void lockedMembersAreNamedByTheirPath() {
        Policies policies = part(windows("""
            'files': {'%s': {'text': '{\\"linuxVM\\": {\\"dockerDaemonOptions\\": {\\"locked\\": true}},\
             \\"proxy\\": {\\"locked\\": true, \\"http\\": \\"\\"}, \\"kubernetes\\": {\\"locked\\": false}}'}}
            """.formatted(ADMIN)), new PoliciesProbe());
        assertThat(policies.desktopLocked().known().orElseThrow())
                .containsExactly("linuxVM.dockerDaemonOptions", "proxy");
        assertThat(policies.locksDesktop("linuxVM.dockerDaemonOptions")).isTrue();
        assertThat(policies.locksDesktop("proxy.http")).isTrue();
        assertThat(policies.locksDesktop("proxyHttp")).isFalse();
        assertThat(policies.locksDesktop("kubernetes")).isFalse();
    }

    @Test
    void aFileThatIsNoObjectIsUnknown() {
        Policies policies = part(windows("'files': {'%s': {'text': '[1]'}}".formatted(ADMIN)), new PoliciesProbe());
        assertThat(why(policies.desktopLocked())).startsWith("UNREADABLE");
    }

    private static Policies wsl(String values) {
        return part(
                windows("'registry': {'HKLM\\\\SOFTWARE\\\\Policies\\\\WSL': {" + values + "}}"), new PoliciesProbe());
    }
}
