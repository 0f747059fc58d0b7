package io.devdoctor.check.host;

import io.devdoctor.check.Area;
import io.devdoctor.check.Certainty;
import io.devdoctor.check.CheckInfo;
import io.devdoctor.check.EnvironmentFixes;
import io.devdoctor.check.Evidence;
import io.devdoctor.check.Finding;
import io.devdoctor.check.Subject;
import io.devdoctor.check.Verdict;
import io.devdoctor.check.WindowsCheck;
import io.devdoctor.fix.Fix;
import io.devdoctor.fix.Step;
import io.devdoctor.machine.Machine;
import io.devdoctor.machine.Part;
import io.devdoctor.machine.RegistryValue;
import io.devdoctor.machine.Source;
import io.devdoctor.machine.UserEnvironment;
import io.devdoctor.machine.UserEnvironment.Folder;
import io.devdoctor.machine.UserEnvironment.Scope;
import io.devdoctor.machine.UserEnvironment.Variable;
import io.devdoctor.text.Text;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/// Whether the Path works as it was meant: its type, its length, its entries; and which programs it leads to.
final class PathVariableCheck implements WindowsCheck {
    /// What setx cuts a value to, without a word.
    private static final int SETX_LIMIT = 1024;
    /// The most that the old dialog of System Properties can show.
    private static final int DIALOG_LIMIT = 2047;

    private static final CheckInfo INFO = new CheckInfo(
            "host.path-variable", Area.HOST, Set.of(Part.ENVIRONMENT, Part.DOCKER_DESKTOP, Part.WSL), List.of());

    @Override
    public CheckInfo info() {
        return INFO;
    }

    @Override
    public List<Finding> examineWindows(Machine machine) {
        return judgeIfPresent(machine.environment(), Subject.MACHINE, (environment, _) -> judge(environment, machine));
    }

    private List<Finding> judge(UserEnvironment environment, Machine machine) {
        List<Finding> findings = new ArrayList<>();
        for (Scope scope : Scope.values()) {
            environment.variable(scope, "Path").ifPresent(path -> value(path, findings));
        }
        findings.addAll(
                judgeIfPresent(environment.folders(), Subject.MACHINE, (folders, source) -> entries(folders, source)));
        // Where the Path itself could not be read, that was said.
        environment
                .programs()
                .known()
                .ifPresent(programs -> findings.addAll(new Precedence(this, programs, machine).judge()));
        environment.unseen().stream()
                .findFirst()
                .ifPresent(unseen -> findings.add(unknown(Subject.machine("programs"), unseen)));
        return findings.isEmpty() ? List.of(ok(Subject.MACHINE, "ok")) : List.copyOf(findings);
    }

    private void value(Variable path, List<Finding> findings) {
        List<Evidence> evidence = List.of(
                Evidence.of("evidence.path.type", path.stored().typeName(), path.source()),
                Evidence.of("evidence.variable", path.value(), path.source()));
        Subject subject = Subject.machine(path.scope().word() + ".Path");
        Text where = Text.of("environment.scope." + path.scope().word());
        if (path.stored() instanceof RegistryValue.Text && path.value().indexOf('%') >= 0) {
            findings.add(warning(subject, "type", evidence, where)
                    .fixedBy(EnvironmentFixes.expand("host.path-variable/expand", path)));
        } else if (path.value().length() == SETX_LIMIT) {
            findings.add(likely(subject, "cut", evidence, where).fixedBy(manual("cut")));
        } else if (path.value().length() > DIALOG_LIMIT) {
            findings.add(info(subject, "long", evidence, where, path.value().length()));
        }
    }

    private List<Finding> entries(List<Folder> folders, Source source) {
        List<Finding> findings = new ArrayList<>();
        boolean system = folders.stream()
                .anyMatch(folder -> folder.path().toLowerCase(Locale.ROOT).endsWith("\\system32"));
        if (!system) {
            String all = String.join(";", folders.stream().map(Folder::path).toList());
            findings.add(warning(
                            Subject.machine("system"),
                            "no-system",
                            List.of(Evidence.of("evidence.path.effective", all, source)))
                    .fixedBy(manual("no-system")));
        }
        List<String> broken = folders.stream()
                .filter(folder -> folder.exists().isAbsent())
                .map(Folder::raw)
                .toList();
        note("broken", broken, source, findings);
        Set<String> seen = new HashSet<>();
        List<String> twice = folders.stream()
                .filter(folder -> !seen.add(folder.path().toLowerCase(Locale.ROOT)))
                .map(Folder::raw)
                .toList();
        note("twice", twice, source, findings);
        return findings;
    }

    private void note(String outcome, List<String> entries, Source source, List<Finding> findings) {
        if (entries.isEmpty()) return;
        List<Evidence> evidence = List.of(Evidence.of("evidence.path.entries", String.join(";", entries), source));
        findings.add(info(Subject.machine(outcome), outcome, evidence, entries.size(), Text.several(entries))
                .fixedBy(manual(outcome)));
    }

    /// What a rule about programs found.
    Finding program(String name, boolean serious, String outcome, List<Evidence> evidence, Object... args) {
        return finding(
                        Subject.machine(name),
                        serious ? Verdict.WARNING : Verdict.INFO,
                        serious ? Certainty.LIKELY : Certainty.CERTAIN,
                        outcome,
                        evidence,
                        args)
                .fixedBy(manual("order"));
    }

    private static Fix manual(String what) {
        return Fix.safe(
                "host.path-variable/" + what,
                Text.of("fix.host.path-variable/" + what + ".title"),
                new Step.Manual(Text.of("fix.host.path-variable/" + what + ".words"), null));
    }
}
