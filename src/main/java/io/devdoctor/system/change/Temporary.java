package io.devdoctor.system.change;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.util.function.Supplier;

/// The file that is written first and renamed over its target. It was not there before: one that somebody put in its
/// place is neither written nor deleted.
record Temporary(Path path, FileChannel channel) {
    private static final String MARK = ".devdoctor-";
    private static final String END = ".tmp";
    private static final int NAME_LENGTH = 16;
    private static final int NAMES_TRIED = 3;

    /// @param names 16 hex digits that nobody can foresee
    static Temporary beside(Path target, Supplier<String> names, DiskCalls disk) throws IOException {
        FileAttribute<?>[] attributes = FileOwnership.whileWritten(target);
        for (int i = 1; ; i++) {
            Path path = target.resolveSibling(start(target) + names.get() + END);
            try {
                return new Temporary(path, disk.create(path, attributes));
            } catch (FileAlreadyExistsException e) {
                if (i == NAMES_TRIED) throw e;
            }
        }
    }

    void discard(Exception because) {
        try {
            Files.deleteIfExists(path);
        } catch (IOException e) {
            because.addSuppressed(e);
        }
    }

    /// Deletes what interrupted writes of this target left; returns how many.
    static int sweep(Path target, Path folder) throws IOException {
        int swept = 0;
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, file -> isOf(target, file))) {
            for (Path file : files) swept += Files.deleteIfExists(file) ? 1 : 0;
        }
        return swept;
    }

    private static boolean isOf(Path target, Path file) {
        String name = String.valueOf(file.getFileName());
        String start = start(target);
        return name.startsWith(start)
                && name.endsWith(END)
                && name.length() == start.length() + NAME_LENGTH + END.length();
    }

    private static String start(Path target) {
        return "." + target.getFileName() + MARK;
    }
}
