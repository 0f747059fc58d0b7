package io.devdoctor.repair;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;

/// Everything about the files below a folder: names, kinds, bytes, times, owners and permissions.
record Tree(Map<String, String> entries) {
    /// @param except is left out
    static Tree of(Path folder, Path except) throws IOException {
        Map<String, String> entries = new TreeMap<>();
        Files.walkFileTree(folder, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path dir, BasicFileAttributes attributes) throws IOException {
                if (dir.equals(except)) return FileVisitResult.SKIP_SUBTREE;
                // What is left out may be made within it.
                boolean around = dir.equals(except.getParent());
                entries.put(folder.relativize(dir) + "/", around ? "" : about(dir, attributes));
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                String content = attributes.isRegularFile()
                        ? HexFormat.of().formatHex(Files.readAllBytes(file))
                        : Files.readSymbolicLink(file).toString();
                entries.put(folder.relativize(file).toString(), about(file, attributes) + " " + content);
                return FileVisitResult.CONTINUE;
            }
        });
        return new Tree(entries);
    }

    private static String about(Path path, BasicFileAttributes attributes) throws IOException {
        return attributes.lastModifiedTime() + " " + attributes.fileKey() + " "
                + Files.getAttribute(path, "unix:mode", java.nio.file.LinkOption.NOFOLLOW_LINKS) + " "
                + Files.getOwner(path, java.nio.file.LinkOption.NOFOLLOW_LINKS);
    }
}
