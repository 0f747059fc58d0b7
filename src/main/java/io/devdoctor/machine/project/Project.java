package io.devdoctor.machine.project;

import io.devdoctor.machine.Reading;
import io.devdoctor.machine.Source;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/// One project folder. Paths inside it are relative to its root, with `/` between names on every system and the names
/// as the disk spells them; a path that begins with `../` was looked at because a file of the project names it.
///
/// @param root     in the notation of the examined system
/// @param entries  every file, folder and link that was found, by path; folders of [#leftOut] stand here without what
///                 is in them
/// @param texts    what the bytes of the text files say, by path
/// @param go       the Go files, by path
/// @param git      the repository around the folder; Absent = there is none
/// @param leftOut  folders that were not looked into and files that were not read, with the reason
/// @param unread   of what nothing is known, though it was asked
/// @param taken    where and when
/// @param derivations what was worked out from all this
public record Project(
        String root,
        NavigableMap<String, Entry> entries,
        Map<String, TextFile> texts,
        Map<String, GoFile> go,
        Reading<GitRepository> git,
        List<LeftOut> leftOut,
        List<Unread> unread,
        Source taken,
        Derivations derivations) {
    public Project(
            String root,
            NavigableMap<String, Entry> entries,
            Map<String, TextFile> texts,
            Map<String, GoFile> go,
            Reading<GitRepository> git,
            List<LeftOut> leftOut,
            List<Unread> unread,
            Source taken) {
        this(root, entries, texts, go, git, leftOut, unread, taken, new Derivations());
    }

    public Project {
        entries = Collections.unmodifiableNavigableMap(new TreeMap<>(entries));
        texts = Collections.unmodifiableMap(new LinkedHashMap<>(texts));
        go = Collections.unmodifiableMap(new LinkedHashMap<>(go));
        leftOut = List.copyOf(leftOut);
        unread = List.copyOf(unread);
    }

    /// @param size       in bytes; of a folder 0
    /// @param executable whether the disk lets somebody execute it; never so on Windows
    public record Entry(String path, Kind kind, long size, boolean executable) {
        public enum Kind {
            FILE,
            FOLDER,
            LINK,
            OTHER
        }

        public boolean isFile() {
            return kind == Kind.FILE;
        }

        public boolean isFolder() {
            return kind == Kind.FOLDER;
        }
    }

    public record LeftOut(String path, Why why) {
        public enum Why {
            /// Made by tools or others' code: node_modules, vendor, .git …
            NOT_OURS,
            /// Git ignores it.
            IGNORED,
            /// Larger than what a person writes.
            TOO_LARGE,
            /// Too deep, or too many.
            TOO_MUCH
        }
    }

    public record Unread(String path, Reading.Unknown<?> why) {}

    public Optional<TextFile> text(String path) {
        return Optional.ofNullable(texts.get(path));
    }

    public boolean has(String path) {
        return entries.containsKey(path);
    }

    /// The path as the examined system writes it, from the root of its disk.
    public String absolute(String path) {
        return absolute(root, path);
    }

    /// As [#absolute(String)], of any root.
    public static String absolute(String root, String path) {
        boolean windows = root.contains("\\") || root.matches("[A-Za-z]:.*");
        String separator = windows ? "\\" : "/";
        if (path.isEmpty()) return root;
        String start = root.endsWith(separator) ? root : root + separator;
        return start + (windows ? path.replace('/', '\\') : path);
    }

    /// The folder in which an entry lies; "" = the root.
    public static String parent(String path) {
        return path.substring(0, Math.max(0, path.lastIndexOf('/')));
    }

    public static String name(String path) {
        return path.substring(path.lastIndexOf('/') + 1);
    }
}
