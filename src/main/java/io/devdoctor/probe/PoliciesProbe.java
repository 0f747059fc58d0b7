package io.devdoctor.probe;

import static io.devdoctor.probe.AtOnce.together;

import io.devdoctor.format.JsonDocument;
import io.devdoctor.format.JsonValue;
import io.devdoctor.format.JsonValue.ObjectValue;
import io.devdoctor.machine.FileContent;
import io.devdoctor.machine.Machine;
import io.devdoctor.machine.Part;
import io.devdoctor.machine.Policies;
import io.devdoctor.machine.Reading;
import io.devdoctor.machine.RegistryKey;
import io.devdoctor.machine.RegistryValue;
import io.devdoctor.machine.Source;
import io.devdoctor.system.Ports;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// Reads what policies of WSL, Windows and Docker Desktop lock.
public final class PoliciesProbe implements Probe<Policies> {
    static final String WSL = "HKLM\\SOFTWARE\\Policies\\WSL";
    static final String DESKTOP = "HKLM\\SOFTWARE\\Policies\\Docker\\Docker Desktop";
    static final String UNLOCK = "HKLM\\SOFTWARE\\Policies\\Microsoft\\Windows\\Appx";

    @Override
    public Part<Policies> part() {
        return Part.POLICIES;
    }

    @Override
    public Reading<Policies> read(Ports system, Machine known) {
        if (!system.platform().isWindows()) return new Reading.NotApplicable<>(NotWindows.WHY);
        String docker = Folders.of(system).programData() + "\\DockerDesktop\\";
        var wsl = together(() -> system.registry().key(WSL));
        var unlock = together(() -> system.registry().key(UNLOCK));
        var desktop = together(() -> system.registry().key(DESKTOP));
        var settings = together(() -> system.files().read(docker + "admin-settings.json"));
        var registry = together(() -> system.files().read(docker + "registry.json"));
        Policies policies = new Policies(
                wsl.join().map(PoliciesProbe::numbers),
                KeyFacts.number(unlock.join(), "AllowDevelopmentWithoutDevLicense"),
                object(settings.join()).map(PoliciesProbe::locked),
                KeyFacts.texts(desktop.join(), "allowedOrgs"),
                object(registry.join())
                        .map(root ->
                                root.get("allowedOrgs").map(JsonValue::texts).orElse(List.of())));
        return new Reading.Known<>(policies, new Source(Source.Kind.REGISTRY, "policies", known.taken()));
    }

    private static Map<String, Long> numbers(RegistryKey key) {
        Map<String, Long> numbers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        key.values().forEach((name, value) -> {
            if (value instanceof RegistryValue.Dword(long number)) numbers.put(name, number);
        });
        return numbers;
    }

    private static Reading<ObjectValue> object(Reading<FileContent> file) {
        return file.flatMap(
                (content, source) -> JsonDocument.parse(content.bytes().toArray())
                        .object()
                        .<Reading<ObjectValue>>map(root -> new Reading.Known<>(root, source))
                        .orElseGet(() -> new Reading.Unknown<>(Reading.Cause.UNREADABLE, "no JSON object", source)));
    }

    /// Every member `{ "locked": true, … }`, by its path.
    private static List<String> locked(ObjectValue root) {
        List<String> found = new ArrayList<>();
        collect(root, "", found);
        return List.copyOf(found);
    }

    private static void collect(ObjectValue object, String path, List<String> found) {
        for (JsonValue.Member member : object.members()) {
            if (!(member.value() instanceof ObjectValue inner)) continue;
            String name = path + member.name();
            if (inner.get("locked").flatMap(JsonValue::bool).orElse(false)) found.add(name);
            collect(inner, name + ".", found);
        }
    }
}
