package io.devdoctor.probe;

import io.devdoctor.machine.Machine;
import io.devdoctor.machine.Part;
import io.devdoctor.machine.Reading;
import io.devdoctor.machine.Source;
import io.devdoctor.machine.Volumes;
import io.devdoctor.machine.Volumes.Cifs;
import io.devdoctor.system.Budget;
import io.devdoctor.system.Ports;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Gatherers;
import tools.jackson.databind.JsonNode;

/// Lists the volumes that lie on Windows shares, and sees whether their servers accept connections.
public final class VolumesProbe implements Probe<Volumes> {
    private static final int AT_ONCE = 8;
    private static final int SMB = 445;
    private static final Pattern SERVER = Pattern.compile("[/\\\\]{2}([^/\\\\]+)[/\\\\].*");
    private static final Pattern PORT = Pattern.compile("\\d{1,5}");
    private static final Set<String> SECRETS = Set.of("password", "pass", "passwd", "password2", "pass2");

    @Override
    public Part<Volumes> part() {
        return Part.VOLUMES;
    }

    @Override
    public Set<Part<?>> needs() {
        return Set.of(Part.DOCKER_ENGINE);
    }

    @Override
    public Reading<Volumes> read(Ports system, Machine known) {
        return EngineCalls.to(known, system).get("/volumes", Budget.ENGINE_LIST, (tree, source, _) -> {
            // Engines of old say null where there are none.
            JsonNode volumes = tree.path("Volumes");
            if (!volumes.isArray() && !volumes.isNull()) {
                return new Reading.Unknown<>(Reading.Cause.UNREADABLE, "no Volumes", source);
            }
            List<Cifs> cifs = volumes.values().stream()
                    .filter(volume ->
                            type(volume).equals("cifs") || type(volume).equals("smb3"))
                    .gather(Gatherers.mapConcurrent(AT_ONCE, volume -> cifs(system, volume, source)))
                    .toList();
            return new Reading.Known<>(new Volumes(cifs), source);
        });
    }

    private static String type(JsonNode volume) {
        return EngineJson.text(volume.path("Options"), "type").toLowerCase(Locale.ROOT);
    }

    private static Cifs cifs(Ports system, JsonNode volume, Source source) {
        String device = EngineJson.text(volume.path("Options"), "device");
        Map<String, String> options = options(EngineJson.text(volume.path("Options"), "o"));
        String port = options.getOrDefault("port", "");
        int number = PORT.matcher(port).matches() ? Integer.parseInt(port) : SMB;
        Matcher matcher = SERVER.matcher(device);
        String named = matcher.matches() ? matcher.group(1) : "";
        String server = options.getOrDefault("addr", options.getOrDefault("ip", named));
        String name = EngineJson.text(volume, "Name");
        Source place = source.at(" : " + name);
        Reading<Boolean> reachable = server.isEmpty()
                ? new Reading.Unknown<>(Reading.Cause.UNREADABLE, "no server in " + device, place)
                : system.network().connect(server, number);
        return new Cifs(name, device, server, number, options, reachable, place);
    }

    /// Secrets never leave this method.
    static Map<String, String> options(String text) {
        Map<String, String> options = new LinkedHashMap<>();
        for (String option : text.split(",")) {
            int equals = option.indexOf('=');
            String name =
                    (equals < 0 ? option : option.substring(0, equals)).strip().toLowerCase(Locale.ROOT);
            String value = equals < 0 ? "" : option.substring(equals + 1).strip();
            // mount.cifs takes user=name%password as well.
            if (name.equals("user") || name.equals("username")) value = value.replaceFirst("%.*", "%****");
            if (!name.isEmpty()) options.put(name, SECRETS.contains(name) && !value.isEmpty() ? "****" : value);
        }
        return options;
    }
}
