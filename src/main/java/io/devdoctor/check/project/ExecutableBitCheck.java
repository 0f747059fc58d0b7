package io.devdoctor.check.project;

import io.devdoctor.check.Evidence;
import io.devdoctor.check.Finding;
import io.devdoctor.check.Finding.Place;
import io.devdoctor.check.project.Reached.Reach;
import io.devdoctor.check.project.image.Answer;
import io.devdoctor.check.project.stage.Execution.How;
import io.devdoctor.fix.Fix;
import io.devdoctor.fix.Step;
import io.devdoctor.fix.Tool;
import io.devdoctor.machine.Machine;
import io.devdoctor.machine.project.GitRepository.IndexEntry;
import io.devdoctor.text.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Scripts that the kernel starts and that the repository does not hold as executable. A build from Windows sets the
/// bit for everything, so it works here and fails from WSL, in CI and at the colleague's.
final class ExecutableBitCheck extends ProjectCheck {
    ExecutableBitCheck() {
        super("project.executable-bit");
    }

    private record Plain(IndexEntry entry, Reach reach) {}

    @Override
    protected List<Finding> examine(Workspace project, Machine machine) {
        Optional<Map<String, IndexEntry>> index = IndexText.index(project);
        if (index.isEmpty()) return List.of();
        Reached reached = Reached.of(project);
        List<Plain> plain = new ArrayList<>();
        int direct = 0;
        for (Map.Entry<String, List<Reach>> each : reached.byPath().entrySet()) {
            List<Reach> ways = each.getValue().stream()
                    .filter(way -> way.how() == How.DIRECT && way.executable() == Answer.UNKNOWN)
                    .toList();
            IndexEntry entry = index.get().get(each.getKey());
            if (entry == null || entry.isLink()) continue;
            direct++;
            if (!ways.isEmpty() && !entry.isExecutable()) plain.add(new Plain(entry, ways.getFirst()));
        }
        if (direct == 0) return List.of();
        if (plain.isEmpty()) return List.of(ok(project.subject(), "ok", direct));
        List<Evidence> evidence = new ArrayList<>();
        List<Place> places = new ArrayList<>();
        for (Plain each : plain) {
            Reach reach = each.reach;
            places.add(project.place(each.entry.path(), 0));
            evidence.add(Evidence.of(
                    "evidence.project.index-mode",
                    Integer.toOctalString(each.entry.mode()) + " " + each.entry.path(),
                    project.source(each.entry.path(), 0)));
            evidence.add(Evidence.of(
                    "evidence.project.executed-by",
                    project.line(reach.byFile(), reach.line())
                            .orElse(reach.imagePath())
                            .strip(),
                    project.source(reach.byFile(), reach.line())));
        }
        Plain first = plain.getFirst();
        String outcome = machine.platform().isWindows() ? "masked" : "plain";
        return List.of(
                warning(project.subject(), outcome, evidence, plain.size(), first.entry.path(), first.reach.imagePath())
                        .at(places)
                        .fixedBy(mark(project, plain)));
    }

    /// Where git cannot be given a name, the person types the line.
    private static Fix mark(Workspace project, List<Plain> plain) {
        String id = "project.executable-bit/mark";
        String root = project.facts().root();
        List<String> paths = plain.stream().map(each -> each.entry.path()).toList();
        boolean typed = Tool.Grammar.FOLDER.admits(root) && paths.stream().allMatch(Tool.Grammar.TRACKED_PATH::admits);
        Text title = Text.of("fix." + id + ".title", paths.size());
        if (!typed) {
            Text words = Text.of("fix." + id + ".words", Text.several(paths));
            return Fix.safe(id, title, new Step.Manual(words, null));
        }
        Step[] steps = paths.stream()
                .map(path -> new Step.RunTool(
                        Tool.GIT_MODE,
                        List.of(root, "--chmod=+x", path),
                        new Step.RunTool(Tool.GIT_MODE, List.of(root, "--chmod=-x", path), null)))
                .toArray(Step[]::new);
        return Fix.safe(id, title, steps).warning(Text.of("warning.project.commit-after"));
    }
}
