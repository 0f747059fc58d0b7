package io.devdoctor.check.project.stage;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.regex.Pattern;

/// Paths inside an image: absolute, `/` between names, nothing to resolve in them.
final class ImagePath {
    static final String ROOT = "/";

    private ImagePath() {}

    /// A path as an instruction or a shell names it.
    ///
    /// @param folder the working directory; empty = not known
    static Optional<String> resolve(Optional<String> folder, String path) {
        if (path.startsWith("/")) return Optional.of(clean(path));
        return folder.map(start -> clean(start + "/" + path));
    }

    static String clean(String path) {
        Deque<String> names = new ArrayDeque<>();
        for (String name : path.split("/")) {
            if (name.isEmpty() || name.equals(".")) continue;
            if (name.equals("..")) names.pollLast();
            else names.addLast(name);
        }
        return ROOT + String.join("/", names);
    }

    static String join(String folder, String name) {
        return clean(folder + "/" + name);
    }

    static String name(String path) {
        return path.substring(path.lastIndexOf('/') + 1);
    }

    /// Whether `path` is `folder` or lies in it.
    static boolean isIn(String path, String folder) {
        return path.equals(folder) || isBelow(path, folder);
    }

    static boolean isBelow(String path, String folder) {
        return path.length() > folder.length() && path.startsWith(folder.equals(ROOT) ? ROOT : folder + "/");
    }

    /// What follows `folder` in `path`; "" where they are the same.
    static String below(String path, String folder) {
        if (path.equals(folder)) return "";
        return path.substring(folder.equals(ROOT) ? 1 : folder.length() + 1);
    }

    static boolean isPattern(String path) {
        return path.indexOf('*') >= 0 || path.indexOf('?') >= 0 || path.indexOf('[') >= 0;
    }

    /// A pattern of Go's `filepath.Match` or of a shell; `*` and `?` stay within one name.
    static Pattern pattern(String glob) {
        StringBuilder regex = new StringBuilder();
        for (int i = 0; i < glob.length(); i++) {
            char c = glob.charAt(i);
            int end = c == '[' ? glob.indexOf(']', i + 2) : -1;
            if (c == '*') regex.append("[^/]*");
            else if (c == '?') regex.append("[^/]");
            else if (end > 0) {
                regex.append(set(glob.substring(i + 1, end)));
                i = end;
            } else regex.append(Pattern.quote(String.valueOf(c)));
        }
        return Pattern.compile(regex.toString());
    }

    private static String set(String inside) {
        String negation = inside.startsWith("^") || inside.startsWith("!") ? "^" : "";
        String chars = inside.substring(negation.length())
                .replace("\\", "\\\\")
                .replace("[", "\\[")
                .replace("&", "\\&");
        return "[" + negation + chars.replace("^", "\\^") + "]";
    }
}
