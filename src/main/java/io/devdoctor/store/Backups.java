package io.devdoctor.store;

import io.devdoctor.disk.Crashpoint;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/// Bytes that a fix replaced, each under its SHA-256 (64 lower-case hex digits); equal bytes are kept once.
public final class Backups {
    private static final Pattern SHA_256 = Pattern.compile("[0-9a-f]{64}");

    private final Path folder;
    private final OwnFiles files;
    private final Crashpoint crash;

    Backups(Path folder, OwnFiles files, Crashpoint crash) {
        this.folder = folder;
        this.files = files;
        this.crash = crash;
    }

    /// Everything that is kept: SHA-256 and size in bytes. Other files in the folder are not ours.
    public Map<String, Long> sizes() throws IOException {
        Map<String, Long> sizes = new TreeMap<>();
        if (!OwnFiles.exists(folder)) return sizes;
        try (DirectoryStream<Path> all = Files.newDirectoryStream(folder)) {
            for (Path file : all) {
                String name = file.getFileName().toString();
                if (SHA_256.matcher(name).matches()) sizes.put(name, OwnFiles.size(file));
            }
        }
        return sizes;
    }

    /// Lets bytes go that no entry of the journal names; done as well if they are gone already.
    public void remove(String sha256) throws IOException {
        Path path = path(sha256);
        crash.reached("backup-remove:" + sha256);
        files.delete(path);
        crash.reached("backup-removed:" + sha256);
    }

    /// Keeps the bytes, readable by the owner only, and returns their SHA-256 once they are safe on the disk.
    public String put(byte[] bytes) throws IOException {
        String sha = sha256(bytes);
        Path path = folder.resolve(sha);
        if (!OwnFiles.exists(path) || !Arrays.equals(files.read(path), bytes)) {
            files.sweep(path);
            files.write(path, bytes);
        }
        return sha;
    }

    /// The bytes with this SHA-256. Throws [java.nio.file.NoSuchFileException], or [FileSystemException] if they were
    /// changed since.
    public byte[] get(String sha256) throws IOException {
        Path path = path(sha256);
        byte[] bytes = files.read(path);
        if (!sha256(bytes).equals(sha256)) {
            throw new FileSystemException(path.toString(), null, "does not hold the bytes it is named after");
        }
        return bytes;
    }

    private Path path(String sha256) {
        if (!SHA_256.matcher(sha256).matches()) {
            throw new IllegalArgumentException("not a SHA-256: " + sha256);
        }
        return folder.resolve(sha256);
    }

    /// The name under which these bytes are kept.
    public static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e); // every Java platform has SHA-256
        }
    }
}
