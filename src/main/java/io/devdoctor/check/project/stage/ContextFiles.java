package io.devdoctor.check.project.stage;

import io.devdoctor.check.project.Build;
import io.devdoctor.check.project.Workspace;
import io.devdoctor.check.project.image.Answer;
import io.devdoctor.check.project.stage.Found.Kind;
import io.devdoctor.check.project.stage.Found.Origin;
import io.devdoctor.machine.project.Project;
import io.devdoctor.machine.project.Project.Entry;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.regex.Pattern;

/// The folder that is sent to the builder.
final class ContextFiles implements Files {
    private final Workspace workspace;
    private final Build build;
    private final NavigableMap<String, Entry> entries;

    ContextFiles(Workspace workspace, Build build) {
        this.workspace = workspace;
        this.build = build;
        this.entries = workspace.facts().entries();
    }

    @Override
    public Found look(String path) {
        String inContext = path.substring(1);
        if (build.context().startsWith("..")) return Found.UNKNOWN;
        if (inContext.isEmpty()) return Found.present(Kind.FOLDER, new Origin.Context(""), Traits.NONE, 0);
        String inProject = build.inProject(inContext);
        Entry entry = entries.get(inProject);
        if (entry != null) return present(inContext, entry);
        return workspace.isOpen(inProject) || isThroughLink(inProject) ? Found.UNKNOWN : Found.MISSING;
    }

    private static Found present(String inContext, Entry entry) {
        return switch (entry.kind()) {
            case FILE -> file(inContext, entry);
            case FOLDER -> Found.present(Kind.FOLDER, new Origin.Context(inContext), Traits.NONE, 0);
            case LINK, OTHER -> Found.UNKNOWN;
        };
    }

    private static Found file(String inContext, Entry entry) {
        // No disk of Windows says "no": BuildKit's client then sets the bit for everything.
        Answer executable = entry.executable() ? Answer.YES : Answer.UNKNOWN;
        return Found.present(Kind.FILE, new Origin.Context(inContext), Traits.executable(executable), 0);
    }

    private boolean isThroughLink(String inProject) {
        for (String folder = Project.parent(inProject); !folder.isEmpty(); folder = Project.parent(folder)) {
            Entry entry = entries.get(folder);
            if (entry != null) return entry.kind() == Entry.Kind.LINK;
        }
        return false;
    }

    @Override
    public Optional<List<String>> matching(String pattern) {
        if (build.context().startsWith("..")) return Optional.empty();
        String folder = build.context().isEmpty() ? "" : build.context() + "/";
        Pattern glob = ImagePath.pattern(pattern);
        return Optional.of(entries.tailMap(folder, true).keySet().stream()
                .takeWhile(path -> path.startsWith(folder))
                .map(path -> ImagePath.ROOT + path.substring(folder.length()))
                .filter(path -> glob.matcher(path).matches())
                .toList());
    }
}
