package io.devdoctor.check.project.dockerfile;

import io.devdoctor.check.project.Build;
import io.devdoctor.check.project.Workspace;
import io.devdoctor.format.dockerfile.DockerfileEdit;
import io.devdoctor.format.dockerfile.Instruction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Puts the files that name the dependencies, and their fetching, before the sources. Only where that is all there is
/// to it: one module at the root of the context, copied into the working directory.
final class LayerOrderFix {
    private final Workspace project;
    private final Build build;
    private final LayerOrderCheck.Misplaced one;

    LayerOrderFix(Workspace project, Build build, LayerOrderCheck.Misplaced one) {
        this.project = project;
        this.build = build;
        this.one = one;
    }

    Optional<DockerfileEdit> edit() {
        Optional<String> folder = folder();
        if (folder.isEmpty() || one.stage().instructions().indexOf(one.copy()) < 0) return Optional.empty();
        return switch (one.manager()) {
            case GO -> goes() ? Optional.of(go(folder.get())) : Optional.empty();
            case NPM, YARN, PNPM -> moved(folder.get());
            case PIP -> Optional.empty();
        };
    }

    /// The destination, if it is the folder in which commands run.
    private Optional<String> folder() {
        String destination = one.copy().destination().text();
        boolean here = destination.equals(".") || destination.equals("./");
        String workdir = one.stage()
                .all(Instruction.Workdir.class)
                .filter(path -> path.line() < one.copy().line())
                .reduce((_, last) -> last)
                .map(path -> path.path().text())
                .orElse("");
        if (here) return Optional.of("./");
        boolean same = !workdir.isEmpty() && Build.clean(workdir).equals(Build.clean(destination));
        return same && destination.startsWith("/") ? Optional.of("./") : Optional.empty();
    }

    /// Modules beside this one must come first too, and who says which.
    private boolean goes() {
        String module = project.bytes(build.inProject("go.mod"))
                .map(bytes -> new String(bytes.toArray(), StandardCharsets.UTF_8))
                .orElse("");
        return !module.matches("(?s).*=>\\s*[.\"`/A-Za-z]:?[./\\\\].*")
                && !project.facts().has(build.inProject("go.work"));
    }

    private DockerfileEdit go(String folder) {
        List<String> files = new ArrayList<>(List.of("go.mod"));
        if (project.facts().has(build.inProject("go.sum"))) files.add("go.sum");
        DockerfileEdit edit = build.file()
                .edit()
                .insertBefore(one.copy(), "COPY " + String.join(" ", files) + " " + folder, "RUN go mod download");
        boolean alone = one.fetches().command().text().equals("go mod download")
                && one.fetches().mounts().isEmpty();
        return alone ? edit.remove(one.fetches()) : edit;
    }

    private Optional<DockerfileEdit> moved(String folder) {
        boolean alone = one.fetches().command().isShell()
                && one.fetches().heredocs().isEmpty()
                && one.fetches().line() == one.fetches().endLine()
                && one.fetches().programs().size() == 1;
        boolean locked =
                one.manager().locks().stream().allMatch(name -> project.facts().has(build.inProject(name)));
        if (!alone || !locked) return Optional.empty();
        String files = "package.json " + String.join(" ", one.manager().locks());
        return Optional.of(build.file()
                .edit()
                .insertBefore(
                        one.copy(),
                        "COPY " + files + " " + folder,
                        one.fetches().text())
                .remove(one.fetches()));
    }
}
