package io.devdoctor.probe;

import io.devdoctor.machine.Platform;
import io.devdoctor.system.Environment;
import io.devdoctor.system.Ports;
import java.util.Map;
import java.util.Optional;

/// Where Windows keeps programs and their data: by the variables of this process, else where they usually are.
record Folders(String programFiles, String programData, String localData, String roamingData, String windows) {
    static Folders of(Ports system) {
        Map<String, String> variables = system.environment()
                .variables(Environment.Scope.PROCESS)
                .known()
                .orElse(Map.of());
        Platform platform = system.platform();
        return new Folders(
                variable(variables, "ProgramFiles").orElse("C:\\Program Files"),
                variable(variables, "ProgramData").orElse("C:\\ProgramData"),
                variable(variables, "LOCALAPPDATA").orElse(platform.inHome("AppData", "Local")),
                variable(variables, "APPDATA").orElse(platform.inHome("AppData", "Roaming")),
                variable(variables, "SystemRoot").orElse("C:\\Windows"));
    }

    private static Optional<String> variable(Map<String, String> variables, String name) {
        return Optional.ofNullable(variables.get(name)).filter(value -> !value.isBlank());
    }
}
