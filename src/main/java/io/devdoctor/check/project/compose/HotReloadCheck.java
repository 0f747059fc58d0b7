package io.devdoctor.check.project.compose;

import io.devdoctor.check.Finding;
import io.devdoctor.format.compose.ComposeBuild;
import io.devdoctor.format.compose.ComposeNode.Field;
import io.devdoctor.format.compose.ComposeNode.Scalar;
import io.devdoctor.format.compose.ComposePaths;
import io.devdoctor.format.compose.ComposeService;
import io.devdoctor.format.compose.ComposeVolume;
import io.devdoctor.machine.project.GoFile;
import io.devdoctor.machine.project.Project;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// Programs that wait for changes of files which Linux does not hear of, and single files whose changes are lost.
final class HotReloadCheck extends ComposeCheck {
    private static final Pattern SOURCE =
            Pattern.compile("(?i).*\\.(go|js|mjs|cjs|jsx|ts|tsx|vue|svelte|py|rb|php|cs|fs|java|kt|rs|html|css|scss)");
    private static final Pattern SETTINGS = Pattern.compile("(?i)(.*/)?((vite|next|webpack|nuxt|rollup)\\.config\\.\\w+"
            + "|\\.?air\\.toml|nodemon\\.json|package\\.json|tsconfig\\.json)");
    private static final Pattern RELOADS = Pattern.compile(
            ".*(--web\\.enable-lifecycle|--config\\.watch|nginx -s reload|--providers\\.file\\.watch).*");

    HotReloadCheck() {
        super("compose.hot-reload");
    }

    @Override
    List<Finding> judge(Stack stack) {
        List<Finding> found = new ArrayList<>();
        List<Hit> mended = new ArrayList<>();
        List<Hit> deaf = new ArrayList<>();
        List<Hit> single = new ArrayList<>();
        Mending mending = new Mending(stack);
        for (ComposeService service : stack.services()) {
            String line = new Scripts(stack).line(service);
            Watcher.in(line)
                    .filter(watcher -> isDeaf(stack, service, watcher, line))
                    .ifPresent(watcher -> {
                        ComposeVolume source = sources(stack, service).orElseThrow();
                        Hit hit = new Hit(source.sourcePlace(), service.name() + " (" + watcher.name() + ")");
                        if (watcher.variable().isEmpty()) deaf.add(hit);
                        else {
                            mended.add(hit);
                            Variables.add(mending, service, watcher.variable(), watcher.value());
                        }
                    });
            single.addAll(singleFiles(stack, service, line));
            if (Watcher.in(line).isPresent() || reloads(stack, service, line)) unread(stack, service, found);
        }
        if (!mended.isEmpty()) {
            Finding finding = likely(stack, "no-events", mended);
            found.add(
                    mending.fix("compose.hot-reload/poll").map(finding::fixedBy).orElse(finding));
        }
        if (!deaf.isEmpty()) found.add(likely(stack, "no-polling", deaf).fixedBy(byHand("watch")));
        if (!single.isEmpty()) found.add(likely(stack, "single-file", single).fixedBy(byHand("folder")));
        return found;
    }

    private boolean isDeaf(Stack stack, ComposeService service, Watcher watcher, String line) {
        boolean polls = watcher.pollsBy(line)
                || Optional.ofNullable(service.environment().get(watcher.variable()))
                        .map(Field::value)
                        .filter(value ->
                                value instanceof Scalar scalar && !scalar.text().matches("(?i)|0|false"))
                        .isPresent()
                || stack.workspace().kept(path -> SETTINGS.matcher(path).matches()).stream()
                        .flatMap(text -> text.content().stream())
                        .anyMatch(bytes -> watcher.pollsBy(new String(bytes.toArray(), StandardCharsets.UTF_8)));
        return !polls
                && !service.isWatchedByCompose()
                && service.envFiles().isEmpty()
                && sources(stack, service).isPresent();
    }

    /// A folder with sources that lies on a drive of Windows.
    private static Optional<ComposeVolume> sources(Stack stack, ComposeService service) {
        return service.volumes().stream()
                .filter(ComposeVolume::isBind)
                .filter(volume -> {
                    if (!volume.source().startsWith(".")) return false;
                    String path = stack.compose().resolve(volume.sourcePlace(), volume.source());
                    return stack.isOnDrive() && holdsSources(stack, path);
                })
                .findFirst();
    }

    private static boolean holdsSources(Stack stack, String folder) {
        String start = folder.isEmpty() ? "" : folder + "/";
        return !ComposePaths.isAbsolute(folder)
                && stack.workspace().facts().entries().keySet().stream()
                        .anyMatch(path ->
                                path.startsWith(start) && SOURCE.matcher(path).matches());
    }

    /// Editors and git put a new file in the place of the old one, and the container keeps the old one.
    private static List<Hit> singleFiles(Stack stack, ComposeService service, String line) {
        if (!reloads(stack, service, line)) return List.of();
        return service.volumes().stream()
                .filter(volume -> volume.isBind() && volume.source().startsWith("."))
                .filter(volume -> stack.entry(stack.compose().resolve(volume.sourcePlace(), volume.source()))
                        .filter(Project.Entry::isFile)
                        .isPresent())
                .map(volume -> new Hit(volume.sourcePlace(), service.name()))
                .toList();
    }

    private static boolean reloads(Stack stack, ComposeService service, String line) {
        return RELOADS.matcher(line).matches() || watchesFiles(stack, service);
    }

    /// What is watched, and could not be looked at.
    private void unread(Stack stack, ComposeService service, List<Finding> found) {
        service.volumes().stream()
                .filter(volume ->
                        stack.isOnDrive() && volume.isBind() && volume.source().startsWith("."))
                .map(volume -> stack.compose().resolve(volume.sourcePlace(), volume.source()))
                .filter(stack::isUnread)
                .findFirst()
                .ifPresent(
                        path -> found.add(unknown(stack.subject(stack.compose().file(), ""), stack.why(path))));
    }

    private static boolean watchesFiles(Stack stack, ComposeService service) {
        Optional<String> context = service.build().flatMap(ComposeBuild::folder);
        return context.isPresent()
                && stack.workspace().facts().go().values().stream()
                        .filter(file -> context.get().isEmpty() || file.path().startsWith(context.get() + "/"))
                        .flatMap(file -> file.literals().stream())
                        .anyMatch(literal -> literal.kind() == GoFile.Literal.Kind.WATCHES_FILES);
    }
}
