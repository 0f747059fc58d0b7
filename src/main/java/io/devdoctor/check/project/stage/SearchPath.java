package io.devdoctor.check.project.stage;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The folders in which a program without a `/` in its name is looked for.
final class SearchPath {
    private static final List<String> USUAL =
            List.of("/usr/local/sbin", "/usr/local/bin", "/usr/sbin", "/usr/bin", "/sbin", "/bin");

    private List<String> folders = USUAL;
    private boolean complete = true;

    SearchPath copy() {
        SearchPath copy = new SearchPath();
        copy.folders = folders;
        copy.complete = complete;
        return copy;
    }

    /// What `ENV PATH` makes of it; `$PATH` in it stands for what was.
    void add(Variables variables, String value) {
        List<String> now = new ArrayList<>();
        for (String part : value.replace("\"", "").split(":")) {
            if (part.equals("$PATH") || part.equals("${PATH}")) {
                now.addAll(folders);
                continue;
            }
            Optional<String> folder = variables.expand(part);
            folder.ifPresentOrElse(now::add, () -> complete = false);
        }
        folders = List.copyOf(now);
    }

    List<String> folders() {
        return folders;
    }

    /// Whether there are no others.
    boolean isComplete() {
        return complete;
    }
}
