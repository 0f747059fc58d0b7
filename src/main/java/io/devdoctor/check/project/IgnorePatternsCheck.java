package io.devdoctor.check.project;

import io.devdoctor.check.Evidence;
import io.devdoctor.check.Finding;
import io.devdoctor.check.project.SentFolder.Item;
import io.devdoctor.fix.Fix;
import io.devdoctor.format.EditResult;
import io.devdoctor.format.ignore.DockerIgnore;
import io.devdoctor.format.ignore.IgnorePattern;
import io.devdoctor.machine.Machine;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Lines of a .dockerignore that do not do what they look like, or too much.
final class IgnorePatternsCheck extends ProjectCheck {
    IgnorePatternsCheck() {
        super("dockerignore.patterns");
    }

    @Override
    protected List<Finding> examine(Workspace project, Machine machine) {
        Map<String, SentFolder> files = new LinkedHashMap<>();
        List<Finding> found = new ArrayList<>();
        for (Build build : project.builds()) {
            SentFolder sent = SentFolder.of(project, build);
            if (!sent.known() || sent.ignoreFile().isEmpty()) continue;
            files.putIfAbsent(sent.ignoreFile().get(), sent);
            hidden(project, sent).ifPresent(found::add);
        }
        files.forEach((file, sent) -> judge(project, file, sent, found));
        if (found.isEmpty() && !files.isEmpty()) {
            files.keySet().forEach(file -> found.add(ok(project.subject(file, ""), "ok", file)));
        }
        return found;
    }

    private void judge(Workspace project, String file, SentFolder sent, List<Finding> found) {
        DockerIgnore rules = sent.rules();
        rules.refused().ifPresent(line -> found.add(of(project, file, "refused", List.of(line), new Fix[0])));
        List<IgnorePattern> comments = rules.patterns().stream()
                .filter(each -> each.written().matches(".*\\s#.*"))
                .toList();
        if (!comments.isEmpty()) {
            found.add(of(
                    project,
                    file,
                    "comment",
                    comments,
                    rewrite(project, file, "comment", comments, each -> each.replaceFirst("\\s+#.*", ""))));
        }
        List<IgnorePattern> backslashes = rules.patterns().stream()
                .filter(each -> each.written().matches(".*[\\w.*]\\\\[\\w.*].*"))
                .toList();
        if (!backslashes.isEmpty()) {
            found.add(of(
                    project,
                    file,
                    "backslash",
                    backslashes,
                    rewrite(project, file, "backslash", backslashes, each -> each.replace('\\', '/'))));
        }
        List<IgnorePattern> anchored =
                rules.patterns().stream().filter(each -> misses(sent, each)).toList();
        if (!anchored.isEmpty()) {
            found.add(of(
                    project,
                    file,
                    "anchored",
                    anchored,
                    keepsSources(sent, anchored)
                            ? rewrite(project, file, "anchored", anchored, IgnorePatternsCheck::anywhere)
                            : new Fix[0]));
        }
    }

    /// Nothing at the root, but something deeper: written as for Git, which looks at every depth.
    private static boolean misses(SentFolder sent, IgnorePattern pattern) {
        String text = pattern.cleaned();
        boolean name = !pattern.inverted()
                && !text.contains("/")
                && !text.equals(".")
                && !pattern.written().startsWith("/");
        if (!name) return false;
        DockerIgnore anywhere = DockerIgnore.parse(("**/" + text).getBytes(StandardCharsets.UTF_8));
        boolean deeper = false;
        for (Item item : sent.items()) {
            if (pattern.matches(item.path())) return false;
            deeper |= anywhere.ignores(item.path()) && sent.sends(item.path());
        }
        return deeper;
    }

    private static String anywhere(String pattern) {
        return "**/" + pattern.replaceFirst("^(\\./)+", "");
    }

    /// At every depth the patterns may meet what a COPY names.
    private static boolean keepsSources(SentFolder sent, List<IgnorePattern> patterns) {
        String lines = String.join(
                "\n", patterns.stream().map(each -> anywhere(each.written())).toList());
        DockerIgnore rules = DockerIgnore.parse(lines.getBytes(StandardCharsets.UTF_8));
        return sent.sources().stream()
                .filter(source -> !source.isWhole())
                .noneMatch(source -> sent.items().stream()
                        .map(Item::path)
                        .filter(path -> SentFolder.takes(source.path(), path))
                        .anyMatch(rules::ignores));
    }

    private Finding of(Workspace project, String file, String outcome, List<IgnorePattern> lines, Fix[] fixes) {
        List<Evidence> evidence = lines.stream()
                .map(each -> Evidence.of("evidence.project.pattern", each.written(), project.source(file, each.line())))
                .toList();
        return warning(
                        project.subject(file, outcome),
                        outcome,
                        evidence,
                        lines.size(),
                        file,
                        lines.getFirst().written())
                .at(lines.stream().map(each -> project.place(file, each.line())).toList())
                .fixedBy(fixes);
    }

    private static Fix[] rewrite(
            Workspace project,
            String file,
            String name,
            List<IgnorePattern> lines,
            java.util.function.UnaryOperator<String> change) {
        return new Mending(project)
                .edit(file, bytes -> {
                    EditResult result = new EditResult.Edited(bytes);
                    // From the end, so that places before stay true.
                    for (IgnorePattern line : lines.reversed()) {
                        if (!(result instanceof EditResult.Edited(byte[] now))) return result;
                        result = DockerIgnore.replace(now, line, change.apply(line.written()));
                    }
                    return result;
                })
                .fix("dockerignore.patterns/" + name, lines.size());
    }

    /// Sources of COPY of which nothing is sent.
    private Optional<Finding> hidden(Workspace project, SentFolder sent) {
        Build build = sent.build();
        List<ContextSource> hidden = sent.sources().stream()
                .filter(source -> !source.path().isEmpty() && !source.isPattern() && isHidden(sent, source))
                .toList();
        if (hidden.isEmpty()) return Optional.empty();
        List<Evidence> evidence = new ArrayList<>();
        for (ContextSource source : hidden) {
            evidence.add(Evidence.of(
                    "evidence.project.instruction",
                    source.instruction().text().strip(),
                    project.source(build.path(), source.line())));
            deciding(sent, source)
                    .ifPresent(pattern -> evidence.add(Evidence.of(
                            "evidence.project.pattern",
                            pattern.written(),
                            project.source(sent.ignoreFile().orElseThrow(), pattern.line()))));
        }
        ContextSource first = hidden.getFirst();
        return Optional.of(warning(
                        project.subject(build.path(), "hidden"),
                        "hidden",
                        evidence,
                        hidden.size(),
                        first.written(),
                        build.path(),
                        sent.ignoreFile().orElseThrow())
                .at(hidden.stream()
                        .map(source -> project.place(build.path(), source.line()))
                        .toList()));
    }

    private static boolean isHidden(SentFolder sent, ContextSource source) {
        List<String> taken = sent.items().stream()
                .filter(item -> !item.entry().isFolder() || source.path().equals(item.path()))
                .map(Item::path)
                .filter(path -> SentFolder.takes(source.path(), path))
                .toList();
        return !taken.isEmpty() && taken.stream().noneMatch(sent::sends);
    }

    private static Optional<IgnorePattern> deciding(SentFolder sent, ContextSource source) {
        return sent.items().stream()
                .map(Item::path)
                .filter(path -> SentFolder.takes(source.path(), path))
                .findFirst()
                .flatMap(path -> sent.rules().patterns().stream()
                        .filter(pattern -> !pattern.inverted() && pattern.matchesOrParent(path))
                        .reduce((_, last) -> last));
    }
}
