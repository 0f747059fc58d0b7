package io.devdoctor.check.project;

import io.devdoctor.check.Check;
import io.devdoctor.check.Evidence;
import io.devdoctor.check.Finding;
import io.devdoctor.check.Finding.Place;
import io.devdoctor.machine.project.GoFile;
import io.devdoctor.machine.project.Project;
import java.util.ArrayList;
import java.util.List;

/// What a go command takes from the context without a COPY that names it: embedded files, vendored modules.
record GoEmbeds(Workspace project, GoRun run, Check check) {

    List<Finding> judge() {
        if (!run.compiles()) return List.of();
        List<Finding> found = new ArrayList<>();
        embeds(found);
        vendored(found);
        return found;
    }

    private void embeds(List<Finding> found) {
        List<Evidence> evidence = new ArrayList<>();
        List<Place> places = new ArrayList<>();
        String first = "";
        for (GoFile file : run.module().files()) {
            if (file.isTest() || !isCopied(file.path())) continue;
            for (GoFile.Embed embed : file.embeds()) {
                if (!isHidden(file, embed)) continue;
                if (first.isEmpty()) first = embed.pattern();
                evidence.add(Evidence.of(
                        "evidence.project.line",
                        "//go:embed " + embed.pattern(),
                        project.source(file.path(), embed.line())));
                places.add(project.place(file.path(), embed.line()));
            }
        }
        if (evidence.isEmpty()) return;
        run.sent().ignoreFile().ifPresent(path -> places.add(project.place(path, 0)));
        found.add(check.problem(
                        project.subject(run.module().path(), "embed"),
                        "embed-hidden",
                        evidence,
                        evidence.size(),
                        first,
                        run.sent().ignoreFile().orElse(""))
                .at(places));
    }

    private String start() {
        String context = run.sent().build().context();
        return context.isEmpty() ? "" : context + "/";
    }

    private boolean isCopied(String path) {
        return path.startsWith(start()) && run.sent().sends(path.substring(start().length()));
    }

    /// There are such files, and none of them is sent.
    private boolean isHidden(GoFile file, GoFile.Embed embed) {
        String folder = Project.parent(file.path());
        String pattern = embed.pattern().replaceFirst("^all:", "");
        String path = folder.isEmpty() ? pattern : folder + "/" + pattern;
        if (!path.startsWith(start())) return false;
        String source = path.substring(start().length());
        List<String> taken = run.sent().items().stream()
                .filter(item -> item.entry().isFile())
                .map(SentFolder.Item::path)
                .filter(each -> SentFolder.takes(source, each))
                .toList();
        return !taken.isEmpty() && taken.stream().noneMatch(run.sent()::sends);
    }

    private void vendored(List<Finding> found) {
        String root = run.module().root();
        String vendor = root.isEmpty() ? "vendor" : root + "/vendor";
        boolean told = run.run().command().has("-mod=vendor");
        if (!told || !project.facts().has(vendor) || !vendor.startsWith(start())) return;
        if (run.sent().sends(vendor.substring(start().length()) + "/modules.txt")) return;
        found.add(check.problem(
                        project.subject(run.module().path(), "vendor"),
                        "vendor-hidden",
                        List.of(GoModuleCheck.command(project, run)),
                        run.sent().ignoreFile().orElse(""))
                .at(List.of(GoModuleCheck.place(project, run))));
    }
}
