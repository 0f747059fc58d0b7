package io.devdoctor.check.project.dockerfile;

import io.devdoctor.check.Evidence;
import io.devdoctor.check.Finding;
import io.devdoctor.check.Subject;
import io.devdoctor.check.project.Build;
import io.devdoctor.check.project.Workspace;
import io.devdoctor.format.dockerfile.Dockerfile;
import io.devdoctor.format.dockerfile.DockerfileError;
import io.devdoctor.format.dockerfile.Frontend;
import io.devdoctor.format.dockerfile.Trap;
import io.devdoctor.machine.Machine;
import io.devdoctor.machine.project.Project.Unread;
import io.devdoctor.machine.project.TextFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// Whether BuildKit accepts a Dockerfile, and what it accepts without a word and does otherwise than it looks.
final class SyntaxCheck extends DockerfileCheck {
    private static final int MOST = 10;

    SyntaxCheck() {
        super("dockerfile.syntax");
    }

    @Override
    protected List<Finding> examine(Workspace project, Machine machine) {
        List<Finding> all = new ArrayList<>();
        for (Unread unread : project.facts().unread()) {
            if (Frontend.isDockerfile(unread.path())) {
                all.add(unknown(project.subject(unread.path(), ""), unread.why()));
            }
        }
        project.builds().stream()
                .collect(Collectors.toMap(Build::path, build -> build, (first, _) -> first, TreeMap::new))
                .values()
                .forEach(build -> all.addAll(examine(project, build, machine)));
        return all;
    }

    @Override
    protected List<Finding> examine(Workspace project, Build build, Machine machine) {
        String path = build.path();
        Dockerfile file = build.file();
        // What is no UTF-8 fails for a reason that has a check of its own.
        boolean utf16 = project.facts()
                .text(path)
                .map(TextFile::encoding)
                .map(TextFile.Encoding::isUtf16)
                .orElse(false);
        if (utf16 || !Frontend.isKnown(file)) return List.of();
        List<Finding> all = new ArrayList<>();
        if (!file.isValid()) all.add(refused(project, path, file));
        for (Trap.Kind kind : Trap.Kind.values()) {
            List<Trap> traps =
                    file.traps().stream().filter(trap -> trap.kind() == kind).toList();
            if (!traps.isEmpty()) all.add(trap(project, path, file, kind, traps));
        }
        if (file.isValid()) all.addAll(undeclared(project, path, file));
        return all.isEmpty() ? List.of(ok(project.subject(path, ""), "ok", path)) : all;
    }

    private Finding refused(Workspace project, String path, Dockerfile file) {
        List<DockerfileError> errors = file.errors().stream().limit(MOST).toList();
        DockerfileError first = errors.getFirst();
        List<Evidence> evidence = new ArrayList<>();
        for (DockerfileError error : errors) {
            evidence.add(Evidence.of("evidence.dockerfile.error", error.message(), project.source(path, error.line())));
        }
        List<Integer> lines = errors.stream().map(DockerfileError::line).toList();
        if (first.line() > 0) evidence.add(line(project, path, first.line()));
        Finding finding = problem(
                        project.subject(path, ""),
                        "refused",
                        evidence,
                        path,
                        first.line(),
                        first.message(),
                        errors.size())
                .at(places(project, path, lines));
        return fixed(finding, SyntaxFixes.of(file, first).flatMap(edit -> suggest(project, path, "accepted", edit)));
    }

    private Finding trap(Workspace project, String path, Dockerfile file, Trap.Kind kind, List<Trap> traps) {
        String outcome = kind.name().toLowerCase(Locale.ROOT).replace('_', '-');
        Subject subject = project.subject(path, outcome);
        List<Integer> lines = traps.stream().map(Trap::line).toList();
        List<Evidence> evidence = lines(project, path, lines);
        Trap first = traps.getFirst();
        Object[] args = {path, first.line(), first.detail(), traps.size()};
        Finding finding = switch (kind) {
            case PSEUDO_JSON, STAGE_NAME_CASE -> problem(subject, outcome, evidence, args);
            case DUPLICATE_STAGE, COMMENT_AS_DATA, REPLACED, SWALLOWED, NO_EFFECT ->
                warning(subject, outcome, evidence, args);
            case EMPTY_CONTINUATION, LATE_DIRECTIVE, SAME_LINE -> info(subject, outcome, evidence, args);
        };
        return fixed(
                finding.at(places(project, path, lines)),
                SyntaxFixes.of(file, traps).flatMap(edit -> edit(project, path, outcome, edit)));
    }

    /// One finding for each ARG from before the first FROM that stages use without asking for it.
    private List<Finding> undeclared(Workspace project, String path, Dockerfile file) {
        Map<String, List<Integer>> uses = UndeclaredArgs.of(file);
        List<Finding> all = new ArrayList<>();
        uses.forEach((name, lines) -> {
            Finding finding = likely(
                            project.subject(path, name),
                            "global-arg",
                            lines(project, path, lines),
                            name,
                            lines.getFirst())
                    .at(places(project, path, lines));
            all.add(fixed(
                    finding,
                    SyntaxFixes.declare(file, name, lines)
                            .flatMap(edit -> edit(project, path, "global-arg", edit, name))));
        });
        return all;
    }
}
