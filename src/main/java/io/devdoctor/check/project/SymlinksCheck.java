package io.devdoctor.check.project;

import io.devdoctor.check.Evidence;
import io.devdoctor.check.Finding;
import io.devdoctor.fix.Fix;
import io.devdoctor.fix.Step;
import io.devdoctor.machine.Machine;
import io.devdoctor.machine.Source;
import io.devdoctor.machine.project.GitRepository;
import io.devdoctor.machine.project.GitRepository.IndexEntry;
import io.devdoctor.machine.project.Project.Entry;
import io.devdoctor.text.Text;
import java.util.List;
import java.util.Map;

/// Links of the repository that were checked out as small text files: with `core.symlinks=false`, Git writes the name
/// of the target into a file, and a build copies that.
final class SymlinksCheck extends ProjectCheck {
    private static final String DEVELOPER_MODE = "ms-settings:developers";
    private static final int LONGEST_TARGET = 4096;

    SymlinksCheck() {
        super("project.symlinks");
    }

    @Override
    protected List<Finding> examine(Workspace project, Machine machine) {
        // That the index cannot be read is said once, of the repository.
        return project.facts()
                .git()
                .known()
                .filter(git -> git.index().isKnown())
                .map(git -> judgeIfPresent(
                        git.index(), project.subject(), (index, source) -> judge(project, machine, git, index, source)))
                .orElse(List.of());
    }

    private List<Finding> judge(
            Workspace project, Machine machine, GitRepository git, Map<String, IndexEntry> index, Source source) {
        List<IndexEntry> links =
                index.values().stream().filter(IndexEntry::isLink).toList();
        List<IndexEntry> broken =
                links.stream().filter(link -> isText(project, link)).toList();
        if (broken.isEmpty()) return List.of(ok(project.subject(), "ok", links.size()));
        List<Evidence> evidence = broken.stream()
                .map(link -> Evidence.of(
                        "evidence.project.index-mode",
                        Integer.toOctalString(link.mode()) + " " + link.path(),
                        source.at(" " + link.path())))
                .toList();
        Finding found = warning(
                        project.subject(),
                        "text",
                        evidence,
                        broken.size(),
                        broken.getFirst().path())
                .at(broken.stream().map(link -> project.place(link.path(), 0)).toList());
        boolean off = git.config().getOrDefault("core.symlinks", "").equalsIgnoreCase("false");
        String key = "fix.project.symlinks/restore.words." + (off ? "off" : "on");
        Step words = new Step.Manual(
                Text.of(key, project.facts().root()), machine.platform().isWindows() ? DEVELOPER_MODE : null);
        return List.of(found.fixedBy(
                Fix.safe("project.symlinks/restore", Text.of("fix.project.symlinks/restore.title"), words)));
    }

    private static boolean isText(Workspace project, IndexEntry link) {
        Entry entry = project.facts().entries().get(link.path());
        return entry != null && entry.isFile() && entry.size() > 0 && entry.size() < LONGEST_TARGET;
    }
}
