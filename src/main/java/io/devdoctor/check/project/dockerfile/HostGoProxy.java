package io.devdoctor.check.project.dockerfile;

import io.devdoctor.format.GoEnvFile;
import io.devdoctor.machine.FileContent;
import io.devdoctor.machine.Machine;
import io.devdoctor.machine.Platform;
import io.devdoctor.machine.Reading;
import io.devdoctor.machine.Source;
import io.devdoctor.machine.UserEnvironment;
import io.devdoctor.machine.UserEnvironment.Scope;
import io.devdoctor.machine.UserEnvironment.Variable;
import java.util.Optional;
import java.util.Set;

/// Where Go of this machine itself fetches modules. A build does not know of it.
record HostGoProxy(String value, Source source) {
    private static final String NAME = "GOPROXY";
    private static final Set<String> ZONES =
            Set.of("China Standard Time", "Asia/Shanghai", "Asia/Chongqing", "Asia/Urumqi", "PRC");

    /// Empty = Go's own default, or not known.
    static Optional<HostGoProxy> of(Machine machine) {
        return machine.environment().known().flatMap(HostGoProxy::of).filter(HostGoProxy::isOther);
    }

    private static Optional<HostGoProxy> of(UserEnvironment environment) {
        for (Scope scope : Scope.values()) {
            Optional<Variable> variable =
                    environment.variable(scope, NAME).filter(set -> !set.value().isBlank());
            if (variable.isPresent()) {
                return Optional.of(new HostGoProxy(
                        variable.get().value().strip(), variable.get().source()));
            }
        }
        return environment.goFile() instanceof Reading.Known<FileContent>(FileContent content, Source source)
                ? GoEnvFile.parse(content.bytes().toArray())
                        .entry(NAME)
                        .map(entry -> new HostGoProxy(entry.value(), source.at(":" + entry.line())))
                : Optional.empty();
    }

    private boolean isOther() {
        return value.matches("https?://[^\\s\"'$]+") && !value.startsWith("https://proxy.golang.org");
    }

    /// Whether Go's default proxy is known to be slow or out of reach where this machine seems to stand.
    static boolean isFarFromDefault(Platform platform) {
        return platform.locale().equalsIgnoreCase("zh-CN") && ZONES.contains(platform.timeZone());
    }
}
