package io.devdoctor.check.docker;

import io.devdoctor.check.Evidence;
import io.devdoctor.format.JsonDocument;
import io.devdoctor.format.JsonValue;
import io.devdoctor.machine.FileContent;
import io.devdoctor.machine.Machine;
import io.devdoctor.machine.Policies;
import io.devdoctor.machine.Reading;
import io.devdoctor.machine.Source;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A setting that a person chose and the organization decided otherwise: the person's is kept in the file, and does
/// nothing.
///
/// @param key      as spelled in the settings file
/// @param evidence both values
record Overruled(String key, List<Evidence> evidence) {
    /// Members of admin-settings.json with the settings that they decide.
    private static final Map<String, String> MEMBERS = Map.of(
            "linuxVM.wslEngineEnabled", "WslEngineEnabled",
            "linuxVM.vpnkitCIDR", "VpnkitCIDR",
            "exposeDockerAPIOnTCP2375", "ExposeDockerAPIOnTCP2375",
            "enhancedContainerIsolation", "EnhancedContainerIsolation");

    static List<Overruled> in(Machine machine, DesktopSettings settings) {
        Optional<Policies> policies = machine.policies().known();
        if (policies.isEmpty()
                || !(machine.dockerDesktop().flatMap((desktop, _) -> desktop.adminSettings())
                        instanceof Reading.Known<FileContent>(FileContent file, Source source))) {
            return List.of();
        }
        JsonDocument admin = JsonDocument.parse(file.bytes().toArray());
        List<Overruled> found = new ArrayList<>();
        MEMBERS.forEach((member, key) -> {
            if (!policies.get().locksDesktop(member)) return;
            Optional<String> decided =
                    admin.value("/" + member.replace('.', '/') + "/value").flatMap(Overruled::plain);
            Optional<String> chosen = settings.value(key).flatMap(Overruled::plain);
            if (decided.isEmpty() || chosen.isEmpty() || decided.equals(chosen)) return;
            Evidence by = Evidence.of("evidence.docker.settings-locked", decided.get(), source.at(" : " + member));
            found.add(new Overruled(settings.spelled(key), List.of(settings.evidence(key), by)));
        });
        found.sort(Comparator.comparing(Overruled::key));
        return found;
    }

    private static Optional<String> plain(JsonValue value) {
        return value.bool().map(String::valueOf).or(value::text);
    }
}
