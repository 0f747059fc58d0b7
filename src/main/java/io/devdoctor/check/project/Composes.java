package io.devdoctor.check.project;

import io.devdoctor.format.compose.ComposeFiles;
import io.devdoctor.format.compose.ComposeProject;
import io.devdoctor.format.compose.ComposeSource;
import io.devdoctor.format.compose.ComposeVariables;
import io.devdoctor.machine.Bytes;
import io.devdoctor.machine.project.Project;
import io.devdoctor.machine.project.TextFile;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Finds the Compose projects of a folder: in each folder what Compose takes by itself, then every other Compose file,
/// alone where it can stand alone, else laid over the first.
final class Composes {
    /// What every shell of Windows or Linux sets; its value is not known here.
    private static final Set<String> WINDOWS_NAMES = Set.of(
            "PATH",
            "USERPROFILE",
            "USERNAME",
            "USERDOMAIN",
            "COMPUTERNAME",
            "APPDATA",
            "LOCALAPPDATA",
            "TEMP",
            "TMP",
            "SystemRoot",
            "SYSTEMROOT",
            "SystemDrive",
            "HOMEDRIVE",
            "HOMEPATH",
            "ProgramFiles",
            "PROGRAMFILES",
            "ProgramData",
            "PROGRAMDATA",
            "PUBLIC",
            "OS",
            "NUMBER_OF_PROCESSORS",
            "PROCESSOR_ARCHITECTURE");
    private static final Set<String> LINUX_NAMES = Set.of("PATH", "HOME", "USER", "PWD", "LANG", "SHELL", "LOGNAME");
    private static final Set<String> COMPOSE_NAMES = Set.of("COMPOSE_PROJECT_NAME");

    private final Project project;
    private final boolean windows;
    private final ComposeVariables shell;
    private final ComposeSource source = this::file;

    Composes(Project project) {
        this.project = project;
        this.windows = project.absolute("x").contains("\\") && !project.root().startsWith("\\\\wsl");
        Set<String> names = windows ? WINDOWS_NAMES : LINUX_NAMES;
        this.shell = new ComposeVariables(
                Map.of(), Stream.concat(names.stream(), COMPOSE_NAMES.stream()).collect(Collectors.toSet()));
    }

    List<ComposeProject> all() {
        Map<String, List<String>> byFolder = new LinkedHashMap<>();
        Stream.concat(
                        project.entries().values().stream()
                                .filter(Project.Entry::isFile)
                                .map(Project.Entry::path),
                        project.unread().stream().map(Project.Unread::path))
                .distinct()
                .filter(path -> ComposeFiles.isCompose(Project.name(path)))
                .forEach(path -> byFolder.computeIfAbsent(Project.parent(path), _ -> new ArrayList<>())
                        .add(path));
        List<ComposeProject> all = new ArrayList<>();
        byFolder.forEach((folder, paths) -> all.addAll(in(folder, paths)));
        return all;
    }

    private List<ComposeProject> in(String folder, List<String> paths) {
        List<ComposeProject> found = new ArrayList<>();
        List<String> chosen = ComposeFiles.chosen(folder, source, shell, windows);
        Map<String, Boolean> seen = new HashMap<>();
        if (!chosen.isEmpty()) {
            ComposeProject main = ComposeProject.load(chosen, source, shell);
            found.add(main);
            main.files().forEach(file -> seen.put(file, true));
        }
        for (String path : paths) {
            if (seen.containsKey(path)) continue;
            other(path, chosen).ifPresent(found::add);
        }
        return found;
    }

    /// A file whose services have neither an image nor a build is there to be laid over another one.
    private Optional<ComposeProject> other(String path, List<String> chosen) {
        ComposeProject alone = ComposeProject.load(List.of(path), source, shell);
        boolean whole = alone.services().stream()
                .allMatch(service -> service.node().get("image").isPresent()
                        || service.node().get("build").isPresent()
                        || service.node().get("provider").isPresent());
        boolean overlay = ComposeFiles.OVERRIDES.contains(Project.name(path)) || !whole;
        if (!overlay || !alone.isWhole()) return Optional.of(alone);
        if (chosen.isEmpty()) return Optional.empty();
        List<String> both = new ArrayList<>(chosen);
        both.add(path);
        return Optional.of(ComposeProject.load(both, source, shell));
    }

    private ComposeSource.Answer file(String path) {
        Optional<Bytes> bytes = project.text(path).flatMap(TextFile::content);
        if (bytes.isPresent()) return new ComposeSource.Answer.Found(bytes.get().toArray());
        boolean inside = !path.startsWith("../") && !path.startsWith("/") && !path.contains(":");
        boolean open = Stream.concat(
                        project.leftOut().stream().map(Project.LeftOut::path),
                        project.unread().stream().map(Project.Unread::path))
                .anyMatch(left -> path.equals(left) || path.startsWith(left + "/"));
        return inside && !open && !project.has(path)
                ? new ComposeSource.Answer.Missing()
                : new ComposeSource.Answer.Unread();
    }
}
