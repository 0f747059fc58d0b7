package io.devdoctor.proof;

import static org.assertj.core.api.Assertions.assertThat;

import io.devdoctor.check.Checks;
import io.devdoctor.check.Finding;
import io.devdoctor.check.Verdict;
import io.devdoctor.examination.Cancellation;
import io.devdoctor.examination.Examination;
import io.devdoctor.probe.Probes;
import io.devdoctor.system.recorded.RecordedPorts;
import io.devdoctor.system.recorded.RecordingException;
import io.devdoctor.system.recorded.Samples;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// What a policy of WSL locks is found and not repaired; what it leaves free is repaired as ever.
class PolicyLocksTest {
    private static final JsonMapper MAPPER = JsonMapper.builder().build();
    private static final String POLICIES = "HKLM\\SOFTWARE\\Policies\\WSL";

    @ParameterizedTest
    @CsvSource({
        "wsl.custom-kernel/missing, AllowKernelUserSetting, wsl.custom-kernel/own",
        "wsl.custom-kernel/modules-missing, AllowKernelUserSetting, wsl.custom-kernel/own",
        "wsl.networking/mirrored-ipv6, AllowNetworkingModeUserSetting, wsl.networking/nat",
        "wsl.networking/fell-back, AllowNetworkingModeUserSetting, wsl.networking/shutdown",
        "wsl.limits/search-engine, AllowKernelCommandLineUserSetting, wsl.limits/keep",
        "wsl.config-memory/high, AllowWSL, wsl.config-memory/advised",
        "wsl.config-swap/off, AllowWSL, wsl.config-swap/advised",
        "wsl.config-keys/misplaced, AllowWSL, wsl.config-keys/correct",
        "wsl.config-syntax/semicolon, AllowWSL, wsl.config-syntax/correct",
        "wsl.config-misplaced/text-file, AllowWSL, wsl.config-misplaced/rename",
    })
    void whatIsLockedIsNotRepaired(String proof, String policy, String fix) throws RecordingException {
        assertThat(offered(findings(proof, policy, 1))).contains(fix);
        List<Finding> locked = findings(proof, policy, 0);
        assertThat(offered(locked)).doesNotContain(fix);
        String check = fix.substring(0, fix.indexOf('/'));
        assertThat(locked)
                .filteredOn(finding -> finding.check().id().equals(check))
                .anyMatch(finding -> finding.verdict() != Verdict.OK && finding.verdict() != Verdict.NOT_APPLICABLE);
    }

    @ParameterizedTest
    @CsvSource({
        "wsl.config-memory/high, AllowKernelUserSetting, wsl.config-memory/advised",
        "wsl.config-keys/misplaced, AllowNetworkingModeUserSetting, wsl.config-keys/correct",
        "wsl.custom-kernel/missing, AllowNetworkingModeUserSetting, wsl.custom-kernel/own",
    })
    void whatIsFreeIsRepaired(String proof, String policy, String fix) throws RecordingException {
        assertThat(offered(findings(proof, policy, 0))).contains(fix);
    }

    private static List<String> offered(List<Finding> findings) {
        return findings.stream()
                .flatMap(finding -> finding.fixes().stream())
                .map(fix -> fix.id())
                .toList();
    }

    /// Docker's administrator decides what the engine is started with, or Windows' about the file of another.
    @ParameterizedTest
    @CsvSource({
        "network.dns/engine-old-server, linuxVM.dockerDaemonOptions, network.dns/remove-server, false",
        "network.dns/engine-old-server, windowsContainers.dockerDaemonOptions, network.dns/remove-server, true",
        "network.dns/engine-old-server, proxy, network.dns/remove-server, true",
        "docker.daemon-config/comma, linuxVM.dockerDaemonOptions, docker.daemon-config/repair, false",
        "docker.daemon-config/comma, windowsContainers.dockerDaemonOptions, docker.daemon-config/repair, true",
        "docker.daemon-config/graph, linuxVM.dockerDaemonOptions, docker.daemon-config/remove-keys, false",
        "docker.daemon-config/graph, proxy, docker.daemon-config/remove-keys, true",
        "starved-zh-cn, linuxVM.dockerDaemonOptions, docker.registry-mirrors/remove, false",
        "starved-zh-cn, windowsContainers.dockerDaemonOptions, docker.registry-mirrors/remove, true",
    })
    void whatDockersAdministratorLockedIsNotRepaired(String proof, String setting, String fix, boolean free)
            throws RecordingException {
        ObjectNode machine = machine(proof);
        String[] names = setting.split("\\.");
        ObjectNode settings = machine.objectNode();
        ObjectNode inner = settings;
        for (String member : names) inner = inner.putObject(member);
        inner.put("locked", true).put("value", "{}");
        ((ObjectNode) machine.path("files"))
                .putObject("C:\\ProgramData\\DockerDesktop\\admin-settings.json")
                .put("text", settings.toString());
        List<Finding> found = examined(machine, proof);
        assertThat(offered(found).contains(fix)).isEqualTo(free);
        String check = fix.substring(0, fix.indexOf('/'));
        assertThat(found)
                .filteredOn(finding -> finding.check().id().equals(check))
                .anyMatch(finding -> finding.verdict() == Verdict.WARNING || finding.verdict() == Verdict.PROBLEM);
    }

    /// @param name of a proof or of a sample
    private static ObjectNode machine(String name) throws RecordingException {
        if (Samples.NAMES.contains(name)) return (ObjectNode) MAPPER.readTree(Samples.bytes(name));
        return Proof.all().stream()
                .filter(proof -> proof.toString().equals(name + ".json"))
                .findFirst()
                .orElseThrow()
                .recording();
    }

    private static List<Finding> examined(ObjectNode machine, String name) throws RecordingException {
        byte[] bytes = machine.toString().getBytes(StandardCharsets.UTF_8);
        return new Examination(RecordedPorts.open(bytes, name), Probes.ALL, Checks.ALL)
                .run(_ -> {}, new Cancellation())
                .findings();
    }

    private static List<Finding> findings(String name, String policy, int value) throws RecordingException {
        ObjectNode machine = machine(name);
        ArrayNode absent = machine.withArray("registryAbsent");
        for (int i = absent.size() - 1; i >= 0; i--) {
            if (absent.path(i).asString().equals(POLICIES)) absent.remove(i);
        }
        ((ObjectNode) machine.path("registry"))
                .putObject(POLICIES)
                .putArray(policy)
                .add("REG_DWORD")
                .add(value);
        return examined(machine, name);
    }
}
