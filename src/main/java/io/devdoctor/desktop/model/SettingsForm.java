package io.devdoctor.desktop.model;

import io.devdoctor.store.Asking;
import io.devdoctor.text.Text;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// The settings that are typed, each refused with words where it cannot hold.
public final class SettingsForm {
    private final SettingsModel settings;
    private final TypedSetting timeServers;
    private final TypedSetting engine;

    public SettingsForm(SettingsModel settings) {
        this.settings = settings;
        timeServers = new TypedSetting(() -> String.join(", ", asking().timeServers()), this::keepTimeServers);
        engine = new TypedSetting(() -> asking().engine().orElse(""), this::keepEngine);
    }

    /// Names between commas or blanks; nothing = the usual servers.
    public TypedSetting timeServers() {
        return timeServers;
    }

    /// Nothing = the engine that docker would choose.
    public TypedSetting engine() {
        return engine;
    }

    private Asking asking() {
        return settings.settings().get().asking();
    }

    private Optional<Text> keepTimeServers(String typed) {
        List<String> servers = Arrays.stream(typed.split("[,;，；、\\s]+"))
                .filter(server -> !server.isEmpty())
                .distinct()
                .toList();
        Optional<String> bad =
                servers.stream().filter(server -> !Asking.isTimeServer(server)).findFirst();
        if (bad.isPresent()) return Optional.of(Text.of("settings.refused.time-server", bad.get()));
        if (servers.size() > Asking.MOST_SERVERS) {
            return Optional.of(Text.of("settings.refused.time-servers", Asking.MOST_SERVERS));
        }
        settings.ask(now -> now.withTimeServers(servers));
        return Optional.empty();
    }

    private Optional<Text> keepEngine(String typed) {
        if (!typed.isEmpty() && !Asking.isEndpoint(typed)) {
            return Optional.of(Text.of("settings.refused.engine", typed));
        }
        settings.ask(now -> now.withEngine(Optional.of(typed).filter(endpoint -> !endpoint.isEmpty())));
        return Optional.empty();
    }
}
