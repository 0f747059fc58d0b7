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
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/// Who may read DevDoctor's own files.
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

    private static boolean posix(Path path) {
        return path.getFileSystem().supportedFileAttributeViews().contains("posix");
    }
}
