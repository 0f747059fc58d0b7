package io.devdoctor.check.project.compose;

import io.devdoctor.check.Finding;
import io.devdoctor.fix.Fix;
import io.devdoctor.fix.Step;
import io.devdoctor.format.compose.ComposeBuild;
import io.devdoctor.format.compose.ComposeNode.Field;
import io.devdoctor.format.compose.ComposeNode.Mapping;
import io.devdoctor.format.compose.ComposeNode.Scalar;
import io.devdoctor.format.compose.ComposePaths;
import io.devdoctor.format.compose.ComposePlace;
import io.devdoctor.format.compose.ComposeService;
import io.devdoctor.format.compose.ComposeVolume;
import io.devdoctor.machine.Bytes;
import io.devdoctor.text.Text;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Files and folders that a Compose file names and that are not there, or are spelled in another case.
final class MissingFiles {
    private static final List<String> EXAMPLES = List.of(".example", ".sample", ".template", ".dist");

    private final ComposeCheck check;
    private final Stack stack;
    private final List<Hit> sources = new ArrayList<>();
    private final List<Hit> contexts = new ArrayList<>();
    private final List<Hit> environments = new ArrayList<>();
    private final List<Hit> files = new ArrayList<>();
    private final List<Hit> spellings = new ArrayList<>();
    private final Map<String, String> examples = new LinkedHashMap<>();
    private final Mending respell;

    MissingFiles(ComposeCheck check, Stack stack) {
        this.check = check;
        this.stack = stack;
        this.respell = new Mending(stack);
    }

    List<Finding> all() {
        stack.services().forEach(this::service);
        for (String section : List.of("secrets", "configs")) {
            for (Field field : stack.compose().declared(section).values()) {
                if (field.value() instanceof Mapping one) one.scalar("file").ifPresent(file -> path(file, files));
            }
        }
        List<Finding> found = new ArrayList<>();
        add(found, "missing-source", sources);
        add(found, "missing-context", contexts);
        add(found, "missing-file", files);
        if (!environments.isEmpty()) {
            Finding finding = check.problem(stack, "missing-env-file", environments);
            found.add(fromExamples().map(finding::fixedBy).orElse(finding));
        }
        if (!spellings.isEmpty()) {
            Finding finding = stack.isOnDrive()
                    ? check.warning(stack, "case", spellings)
                    : check.problem(stack, "case", spellings);
            found.add(
                    respell.fix("compose.paths/spelling").map(finding::fixedBy).orElse(finding));
        }
        return found;
    }

    private void add(List<Finding> found, String outcome, List<Hit> hits) {
        if (!hits.isEmpty()) found.add(check.problem(stack, outcome, hits));
    }

    private void service(ComposeService service) {
        service.volumes().forEach(this::volume);
        service.build().ifPresent(this::build);
        for (ComposeService.EnvFile file : service.envFiles()) {
            if (!file.required()) continue;
            String path = stack.compose().resolve(file.place(), file.path());
            if (!isMissing(path)) continue;
            environments.add(new Hit(file.place(), file.path()));
            EXAMPLES.stream()
                    .map(ending -> path + ending)
                    .filter(example -> stack.workspace().bytes(example).isPresent())
                    .findFirst()
                    .ifPresent(example -> examples.put(path, example));
        }
    }

    /// A folder that is missing is made, and often meant to be; a file becomes a folder, and is never meant to.
    private void volume(ComposeVolume volume) {
        if (!volume.isBind() || !volume.source().startsWith(".")) return;
        ComposePlace place = volume.sourcePlace();
        String path = stack.compose().resolve(place, volume.source());
        Optional<String> spelled = stack.isKnown(path) ? stack.spelled(path) : Optional.empty();
        if (spelled.isPresent()) {
            respelled(volume, path, spelled.get());
        } else if (isMissing(path)) {
            boolean made = volume.shortForm()
                    || volume.node() instanceof Mapping mapping
                            && mapping.mapping("bind")
                                    .flatMap(bind -> bind.text("create_host_path"))
                                    .filter("true"::equals)
                                    .isPresent();
            boolean file = PathsCheck.looksLikeAFile(volume.source()) && PathsCheck.looksLikeAFile(volume.target());
            if (!made || file) sources.add(new Hit(place, volume.source()));
        }
    }

    private void respelled(ComposeVolume volume, String path, String spelled) {
        spellings.add(new Hit(volume.sourcePlace(), volume.source()));
        Optional<Scalar> scalar = volume.node() instanceof Scalar one
                ? Optional.of(one)
                : Optional.of(volume.node())
                        .filter(Mapping.class::isInstance)
                        .flatMap(mapping -> ((Mapping) mapping).scalar("source"));
        String slashed = volume.source().replace('\\', '/');
        if (!slashed.endsWith(path)) return;
        String right = slashed.substring(0, slashed.length() - path.length()) + spelled;
        scalar.ifPresent(one -> respell.change(
                one.place(),
                edit -> edit.replace(
                        one, right + one.text().substring(volume.source().length()))));
    }

    private void build(ComposeBuild build) {
        Optional<String> folder = build.folder();
        if (folder.isEmpty() || ComposePaths.isRemote(folder.get())) return;
        Hit hit = new Hit(build.place("context"), build.context().orElse("."));
        if (isMissing(folder.get())) contexts.add(hit);
        else
            build.file()
                    .filter(this::isMissing)
                    .ifPresent(_ -> contexts.add(new Hit(
                            build.place("dockerfile"), build.dockerfile().orElse(""))));
    }

    private void path(Scalar scalar, List<Hit> hits) {
        if (!scalar.known()) return;
        String path = stack.compose().resolve(scalar.place(), scalar.text());
        if (isMissing(path)) hits.add(new Hit(scalar.place(), scalar.text()));
    }

    private boolean isMissing(String path) {
        return !path.isEmpty()
                && stack.isKnown(path)
                && stack.entry(path).isEmpty()
                && stack.spelled(path).isEmpty();
    }

    private Optional<Fix> fromExamples() {
        List<Step> steps = new ArrayList<>();
        examples.forEach((path, example) -> {
            Bytes content = stack.workspace().bytes(example).orElseThrow();
            steps.add(new Step.EditFile(stack.workspace().facts().absolute(path), null, content));
        });
        if (steps.isEmpty()) return Optional.empty();
        String id = "compose.paths/from-example";
        return Optional.of(Fix.suggestion(
                id,
                Text.of("fix." + id + ".title", Text.several(List.copyOf(examples.values()))),
                Text.of("warning.compose.example"),
                steps.toArray(Step[]::new)));
    }
}
