package io.devdoctor.check.host;

import io.devdoctor.check.Evidence;
import io.devdoctor.check.Finding;
import io.devdoctor.machine.DockerDesktop;
import io.devdoctor.machine.Machine;
import io.devdoctor.machine.UserEnvironment.Program;
import io.devdoctor.machine.Wsl;
import io.devdoctor.text.Text;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// Which of several programs of one name a terminal starts, and which it never reaches.
record Precedence(PathVariableCheck check, List<Program> programs, Machine machine) {
    private static final String LAUNCHER = "\\system32\\bash.exe";

    List<Finding> judge() {
        Map<String, Map<String, Program>> byName = new LinkedHashMap<>();
        for (Program program : programs) {
            byName.computeIfAbsent(program.name(), _ -> new LinkedHashMap<>())
                    .putIfAbsent(program.path().toLowerCase(Locale.ROOT), program);
        }
        List<Finding> findings = new ArrayList<>();
        byName.forEach((name, places) -> {
            List<Program> all = List.copyOf(places.values());
            Program first = all.getFirst();
            List<Program> hidden = all.subList(1, all.size());
            switch (name) {
                // Windows has one itself, and the package of WSL brings its alias: both lead to the same WSL.
                case "wsl" -> {}
                case "bash" -> bash(first, hidden, findings);
                case "docker" -> docker(first, hidden, findings);
                default -> plain(first, hidden, findings);
            }
        });
        return findings;
    }

    private void bash(Program first, List<Program> hidden, List<Finding> findings) {
        boolean launcher =
                first.alias() || first.path().toLowerCase(Locale.ROOT).endsWith(LAUNCHER);
        List<Program> real = hidden.stream()
                .filter(other ->
                        !other.alias() && !other.path().toLowerCase(Locale.ROOT).endsWith(LAUNCHER))
                .toList();
        if (!launcher || real.isEmpty()) return;
        boolean nothingToStart = machine.wsl()
                .flatMap((wsl, _) -> wsl.distros())
                .map(all -> all.stream().allMatch(Wsl.Distro::isDockerDesktop))
                .known()
                .orElse(false);
        findings.add(found(first, real, nothingToStart, nothingToStart ? "bash-without-distro" : "bash-hidden"));
    }

    private void docker(Program first, List<Program> hidden, List<Finding> findings) {
        String desktop = machine.dockerDesktop()
                .flatMap((found, _) -> found.install())
                .map(DockerDesktop.Install::folder)
                .known()
                .orElse("");
        boolean hidesDesktop =
                !desktop.isEmpty() && !isIn(first, desktop) && hidden.stream().anyMatch(other -> isIn(other, desktop));
        if (hidesDesktop) findings.add(found(first, hidden, true, "docker-hidden"));
        else plain(first, hidden, findings);
    }

    private void plain(Program first, List<Program> hidden, List<Finding> findings) {
        if (first.alias()) findings.add(found(first, hidden, false, "alias"));
        else if (!hidden.isEmpty()) findings.add(found(first, hidden, false, "hidden"));
    }

    private Finding found(Program first, List<Program> hidden, boolean serious, String outcome) {
        List<Evidence> evidence = new ArrayList<>();
        evidence.add(Evidence.of("evidence.path.wins", first.path(), first.source()));
        hidden.forEach(other -> evidence.add(Evidence.of("evidence.path.hidden", other.path(), other.source())));
        return check.program(
                first.name(),
                serious,
                outcome,
                evidence,
                first.name(),
                first.path(),
                Text.several(hidden.stream().map(Program::path).toList()));
    }

    private static boolean isIn(Program program, String folder) {
        return program.path().toLowerCase(Locale.ROOT).startsWith(folder.toLowerCase(Locale.ROOT));
    }
}
