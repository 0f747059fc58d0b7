package io.devdoctor.check.host;

import static io.devdoctor.check.Subject.MACHINE;

import io.devdoctor.check.Area;
import io.devdoctor.check.CheckInfo;
import io.devdoctor.check.Evidence;
import io.devdoctor.check.Finding;
import io.devdoctor.check.WindowsCheck;
import io.devdoctor.machine.Machine;
import io.devdoctor.machine.Part;
import io.devdoctor.machine.Policies;
import io.devdoctor.machine.Reading;
import io.devdoctor.machine.Source;
import io.devdoctor.text.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/// What an organization decides on this machine, so that nobody searches for a setting that is not theirs.
final class PolicyCheck implements WindowsCheck {
    private static final CheckInfo INFO = new CheckInfo("host.policy", Area.HOST, Set.of(Part.POLICIES), List.of());

    @Override
    public CheckInfo info() {
        return INFO;
    }

    @Override
    public List<Finding> examineWindows(Machine machine) {
        return judgeIfPresent(machine.policies(), MACHINE, (policies, _) -> List.of(judge(policies)));
    }

    private Finding judge(Policies policies) {
        List<Evidence> evidence = new ArrayList<>();
        List<String> names = new ArrayList<>();
        wsl(policies, names, evidence);
        number(policies.developerMode(), "AllowDevelopmentWithoutDevLicense", names, evidence);
        list(policies.desktopLocked(), "Docker Desktop: ", names, evidence);
        organizations(policies.desktopOrganizations(), names, evidence);
        organizations(policies.desktopSignIn(), names, evidence);
        if (policies.locks(Policies.WSL)) return info(MACHINE, "wsl-forbidden", evidence, Text.several(names));
        if (!names.isEmpty()) return info(MACHINE, "managed", evidence, Text.several(names));
        return Stream.of(
                        policies.wsl(),
                        policies.developerMode(),
                        policies.desktopLocked(),
                        policies.desktopOrganizations(),
                        policies.desktopSignIn())
                .<Finding>flatMap(reading -> reading instanceof Reading.Unknown<?> unread
                        ? Stream.of(unknown(MACHINE, unread))
                        : Stream.of())
                .findFirst()
                .orElseGet(() -> ok(MACHINE, "none"));
    }

    /// A policy that allows what is allowed anyway takes nothing away.
    private static void wsl(Policies policies, List<String> names, List<Evidence> evidence) {
        if (!(policies.wsl() instanceof Reading.Known<Map<String, Long>>(var values, Source source))) return;
        values.forEach((name, value) -> {
            if (name.startsWith("Allow") && value != 0) return;
            names.add(name);
            evidence.add(Evidence.of("evidence.host.policy", name + " = " + value, source));
        });
    }

    private static void number(Reading<Long> reading, String name, List<String> names, List<Evidence> evidence) {
        if (reading instanceof Reading.Known<Long>(Long value, Source source)) {
            names.add(name);
            evidence.add(Evidence.of("evidence.host.policy", name + " = " + value, source));
        }
    }

    private static void list(
            Reading<List<String>> reading, String prefix, List<String> names, List<Evidence> evidence) {
        if (reading instanceof Reading.Known<List<String>>(List<String> all, Source source) && !all.isEmpty()) {
            all.forEach(name -> names.add(prefix + name));
            evidence.add(Evidence.of("evidence.host.policy", String.join(", ", all), source));
        }
    }

    private static void organizations(Reading<List<String>> reading, List<String> names, List<Evidence> evidence) {
        if (reading instanceof Reading.Known<List<String>>(List<String> all, Source source) && !all.isEmpty()) {
            names.add("Docker Desktop: allowedOrgs");
            evidence.add(Evidence.of("evidence.host.policy", "allowedOrgs: " + String.join(", ", all), source));
        }
    }
}
