package io.devdoctor.check.project.stage;

import io.devdoctor.check.project.image.ImageReference;
import io.devdoctor.check.project.image.KnownImage;
import io.devdoctor.check.project.stage.Change.Copied;
import io.devdoctor.format.dockerfile.Stage;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// A stage after its last instruction. What it has from the stages below, down to its image, is part of it.
public final class StageModel {
    private final StageDraft draft;
    private final Launch launch;

    StageModel(StageDraft draft, Launch launch) {
        this.draft = draft;
        this.launch = launch;
    }

    public Stage stage() {
        return draft.stage;
    }

    public int index() {
        return draft.index;
    }

    /// Its name, else its number.
    public String name() {
        return draft.stage.name().isEmpty() ? String.valueOf(draft.index) : draft.stage.name();
    }

    /// The stage that its FROM names.
    public Optional<StageModel> parent() {
        return Optional.ofNullable(draft.parent);
    }

    /// The image at the bottom; empty = scratch, or a name that is not known.
    public Optional<ImageReference> reference() {
        return draft.reference;
    }

    /// What our table says of that image, of scratch too.
    public Optional<KnownImage> image() {
        return draft.image;
    }

    public boolean isScratch() {
        return draft.scratch;
    }

    /// What ENV or ARG sets; empty = nothing, or a value that is not known.
    public Optional<String> variable(String name) {
        return draft.variables.set(name);
    }

    /// Whether ENV or ARG says anything about it.
    public boolean sets(String name) {
        return draft.variables.names(name);
    }

    /// A word of an instruction with the variables of the end; empty = not known.
    public Optional<String> expand(String word) {
        return draft.variables.expand(word);
    }

    /// Empty = not known.
    public Optional<String> workdir() {
        return draft.workdir;
    }

    /// Whom it runs as: a name or a number; empty = not known.
    public Optional<String> user() {
        return draft.userTold ? draft.user : draft.image.flatMap(KnownImage::user);
    }

    public Launch launch() {
        return launch;
    }

    public Optional<Launch.Part> healthcheck() {
        return draft.health;
    }

    /// What lies at an absolute path at the end.
    public Found look(String path) {
        return draft.files.look(ImagePath.clean(path));
    }

    /// What lay at a path when a command ran.
    public Found look(String path, RunCommand when) {
        return draft.files.look(ImagePath.clean(path), when.changes());
    }

    /// Whether the user exists at the end.
    public Found.State userState(String name) {
        return draft.accounts.user(name);
    }

    /// Of this stage and those below.
    public List<Packages> packages() {
        return withParents(draft.packages, StageModel::packages);
    }

    public boolean installs(String... names) {
        return packages().stream()
                .anyMatch(packages -> packages.names().stream()
                        .anyMatch(name -> List.of(names).contains(name)));
    }

    public List<GoBuild> builds() {
        return draft.builds;
    }

    /// The commands of this stage's RUN instructions, in order.
    public List<RunCommand> runs() {
        return draft.runs;
    }

    public List<OwnerChange> ownerChanges() {
        return draft.owners;
    }

    public List<UserChange> userChanges() {
        return draft.users;
    }

    public List<CopySource> copySources() {
        return draft.sources;
    }

    /// Whether every folder is known in which a program without a `/` is looked for.
    public boolean searchesKnownFoldersOnly() {
        return draft.searched.isComplete();
    }

    /// Stages that this one needs: its base, and those that it copies or mounts from.
    List<StageModel> needs() {
        List<StageModel> all = new ArrayList<>(draft.uses);
        parent().ifPresent(all::add);
        return all;
    }

    StageDraft draft() {
        return draft;
    }

    FileTree files() {
        return draft.files;
    }

    AccountList accounts() {
        return draft.accounts;
    }

    SearchPath searched() {
        return draft.searched;
    }

    List<Copied> copies() {
        return draft.files.copies();
    }

    private <T> List<T> withParents(List<T> own, java.util.function.Function<StageModel, List<T>> of) {
        List<T> all = new ArrayList<>(parent().map(of).orElse(List.of()));
        all.addAll(own);
        return all;
    }
}
