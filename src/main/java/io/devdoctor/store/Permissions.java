package io.devdoctor.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.AclEntry;
import java.nio.file.attribute.AclEntryFlag;
import java.nio.file.attribute.AclEntryPermission;
import java.nio.file.attribute.AclEntryType;
import java.nio.file.attribute.AclFileAttributeView;
import java.nio.file.attribute.DosFileAttributeView;
import java.nio.file.attribute.DosFileAttributes;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/// Who may read DevDoctor's own files, and how a rewritten file keeps what its owner had set.
final class Permissions {
    private static final FileAttribute<?>[] NONE = {};

    private Permissions() {}

    /// Attributes for a new file that only its owner reads; none where the file system has no such thing (there the
    /// folder's rights are inherited).
    static FileAttribute<?>[] ownerOnlyFile(Path path) {
        return posix(path)
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
                }
                : NONE;
    }

    static FileAttribute<?>[] ownerOnlyFolder(Path path) {
        return posix(path)
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"))
                }
                : NONE;
    }

    /// Shuts an existing folder for everybody but its owner.
    static void restrictFolder(Path folder) throws IOException {
        restrict(folder, "rwx------", AclEntryFlag.FILE_INHERIT, AclEntryFlag.DIRECTORY_INHERIT);
    }

    /// Shuts an existing file for everybody but its owner.
    static void restrictFile(Path file) throws IOException {
        restrict(file, "rw-------");
    }

    private static void restrict(Path path, String rights, AclEntryFlag... flags) throws IOException {
        if (posix(path)) {
            Set<PosixFilePermission> wanted = PosixFilePermissions.fromString(rights);
            if (!Files.getPosixFilePermissions(path, LinkOption.NOFOLLOW_LINKS).equals(wanted)) {
                Files.setPosixFilePermissions(path, wanted);
            }
            return;
        }
        AclFileAttributeView view =
                Files.getFileAttributeView(path, AclFileAttributeView.class, LinkOption.NOFOLLOW_LINKS);
        if (view == null) {
            return;
        }
        List<AclEntry> wanted = List.of(AclEntry.newBuilder()
                .setType(AclEntryType.ALLOW)
                .setPrincipal(view.getOwner())
                .setPermissions(EnumSet.allOf(AclEntryPermission.class))
                .setFlags(flags)
                .build());
        // unverified on Windows: setAcl replaces the list; inherited entries go because Java writes a protected list.
        if (!view.getAcl().equals(wanted)) {
            view.setAcl(wanted);
        }
    }

    /// Gives `to` the owner, group, permissions, ACL and DOS attributes of `from`, as far as this process may.
    static void copy(Path from, Path to) throws IOException {
        if (posix(from)) {
            copyPosix(from, to);
            return;
        }
        AclFileAttributeView acl = Files.getFileAttributeView(from, AclFileAttributeView.class);
        AclFileAttributeView target = Files.getFileAttributeView(to, AclFileAttributeView.class);
        if (acl != null && target != null) {
            // unverified on Windows: inherited entries are written as entries of the file's own.
            target.setAcl(acl.getAcl());
        }
        copyDos(from, to);
    }

    private static void copyPosix(Path from, Path to) throws IOException {
        PosixFileAttributes old = Files.readAttributes(from, PosixFileAttributes.class);
        PosixFileAttributes now = Files.readAttributes(to, PosixFileAttributes.class);
        PosixFileAttributeView view = Files.getFileAttributeView(to, PosixFileAttributeView.class);
        if (!old.owner().equals(now.owner())) {
            view.setOwner(old.owner()); // refused for an ordinary user: better not to write than to take a file away
            // from its owner
        }
        if (!old.group().equals(now.group())) {
            view.setGroup(old.group());
        }
        view.setPermissions(old.permissions());
    }

    private static void copyDos(Path from, Path to) throws IOException {
        DosFileAttributeView target = Files.getFileAttributeView(to, DosFileAttributeView.class);
        if (target != null) {
            // unverified on Windows: a hidden or system file keeps being one.
            DosFileAttributes old = Files.readAttributes(from, DosFileAttributes.class);
            target.setHidden(old.isHidden());
            target.setSystem(old.isSystem());
            target.setArchive(old.isArchive());
        }
    }

    private static boolean posix(Path path) {
        return path.getFileSystem().supportedFileAttributeViews().contains("posix");
    }
}
