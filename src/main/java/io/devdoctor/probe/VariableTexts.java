package io.devdoctor.probe;

import io.devdoctor.machine.Reading;
import io.devdoctor.machine.RegistryKey;
import io.devdoctor.machine.RegistryValue;
import io.devdoctor.system.Environment;
import io.devdoctor.system.Ports;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Variables as Windows expands them for a new program: those of this process, which also holds what the registry does
/// not (USERPROFILE, SystemRoot), then the machine's, then the user's.
final class VariableTexts {
    private static final Pattern NAME = Pattern.compile("%([^%;]+)%");
    /// Characters of one variable, by Windows.
    private static final int LONGEST = 32_767;

    private final Map<String, String> texts = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);

    VariableTexts(Ports system, Reading<RegistryKey> machine, Reading<RegistryKey> user) {
        system.environment().variables(Environment.Scope.PROCESS).known().ifPresent(texts::putAll);
        texts.putIfAbsent("USERPROFILE", system.platform().home());
        texts.putIfAbsent("SystemRoot", "C:\\WINDOWS");
        add(machine);
        add(user);
    }

    private void add(Reading<RegistryKey> scope) {
        scope.known()
                .ifPresent(key -> key.values().forEach((name, value) -> {
                    Optional<String> text = text(value);
                    boolean expands = value instanceof RegistryValue.ExpandText;
                    text.ifPresent(raw -> texts.put(name, expands ? expand(raw) : raw));
                }));
    }

    /// Unexpanded; empty for a value that is no text.
    static Optional<String> text(RegistryValue value) {
        return switch (value) {
            case RegistryValue.Text(String text) -> Optional.of(text);
            case RegistryValue.ExpandText(String text) -> Optional.of(text);
            case RegistryValue.Dword _,
                    RegistryValue.Qword _,
                    RegistryValue.MultiText _,
                    RegistryValue.Binary _,
                    RegistryValue.Other _ -> Optional.empty();
        };
    }

    /// The value that a new program gets.
    Optional<String> value(String name) {
        return Optional.ofNullable(texts.get(name));
    }

    /// Known variables replaced; others stay as they are, as Windows leaves them. So does a text that would grow
    /// beyond what Windows allows one variable.
    String expand(String text) {
        StringBuilder expanded = new StringBuilder();
        Matcher name = NAME.matcher(text);
        int from = 0;
        while (name.find()) {
            expanded.append(text, from, name.start()).append(texts.getOrDefault(name.group(1), name.group()));
            from = name.end();
            if (expanded.length() > LONGEST) return text;
        }
        return expanded.append(text, from, text.length()).toString();
    }
}
