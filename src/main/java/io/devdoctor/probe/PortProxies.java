package io.devdoctor.probe;

import io.devdoctor.machine.Network.PortProxy;
import io.devdoctor.machine.Reading;
import io.devdoctor.machine.RegistryKey;
import io.devdoctor.machine.RegistryValue;
import io.devdoctor.machine.Source;
import io.devdoctor.system.Registry;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Reads the rules of `netsh interface portproxy` where Windows keeps them: the name of a value is `address/port` to
/// listen on, its text `address/port` to connect to. netsh prints them in the language of Windows.
final class PortProxies {
    static final String KEY = "HKLM\\SYSTEM\\CurrentControlSet\\Services\\PortProxy\\v4tov4\\tcp";
    private static final Pattern PLACE = Pattern.compile("([^\\s/]{1,255})/(\\d{1,5})");

    private static final int LAST_PORT = 65_535;

    private PortProxies() {}

    /// The key exists only where a rule was ever made.
    static Reading<List<PortProxy>> read(Registry registry) {
        return switch (registry.key(KEY)) {
            case Reading.Absent<RegistryKey>(Source source) -> new Reading.Known<>(List.of(), source);
            case Reading.Known<RegistryKey>(RegistryKey key, Source source) ->
                new Reading.Known<>(
                        key.values().entrySet().stream()
                                .flatMap(value -> rule(value, source))
                                .toList(),
                        source);
            case Reading.Unknown<RegistryKey> unread -> unread.withoutValue();
            case Reading.NotApplicable<RegistryKey> none -> none.withoutValue();
        };
    }

    /// Windows ignores what does not look like a rule.
    private static Stream<PortProxy> rule(Map.Entry<String, RegistryValue> value, Source source) {
        Matcher listen = PLACE.matcher(value.getKey());
        Matcher connect = PLACE.matcher(value.getValue() instanceof RegistryValue.Text(String text) ? text : "");
        return listen.matches() && connect.matches() && isPort(listen.group(2)) && isPort(connect.group(2))
                ? Stream.of(new PortProxy(
                        listen.group(1),
                        Integer.parseInt(listen.group(2)),
                        connect.group(1),
                        Integer.parseInt(connect.group(2)),
                        source.at(" : " + value.getKey())))
                : Stream.of();
    }

    private static boolean isPort(String digits) {
        int port = Integer.parseInt(digits);
        return port > 0 && port <= LAST_PORT;
    }
}
