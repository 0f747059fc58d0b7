package io.devdoctor.disk;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.function.Supplier;

/// The file that is written first and renamed over its target. It was not there before: one that somebody put in its
/// place is neither written nor deleted.
public record Temporary(Path path, FileChannel channel) {
    private static final String MARK = ".devdoctor-";
    private static final String END = ".tmp";
    private static final int NAME_LENGTH = 16;
    private static final int NAMES_TRIED = 3;

    /// @param names 16 hex digits that nobody can foresee
    /// @param ifNew what the file gets where it replaces none; default: what the process gives
    public static Temporary beside(Path target, Supplier<String> names, DiskCalls disk, FileAttribute<?>... ifNew)
            throws IOException {
        FileAttribute<?>[] attributes = FileOwnership.whileWritten(target, ifNew);
        for (int i = 1; ; i++) {
            Path path = target.resolveSibling(start(target) + names.get() + END);
            try {
                return new Temporary(path, disk.create(path, attributes));
            } catch (FileAlreadyExistsException e) {
                if (i == NAMES_TRIED) throw e;
            }
        }
    }

    /// Writes the whole content, forces it, and gives the file what its target has: its owner and who may read it.
    public void fill(Path target, byte[] content, DiskCalls disk, Crashpoint crash) throws IOException {
        boolean replaces = Files.exists(target, LinkOption.NOFOLLOW_LINKS);
        try (FileChannel opened = channel) {
            crash.reached("temp-created");
            if (replaces) FileOwnership.narrow(target, path);
            disk.write(opened, ByteBuffer.wrap(content));
            crash.reached("temp-written");
            disk.force(opened);
        }
        if (replaces) FileOwnership.copy(target, path);
        crash.reached("temp-forced");
    }

    public void discard(Exception because) {
        try {
            Files.deleteIfExists(path);
        } catch (IOException e) {
            because.addSuppressed(e);
        }
    }

    /// Deletes what interrupted writes of this target left; returns how many.
    public static int sweep(Path target, Path folder) throws IOException {
        int swept = 0;
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, file -> isOf(target, file))) {
            for (Path file : files) swept += Files.deleteIfExists(file) ? 1 : 0;
        }
        return swept;
    }

    /// Names that nobody can foresee.
    public static Supplier<String> unforeseeable() {
        SecureRandom random = new SecureRandom();
        return () -> {
            byte[] bytes = new byte[NAME_LENGTH / 2];
            random.nextBytes(bytes);
            return HexFormat.of().formatHex(bytes);
        };
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
