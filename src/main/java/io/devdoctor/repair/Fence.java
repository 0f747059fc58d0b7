package io.devdoctor.repair;

import io.devdoctor.machine.Platform;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/// The folder that a change of a file is meant for, which it must not leave through a link: the project it lies in,
/// else the person's home, else the drive. Links above that folder are the person's own arrangement.
///
/// @param projects folders in the notation of the platform
record Fence(Platform platform, List<String> projects) {
    Fence {
        projects = List.copyOf(projects);
    }

    String around(String path) {
        return projects.stream()
                .filter(project -> isBelow(path, project))
                .max(Comparator.comparingInt(String::length))
                .or(() -> Stream.of(platform.home())
                        .filter(home -> isBelow(path, home))
                        .findFirst())
                .orElseGet(() -> drive(path));
    }

    private boolean isBelow(String path, String folder) {
        String separator = platform.isWindows() ? "\\" : "/";
        String start = plain(folder);
        return !folder.isBlank() && plain(path).startsWith(start.endsWith(separator) ? start : start + separator);
    }

    /// Windows takes both separators, and names in any case.
    private String plain(String path) {
        return platform.isWindows() ? path.replace('/', '\\').toUpperCase(Locale.ROOT) : path;
    }

    private String drive(String path) {
        if (!platform.isWindows()) return "/";
        if (!path.startsWith("\\\\")) return path.substring(0, Math.min(3, path.length()));
        int share = path.indexOf('\\', 2);
        int end = share < 0 ? -1 : path.indexOf('\\', share + 1);
        return end < 0 ? path : path.substring(0, end + 1);
    }
}
