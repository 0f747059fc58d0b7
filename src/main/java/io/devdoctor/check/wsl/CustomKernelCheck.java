package io.devdoctor.check.wsl;

import io.devdoctor.check.Area;
import io.devdoctor.check.CheckInfo;
import io.devdoctor.check.Evidence;
import io.devdoctor.check.Finding;
import io.devdoctor.check.Subject;
import io.devdoctor.check.Version;
import io.devdoctor.format.WslConfigEdit;
import io.devdoctor.format.WslConfigEntry;
import io.devdoctor.machine.FileState;
import io.devdoctor.machine.Machine;
import io.devdoctor.machine.Part;
import io.devdoctor.machine.Reading;
import io.devdoctor.machine.Source;
import io.devdoctor.machine.Wsl;
import io.devdoctor.text.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// A kernel of one's own in `.wslconfig`: whether it is there, and has its modules. Since WSL ships kernels with
/// modules,
/// Docker Desktop waits for ever where they are missing.
final class CustomKernelCheck implements WslCheck {
    /// From here on kernels leave what Docker needs to modules; before, `kernelModules` was no path (#12819).
    private static final Version MODULAR = Version.of("2.5.1");

    private static final Subject KERNEL = Subject.machine("wsl2.kernel");
    private static final Subject MODULES = Subject.machine("wsl2.kernelmodules");
    private static final CheckInfo INFO = new CheckInfo(
            "wsl.custom-kernel",
            Area.WSL,
            Set.of(Part.WSL, Part.WSL_CONFIG, Part.POLICIES),
            List.of(CheckInfo.sameWorld("wsl.config-syntax")));

    @Override
    public CheckInfo info() {
        return INFO;
    }

    @Override
    public List<Finding> examineWsl(Wsl wsl, Machine machine) {
        return judgeIfPresent(
                machine.wslConfig(),
                KERNEL,
                (all, _) -> judgeIfPresent(
                        ConfigFile.of(machine), KERNEL, (file, _) -> judge(file, all.named(), isModular(wsl))));
    }

    private List<Finding> judge(ConfigFile file, Map<String, Reading<FileState>> named, boolean modular) {
        Optional<WslConfigEntry> kernel = entry(file, "kernel");
        Optional<WslConfigEntry> modules = entry(file, "kernelModules");
        if (kernel.isEmpty() && modules.isEmpty()) return List.of(ok(KERNEL, "none"));
        if (kernel.isEmpty()) {
            WslConfigEntry alone = modules.orElseThrow();
            return List.of(cured(warning(MODULES, "modules-alone", List.of(file.line(alone.line()))), file, alone));
        }
        List<Finding> found = new ArrayList<>(missing(KERNEL, "missing", file, kernel.get(), named));
        modules.ifPresent(entry -> found.addAll(missing(MODULES, "modules-missing", file, entry, named)));
        if (!found.isEmpty()) return List.copyOf(found);
        Evidence line = file.line(kernel.get().line());
        String path = kernel.get().value();
        return modules.isPresent() || !modular
                ? List.of(info(KERNEL, "custom", List.of(line), path)
                        .at(file.path(), kernel.get().line()))
                : List.of(cured(likely(KERNEL, "without-modules", List.of(line), path), file, kernel.get()));
    }

    /// Taken for granted where the release is not known.
    private static boolean isModular(Wsl wsl) {
        return wsl.packageVersion()
                .known()
                .flatMap(Version::parse)
                .filter(release -> release.isBefore(MODULAR))
                .isEmpty();
    }

    private List<Finding> missing(
            Subject subject,
            String outcome,
            ConfigFile file,
            WslConfigEntry entry,
            Map<String, Reading<FileState>> named) {
        String setting = "wsl2." + (subject.equals(KERNEL) ? "kernel" : "kernelModules");
        Reading<FileState> state = named.get(setting);
        if (state == null) return List.of();
        return switch (state) {
            case Reading.Known<FileState>(FileState there, Source _)
            when there.kind() != FileState.Kind.FOLDER -> List.of();
            case Reading.Known<FileState>(FileState _, Source source) ->
                List.of(gone(subject, outcome, file, entry, source));
            case Reading.Absent<FileState>(Source source) -> List.of(gone(subject, outcome, file, entry, source));
            case Reading.Unknown<FileState> unknown -> List.of(unknown(subject, unknown));
            case Reading.NotApplicable<FileState> _ -> List.of();
        };
    }

    private Finding gone(Subject subject, String outcome, ConfigFile file, WslConfigEntry entry, Source source) {
        List<Evidence> evidence =
                List.of(file.line(entry.line()), Evidence.of("evidence.wsl.file-is-missing", entry.value(), source));
        return cured(problem(subject, outcome, evidence, entry.value()), file, entry);
    }

    /// Without its own line WSL takes the kernel and the modules that it brings; the line stays as a comment.
    private static Finding cured(Finding found, ConfigFile file, WslConfigEntry entry) {
        return file.withEdit(
                found.at(file.path(), entry.line()),
                "wsl.custom-kernel/own",
                Text.of("fix.wsl.custom-kernel/own.title"),
                edit -> commentOut(file, edit));
    }

    private static WslConfigEdit commentOut(ConfigFile file, WslConfigEdit edit) {
        WslConfigEdit edited = edit;
        for (String key : List.of("kernel", "kernelModules")) {
            Optional<WslConfigEntry> entry = entry(file, key);
            if (entry.isPresent()) edited = edited.commentOut(entry.get().line());
        }
        return edited;
    }

    private static Optional<WslConfigEntry> entry(ConfigFile file, String key) {
        return file.config().entry("wsl2", key).filter(entry -> !entry.value().isEmpty());
    }
}
