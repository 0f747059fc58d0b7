package io.devdoctor.format.ignore;

import io.devdoctor.format.text.TextEdits;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.eclipse.jgit.ignore.IgnoreNode;
import org.eclipse.jgit.ignore.IgnoreNode.MatchResult;

/// The .gitignore files of a tree (gitignore(5)). Immutable; paths are relative to the root, with `/`.
public final class GitIgnore {
    public static final GitIgnore NONE = new GitIgnore(Map.of());

    private final Map<String, IgnoreNode> folders;

    private GitIgnore(Map<String, IgnoreNode> folders) {
        this.folders = folders;
    }

    /// The same rules and those of one more file.
    ///
    /// @param folder in which the file lies; "" = the root
    public GitIgnore with(String folder, byte[] bytes) {
        IgnoreNode node = new IgnoreNode();
        try {
            node.parse(folder, new ByteArrayInputStream(affordable(bytes)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Map<String, IgnoreNode> more = new HashMap<>(folders);
        more.put(folder, node);
        return new GitIgnore(more);
    }

    private static byte[] affordable(byte[] bytes) {
        return new String(TextEdits.withoutMark(bytes), StandardCharsets.ISO_8859_1)
                .lines()
                .filter(Stars::areFew)
                .collect(Collectors.joining("\n"))
                .getBytes(StandardCharsets.ISO_8859_1);
    }

    /// Whether Git leaves it alone, itself or for a folder around it. What is in the index is tracked all the same.
    public boolean ignores(String path, boolean isFolder) {
        for (int end = path.indexOf('/'); end >= 0; end = path.indexOf('/', end + 1)) {
            if (matches(path.substring(0, end), true)) return true;
        }
        return matches(path, isFolder);
    }

    /// The nearest file that says anything decides.
    private boolean matches(String path, boolean isFolder) {
        for (int end = path.lastIndexOf('/'); ; end = path.lastIndexOf('/', end - 1)) {
            String folder = end < 0 ? "" : path.substring(0, end);
            IgnoreNode node = folders.get(folder);
            if (node != null) {
                MatchResult result = node.isIgnored(end < 0 ? path : path.substring(end + 1), isFolder);
                if (result == MatchResult.IGNORED) return true;
                if (result == MatchResult.NOT_IGNORED) return false;
            }
            if (end <= 0) return false;
        }
    }
}
