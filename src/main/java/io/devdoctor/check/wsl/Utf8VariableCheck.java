package io.devdoctor.check.wsl;

import io.devdoctor.check.Area;
import io.devdoctor.check.CheckInfo;
import io.devdoctor.check.EnvironmentFixes;
import io.devdoctor.check.Evidence;
import io.devdoctor.check.Finding;
import io.devdoctor.check.Subject;
import io.devdoctor.machine.Machine;
import io.devdoctor.machine.Part;
import io.devdoctor.machine.UserEnvironment;
import io.devdoctor.machine.UserEnvironment.Scope;
import io.devdoctor.machine.UserEnvironment.Variable;
import io.devdoctor.machine.Wsl;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// Whether wsl.exe is told to write UTF-8 to every program. Docker Desktop, editors and others expect UTF-16 and read
/// nonsense then (microsoft/vscode-remote-release 8881, rancher-desktop 8173).
final class Utf8VariableCheck implements WslCheck {
    private static final String NAME = "WSL_UTF8";
    private static final CheckInfo INFO =
            new CheckInfo("wsl.utf8-variable", Area.WSL, Set.of(Part.WSL, Part.ENVIRONMENT), List.of());

    @Override
    public CheckInfo info() {
        return INFO;
    }

    @Override
    public List<Finding> examineWsl(Wsl wsl, Machine machine) {
        return judgeIfPresent(machine.environment(), Subject.MACHINE, (environment, _) -> judge(environment));
    }

    private List<Finding> judge(UserEnvironment environment) {
        List<Finding> findings = new ArrayList<>();
        for (Scope scope : Scope.values()) {
            environment.variable(scope, NAME).ifPresent(variable -> findings.add(found(variable)));
        }
        environment.unread().findFirst().ifPresent(unread -> findings.add(unknown(Subject.MACHINE, unread)));
        return findings.isEmpty() ? List.of(ok(Subject.MACHINE, "ok")) : List.copyOf(findings);
    }

    private Finding found(Variable variable) {
        Subject subject = Subject.machine(variable.scope().word());
        List<Evidence> evidence = List.of(Evidence.of("evidence.variable", variable.value(), variable.source()));
        // wsl.exe compares with "1" exactly.
        return variable.value().equals("1")
                ? warning(subject, "set", evidence)
                        .fixedBy(EnvironmentFixes.remove("wsl.utf8-variable/remove", variable))
                : info(subject, "ineffective", evidence, variable.value());
    }
}
