package io.devdoctor.check.project;

import io.devdoctor.check.Evidence;
import io.devdoctor.check.Finding;
import io.devdoctor.check.Subject;
import io.devdoctor.fix.Fix;
import io.devdoctor.fix.Step;
import io.devdoctor.fix.Tool;
import io.devdoctor.format.EditResult;
import io.devdoctor.format.GitConfig;
import io.devdoctor.machine.Bytes;
import io.devdoctor.machine.FileContent;
import io.devdoctor.machine.Git;
import io.devdoctor.machine.Machine;
import io.devdoctor.machine.Part;
import io.devdoctor.machine.Reading;
import io.devdoctor.machine.Source;
import io.devdoctor.machine.project.GitRepository;
import io.devdoctor.machine.project.GitRepository.IndexEntry;
import io.devdoctor.text.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// What a repository keeps from the other side of the border between Windows and WSL: an owner that Git for Windows
/// cannot see, modes that a drive of Windows cannot hold.
final class GitOwnershipCheck extends ProjectCheck {
    GitOwnershipCheck() {
        super("project.git-ownership", Part.GIT);
    }

    @Override
    protected List<Finding> examine(Workspace project, Machine machine) {
        return judgeIfPresent(
                project.facts().git(), project.subject(), (git, source) -> judge(project, machine, git, source));
    }

    private List<Finding> judge(Workspace project, Machine machine, GitRepository git, Source source) {
        List<Finding> found = new ArrayList<>();
        if (git.index() instanceof Reading.Unknown<?> unread) found.add(unknown(project.subject(), unread));
        if (machine.platform().isWindows()) {
            boolean inDistro = git.workTree().matches("(?i)\\\\\\\\wsl(\\$|\\.localhost)\\\\.*");
            if (inDistro)
                machine.git().known().flatMap(all -> owner(project, all, git)).ifPresent(found::add);
            else fileMode(project, git, source).ifPresent(found::add);
        }
        return found.isEmpty() ? List.of(ok(project.subject(), "ok")) : found;
    }

    /// To Git for Windows nobody on this computer owns what lies in a distribution.
    private Optional<Finding> owner(Workspace project, Git git, GitRepository repository) {
        if (!git.install().isKnown() || git.settings().known().isEmpty()) return Optional.empty();
        String folder = repository.workTree().replace('\\', '/');
        List<Git.Setting> trusted = git.settings().known().orElse(List.of()).stream()
                .filter(setting -> setting.name().equals("safe.directory"))
                .toList();
        if (trusted.stream().anyMatch(setting -> covers(setting.value(), folder))) return Optional.empty();
        List<Evidence> evidence = new ArrayList<>();
        evidence.add(Evidence.of(
                "evidence.project.folder",
                repository.workTree(),
                project.facts().taken()));
        trusted.forEach(setting -> evidence.add(
                Evidence.of("evidence.git.setting", setting.name() + " = " + setting.value(), setting.source())));
        Subject subject = project.aspect("owner");
        return Optional.of(
                likely(subject, "owner", evidence, repository.workTree()).fixedBy(trust(git, "%(prefix)/" + folder)));
    }

    private static boolean covers(String value, String folder) {
        String plain = value.replace("%(prefix)/", "").toLowerCase(Locale.ROOT).replaceFirst("/$", "");
        String wanted = folder.toLowerCase(Locale.ROOT).replaceFirst("/$", "");
        boolean below = plain.endsWith("/*") && wanted.startsWith(plain.substring(0, plain.length() - 1));
        return plain.equals("*") || plain.equals(wanted) || below;
    }

    private static Fix[] trust(Git git, String value) {
        String path = git.userFile()
                .sourceOr(new Source(Source.Kind.FILE, "", java.time.Instant.EPOCH))
                .what();
        Optional<Bytes> before = git.userFile().known().map(FileContent::bytes);
        if (path.isEmpty() || before.isEmpty() && !git.userFile().isAbsent()) return new Fix[0];
        EditResult edited = GitConfig.add(before.map(Bytes::toArray).orElse(new byte[0]), "safe", "directory", value);
        if (!(edited instanceof EditResult.Edited(byte[] after))) return new Fix[0];
        String id = "project.git-ownership/trust";
        return new Fix[] {
            Fix.safe(id, Text.of("fix." + id + ".title"), new Step.EditFile(path, before.orElse(null), Bytes.of(after)))
                    .warning(Text.of("warning.project.trust"))
        };
    }

    /// Cloned by a git of Linux that believed in modes: Git for Windows sees every executable file changed.
    private Optional<Finding> fileMode(Workspace project, GitRepository git, Source source) {
        boolean believes = git.config().getOrDefault("core.filemode", "").equalsIgnoreCase("true");
        List<IndexEntry> executable = git.index().known().stream()
                .flatMap(index -> index.values().stream())
                .filter(IndexEntry::isExecutable)
                .toList();
        if (!believes || executable.isEmpty()) return Optional.empty();
        List<Evidence> evidence = List.of(
                Evidence.of("evidence.git.setting", "core.fileMode = true", source.at(" : config")),
                Evidence.of(
                        "evidence.project.index-mode",
                        Integer.toOctalString(executable.getFirst().mode()) + " "
                                + executable.getFirst().path(),
                        source.at(" : index")));
        Subject subject = project.aspect("file-mode");
        return Optional.of(
                warning(subject, "file-mode", evidence, executable.size()).fixedBy(ignoreModes(git.workTree())));
    }

    private static Fix ignoreModes(String folder) {
        String id = "project.git-ownership/file-mode";
        Text title = Text.of("fix." + id + ".title");
        if (!Tool.Grammar.FOLDER.admits(folder)) {
            return Fix.safe(id, title, new Step.Manual(Text.of("fix." + id + ".words"), null));
        }
        return Fix.safe(
                id,
                title,
                new Step.RunTool(
                        Tool.GIT_FILE_MODE,
                        List.of(folder, "false"),
                        new Step.RunTool(Tool.GIT_FILE_MODE, List.of(folder, "true"), null)));
    }
}
