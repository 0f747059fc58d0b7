package io.devdoctor.check.project.stage;

import io.devdoctor.check.project.image.ImageReference;
import io.devdoctor.check.project.image.KnownImage;
import io.devdoctor.format.dockerfile.Command;
import io.devdoctor.format.dockerfile.Stage;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// A stage while its instructions are played out.
final class StageDraft {
    private static final Pattern MODULE = Pattern.compile("(?m)^module\\s+\"?([^\\s\"]+)");

    final Stage stage;
    final int index;
    final Variables variables;
    final FileTree files;
    final AccountList accounts;
    final List<Packages> packages = new ArrayList<>();
    final List<GoBuild> builds = new ArrayList<>();
    final List<RunCommand> runs = new ArrayList<>();
    final List<OwnerChange> owners = new ArrayList<>();
    final List<UserChange> users = new ArrayList<>();
    final List<CopySource> sources = new ArrayList<>();
    final List<StageModel> uses = new ArrayList<>();
    final Map<String, String> goSettings = new HashMap<>();
    final SearchPath searched;
    final Function<String, Optional<String>> contextText;
    Optional<ImageReference> reference = Optional.empty();
    Optional<KnownImage> image = Optional.empty();
    boolean scratch;

    @Nullable
    StageModel parent;

    Optional<String> workdir;
    Optional<String> user;
    /// Whether a USER stands there, if only with a name that is not known.
    boolean userTold;
    List<String> shellWords;
    Launch.Draft launch = Launch.Draft.INHERITED;
    Optional<Launch.Part> health = Optional.empty();

    private StageDraft(
            Stage stage,
            Variables variables,
            FileTree files,
            AccountList accounts,
            SearchPath searched,
            Function<String, Optional<String>> text) {
        this.stage = stage;
        this.index = stage.index();
        this.variables = variables;
        this.files = files;
        this.accounts = accounts;
        this.searched = searched;
        this.contextText = text;
        this.workdir = Optional.empty();
        this.user = Optional.empty();
        this.shellWords = List.of();
    }

    /// A stage upon an image.
    static StageDraft onImage(
            Stage stage,
            Variables variables,
            Files base,
            Search search,
            AccountList accounts,
            Function<String, Optional<String>> text) {
        return new StageDraft(stage, variables, new FileTree(base, search), accounts, new SearchPath(), text);
    }

    /// A stage that goes on from an earlier one.
    static StageDraft upon(Stage stage, StageModel parent) {
        StageDraft below = parent.draft();
        StageDraft draft = new StageDraft(
                stage,
                below.variables.copy(),
                new FileTree(below.files),
                below.accounts.copy(),
                below.searched.copy(),
                below.contextText);
        draft.parent = parent;
        draft.reference = below.reference;
        draft.image = below.image;
        draft.scratch = below.scratch;
        draft.workdir = below.workdir;
        draft.user = below.user;
        draft.userTold = below.userTold;
        draft.shellWords = below.shellWords;
        draft.health = below.health;
        draft.goSettings.putAll(below.goSettings);
        return draft;
    }

    /// Of the whole text of a command, in the shell that the Dockerfile asks for.
    Launch.Part part(Command command, int line) {
        return new Launch.Part(command, shellWords, line);
    }

    /// Whether SHELL names one that is no relative of `sh`.
    boolean hasOtherShell() {
        return !shellWords.isEmpty() && !ImagePath.name(shellWords.getFirst()).matches("(ba|da|a|z|k)?sh(\\.exe)?");
    }

    /// `NAME=value` of `go env -w`.
    void goSetting(String assignment) {
        int equals = assignment.indexOf('=');
        goSettings.put(assignment.substring(0, equals), assignment.substring(equals + 1));
    }

    /// How Go calls the program of a folder: the last part of its path within the module, or of the module's
    /// own.
    Optional<String> programName(String folder) {
        Found found = files.look(ImagePath.join(folder, "go.mod"));
        if (found.origin() instanceof Found.Origin.Context(String path)) return moduleName(path);
        boolean inside = found.isMissing() && !folder.equals(ImagePath.ROOT);
        String name = ImagePath.name(folder);
        return inside && programName(ImagePath.clean(folder + "/..")).isPresent() && !name.matches("v\\d+")
                ? Optional.of(name)
                : Optional.empty();
    }

    private Optional<String> moduleName(String goMod) {
        return contextText
                .apply(goMod)
                .flatMap(text -> MODULE.matcher(text)
                        .results()
                        .findFirst()
                        .map(match -> ImagePath.name(match.group(1).replaceAll("/v\\d+$", ""))));
    }
}
