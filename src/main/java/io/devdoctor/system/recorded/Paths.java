package io.devdoctor.system.recorded;

import java.util.Locale;

/// Paths of the examined system, compared as that system compares them; never the paths of this one.
record Paths(boolean windows) {

    String key(String path) {
        return windows ? normal(path).toLowerCase(Locale.ROOT) : normal(path);
    }

    /// The folder above, or "" for a root.
    String parent(String path) {
        String normal = normal(path);
        int end = normal.lastIndexOf(separator());
        if (end < 0) return "";
        if (!windows && end == 0) return normal.length() > 1 ? "/" : "";
        return normal.substring(0, end);
    }

    String child(String folder, String name) {
        return folder.endsWith(separator()) ? folder + name : folder + separator() + name;
    }

    String name(String path) {
        String normal = normal(path);
        return normal.substring(normal.lastIndexOf(separator()) + 1);
    }

    private String normal(String path) {
        String same = windows ? path.replace('/', '\\') : path;
        if (windows && same.startsWith("\\\\?\\")) same = same.substring(4);
        while (same.length() > 1 && same.endsWith(separator())) same = same.substring(0, same.length() - 1);
        return same;
    }

    private String separator() {
        return windows ? "\\" : "/";
    }
}
