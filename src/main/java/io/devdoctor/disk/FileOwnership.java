package io.devdoctor.disk;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.AclFileAttributeView;
import java.nio.file.attribute.DosFileAttributeView;
import java.nio.file.attribute.DosFileAttributes;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;

/// What a replaced file keeps of the old one: owner, group, permissions, ACL, hidden and system marks.
public final class FileOwnership {
    private FileOwnership() {}

    public static boolean isReadOnly(Path file) throws IOException {
        // Replacing by rename would pass over the mark, which its owner set on purpose; root passes over everything.
        return isPosix(file)
                ? !Files.getPosixFilePermissions(file).contains(PosixFilePermission.OWNER_WRITE)
                : Files.readAttributes(file, DosFileAttributes.class).isReadOnly();
    }

    /// What a temporary file is created with: nobody else reads the content of a file that may be its owner's alone.
    ///
    /// @param ifNew for one that replaces nothing
    static FileAttribute<?>[] whileWritten(Path target, FileAttribute<?>... ifNew) {
        if (!Files.exists(target, LinkOption.NOFOLLOW_LINKS)) return ifNew;
        return isPosix(target)
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
                }
                : new FileAttribute<?>[] {};
    }

    /// Gives a file that is still empty the ACL of the one it will replace, so that nobody else reads it meanwhile.
    /// Elsewhere [#whileWritten] does that.
    static void narrow(Path from, Path to) throws IOException {
        if (!isPosix(from)) acl(from, to);
    }

    static void copy(Path from, Path to) throws IOException {
        if (isPosix(from)) {
            posix(from, to);
        } else {
            windows(from, to);
        }
    }

    private static void posix(Path from, Path to) throws IOException {
        PosixFileAttributes old = Files.readAttributes(from, PosixFileAttributes.class);
        PosixFileAttributes now = Files.readAttributes(to, PosixFileAttributes.class);
        PosixFileAttributeView view = Files.getFileAttributeView(to, PosixFileAttributeView.class);
        // Refused for an ordinary user: better not to write than to take a file away from its owner.
        if (!old.owner().equals(now.owner())) view.setOwner(old.owner());
        if (!old.group().equals(now.group())) view.setGroup(old.group());
        view.setPermissions(old.permissions());
    }

    private static void windows(Path from, Path to) throws IOException {
        acl(from, to);
        DosFileAttributeView dos = Files.getFileAttributeView(to, DosFileAttributeView.class);
        if (dos == null) return;
        DosFileAttributes old = Files.readAttributes(from, DosFileAttributes.class);
        dos.setHidden(old.isHidden());
        dos.setSystem(old.isSystem());
    }

    private static void acl(Path from, Path to) throws IOException {
        AclFileAttributeView acl = Files.getFileAttributeView(from, AclFileAttributeView.class);
        AclFileAttributeView target = Files.getFileAttributeView(to, AclFileAttributeView.class);
        // unverified on Windows: inherited entries are written as entries of the file's own.
        if (acl != null && target != null) target.setAcl(acl.getAcl());
    }

    private static boolean isPosix(Path path) {
        return path.getFileSystem().supportedFileAttributeViews().contains("posix");
    }
}
