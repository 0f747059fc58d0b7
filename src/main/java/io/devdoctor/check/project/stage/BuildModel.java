package io.devdoctor.check.project.stage;

import io.devdoctor.check.project.Build;
import io.devdoctor.check.project.Workspace;
import io.devdoctor.check.project.image.ImageReference;
import io.devdoctor.check.project.image.ImageTable;
import io.devdoctor.check.project.image.KnownImage;
import io.devdoctor.format.compose.ComposeService;
import io.devdoctor.format.dockerfile.Dockerfile;
import io.devdoctor.format.dockerfile.Instruction;
import io.devdoctor.format.dockerfile.KeyValue;
import io.devdoctor.format.dockerfile.Stage;
import io.devdoctor.format.dockerfile.Value;
import io.devdoctor.machine.Bytes;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/// A Dockerfile played out against its build context. Ask [#target] for the image that comes out, [#reachable]
/// for the stages that a build really runs, and [#executed] for the files of the context that are executed on
/// the way or in the container: what their line ends, marks and modes are then matters.
public final class BuildModel {
    /// Nobody writes more by hand; nothing is told about such a file.
    private static final int MOST = 3000;

    private final Dockerfile file;
    private final Workspace workspace;
    private final Build build;
    private final Files context;
    private final Search search = new Search();
    private final List<StageModel> stages = new ArrayList<>();

    private BuildModel(Workspace workspace, Build build) {
        this.workspace = workspace;
        this.build = build;
        this.file = build.file();
        this.context = new ContextFiles(workspace, build);
    }

    public static BuildModel of(Workspace workspace, Build build) {
        return workspace.derived(build, () -> made(workspace, build));
    }

    private static BuildModel made(Workspace workspace, Build build) {
        BuildModel model = new BuildModel(workspace, build);
        model.play();
        return model;
    }

    public Build build() {
        return build;
    }

    /// All of them, the unused too, in order.
    public List<StageModel> stages() {
        return List.copyOf(stages);
    }

    /// The stage whose image comes out; empty = there is none.
    public Optional<StageModel> target() {
        Optional<StageModel> named = build.target()
                .flatMap(name -> file.source(name, Integer.MAX_VALUE))
                .map(stage -> stages.get(stage.index()));
        if (named.isPresent() || stages.isEmpty()) return named;
        return Optional.of(stages.getLast());
    }

    /// The stages that a build of the target runs, in order; BuildKit skips the others.
    public List<StageModel> reachable() {
        TreeSet<Integer> found = new TreeSet<>();
        target().ifPresent(target -> reach(target, found));
        return found.stream().map(stages::get).toList();
    }

    private static void reach(StageModel stage, TreeSet<Integer> found) {
        if (found.add(stage.index())) stage.needs().forEach(needed -> reach(needed, found));
    }

    /// Files of the context that the build or the container executes.
    public List<Execution> executed() {
        return new Executions(this).all();
    }

    /// What the container of the target starts, outermost first.
    public List<Started> started() {
        return target().map(Started::of).orElse(List.of());
    }

    /// The Go files behind a `go build`.
    public GoProgram program(GoBuild made) {
        return GoProgram.of(workspace, build, stages.get(made.stage()), made);
    }

    /// Binaries that the target takes over from other stages.
    public List<Arrival> arrivals() {
        return target().map(target -> Arrival.in(target, stages)).orElse(List.of());
    }

    /// The text of a file of the context, where its bytes were kept.
    Optional<String> text(String inContext) {
        return workspace
                .bytes(build.inProject(inContext))
                .map(Bytes::toArray)
                .map(bytes -> new String(bytes, StandardCharsets.UTF_8));
    }

    /// The Compose services that build this image from this context.
    public List<ComposeService> services() {
        return GivenArguments.services(workspace, build);
    }

    private void play() {
        if (file.instructions().size() > MOST) return;
        Map<String, Value> given = GivenArguments.of(services());
        Variables global = global(given);
        for (Stage stage : file.stages()) {
            StageDraft draft = draft(stage, global);
            new StageReader(draft, global, given, context, reference -> source(reference, stage)).read();
            Launch below = draft.parent == null ? Launch.of(draft.scratch) : draft.parent.launch();
            stages.add(new StageModel(draft, draft.launch.upon(below)));
        }
    }

    private Variables global(Map<String, Value> given) {
        Variables global = Variables.global(file.escape());
        for (Instruction.Arg arg : file.globalArgs()) {
            for (KeyValue pair : arg.pairs()) {
                Value value = pair.assigned() ? global.value(pair.value()) : Value.UNKNOWN;
                global.argument(pair.key(), given.getOrDefault(pair.key(), value));
            }
        }
        return global;
    }

    private Optional<StageModel> source(String reference, Stage user) {
        return file.source(reference, user.index()).map(stage -> stages.get(stage.index()));
    }

    private StageDraft draft(Stage stage, Variables global) {
        Optional<String> name = global.expand(stage.from().image().text());
        Optional<StageModel> parent =
                name.flatMap(image -> file.base(image, stage.index())).map(found -> stages.get(found.index()));
        return parent.map(found -> StageDraft.upon(stage, found)).orElseGet(() -> onImage(stage, name));
    }

    private StageDraft onImage(Stage stage, Optional<String> name) {
        boolean scratch = name.filter("scratch"::equals).isPresent();
        Optional<KnownImage> known = name.flatMap(ImageTable::of);
        Files base = scratch ? BaseFiles.ofScratch() : new BaseFiles(false, known.isPresent());
        AccountList accounts =
                scratch ? AccountList.ofScratch() : AccountList.ofImage(known.flatMap(KnownImage::accounts));
        StageDraft draft = StageDraft.onImage(
                stage, Variables.ofStage(file.escape(), scratch), base, search, accounts, this::text);
        draft.scratch = scratch;
        draft.image = known;
        draft.reference = scratch ? Optional.empty() : name.flatMap(ImageReference::parse);
        // Most images leave it at the root; those that do not are not in our table.
        draft.workdir = scratch || known.isPresent() ? workdir(known) : Optional.empty();
        return draft;
    }

    private static Optional<String> workdir(Optional<KnownImage> known) {
        boolean own = known.filter(image -> List.of("golang", "php", "httpd", "redis", "caddy", "memcached")
                        .contains(image.family()))
                .isPresent();
        boolean home = known.filter(
                        image -> image.user().filter("65532"::equals).isPresent())
                .isPresent();
        if (own) return known.filter(image -> image.family().equals("golang")).map(_ -> "/go");
        return home ? Optional.empty() : Optional.of(ImagePath.ROOT);
    }
}
