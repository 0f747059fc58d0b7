package io.devdoctor.check.project.dockerfile;

import io.devdoctor.check.Finding;
import io.devdoctor.check.Subject;
import io.devdoctor.check.project.Workspace;
import io.devdoctor.check.project.image.KnownImage;
import io.devdoctor.check.project.image.KnownImage.Tool;
import io.devdoctor.check.project.stage.BuildModel;
import io.devdoctor.check.project.stage.Found.State;
import io.devdoctor.check.project.stage.OwnerChange;
import io.devdoctor.check.project.stage.StageModel;
import io.devdoctor.check.project.stage.UserChange;
import io.devdoctor.fix.Fix;
import io.devdoctor.format.dockerfile.DockerfileEdit;
import io.devdoctor.format.dockerfile.Instruction;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// Users and groups that are named before anything makes them: one finding for each name.
final class MissingUsers {
    private final PermissionsCheck check;
    private final Workspace project;
    private final BuildModel model;
    private final StageModel stage;
    private final Map<String, List<Use>> uses = new LinkedHashMap<>();

    /// @param kind what happens then; the gravest first
    private record Use(Kind kind, State state, int line) {}

    private enum Kind {
        NO_USER,
        NO_GROUP,
        CHOWN_USER,
        COPY_OWNER
    }

    MissingUsers(PermissionsCheck check, Workspace project, BuildModel model, StageModel stage) {
        this.check = check;
        this.project = project;
        this.model = model;
        this.stage = stage;
    }

    List<Finding> examine() {
        for (UserChange change : stage.userChanges()) {
            add(change.name(), Kind.NO_USER, change.state(), change.line());
            add(change.group(), Kind.NO_GROUP, change.groupState(), change.line());
        }
        for (OwnerChange change : stage.ownerChanges()) {
            boolean copy = isCopy(change);
            if (!copy && !change.required()) continue;
            Kind kind = copy ? Kind.COPY_OWNER : Kind.CHOWN_USER;
            add(change.user(), kind, change.userState(), change.line());
            add(change.group(), kind, change.groupState(), change.line());
        }
        List<Finding> found = new ArrayList<>();
        uses.forEach((name, some) -> found.add(finding(name, some)));
        return found;
    }

    private boolean isCopy(OwnerChange change) {
        return stage.stage().all(Instruction.Transfer.class).anyMatch(transfer -> transfer.line() == change.line());
    }

    private void add(String name, Kind kind, State state, int line) {
        if (state != State.MISSING && state != State.PROBABLY_MISSING) return;
        uses.computeIfAbsent(name, _ -> new ArrayList<>()).add(new Use(kind, state, line));
    }

    private Finding finding(String name, List<Use> some) {
        Kind kind = some.stream().map(Use::kind).sorted().findFirst().orElse(Kind.NO_USER);
        String file = model.build().path();
        List<Integer> lines = some.stream().map(Use::line).toList();
        Subject subject = project.subject(file, stage.name() + " user " + name);
        String outcome = kind.name().toLowerCase(Locale.ROOT).replace('_', '-');
        int line = some.stream()
                .filter(use -> use.kind() == kind)
                .findFirst()
                .map(Use::line)
                .orElse(0);
        Object[] args = {name, line, StageCheck.imageOf(stage)};
        // What is copied as nobody's stays root's, which may well be good enough.
        boolean certain = some.getFirst().state() == State.MISSING && kind == Kind.NO_USER;
        Finding finding = certain
                ? check.problem(subject, outcome, DockerfileCheck.lines(project, file, lines), args)
                : check.likely(subject, outcome, DockerfileCheck.lines(project, file, lines), args);
        finding = finding.at(DockerfileCheck.places(project, file, lines));
        return DockerfileCheck.fixed(finding, fix(name, kind));
    }

    private Optional<Fix> fix(String name, Kind kind) {
        if (kind == Kind.NO_GROUP || !name.matches("[a-z_][a-z0-9_-]*")) return Optional.empty();
        String file = model.build().path();
        DockerfileEdit edit = model.build().file().edit();
        Optional<Instruction.User> last =
                stage.stage().all(Instruction.User.class).reduce((_, user) -> user);
        if (stage.isScratch() && last.isPresent()) {
            return check.suggest(
                    project, file, "number", edit.replace(last.get().user().span(), "65532:65532"), name);
        }
        if (!StageCheck.beginsAsRoot(stage)) return Optional.empty();
        return command(name)
                .flatMap(command -> check.suggest(
                        project,
                        file,
                        "make-user",
                        edit.insertAfter(stage.stage().from(), "RUN " + command),
                        name));
    }

    /// With the tools that the image has.
    private Optional<String> command(String name) {
        KnownImage.Shell shell = stage.image().map(KnownImage::shell).orElse(KnownImage.Shell.UNKNOWN);
        if (shell == KnownImage.Shell.ASH) {
            return Optional.of("addgroup -S %1$s && adduser -S -G %1$s %1$s".formatted(name));
        }
        boolean useradd =
                stage.image().filter(image -> image.has(Tool.USERADD).isYes()).isPresent();
        return useradd
                ? Optional.of("groupadd --system %1$s && useradd --system --gid %1$s %1$s".formatted(name))
                : Optional.empty();
    }
}
