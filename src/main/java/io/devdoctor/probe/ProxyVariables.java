package io.devdoctor.probe;

import static io.devdoctor.probe.AtOnce.each;

import io.devdoctor.machine.Proxies.Kind;
import io.devdoctor.machine.Proxies.Place;
import io.devdoctor.machine.Proxies.Setting;
import io.devdoctor.machine.Reading;
import io.devdoctor.machine.RegistryKey;
import io.devdoctor.machine.RegistryValue;
import io.devdoctor.machine.Source;
import io.devdoctor.machine.UserEnvironment.Scope;
import io.devdoctor.system.Environment;
import io.devdoctor.system.Ports;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;

/// The proxies in variables of the environment: as the registry keeps them for new programs, and those of this process
/// that differ from what the registry says now.
record ProxyVariables(Ports system, ProxyServers servers) {
    private static final Pattern NAME = Pattern.compile("(?i)(HTTPS?|ALL|FTP)_PROXY");
    private static final String BYPASS = "NO_PROXY";

    List<Place> places() {
        List<Place> places = new ArrayList<>();
        Map<String, String> persistent = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        if (system.platform().isWindows()) {
            List<Scope> scopes = List.of(Scope.values());
            List<Reading<RegistryKey>> keys =
                    each(scopes, scopes.size(), scope -> system.registry().key(scope.key()));
            for (Scope scope : scopes) {
                switch (keys.get(scope.ordinal())) {
                    case Reading.Known<RegistryKey>(RegistryKey key, Source source) ->
                        stored(scope, key, source, persistent, places);
                    case Reading.Unknown<RegistryKey> unread ->
                        places.add(new Place(Kind.VARIABLE, "", scope.word(), unread.withoutValue(), Optional.empty()));
                    case Reading.Absent<RegistryKey> _, Reading.NotApplicable<RegistryKey> _ -> {}
                }
            }
        }
        process(persistent, places);
        return places;
    }

    /// A variable of the user hides the computer's of the same name.
    private void stored(
            Scope scope, RegistryKey key, Source source, Map<String, String> persistent, List<Place> places) {
        Map<String, String> texts = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        key.values().forEach((name, value) -> VariableTexts.text(value).ifPresent(text -> texts.put(name, text)));
        texts.forEach((name, text) -> {
            if (!names(name, text)) return;
            if (persistent.putIfAbsent(name, text) != null) return;
            Optional<RegistryValue> value = Optional.ofNullable(key.values().get(name));
            Reading<Setting> setting = servers.one(text, texts.getOrDefault(BYPASS, ""), source.at(" : " + name));
            places.add(new Place(Kind.VARIABLE, name, scope.word(), setting, kept(text, value)));
        });
    }

    private void process(Map<String, String> persistent, List<Place> places) {
        switch (system.environment().variables(Environment.Scope.PROCESS)) {
            case Reading.Known<Map<String, String>>(Map<String, String> texts, Source source) ->
                new TreeMap<>(texts).forEach((name, text) -> {
                    if (!names(name, text) || text.equals(persistent.get(name))) return;
                    String bypass = texts.getOrDefault(BYPASS, "");
                    Reading<Setting> setting = servers.one(text, bypass, source.at(" : " + name));
                    places.add(new Place(Kind.VARIABLE, name, "process", setting, Optional.empty()));
                });
            case Reading.Unknown<Map<String, String>> unread ->
                places.add(new Place(Kind.VARIABLE, "", "process", unread.withoutValue(), Optional.empty()));
            case Reading.Absent<Map<String, String>> _, Reading.NotApplicable<Map<String, String>> _ -> {}
        }
    }

    private static boolean names(String name, String text) {
        return NAME.matcher(name).matches() && !text.isBlank();
    }

    /// A value with a password in it is not kept, not even for a fix.
    private static Optional<RegistryValue> kept(String text, Optional<RegistryValue> value) {
        return ProxyAddress.parse(text).filter(address -> !address.secret()).flatMap(_ -> value);
    }
}
