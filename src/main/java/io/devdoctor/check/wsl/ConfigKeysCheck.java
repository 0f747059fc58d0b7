package io.devdoctor.check.wsl;

import io.devdoctor.check.Area;
import io.devdoctor.check.CheckInfo;
import io.devdoctor.check.Finding;
import io.devdoctor.check.Subject;
import io.devdoctor.check.Verdict;
import io.devdoctor.check.Version;
import io.devdoctor.fix.Fix;
import io.devdoctor.format.WslConfigEntry;
import io.devdoctor.format.WslConfigFile;
import io.devdoctor.format.WslConfigKey;
import io.devdoctor.format.WslConfigKeys;
import io.devdoctor.format.WslConfigProblem;
import io.devdoctor.format.WslConfigProblem.Effect;
import io.devdoctor.format.WslConfigProblem.Kind;
import io.devdoctor.machine.Machine;
import io.devdoctor.machine.Part;
import io.devdoctor.machine.Reading;
import io.devdoctor.machine.Wsl;
import io.devdoctor.text.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/// Keys of `.wslconfig` that this release of WSL does not know, expects elsewhere, or only reads without effect.
final class ConfigKeysCheck implements WslCheck {
    private static final Subject FILE = Subject.line(ConfigFile.NAME, 0, "");
    private static final CheckInfo INFO =
            new CheckInfo("wsl.config-keys", Area.WSL, Set.of(Part.WSL, Part.WSL_CONFIG, Part.POLICIES), List.of());

    @Override
    public CheckInfo info() {
        return INFO;
    }

    @Override
    public List<Finding> examineWsl(Wsl wsl, Machine machine) {
        Optional<Version> version = wsl.packageVersion().known().flatMap(Version::parse);
        return judgeIfPresent(
                ConfigFile.of(machine),
                FILE,
                (file, _) -> orUndecided(judge(file, version), file, wsl.packageVersion()));
    }

    /// Without the release nobody knows whether it is too old for one of the keys.
    private List<Finding> orUndecided(List<Finding> judged, ConfigFile file, Reading<String> release) {
        Reading<Version> version = release.map(Version::of);
        boolean silent = judged.stream().allMatch(finding -> finding.verdict() == Verdict.OK);
        boolean matters = file.config().entries().stream()
                .filter(entry -> entry.status() == WslConfigEntry.Status.READ)
                // What keeps WSL from starting is not harmless in any mode.
                .filter(entry -> file.config().problems().stream()
                        .noneMatch(problem -> problem.line() == entry.line() && problem.effect() == Effect.FILE_LOST))
                .flatMap(entry -> WslConfigKeys.find(WslConfigFile.WSLCONFIG, entry.section(), entry.key()).stream())
                .anyMatch(key -> Version.parse(key.since()).isPresent());
        return silent && matters && version instanceof Reading.Unknown<Version> unread
                ? List.of(unknown(FILE, unread))
                : judged;
    }

    private List<Finding> judge(ConfigFile file, Optional<Version> version) {
        if (file.before() == null) return List.of(ok(FILE, "none"));
        Predicate<WslConfigProblem> concerns = problem -> problem.kind() != Kind.OTHER_FILE
                && !ConfigSyntaxCheck.concerns(problem)
                && (!isStillValid(problem, version) || makesSparse(file, problem));
        ConfigCure cure = file.cure(concerns);
        List<Finding> all = new ArrayList<>();
        ConfigProblems.worstByLine(file, concerns).forEach(problem -> all.add(finding(file, problem, version, cure)));
        version.ifPresent(installed -> file.config().entries().stream()
                .filter(entry -> entry.status() == WslConfigEntry.Status.READ)
                .flatMap(entry -> tooNew(file, entry, installed).stream())
                .forEach(all::add));
        all.addAll(idleInMode(file));
        return all.isEmpty() ? List.of(ok(FILE, "ok", file.config().entries().size())) : List.copyOf(all);
    }

    /// Right keys that WSL does not heed in the networking mode that the file asks for.
    private List<Finding> idleInMode(ConfigFile file) {
        String mode =
                file.config().value("wsl2", "networkingMode").orElse("nat").toLowerCase(Locale.ROOT);
        return file.config().entries().stream()
                .filter(entry -> entry.status() == WslConfigEntry.Status.READ)
                .flatMap(entry -> WslConfigKeys.find(WslConfigFile.WSLCONFIG, entry.section(), entry.key()).stream()
                        .filter(key -> !key.modes().isEmpty() && !key.modes().contains(mode))
                        .map(key -> idleInMode(file, entry, key, mode)))
                .toList();
    }

    private Finding idleInMode(ConfigFile file, WslConfigEntry entry, WslConfigKey key, String mode) {
        String line = String.valueOf(entry.line());
        return info(
                        Subject.line(ConfigFile.NAME, entry.line(), entry.name().toLowerCase(Locale.ROOT)),
                        "other-mode",
                        List.of(file.line(entry.line()), file.setting("wsl2", "networkingMode")),
                        line,
                        key.fullName(),
                        mode,
                        Text.several(key.modes()))
                .at(file.path(), entry.line())
                .fixedBy(WslTools.manual("wsl.config-keys/edit", file.path(), line));
    }

    private Finding finding(ConfigFile file, WslConfigProblem problem, Optional<Version> version, ConfigCure cure) {
        Subject subject = ConfigProblems.subject(file, problem);
        var evidence = List.of(ConfigProblems.evidence(file, problem));
        Object[] args = ConfigProblems.args(file, problem);
        Finding found = isStillValid(problem, version)
                ? likely(subject, "sparse", evidence, args)
                : switch (problem.effect()) {
                    case FILE_LOST, LINE_LOST, MISREAD -> warning(subject, "ignored", evidence, args);
                    case NOTE ->
                        problem.kind() == Kind.DANGEROUS_VALUE
                                ? warning(subject, "costly", evidence, args)
                                : info(subject, "idle", evidence, args);
                };
        String line = String.valueOf(problem.line());
        Fix fix = cure.cure(problem)
                .flatMap(better ->
                        file.fix("wsl.config-keys/correct", Text.of("fix.wsl.config-keys/correct.title", line), better))
                .orElseGet(() -> WslTools.manual("wsl.config-keys/edit", file.path(), line));
        found = found.at(file.path(), problem.line());
        return file.isLocked(problem.line()) ? found : found.fixedBy(fix);
    }

    /// Where the release still obeys it, new disks become sparse, which has damaged file systems.
    private static boolean makesSparse(ConfigFile file, WslConfigProblem problem) {
        return problem.arguments().getFirst().equals("experimental.sparseVhd")
                && file.config().entries().stream()
                        .filter(entry -> entry.line() == problem.line())
                        .anyMatch(entry ->
                                Set.of("1", "true").contains(entry.value().toLowerCase(Locale.ROOT)));
    }

    /// When a release learned a key is known from our table only.
    private Optional<Finding> tooNew(ConfigFile file, WslConfigEntry entry, Version installed) {
        return WslConfigKeys.find(WslConfigFile.WSLCONFIG, entry.section(), entry.key())
                .filter(key -> key.fullName().equalsIgnoreCase(entry.name()))
                // Nobody updates for a key that does nothing there.
                .filter(key -> key.status() == WslConfigKey.Status.CURRENT)
                .filter(key ->
                        Version.parse(key.since()).filter(installed::isBefore).isPresent())
                .map(key -> likely(
                                Subject.line(ConfigFile.NAME, entry.line(), ""),
                                "too-new",
                                List.of(file.line(entry.line())),
                                String.valueOf(entry.line()),
                                key.fullName(),
                                key.since())
                        .at(file.path(), entry.line())
                        .fixedBy(WslTools.update("wsl.config-keys/update")));
    }

    /// Whether the installed release is older than the one that dropped the key.
    private static boolean isStillValid(WslConfigProblem problem, Optional<Version> installed) {
        if (problem.kind() != Kind.REMOVED_KEY && problem.kind() != Kind.INEFFECTIVE_KEY) return false;
        String name = problem.arguments().getFirst();
        return installed.isPresent()
                && WslConfigKeys.of(WslConfigFile.WSLCONFIG).stream()
                        .filter(key -> key.fullName().equalsIgnoreCase(name))
                        .map(WslConfigKey::until)
                        .flatMap(until -> Version.parse(until).stream())
                        .anyMatch(installed.get()::isBefore);
    }
}
