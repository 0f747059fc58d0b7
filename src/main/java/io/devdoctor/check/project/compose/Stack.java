package io.devdoctor.check.project.compose;

import io.devdoctor.check.Evidence;
import io.devdoctor.check.Finding;
import io.devdoctor.check.Subject;
import io.devdoctor.check.project.Workspace;
import io.devdoctor.format.compose.ComposePaths;
import io.devdoctor.format.compose.ComposePlace;
import io.devdoctor.format.compose.ComposeProject;
import io.devdoctor.format.compose.ComposeService;
import io.devdoctor.format.compose.DotEnv;
import io.devdoctor.machine.Containers;
import io.devdoctor.machine.Machine;
import io.devdoctor.machine.Reading;
import io.devdoctor.machine.project.Project;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// One Compose project in its folder, on its machine.
record Stack(Workspace workspace, ComposeProject compose, Machine machine) {
    private static final int LONGEST = 200;

    List<ComposeService> services() {
        return compose.services();
    }

    /// A file of the project as people name it.
    static String name(String file) {
        return Project.name(file);
    }

    Subject subject(String file, String detail) {
        return workspace.subject(file, detail);
    }

    Finding.Place place(ComposePlace place) {
        return workspace.place(place.file(), place.line());
    }

    /// The line as it stands in the file, secrets masked.
    Evidence line(ComposePlace place) {
        String line = workspace.line(place.file(), place.line()).orElse("").strip();
        String masked = SecretWords.masked(line);
        String shown = masked.length() > LONGEST ? masked.substring(0, LONGEST) + "\u2026" : masked;
        return Evidence.of("evidence.compose.line", shown, workspace.source(place.file(), place.line()));
    }

    /// Whether the folder lies on a drive of Windows, whose changes Linux does not hear of.
    boolean isOnDrive() {
        return ComposePaths.isDrive(root());
    }

    /// Whether the folder lies inside a distribution of WSL, seen from Windows.
    boolean isInWsl() {
        String root = root().toLowerCase(Locale.ROOT);
        return root.startsWith("\\\\wsl.localhost\\") || root.startsWith("\\\\wsl$\\");
    }

    private String root() {
        return workspace.facts().root();
    }

    /// What lies at a path of the project, spelled exactly so.
    Optional<Project.Entry> entry(String path) {
        return Optional.ofNullable(workspace.facts().entries().get(path));
    }

    /// Whether it is known what lies at a path, or that nothing does.
    boolean isKnown(String path) {
        return !isOutside(path) && !workspace.isOpen(path) && unread(path).isEmpty();
    }

    /// Whether a path leads out of the project, or to another computer.
    boolean isOutside(String path) {
        return path.startsWith("../")
                || path.equals("..")
                || ComposePaths.isAbsolute(path)
                || ComposePaths.isRemote(path);
    }

    /// Why a file, or the folder around it, could not be read.
    Reading.Unknown<?> why(String path) {
        return unread(path)
                .<Reading.Unknown<?>>map(Project.Unread::why)
                .orElseGet(
                        () -> new Reading.Unknown<>(Reading.Cause.UNREADABLE, "not read", workspace.source(path, 0)));
    }

    boolean isUnread(String path) {
        return unread(path).isPresent();
    }

    private Optional<Project.Unread> unread(String path) {
        return workspace.facts().unread().stream()
                .filter(one -> path.equals(one.path()) || path.startsWith(one.path() + "/"))
                .findFirst();
    }

    /// The same path as the disk spells it, where only the case differs.
    Optional<String> spelled(String path) {
        if (path.isEmpty() || entry(path).isPresent()) return Optional.empty();
        return workspace.facts().entries().keySet().stream()
                .filter(path::equalsIgnoreCase)
                .findFirst();
    }

    /// The name that Compose gives the project unless a shell says otherwise.
    String projectName() {
        return compose.model()
                .text("name")
                .or(() -> compose.env()
                        .entry("COMPOSE_PROJECT_NAME")
                        .map(DotEnv.Entry::value)
                        .filter(name -> !name.isEmpty()))
                .orElseGet(() -> {
                    String folder = folder().replace('\\', '/');
                    String last = folder.substring(folder.lastIndexOf('/') + 1).toLowerCase(Locale.ROOT);
                    return last.replaceAll("[^a-z0-9_-]", "").replaceFirst("^[_-]+", "");
                });
    }

    /// The folder of the Compose project as the machine writes it.
    private String folder() {
        return workspace.facts().absolute(compose.folder());
    }

    /// Whether a container was made of this very project.
    boolean isOwn(Containers.Container container) {
        return container
                .compose()
                .filter(made -> made.project().equals(projectName())
                        && (made.folder().isEmpty() || same(made.folder(), folder())))
                .isPresent();
    }

    /// Windows and WSL spell one folder in three ways.
    private static boolean same(String one, String other) {
        return plain(one).equalsIgnoreCase(plain(other));
    }

    private static String plain(String folder) {
        return folder.replace('\\', '/')
                .replaceFirst("(?i)^//wsl(?:\\.localhost|\\$)/[^/]+", "")
                .replaceFirst("^/mnt/([a-z])(?=/|$)", "$1:")
                .replaceFirst("(?<=.)/$", "");
    }

    /// Services of which both may run at once: neither needs a profile, or they share one.
    static boolean together(ComposeService one, ComposeService other) {
        return one.profiles().isEmpty()
                || other.profiles().isEmpty()
                || one.profiles().stream().anyMatch(other.profiles()::contains);
    }
}
