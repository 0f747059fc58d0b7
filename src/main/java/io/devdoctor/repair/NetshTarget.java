package io.devdoctor.repair;

import io.devdoctor.fix.Step;
import io.devdoctor.machine.CommandOutput;
import io.devdoctor.machine.Reading;
import io.devdoctor.machine.RegistryKey;
import io.devdoctor.machine.RegistryValue;
import io.devdoctor.system.Ports;
import io.devdoctor.system.Queries;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;

/// Looks at what netsh sets.
record NetshTarget(Ports ports) {
    private static final String PROXIES = "HKLM\\SYSTEM\\CurrentControlSet\\Services\\PortProxy\\v4tov4\\tcp";
    /// Words are localized, the number at the end of a line is not, in any code page.
    private static final Pattern NUMBER = Pattern.compile("(?m)(\\d{1,5})\\s*$");

    /// A rule of `netsh interface portproxy`: a value `address/port` whose text is the place to connect to. Empty where
    /// the key cannot be read.
    Optional<Present.Look> proxyRule(Step.RunTool tool, boolean adds) {
        Map<String, RegistryValue> values;
        switch (ports.registry().key(PROXIES)) {
            case Reading.Known<RegistryKey>(RegistryKey key, var _) -> values = key.values();
            case Reading.Absent<RegistryKey> _ -> values = Map.of();
            case Reading.Unknown<RegistryKey> _, Reading.NotApplicable<RegistryKey> _ -> {
                return Optional.empty();
            }
        }
        Step.RunTool rule = adds ? tool : Objects.requireNonNull(tool.inverse());
        String name = option(rule, 1) + "/" + option(rule, 0);
        RegistryValue there = new RegistryValue.Text(option(rule, 3) + "/" + option(rule, 2));
        RegistryValue now = values.get(name);
        RegistryValue before = adds ? null : there;
        RegistryValue after = adds ? there : null;
        if (Objects.equals(now, after)) return Optional.of(new Present.AsAfter());
        return Optional.of(
                Objects.equals(now, before)
                        ? new Present.AsBefore()
                        : new Present.Other(new Conflict.InRegistry(PROXIES, name, before, after, now)));
    }

    /// The dynamic port range: netsh shows the new one at once, though it is in force after a restart only.
    Present.Look dynamicPorts(Step.RunTool tool) {
        Reading<CommandOutput> answer = ports.commands()
                .run(Queries.DYNAMIC_PORTS.fill(tool.args().get(0), tool.args().get(1)));
        List<String> now = answer.known()
                .map(output -> new String(output.stdout().toArray(), StandardCharsets.ISO_8859_1))
                .map(text -> NUMBER.matcher(text)
                        .results()
                        .map(found -> found.group(1))
                        .toList())
                .orElse(List.of());
        if (now.equals(range(tool))) return new Present.AsAfter();
        boolean before = tool.inverse() != null && now.equals(range(tool.inverse()));
        // What cannot be read, or was set by somebody else to what nobody knows, is no reason not to set it.
        return before ? new Present.AsBefore() : new Present.Stateless();
    }

    private static List<String> range(Step.RunTool tool) {
        return List.of(option(tool, 2), option(tool, 3));
    }

    private static String option(Step.RunTool tool, int argument) {
        String option = tool.args().get(argument);
        return option.substring(option.indexOf('=') + 1);
    }
}
