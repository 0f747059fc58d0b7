package io.devdoctor.check.host;

import io.devdoctor.check.Area;
import io.devdoctor.check.Certainty;
import io.devdoctor.check.CheckInfo;
import io.devdoctor.check.Finding;
import io.devdoctor.check.Subject;
import io.devdoctor.check.Verdict;
import io.devdoctor.check.WindowsCheck;
import io.devdoctor.check.host.GoSettings.Setting;
import io.devdoctor.machine.FileContent;
import io.devdoctor.machine.Machine;
import io.devdoctor.machine.Part;
import io.devdoctor.machine.Reading;
import io.devdoctor.machine.UserEnvironment;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/// Go settings that stay after the one build they were made for, and break every later one.
final class GoEnvironmentCheck implements WindowsCheck {
    private static final CheckInfo INFO =
            new CheckInfo("host.go-environment", Area.HOST, Set.of(Part.ENVIRONMENT, Part.HOST), List.of());

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
        GoSettings settings = new GoSettings(environment);
        look(settings, "GOOS", this::system).ifPresent(findings::add);
        look(settings, "GOARCH", setting -> architecture(setting, machine)).ifPresent(findings::add);
        look(settings, "GO111MODULE", this::modules).ifPresent(findings::add);
        look(settings, "GOFLAGS", this::flags).ifPresent(findings::add);
        look(settings, "GOPROXY", this::proxy).ifPresent(findings::add);
        look(settings, "CGO_ENABLED", this::cgo).ifPresent(findings::add);
        look(settings, "GOPATH", setting -> path(setting, settings)).ifPresent(findings::add);
        unread(environment).ifPresent(unread -> findings.add(unknown(Subject.MACHINE, unread)));
        return findings.isEmpty() ? List.of(ok(Subject.MACHINE, "ok")) : List.copyOf(findings);
    }

    private static Optional<Finding> look(
            GoSettings settings, String name, Function<Setting, Optional<Finding>> judgement) {
        return settings.of(name).flatMap(setting -> judgement.apply(setting).map(setting::placed));
    }

    private static Optional<Reading.Unknown<?>> unread(UserEnvironment environment) {
        Stream<Reading.Unknown<?>> file = environment.goFile() instanceof Reading.Unknown<FileContent> unknown
                ? Stream.of(unknown)
                : Stream.empty();
        return Stream.concat(environment.unread(), file).findFirst();
    }

    private Optional<Finding> system(Setting setting) {
        return setting.value().equals("windows") ? Optional.empty() : removable(setting, "system");
    }

    /// Windows on ARM runs programs for x86 and x64, and x64 those for x86.
    private Optional<Finding> architecture(Setting setting, Machine machine) {
        String own = machine.host()
                .flatMap((host, _) -> host.windows())
                .known()
                .map(windows -> windows.architecture().toUpperCase(Locale.ROOT))
                .orElse("");
        boolean runs = switch (setting.value()) {
            case "386" -> true;
            case "amd64" -> own.equals("AMD64") || own.equals("ARM64") || own.isEmpty();
            case "arm64" -> own.equals("ARM64") || own.isEmpty();
            default -> false;
        };
        return runs ? Optional.empty() : removable(setting, "architecture");
    }

    private Optional<Finding> modules(Setting setting) {
        return switch (setting.value()) {
            case "off" -> removable(setting, "modules-off");
            case "auto" -> Optional.of(note(setting, "modules-auto").fixedBy(setting.removal()));
            default -> Optional.empty();
        };
    }

    private Optional<Finding> flags(Setting setting) {
        List<String> flags = List.of(setting.value().split("\\s+"));
        if (flags.contains("-mod=vendor")) return removable(setting, "vendor");
        return flags.contains("-mod=mod")
                ? Optional.of(note(setting, "mod").fixedBy(setting.removal()))
                : Optional.empty();
    }

    private Optional<Finding> proxy(Setting setting) {
        if (setting.value().equals("off")) return removable(setting, "proxy-off");
        boolean alone = !setting.value().matches(".*[,|].*") && !setting.value().equals("direct");
        return alone ? Optional.of(note(setting, "proxy-alone")) : Optional.empty();
    }

    private Optional<Finding> cgo(Setting setting) {
        return setting.value().equals("0") ? Optional.of(note(setting, "cgo")) : Optional.empty();
    }

    private Optional<Finding> path(Setting setting, GoSettings settings) {
        String path = setting.value();
        boolean isRoot = settings.of("GOROOT")
                .filter(root -> root.value().equalsIgnoreCase(path))
                .isPresent();
        if (isRoot) return removable(setting, "path-is-root");
        boolean relative = Stream.of(path.split(";"))
                .filter(part -> !part.isBlank())
                .anyMatch(part -> !part.matches("(?s)([A-Za-z]:[\\\\/]|\\\\\\\\|%).*"));
        return relative ? removable(setting, "path-relative") : Optional.empty();
    }

    private Optional<Finding> removable(Setting setting, String outcome) {
        return Optional.of(
                warning(subject(setting), outcome, List.of(setting.evidence()), setting.name(), setting.value())
                        .fixedBy(setting.removal()));
    }

    private Finding note(Setting setting, String outcome) {
        return finding(
                subject(setting),
                Verdict.INFO,
                Certainty.CERTAIN,
                outcome,
                List.of(setting.evidence()),
                setting.name(),
                setting.value());
    }

    private static Subject subject(Setting setting) {
        return Subject.setting(setting.name());
    }
}
