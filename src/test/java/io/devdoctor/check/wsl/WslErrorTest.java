package io.devdoctor.check.wsl;

import static org.assertj.core.api.Assertions.assertThat;

import io.devdoctor.check.Check;
import io.devdoctor.check.CheckInfo;
import io.devdoctor.text.Language;
import io.devdoctor.text.Messages;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Error ids of WSL and what the dated table makes of them.
class WslErrorTest {
    @ParameterizedTest
    @CsvSource(textBlock = """
        # id, row
        Wsl/Service/CreateInstance/CreateVm/HCS/HCS_E_HYPERV_NOT_INSTALLED, hyperv-missing
        Wsl/Service/RegisterDistro/CreateVm/HCS/0x80370102, hyperv-missing
        0x80370102, hyperv-missing
        Wsl/Service/CreateVm/HCS/HCS_E_SERVICE_NOT_AVAILABLE, hcs-unavailable
        Wsl/Service/E_UNEXPECTED, catastrophic
        Wsl/Service/0x8000FFFF, catastrophic
        Wsl/0x80070422, service-disabled
        Wsl/Service/0x8007273d, winsock
        Wsl/Service/CreateInstance/MountVhd/HCS/0xC03A001A, disk-attributes
        Wsl/Service/CreateInstance/MountVhd/HCS/ERROR_FILE_NOT_FOUND, disk-missing
        Wsl/Service/CreateInstance/CreateVm/HCS/ERROR_FILE_NOT_FOUND, create-vm-file
        Wsl/Service/AttachDisk/MountVhd/HCS/E_ACCESSDENIED, disk-denied
        Wsl/Service/E_ACCESSDENIED, access-denied
        Wsl/Service/CreateInstance/CreateVm/ParseConfig/E_INVALIDARG, config-value
        Wsl/Service/CreateInstance/CreateVm/ConfigureNetworking/HNS/0x80041002, network-object
        Wsl/Service/CreateInstance/CreateVm/ConfigureNetworking/HNS/0xFFFFFFFF, dns-port
        Wsl/Service/CreateInstance/CreateVm/ConfigureNetworking/E_FAIL, network
        Wsl/CallMsi/Install/REGDB_E_CLASSNOTREG, half-installed
        Wsl/InstallDistro/WININET_E_NAME_NOT_RESOLVED, name-not-resolved
        0x1bc, kernel-missing
        0x800701bc, kernel-missing
        exit -444, kernel-missing
        Wsl/Service/CreateInstance/CreateVm/ConfigureNetworking/HNS/0x800706d9, nat-sharing
        Wsl/InstallComponent/WSL_E_INSTALL_COMPONENT_FAILED, component-failed
        Wsl/Service/CreateInstance/CreateVm/0x8004030E, system-distro
        Wsl/Service/CreateInstance/CreateVm/Plugin/WSL_E_PLUGIN_REQUIRES_UPDATE, plugin-outdated
        Wsl/InstallDistro/Service/RegisterDistro/E_INVALIDARG, distro-name
        exit 50, not-installed
        """)
    void oneRowTellsIt(String id, String row) {
        assertThat(WslError.in(id + ": 灾难性故障")
                        .flatMap(WslError::known)
                        .map(KnownError::key)
                        .orElse("none"))
                .isEqualTo(row);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Wsl/Service/E_SOMETHING_NEW: words",
                "Wsl/Service/E_INVALIDARG",
                "0x81234567",
                "Wsl/Service/CreateInstance/ERROR_FILE_NOT_FOUND"
            })
    void whatTheTableDoesNotHoldIsStillAnError(String detail) {
        assertThat(WslError.in(detail)).isPresent();
        assertThat(WslError.in(detail).flatMap(WslError::known)).isEmpty();
    }

    /// Sentences without an id, in any language, prove nothing: what failed may be ours.
    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "exit -1: 参数错误。",
                "exit 1: cat: /proc/meminfo: Permission denied",
                "exit -1: see Wsl/Service/E_UNEXPECTED",
                "the program does not exist",
                "exit -1: WSL 2",
                "0xnothing"
            })
    void wordsAloneAreNoError(String detail) {
        assertThat(WslError.in(detail)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void everyRowHasItsWords(Language language) {
        for (KnownError row : KnownError.ALL) {
            assertThat(Messages.of(language).keys())
                    .contains(row.meaning().key(), row.advice().key());
        }
    }

    @Test
    void noCodeHidesALaterRow() {
        Set<String> seen = new HashSet<>();
        for (KnownError row : KnownError.ALL) {
            for (String code : row.codes()) {
                if (row.path().isEmpty())
                    assertThat(seen.add(code)).as(row.key() + " " + code).isTrue();
                else
                    assertThat(seen)
                            .as(row.key() + " comes after a row for every path")
                            .doesNotContain(code);
            }
        }
    }

    /// A code that names a cause hangs beneath the check that decides it.
    @Test
    void theChecksThatDecideAreCauses() {
        Check responds = WslChecks.ALL.stream()
                .filter(check -> check.info().id().equals("wsl.responds"))
                .findFirst()
                .orElseThrow();
        List<String> causes =
                responds.info().causes().stream().map(CheckInfo.Cause::check).toList();
        for (KnownError row : KnownError.ALL) assertThat(causes).as(row.key()).containsAll(row.explainedBy());
    }
}
