package io.devdoctor.system.windows;

import io.devdoctor.machine.Reading;
import io.devdoctor.machine.RegistryKey;
import io.devdoctor.machine.RegistryValue;
import io.devdoctor.machine.Source;
import io.devdoctor.system.Environment;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;

/// Variables of this process, and the persistent ones from the registry, since a running process has a stale copy.
final class WindowsEnvironment implements Environment {
    private static final String USER = "HKCU\\Environment";
    private static final String MACHINE = "HKLM\\SYSTEM\\CurrentControlSet\\Control\\Session Manager\\Environment";
    private final WindowsRegistry registry;

    WindowsEnvironment(WindowsRegistry registry) {
        this.registry = registry;
    }

    @Override
    public Reading<Map<String, String>> variables(Scope scope) {
        return switch (scope) {
            case PROCESS -> {
                Source source = new Source(Source.Kind.ENVIRONMENT, "process", Instant.now());
                Map<String, String> sorted = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
                sorted.putAll(System.getenv());
                yield new Reading.Known<>(sorted, source);
            }
            case USER -> registry.key(USER).map(WindowsEnvironment::texts);
            case MACHINE -> registry.key(MACHINE).map(WindowsEnvironment::texts);
        };
    }

    private static Map<String, String> texts(RegistryKey key) {
        Map<String, String> texts = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        key.values().forEach((name, value) -> {
            if (value instanceof RegistryValue.Text(String text)) texts.put(name, text);
            if (value instanceof RegistryValue.ExpandText(String text)) texts.put(name, text);
        });
        return texts;
    }
}
