package io.devdoctor.format.compose;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.regex.Pattern;

/// Paths as Compose files write them.
public final class ComposePaths {
    private static final Pattern REMOTE = Pattern.compile("(?i)([a-z][a-z0-9+.-]+://|git@|github\\.com/).*");
    private static final Pattern ABSOLUTE = Pattern.compile("([A-Za-z]:)?[/\\\\].*|~([/\\\\].*)?|[A-Za-z]:");
    private static final Pattern DRIVE = Pattern.compile("[A-Za-z]:([/\\\\].*)?");

    private ComposePaths() {}

    /// Of another computer: a registry, a repository of git, a web server.
    public static boolean isRemote(String path) {
        return REMOTE.matcher(path).matches();
    }

    /// From the root of a disk or of a share, or from the home folder.
    public static boolean isAbsolute(String path) {
        return ABSOLUTE.matcher(path).matches();
    }

    /// `C:\…` or `C:/…`.
    public static boolean isDrive(String path) {
        return DRIVE.matcher(path).matches();
    }

    /// The folder of a file; "" = the root of the project.
    public static String parent(String path) {
        return path.substring(0, Math.max(0, path.lastIndexOf('/')));
    }

    /// A path as the project counts it, with `/` between names and without `.`; what leads out of the project begins
    /// with `../`. Absolute and remote ones stay as they are, with `/`.
    ///
    /// @param folder relative to the project
    public static String resolve(String folder, String path) {
        if (isRemote(path)) return path;
        String slashed = path.replace('\\', '/');
        if (isAbsolute(path)) return slashed;
        boolean anchored = isAbsolute(folder);
        Deque<String> names = new ArrayDeque<>();
        for (String name : (folder + "/" + slashed).split("/")) {
            if (name.isEmpty() || name.equals(".")) continue;
            if (name.equals("..") && !names.isEmpty() && !names.getLast().equals("..")) names.removeLast();
            else names.addLast(name);
        }
        String joined = String.join("/", names);
        return anchored && folder.startsWith("/") ? "/" + joined : joined;
    }
}
