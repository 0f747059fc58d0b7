package io.devdoctor.check.host;

import io.devdoctor.check.Area;
import io.devdoctor.check.CheckInfo;
import io.devdoctor.check.EnvironmentFixes;
import io.devdoctor.check.Evidence;
import io.devdoctor.check.Finding;
import io.devdoctor.check.Subject;
import io.devdoctor.check.WindowsCheck;
import io.devdoctor.machine.Machine;
import io.devdoctor.machine.Part;
import io.devdoctor.machine.UserEnvironment;
import io.devdoctor.machine.UserEnvironment.Scope;
import io.devdoctor.machine.UserEnvironment.Variable;
import io.devdoctor.text.Text;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Names that are one and the same to Windows and different ones to Linux: kept in the wrong case, or handed to
/// distributions by WSLENV in the wrong case or twice.
final class EnvironmentCaseCheck implements WindowsCheck {
    private static final CheckInfo INFO =
            new CheckInfo("host.environment-case", Area.HOST, Set.of(Part.ENVIRONMENT), List.of());

    /// Programs on Linux look for these names in capitals only.
    private static final Set<String> CAPITALS = Set.of(
            "GOPATH",
            "GOPROXY",
            "GOOS",
            "GOARCH",
            "GOROOT",
            "GOBIN",
            "GOFLAGS",
            "GOPRIVATE",
            "GO111MODULE",
            "GOSUMDB",
            "CGO_ENABLED",
            "HOME",
            "LANG",
            "TZ",
            "DOCKER_HOST",
            "DOCKER_CONTEXT",
            "DOCKER_BUILDKIT",
            "COMPOSE_FILE",
            "COMPOSE_PROJECT_NAME");

    @Override
    public CheckInfo info() {
        return INFO;
    }

    @Override
    public List<Finding> examineWindows(Machine machine) {
        return judgeIfPresent(machine.environment(), Subject.MACHINE, (environment, _) -> judge(environment));
    }

    private List<Finding> judge(UserEnvironment environment) {
        List<Finding> findings = new ArrayList<>();
        for (Scope scope : Scope.values()) {
            environment.of(scope).known().stream().flatMap(List::stream).forEach(variable -> {
                if (variable.is("WSLENV")) handedOver(variable).ifPresent(findings::add);
                if (isWrong(variable.name())) findings.add(kept(variable));
            });
        }
        environment.unread().findFirst().ifPresent(unread -> findings.add(unknown(Subject.MACHINE, unread)));
        return findings.isEmpty() ? List.of(ok(Subject.MACHINE, "ok")) : List.copyOf(findings);
    }

    private static boolean isWrong(String name) {
        String capitals = name.toUpperCase(Locale.ROOT);
        return !name.equals(capitals) && CAPITALS.contains(capitals);
    }

    /// Harmless on Windows, and wrong as soon as a container or a distribution is given the variable under this name.
    private Finding kept(Variable variable) {
        String right = variable.name().toUpperCase(Locale.ROOT);
        return info(
                        Subject.machine(variable.scope().word() + "." + variable.name()),
                        "kept",
                        evidence(variable, variable.name()),
                        variable.name(),
                        right)
                .fixedBy(io.devdoctor.fix.Fix.safe(
                        "host.environment-case/rename",
                        Text.of("fix.host.environment-case/rename.title", variable.name(), right),
                        new io.devdoctor.fix.Step.Manual(
                                Text.of("fix.host.environment-case/rename.words", variable.name(), right), null)));
    }

    private Optional<Finding> handedOver(Variable wslenv) {
        List<String> entries = List.of(wslenv.value().split(":"));
        List<String> wrong = entries.stream()
                .map(EnvironmentCaseCheck::name)
                .filter(EnvironmentCaseCheck::isWrong)
                .toList();
        List<String> twice = entries.stream()
                .map(EnvironmentCaseCheck::name)
                .distinct()
                .collect(Collectors.groupingBy(name -> name.toUpperCase(Locale.ROOT)))
                .values()
                .stream()
                .filter(names -> names.size() > 1)
                .flatMap(List::stream)
                .toList();
        if (wrong.isEmpty() && twice.isEmpty()) return Optional.empty();
        List<String> names = Stream.concat(wrong.stream(), twice.stream())
                .distinct()
                .sorted()
                .toList();
        String corrected = corrected(entries);
        return Optional.of(warning(
                        Subject.machine(wslenv.scope().word() + ".WSLENV"),
                        "handed-over",
                        evidence(wslenv, wslenv.value()),
                        Text.several(names))
                .fixedBy(EnvironmentFixes.set("host.environment-case/wslenv", wslenv, corrected)));
    }

    /// Well-known names in capitals, and of several that differ by case the first.
    private static String corrected(List<String> entries) {
        Map<String, String> kept = new LinkedHashMap<>();
        for (String entry : entries) {
            String name = name(entry);
            String right = isWrong(name) ? name.toUpperCase(Locale.ROOT) : name;
            kept.putIfAbsent(right.toUpperCase(Locale.ROOT), right + entry.substring(name.length()));
        }
        return String.join(":", kept.values());
    }

    /// `GOPATH/up` is a name and its flags.
    private static String name(String entry) {
        int slash = entry.indexOf('/');
        return slash < 0 ? entry : entry.substring(0, slash);
    }

    private static List<Evidence> evidence(Variable variable, String value) {
        return List.of(Evidence.of("evidence.variable", value, variable.source()));
    }
}
